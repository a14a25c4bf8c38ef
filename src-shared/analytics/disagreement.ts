import type { Day } from '../model/day'
import type { PersonId } from '../model/ids'
import type { Judgement } from '../model/judgement'
import { compareCodePoints } from './codePoints'
import { counts, depthOf, stanceOf } from './judgements'
import type { Situation } from './situation'

/** What one of several thinks. */
export interface View {
  readonly authorId: PersonId
  readonly judgement: Judgement
  /** Opinion value of a stance, level of a depth. */
  readonly amount: number
}

/** Judgements of the same thing that differ by who made them: a risk in itself (domain.md 3). */
export interface Disagreement {
  readonly person: PersonId
  readonly kind: 'stance' | 'depth'
  /** Of a depth: the one of ours whose relationship it is. */
  readonly ownPersonId: PersonId | null
  /** One an author, from the lowest up. */
  readonly views: readonly View[]
  /** From the lowest to the highest view: 0–2 of stances, 0–4 of depths. */
  readonly spread: number
}

/**
 * About whom of theirs named authors differ on the day, in the order of `theirs`, stances first. Of each author the judgement that
 * would count were it the only one: the latest, a stance of the opportunity before a general one. Depths are compared by pair, since
 * two of ours may well know the same person differently. Who left us keeps a say, as everywhere.
 */
export function disagreements(now: Situation): Disagreement[] {
  const about = now.opportunity?.id ?? null
  const matters = new Map<string, Judgement[]>()
  for (const judgement of now.snapshot.graph.judgements) {
    const { kind, authorId, subjectId, ownPersonId, opportunityId } = judgement
    if (authorId === null || !(kind === 'stance' || kind === 'depth') || !counts(judgement, now.on)) continue
    if (kind === 'stance' && opportunityId !== null && opportunityId !== about) continue
    if (kind === 'depth' && ownPersonId === null) continue
    const matter = JSON.stringify([subjectId, kind, ownPersonId])
    const known = matters.get(matter)
    if (known) known.push(judgement)
    else matters.set(matter, [judgement])
  }
  return [...matters.values()]
    .map((judgements) => viewsByAuthor(judgements, now.on))
    .flatMap((views) => disagreement([...views], now) ?? [])
    .sort(
      (a, b) =>
        (now.placeOf.get(a.person) ?? 0) - (now.placeOf.get(b.person) ?? 0) ||
        compareCodePoints(b.kind, a.kind) ||
        compareCodePoints(a.ownPersonId ?? '', b.ownPersonId ?? ''),
    )
}

/** Of each named author the judgement of one matter that would count on the day were it the only one. */
export function viewsByAuthor(judgements: Iterable<Judgement>, on: Day): Map<PersonId, Judgement> {
  const views = new Map<PersonId, Judgement>()
  for (const judgement of judgements) {
    const { authorId } = judgement
    if (authorId === null || !counts(judgement, on)) continue
    const other = views.get(authorId)
    if (!other || goesBefore(judgement, other)) views.set(authorId, judgement)
  }
  return views
}

function disagreement(judged: readonly (readonly [PersonId, Judgement])[], now: Situation): Disagreement | null {
  const views = judged
    .map(([authorId, judgement]): View => ({ authorId, judgement, amount: amountOf(judgement, now) }))
    .sort((a, b) => a.amount - b.amount || compareCodePoints(a.authorId, b.authorId))
  const [lowest, highest] = [views[0], views.at(-1)]
  if (!lowest || !highest || lowest.amount === highest.amount) return null
  const { subjectId, kind, ownPersonId } = lowest.judgement
  if (kind !== 'stance' && kind !== 'depth') return null
  if (!now.placeOf.has(subjectId)) return null
  return { person: subjectId, kind, ownPersonId, views, spread: highest.amount - lowest.amount }
}

function amountOf(judgement: Judgement, { method }: Situation): number {
  if (judgement.kind === 'depth') return depthOf(judgement)
  const stance = stanceOf(judgement)
  return stance === null ? 0 : method.stance[stance]
}

/** An opportunity's own stance before a general one, then the later, of one day the last recorded. */
function goesBefore(a: Judgement, b: Judgement): boolean {
  if ((a.opportunityId === null) !== (b.opportunityId === null)) return a.opportunityId !== null
  const [dayA, dayB] = [a.madeOn ?? '', b.madeOn ?? '']
  return dayA === dayB ? a.recordedSeq > b.recordedSeq : dayA > dayB
}
