import type SQLite from 'better-sqlite3'
import type { ParsedInput } from '../../src-shared/contract'
import { AccountId, OpportunityId, PersonId } from '../../src-shared/model/ids'
import { collator } from '../../src-shared/search/collation'
import type { SearchHit } from '../../src-shared/search/hit'
import { plain } from '../../src-shared/search/letters'
import { type MatchKind, matchKinds, mistypedStages, type SearchStage, searchStages } from '../../src-shared/search/stages'
import type { ReadContext } from './context'
import { prepared } from './preparedStatements'
import { describePeople } from './searchDetails'
import { type NamedOnAccount, smallAccount } from './smallAccount'

const DEFAULT_LIMIT = 30
/** Texts that a stage may find: beyond them a query is a letter, and its next one will tell. */
const MOST_TEXTS = 10_000
/** Of these whoever bears them is looked up, in the whole workspace. */
const LOOKED_UP = 400
/** Behind every term. */
const LAST_TERM = '\u{10ffff}'

/** Somebody or something that bears a text that was found. `about`: by title or organization and not by a name. */
export interface Bearer {
  readonly kind: 'person' | 'account' | 'opportunity'
  readonly id: string
  readonly accountId: AccountId
  readonly textId: number
  readonly text: string
  readonly about: number
}

/** A bearer with how the query found it. */
export interface Found extends Bearer {
  readonly how: MatchKind
  readonly here: boolean
}

/**
 * Finds people, accounts and opportunities while somebody types. Names come before titles and organizations, what is meant exactly
 * before what begins so, then initials, then the inside of a name; typing mistakes only where nothing else is found. Among names and
 * among the rest alike, what is on the given account comes first.
 */
export async function findByText({ raw }: ReadContext, input: ParsedInput<'search.find'>): Promise<SearchHit[]> {
  const { text, limit = DEFAULT_LIMIT, accountId = null } = input
  const finder = new Finder(raw, text, limit, accountId)
  finder.ask(exactStage(raw, text))
  const ask = (stage: SearchStage): void => finder.ask({ kind: stage.kind, textIds: matching(raw, stage, finder.mostTexts) })
  searchStages(text).forEach(ask)
  if (finder.isEmpty) mistypedStages(text, termLookup(raw)).forEach(ask)
  return described(raw, finder.best())
}

interface Asked {
  readonly kind: MatchKind
  readonly textIds: readonly number[]
}

/** The text as it stands, which no order or limit of the index may hide. */
function exactStage(raw: SQLite.Database, text: string): Asked {
  const ids = prepared<[string], number>(raw, 'SELECT id FROM searchText WHERE text = ?', 'column').all(text.trim())
  return { kind: 'exact', textIds: ids }
}

function matching(raw: SQLite.Database, { match }: SearchStage, most: number): number[] {
  const sql = 'SELECT rowid FROM searchIndex WHERE searchIndex MATCH ? LIMIT ?'
  return prepared<[string, number], number>(raw, sql, 'column').all(match, most)
}

/** Whether a term begins so. Between a question and its answer there are no terms: many a question is answered by the one before. */
function termLookup(raw: SQLite.Database): (beginning: string) => boolean {
  const next = prepared<[string], string>(raw, 'SELECT term FROM searchTerm WHERE term >= ? LIMIT 1', 'column')
  let [asked, answer] = ['', '']
  return (beginning) => {
    // By code point, as the index has it: a query for terms is of Latin letters.
    if (beginning < asked || beginning > answer) [asked, answer] = [beginning, next.get(beginning) ?? LAST_TERM]
    return answer.startsWith(beginning)
  }
}

class Finder {
  private readonly found = new Map<string, Found>()
  private readonly wanted: string
  /** Everything with a name on a small account, by text; null: the account is large, or none was given. */
  private readonly whole: NamedOnAccount | null

  constructor(
    private readonly raw: SQLite.Database,
    query: string,
    private readonly limit: number,
    private readonly accountId: AccountId | null,
  ) {
    this.wanted = plain(query)
    this.whole = accountId === null ? null : smallAccount(raw, accountId)
  }

  /** How many texts of a stage make a difference. */
  get mostTexts(): number {
    return this.whole ? MOST_TEXTS : LOOKED_UP
  }

  get isEmpty(): boolean {
    return this.found.size === 0
  }

  /** Looks up who bears the texts that a stage found. */
  ask({ kind, textIds }: Asked): void {
    if (textIds.length === 0) return
    if (this.whole) for (const textId of textIds) for (const bearer of this.whole.get(textId) ?? []) this.take(bearer, kind, true)
    const ids = JSON.stringify(textIds.slice(0, LOOKED_UP))
    if (this.accountId !== null && !this.whole) {
      for (const bearer of this.bearers('AND accountId = :accountId', ids)) this.take(bearer, kind, true)
    }
    // Later stages find worse: enough names from elsewhere are enough. None of them comes before a name from here, and nothing weak
    // from elsewhere before anything from here: on a large account, looking for either would mean to pass by everybody there.
    const namesHere = this.count((found) => found.here && !isWeak(found))
    if (namesHere >= this.limit || this.count((found) => !found.here && !isWeak(found)) >= this.limit) return
    const namesOnly = this.count((found) => found.here) >= this.limit
    if (namesOnly && kind === 'typo') return
    for (const bearer of this.bearers('AND accountId IS NOT :accountId', ids, namesOnly)) this.take(bearer, kind, false)
  }

  best(): Found[] {
    return [...this.found.values()].sort(byWorth).slice(0, this.limit)
  }

