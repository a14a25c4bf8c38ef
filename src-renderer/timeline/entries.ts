import type { ListedTask } from '../../src-shared/contract'
import type { Translate } from '../../src-shared/i18n/translate'
import type { Day } from '../../src-shared/model/day'
import type { AccountGraph } from '../../src-shared/model/graph'
import type { InteractionId, OpportunityId, PersonId } from '../../src-shared/model/ids'
import type { Interaction } from '../../src-shared/model/interaction'
import type { InteractionKind } from '../../src-shared/model/scales'
import { judgementText } from '../dialogs/judgementText'

/** What the timeline shows of all there is. Null and empty: no condition. */
export interface TimelineFilter {
  readonly kinds: readonly InteractionKind[]
  readonly personId: PersonId | null
  readonly ownId: PersonId | null
  readonly opportunityId: OpportunityId | null
  readonly text: string
  readonly since: Day | null
  readonly until: Day | null
  /** Tasks that were done and what changed, beside interactions. */
  readonly quiet: boolean
}

export const everything: TimelineFilter = {
  kinds: [],
  personId: null,
  ownId: null,
  opportunityId: null,
  text: '',
  since: null,
  until: null,
  quiet: false,
}

export type Entry =
  | { readonly is: 'interaction'; readonly day: Day | null; readonly planned: boolean; readonly interaction: Interaction }
  | { readonly is: 'quiet'; readonly day: Day; readonly sign: 'task' | 'judgement' | 'change'; readonly text: string }

/** A row of the list: the heading of a month (null: undated ones), or an entry below it. */
export type Row = { readonly is: 'month'; readonly month: string | null; readonly count: number } | Entry

/**
 * The interactions that pass, latest first and of one day the one recorded last. On a day of the past what came later is unknown; today
 * and later it is planned.
 *
 * @param found those whose summaries say what is searched for; null: nothing is searched for
 */
export function interactionEntries(
  graph: AccountGraph,
  filter: TimelineFilter,
  found: ReadonlySet<InteractionId> | null,
  asOf: Day,
  today: Day,
): Entry[] {
  const { kinds, personId, ownId, opportunityId } = filter
  return graph.interactions
    .filter(
      ({ id, kind, heldOn, participants, opportunityId: about }) =>
        (found?.has(id) ?? true) &&
        (kinds.length === 0 || kinds.includes(kind)) &&
        (personId === null || participants.includes(personId)) &&
        (ownId === null || participants.includes(ownId)) &&
        (opportunityId === null || about === opportunityId) &&
        isBetween(heldOn, filter) &&
        (heldOn === null || heldOn <= asOf || asOf >= today),
    )
    .map((interaction): Entry => {
      const { heldOn } = interaction
      return { is: 'interaction', day: heldOn, planned: heldOn !== null && heldOn > asOf, interaction }
    })
    .sort((a, b) => byDay(a, b) || (idOf(a) < idOf(b) ? 1 : -1))
}

/** Tasks that were done, judgements, and who took or left a seat; nothing while interactions of some sort are looked for. */
export function quietEntries(
  graph: AccountGraph,
  tasks: readonly ListedTask[],
  filter: TimelineFilter,
  asOf: Day,
  t: Translate,
): Entry[] {
  const { personId, ownId, text, kinds, opportunityId } = filter
  if (text.trim() !== '' || kinds.length > 0 || opportunityId !== null) return []
  const nameOf = new Map(graph.people.map(({ id, name }) => [id, name]))
  const titleOf = new Map(graph.seatStates.map(({ seatId, title }) => [seatId, title]))
  const entries: Entry[] = []
  const add = (day: Day | null, who: readonly (PersonId | null)[], sign: 'task' | 'judgement' | 'change', said: string) => {
    if (day === null || day > asOf || !isBetween(day, filter)) return
    if (personId !== null && !who.includes(personId)) return
    if (ownId !== null && !who.includes(ownId)) return
    entries.push({ is: 'quiet', day, sign, text: said })
  }
  for (const { doneOn, personId: about, ownerId, title } of tasks) {
    add(doneOn, [about, ownerId], 'task', t('timeline.quiet.task', { title }))
  }
  for (const { madeOn, subjectId, authorId, ownPersonId, kind, value } of graph.judgements) {
    const said = {
      name: nameOf.get(subjectId) ?? '',
      kind: t(`model.judgement.${kind}`),
      value: judgementText(t, kind, value),
    }
    add(madeOn, [subjectId, authorId, ownPersonId], 'judgement', t('timeline.quiet.judgement', said))
  }
  for (const { personId: who, seatId, validFrom, validTo } of graph.tenures) {
    const said = { name: nameOf.get(who) ?? '', title: titleOf.get(seatId) ?? '' }
    add(validFrom, [who], 'change', t('timeline.quiet.joined', said))
    add(validTo, [who], 'change', t('timeline.quiet.left', said))
  }
  return entries.sort(byDay)
}

/** Entries under the headings of their months. @param entries latest first */
export function rowsOf(entries: readonly Entry[]): Row[] {
  const months = Map.groupBy(entries, ({ day }) => day?.slice(0, 7) ?? null)
  return [...months].flatMap(([month, of]): Row[] => {
    const count = of.filter(({ is }) => is === 'interaction').length
    return [{ is: 'month', month, count }, ...of]
  })
}

/** Two lists, each latest first, as one; of one day interactions come first. */
export function merged(interactions: readonly Entry[], quiet: readonly Entry[]): Entry[] {
  return quiet.length === 0 ? [...interactions] : [...interactions, ...quiet].sort(byDay)
}

/** The latest first, undated ones last. */
function byDay(a: Entry, b: Entry): number {
  const [one, other] = [a.day ?? '', b.day ?? '']
  return one < other ? 1 : one > other ? -1 : 0
}

const idOf = (entry: Entry): string => (entry.is === 'interaction' ? entry.interaction.id : '')

function isBetween(day: Day | null, { since, until }: TimelineFilter): boolean {
  if (since === null && until === null) return true
  return day !== null && (since === null || day >= since) && (until === null || day <= until)
}

/** The beginning of a text without the signs of Markdown: what a row has room for. */
export function firstWords(summary: string): string {
  return summary
    .split('\n')
    .map((line) =>
      line
        .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
        .replace(/^[\s#>*+-]+|[*_`]+/g, '')
        .trim(),
    )
    .filter((line) => line !== '')
    .join(' ')
    .slice(0, 300)
}
