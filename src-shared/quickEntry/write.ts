import type { Day } from '../model/day'
import type { AccountGraph } from '../model/graph'
import type { OpportunityId } from '../model/ids'
import type { Language } from '../model/language'
import type { Method } from '../model/method'
import { ConfidenceWord, type Side, StrengthWord } from '../model/scales'
import { isHan, quoted } from './characters'
import { type QuickDocument, type QuickName, type QuickPerson, type QuickTie, tiersOf } from './document'
import { documentOf } from './fromGraph'
import { parseQuickEntry } from './parse'
import {
  chains,
  confidences,
  placeholders,
  politicalStatuses,
  rolesOf,
  sides,
  stances,
  strengths,
  tiers,
  unknownWords,
} from './words'

/**
 * A map as quick-entry text: read back and matched against the same map it changes nothing, against an empty account it makes the same
 * people, seats, roles, judgements and ties.
 *
 * @param opportunityId whose roles and stances; null: no roles, and stances in general
 */
export function writeQuickEntry(
  graph: AccountGraph,
  opportunityId: OpportunityId | null,
  on: Day,
  language: Language,
  method: Method,
): string {
  return writeDocument(documentOf(graph, opportunityId, on), language, method)
}

/** A document as text, its people in the order given. */
export function writeDocument(document: QuickDocument, language: Language, method: Method): string {
  return new Writer(language, method).write(document)
}

/** What is written without quotation marks, unless reading it back gives something else. */
type Spelling = (text: string) => string