  /** Keeps the best way in which somebody was found; here counts more than elsewhere. */
  private take(bearer: Bearer, kind: MatchKind, here: boolean): void {
    const key = `${bearer.kind} ${bearer.id}`
    const how = kind !== 'typo' && plain(bearer.text) === this.wanted ? 'exact' : kind
    const before = this.found.get(key)
    const found = { ...bearer, how, here }
    if (!before || (here && !before.here) || (here === before.here && byWorth(found, before) < 0)) this.found.set(key, found)
  }

  private bearers(where: string, ids: string, namesOnly = false): Bearer[] {
    // More than will be shown, since one may be found by several of their texts.
    const asked = { ids, accountId: this.accountId, most: 2 * this.limit }
    return prepared<[typeof asked], Bearer>(this.raw, bearersSql(where, namesOnly)).all(asked)
  }

  private count(of: (found: Found) => boolean): number {
    return this.found.values().reduce((count, found) => count + (of(found) ? 1 : 0), 0)
  }
}

/** Names before the rest, here before elsewhere, the better match, the shorter text, then the order of lists. */
function byWorth(a: Found, b: Found): number {
  return (
    Number(isWeak(a)) - Number(isWeak(b)) ||
    Number(b.here) - Number(a.here) ||
    matchKinds.indexOf(a.how) - matchKinds.indexOf(b.how) ||
    a.text.length - b.text.length ||
    collator.compare(a.text, b.text) ||
    (a.id < b.id ? -1 : 1)
  )
}

const isWeak = (found: Found): boolean => found.about === 1 || found.how === 'typo'

/** The tables that bear texts, each with how it is joined to its account. A person counts where they are a member. */
const sources = [
  { kind: 'person', about: 0, from: 'person', text: 'person.name', person: 'person.id' },
  // What its index leaves out has to be said.
  { kind: 'person', about: 0, from: 'person', text: 'person.latinName', person: 'person.id', only: `person.latinName <> ''` },
  { kind: 'person', about: 0, from: 'formerName', text: 'formerName.name', person: 'formerName.personId' },
  {
    kind: 'person',
    about: 1,
    from: `seatState CROSS JOIN tenure ON tenure.seatId = seatState.seatId AND tenure.validTo IS NULL`,
    text: 'seatState.title',
    person: 'tenure.personId',
    only: 'seatState.validTo IS NULL',
  },
  {
    kind: 'person',
    about: 1,
    from: `organization CROSS JOIN seat ON seat.organizationId = organization.id
           CROSS JOIN tenure ON tenure.seatId = seat.id AND tenure.validTo IS NULL`,
    text: 'organization.name',
    person: 'tenure.personId',
  },
] as const

/** Who bears the texts of a list of ids, in its order. */
function bearersSql(where: string, namesOnly: boolean): string {
  const people = sources
    .filter(({ about }) => !namesOnly || about === 0)
    .map(
      (source) => `
      SELECT '${source.kind}' AS kind, ${source.person} AS id, accountPerson.accountId, textId, text, ${source.about} AS about
      FROM asked CROSS JOIN ${onText(source.from, source.text)}
        CROSS JOIN accountPerson ON accountPerson.personId = ${source.person}
      WHERE ${'only' in source ? source.only : 'TRUE'} ${where}`,
    )
  const rest = (['account', 'opportunity'] as const).map(
    (table) => `
      SELECT '${table}' AS kind, ${table}.id, ${accountOf[table]} AS accountId, textId, text, 0 AS about
      FROM asked CROSS JOIN ${table} ON ${table}.name = text
      WHERE TRUE ${where.replace('accountId', accountOf[table])}`,
  )
  return `
    WITH asked (textId, text) AS MATERIALIZED (
      SELECT searchText.id, text FROM json_each(:ids) CROSS JOIN searchText ON searchText.id = json_each.value
    )
    ${[...people, ...rest].map((select) => `SELECT * FROM (${select} LIMIT :most)`).join(' UNION ALL ')}`
}

const accountOf = { account: 'account.id', opportunity: 'opportunity.accountId' } as const

/** The first table of a join, found by its text. */
function onText(from: string, text: string): string {
  const [table = ''] = from.split(' ', 1)
  return from.replace(table, `${table} ON ${text} = asked.text`)
}

/** What is shown of the hits: looked up for these few alone. */
function described(raw: SQLite.Database, found: readonly Found[]): SearchHit[] {
  const people = describePeople(raw, found)
  const accountRow = prepared<[string], { name: string; industry: string }>(
    raw,
    'SELECT name, industry FROM account WHERE id = ?',
  )
  const dealName = prepared<[string], string>(raw, 'SELECT name FROM opportunity WHERE id = ?', 'column')
  return found.flatMap((each): SearchHit[] => {
    const account = accountRow.get(each.accountId)
    if (!account) return []
    const hit = { accountId: each.accountId, account: account.name, matched: each.text, how: each.how }
    switch (each.kind) {
      case 'account':
        return [{ kind: 'account', id: AccountId.parse(each.id), ...hit, label: account.name, detail: account.industry }]
      case 'opportunity':
        return [{ kind: 'opportunity', id: OpportunityId.parse(each.id), ...hit, label: dealName.get(each.id) ?? '', detail: '' }]
      case 'person': {
        const person = people.get(each.id)
        return person ? [{ kind: 'person', id: PersonId.parse(each.id), ...hit, ...person }] : []
      }
      default:
        return each.kind satisfies never
    }
  })
}
