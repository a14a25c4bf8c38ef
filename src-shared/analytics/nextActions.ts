import type { AccountGraph } from '../model/graph'
import type { PersonId, SeatId } from '../model/ids'
import type { Judgement } from '../model/judgement'
import { Stance } from '../model/scales'
import { type Evaluation, accessOf, evaluate } from './evaluation'
import { expiredJudgements, keyPeople } from './findings'
import { type Loss, loss } from './impact'
import { withHolder, withInteraction, withJudgement } from './rehearsal'
import { type Situation, type Subject, situation } from './situation'

/** Something to do next about an opportunity. */
export type Step =
  | { readonly kind: 'deepen'; readonly own: PersonId; readonly person: PersonId; readonly from: number; readonly to: number }
  | { readonly kind: 'win'; readonly person: PersonId; readonly from: Stance | null; readonly to: Stance }
  | { readonly kind: 'name-holder'; readonly role: string; readonly seat: SeatId | null }
  | { readonly kind: 'meet'; readonly own: PersonId; readonly person: PersonId; readonly idleDays: number }
  | { readonly kind: 'refresh'; readonly person: PersonId; readonly judgement: Judgement }

export interface NextAction {
  readonly step: Step
  /** Parts 0–1 and, as `impact`, 100 × the gain; 0 where nothing gets better. */
  readonly gain: Loss
  /** Steps of the warm path to the person; null where nobody reaches them, or there is nobody yet. */
  readonly warmSteps: number | null
}

/** Gains closer than this are equal. */
const EQUAL = 1e-9

/**
 * Next best actions of an opportunity (issue C, 5): each candidate is applied to a copy of the graph and everything computed
 * again; gain = the drill's formula with signs turned (domain.md 6.8), ranked by gain, then by ease: fewer steps on the warm path.
 * What gains nothing is left out. One evaluation a candidate: some dozen for a usual chain.
 */
export function nextActions(graph: AccountGraph, evaluation: Evaluation): NextAction[] {
  const now = evaluation.situation
  if (now.opportunity === null) return []
  const actions: NextAction[] = []
  for (const step of candidates(evaluation)) {
    const after = evaluate(situation(rehearse(graph, now, step), now.opportunity.id, now.on, now.method))
    const gain = gained(evaluation, after)
    if (gain.impact > EQUAL) actions.push({ step, gain, warmSteps: warmSteps(evaluation, step) })
  }
  return actions.sort((a, b) => {
    const difference = Math.round(b.gain.impact / EQUAL) - Math.round(a.gain.impact / EQUAL)
    if (difference !== 0) return difference
    return (a.warmSteps ?? Number.MAX_SAFE_INTEGER) - (b.warmSteps ?? Number.MAX_SAFE_INTEGER)
  })
}

/** The drill's sum with signs turned: only what gets better counts. */
function gained(before: Evaluation, after: Evaluation): Loss {
  let total = 0
  let reach = 0
  for (const { id, weight } of after.situation.theirs) {
    total += weight
    reach += weight * Math.max(0, accessOf(after, id) - accessOf(before, id))
  }
  return loss(
    Math.max(0, (after.coverage?.score ?? 0) - (before.coverage?.score ?? 0)) / 100,
    Math.max(0, (after.support?.settled ?? 0) - (before.support?.settled ?? 0)) / 2,
    total > 0 ? reach / total : 0,
    before.situation.method,
  )
}

function candidates(evaluation: Evaluation): Step[] {
  const now = evaluation.situation
  const holders = now.theirs.filter(({ weight }) => weight > 0)
  return [
    ...deepenings(evaluation, holders),
    ...holders.flatMap((who) => winning(now, who)),
    ...namings(now),
    ...holders.flatMap((who) => meetings(now, who)),
    ...keyPeople(now).flatMap(({ id }) =>
      expiredJudgements(now, id).map((judgement): Step => ({ kind: 'refresh', person: id, judgement })),
    ),
  ]
}

/**
 * Every pair of ours with a role holder, or with who opens the warm path to one. Nobody knows a holder yet: then the one of ours at
 * the start of the warm path, else the account's owner, else the first of ours.
 */
function deepenings(evaluation: Evaluation, holders: readonly Subject[]): Step[] {
  const now = evaluation.situation
  const doors = holders.flatMap(({ id }) => now.theirs[now.placeOf.get(evaluation.path(id)[1] ?? id) ?? -1] ?? [])
  const deepest = now.method.depthAccess.length - 1
  const steps: Step[] = []
  for (const { id, pairs } of new Set([...holders, ...doors])) {
    const own = evaluation.path(id)[0] ?? ownerOf(now)
    const known = pairs.length > 0 ? pairs : own === undefined ? [] : [{ ownPersonId: own, depth: 0 }]
    for (const { ownPersonId, depth } of known) {
      if (depth < deepest) steps.push({ kind: 'deepen', own: ownPersonId, person: id, from: depth, to: depth + 1 })
    }
  }
  return steps
}

function ownerOf(now: Situation): PersonId | undefined {
  const { ownerId } = now.snapshot.graph.account
  return now.ours.find(({ person }) => person.id === ownerId)?.person.id ?? now.ours[0]?.person.id
}

/** One stance further up the method's scale; of somebody unknown the first that is better than neutral. */
function winning(now: Situation, { id, stance, opinion }: Subject): Step[] {
  const scale = [...Stance.options].sort((a, b) => now.method.stance[a] - now.method.stance[b])
  const to = scale.find((word) => now.method.stance[word] > opinion)
  return to === undefined ? [] : [{ kind: 'win', person: id, from: stance, to }]
}

function namings({ chain }: Situation): Step[] {
  return chain.roles
    .filter(({ holders }) => holders.length === 0)
    .map(({ role, vacantSeats }): Step => ({ kind: 'name-holder', role, seat: vacantSeats[0]?.seat.id ?? null }))
}

/** Pairs whose last touch is longer ago than the cadence. */
function meetings(now: Situation, { id, pairs, presence }: Subject): Step[] {
  const cadence = now.method.cadenceDays[presence.tier]
  return pairs.flatMap(({ ownPersonId, level, idleDays }): Step[] =>
    level >= 1 && idleDays !== null && idleDays > cadence ? [{ kind: 'meet', own: ownPersonId, person: id, idleDays }] : [],
  )
}

/** The copy in which a step has been taken, on the day looked at. */
function rehearse(graph: AccountGraph, now: Situation, step: Step): AccountGraph {
  switch (step.kind) {
    case 'deepen':
      return withJudgement(graph, now.on, {
        subjectId: step.person,
        ownPersonId: step.own,
        kind: 'depth',
        value: String(step.to),
      })
    case 'win':
      return withJudgement(graph, now.on, {
        subjectId: step.person,
        opportunityId: now.opportunity?.id ?? null,
        kind: 'stance',
        value: step.to,
      })
    case 'name-holder':
      return withHolder(graph, now, step.role, step.seat)
    case 'meet':
      return withInteraction(graph, now.on, [step.own, step.person])
    case 'refresh':
      return withJudgement(graph, now.on, step.judgement)
    default:
      return step satisfies never
  }
}

function warmSteps(evaluation: Evaluation, step: Step): number | null {
  const path = step.kind === 'name-holder' ? [] : evaluation.path(step.person)
  return path.length > 0 ? path.length - 1 : null
}