const simpleWord = /^[\p{L}\p{N}][\p{L}\p{M}\p{N}·•&/().,（）、'’-]*$/u
/** Words long enough not to be the sign of a tie. */
const simpleCompany = /^[\p{L}\p{N}][\p{L}\p{N}()（）&.-]+(?: [\p{L}\p{N}][\p{L}\p{N}()（）&.-]+)*$/u
const spellings: readonly Spelling[] = [
  (text) => (text.split(' ').every((word) => simpleWord.test(word)) ? text : quoted(text)),
  quoted,
]

const indentUnit = '  '

class Writer {
  constructor(
    private readonly language: Language,
    private readonly method: Method,
  ) {}

  write(document: QuickDocument): string {
    const lines = [...this.header(document), ...this.people(document.people), ...document.ties.map((tie) => this.tie(tie))]
    return lines.length === 0 ? '' : `${lines.join('\n')}\n`
  }

  private header({ account, opportunity }: QuickDocument): string[] {
    if (!account && !opportunity) return []
    return [
      this.readable(
        (spell) => `# ${[account ? spell(account.text) : '', ...(opportunity ? [spell(opportunity.text)] : [])].join(' / ')}`,
        ({ document }) => document.account?.text === account?.text && document.opportunity?.text === opportunity?.text,
      ),
    ]
  }

  private people(people: readonly QuickPerson[]): string[] {
    const lines: string[] = []
    const depths: number[] = []
    const guessed = tiersOf(people.map((person) => ({ ...person, tier: null })))
    let section = { side: 'theirs' as Side, organization: '' }
    for (const [index, person] of people.entries()) {
      const depth = person.superior === null ? 0 : (depths[person.superior] ?? 0) + 1
      depths.push(depth)
      const own = belonging(person)
      let around = person.superior === null ? section : belonging(people[person.superior])
      // Ours stand together under a heading of their own, each company once.
      if (person.superior === null && own.side === 'ours' && !isSame(own, section)) {
        lines.push(this.company(own))
        around = section = own
      }
      // The guess below somebody whose tier is written follows what is written.
      const superiorTier = person.superior === null ? null : (people[person.superior]?.tier ?? null)
      const guess = superiorTier === null ? guessed[index] : superiorTier === 'executive' ? 'manager' : 'operational'
      const body = this.person({
        ...person,
        ...(isSame(own, around) ? { side: null, organization: null } : own),
        tier: person.tier === guess ? null : person.tier,
      })
      lines.push(indentUnit.repeat(depth) + body)
    }
    return lines
  }

  private person(person: QuickPerson): string {
    return this.readable(
      (spell) => [this.holder(person, spell), ...this.signs(person, spell)].filter((part) => part !== '').join(' '),
      ({ document: { people } }) => people.length === 1 && sayings(people[0]) === sayings(person),
    )
  }

  private holder({ name, title, placeholder }: QuickPerson, spell: Spelling): string {
    if (!name) return [`(${placeholder || placeholders.word(this.language)})`, title && spell(title)].filter(Boolean).join(' ')
    // Between words in Latin script a comma says where the name ends.
    const needsComma = title !== '' && !isHan(name.text) && !isHan(title)
    return [`${this.name(name, spell)}${needsComma ? ',' : ''}`, title && spell(title)].filter(Boolean).join(' ')
  }

  private signs(person: QuickPerson, spell: Spelling): string[] {
    const { language } = this
    const roles = rolesOf(this.method)
    return [
      person.unit && `@${spell(person.unit)}`,
      person.side === null ? '' : this.company({ side: person.side, organization: person.organization ?? '' }),
      ...person.roles.map(({ role, chains: said }) => {
        const listed = said && said.length > 0 ? `(${said.map((chain) => chains.word(chain, language)).join(',')})` : ''
        return `!${spell(roles.word(role, language))}${listed}`
      }),
      person.stance === null ? '' : this.stance(person.stance),
      person.political === null ? '' : `^${politicalStatuses.word(person.political, language)}`,
      person.tier === null ? '' : `*${tiers.word(person.tier, language)}`,
      ...person.depths.map(({ ours, depth }) => `d${depth}${ours ? `(${this.name(ours, spell)})` : ''}`),
    ].filter((sign) => sign !== '')
  }

  private stance(stance: NonNullable<QuickPerson['stance']>): string {
    if (stance === 'unknown') return `?${unknownWords.word(this.language)}`
    const value = this.method.stance[stance]
    return `${value > 0 ? '+' : value < 0 ? '-' : '='}${stances.word(stance, this.language)}`
  }

  private company({ side, organization }: { readonly side: Side; readonly organization: string }): string {
    const sideWord = sides.word(side, this.language)
    if (organization === '') return `[${sideWord}]`
    const isPlain = simpleCompany.test(organization) && !(side === 'third-party' && startsWithSide(organization))
    const name = isPlain ? organization : quoted(organization)
    return side === 'third-party' ? `[${name}]` : `[${sideWord}: ${name}]`
  }

  private tie(tie: QuickTie): string {
    const sign = { influences: '->', 'conflicts-with': 'x', 'allied-with': '=', personal: '~' }[tie.kind]
    const strengthWord = StrengthWord.options.find((word) => this.method.strength[word] === tie.strength)
    const confidenceWord = ConfidenceWord.options.find((word) => this.method.confidence[word] === tie.confidence)
    const strength = strengthWord
      ? strengths.word(strengthWord, this.language)
      : tie.strength === null
        ? ''
        : String(tie.strength)
    const sure = confidenceWord
      ? confidences.word(confidenceWord, this.language)
      : tie.confidence === null
        ? ''
        : `?${tie.confidence}`
    return this.readable(
      (spell) => {
        const isUsual = tie.strength === this.method.strength.medium
        const attributes = [
          isUsual ? '' : strength,
          tie.confidence === this.method.confidence.confirmed ? '' : sure,
          tie.note && spell(tie.note),
        ]
        const said = attributes.filter((part) => part !== '')
        // A Latin name would go on over the words after it.
        const to = this.name(tie.to, spell) + (said.length > 0 && !isHan(tie.to.text) ? ',' : '')
        return [this.name(tie.from, spell), sign, to, ...said].join(' ')
      },
      ({ document: { ties } }) => ties.length === 1 && sameTie(ties[0], tie, this.method),
    )
  }

  private name({ text, mark }: QuickName, spell: Spelling): string {
    return `${spell(text)}${mark === '' ? '' : `#${mark}`}`
  }

  /** The plainest spelling that is read back as what was meant; quotation marks around everything where none is. */
  private readable(line: (spell: Spelling) => string, isMeant: (reading: ReturnType<typeof parseQuickEntry>) => boolean): string {
    const plainest = spellings.map(line).find((text) => {
      const reading = parseQuickEntry(text, this.method)
      return reading.problems.length === 0 && isMeant(reading)
    })
    return plainest ?? line(quoted)
  }
}

function belonging(person: QuickPerson | undefined): { side: Side; organization: string } {
  return { side: person?.side ?? 'theirs', organization: person?.organization ?? '' }
}

function isSame(a: { side: Side; organization: string }, b: { side: Side; organization: string }): boolean {
  return a.side === b.side && a.organization === b.organization
}

function startsWithSide(organization: string): boolean {
  return sides.find(organization) !== undefined || sides.find(organization.split(' ')[0] ?? '') !== undefined
}

/** What a line says, as text that is equal exactly when it says the same. */
function sayings(person: QuickPerson | undefined): string {
  if (!person) return ''
  const { name, title, unit, tier, side, organization, roles, stance, political, depths } = person
  return JSON.stringify([
    name && [name.text, name.mark],
    title,
    unit,
    tier,
    side,
    organization,
    roles.map(({ role, chains: said }) => [role, said ?? []]),
    stance,
    political,
    depths.map(({ ours, depth }) => [ours && [ours.text, ours.mark], depth]),
  ])
}

function sameTie(read: QuickTie | undefined, meant: QuickTie, { strength, confidence }: Method): boolean {
  const content = ({ from, to, kind, note, ...tie }: QuickTie) =>
    JSON.stringify([
      from.text,
      from.mark,
      to.text,
      to.mark,
      kind,
      note,
      tie.strength ?? strength.medium,
      tie.confidence ?? confidence.confirmed,
    ])
  return read !== undefined && content(read) === content(meant)
}
