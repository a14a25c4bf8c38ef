import type { AccountGraph } from '../model/graph'
import type { PersonId, SeatId, SignalId } from '../model/ids'
import { type SignalKind, Stance } from '../model/scales'
import { drill } from './drill'
import { type Evaluation, evaluate } from './evaluation'
import { likelihood, signalChances } from './likelihood'
import { withHolder, withInteraction, withJudgement, withoutSignals, withRole } from './rehearsal'
import { keyPersonRisk } from './risk'
import { type Situation, type Subject, situation } from './situation'

/** Something that may lower the risk of losing somebody. */
export type Remedy =
  /** Finding out whether a hint holds: dismissed, it no longer counts. */
  | { readonly kind: 'settle'; readonly signals: readonly SignalId[]; readonly signal: SignalKind }
  /** One of ours sees them. `ends`: hints of silence that are over then. */
  | { readonly kind: 'meet'; readonly own: PersonId; readonly person: PersonId; readonly ends: readonly SignalId[] }
  /** A further one of ours gets to know somebody. */
  | { readonly kind: 'thread'; readonly own: PersonId; readonly person: PersonId; readonly to: number }
  /** A pair that there is goes one level deeper. */
  | { readonly kind: 'deepen'; readonly own: PersonId; readonly person: PersonId; readonly from: number; readonly to: number }
  /** Another holder of their role goes one stance up. */
  | { readonly kind: 'win'; readonly person: PersonId; readonly to: Stance }
  /** Their role gets a second holder: somebody known, or (null) somebody still to be found. */
  | { readonly kind: 'deputy'; readonly role: string; readonly seat: SeatId | null; readonly person: PersonId | null }

/** Risk of domain.md 6.10 and its two factors: likelihood 0–1, impact and risk 0–100. */
export interface RiskFigures {
  readonly likelihood: number
  readonly impact: number
  readonly risk: number
}

export interface RehearsedRemedy {
  readonly remedy: Remedy
  readonly after: RiskFigures
}

/** Figures closer than this are equal. */
const EQUAL = 1e-9
/** Evaluations that one person is worth; the candidates of the heaviest people come first. */
const MOST = 24
/** The level from which somebody is known well enough to fall back on: 2, recognised (domain.md 4). */
const FALLBACK = 2

/** How things stand with one person; zeros without an opportunity, since nothing is at stake then. */
export function riskOf(evaluation: Evaluation, person: PersonId): RiskFigures {
  const { situation: now } = evaluation
  const { graph, people } = now.snapshot
  const signals = graph.signals.filter(({ personId }) => personId === person)
  const tier = people.get(person)?.tier ?? 'operational'
  const chance = likelihood(tier, signals, now.on, now.method)
  const impact = now.opportunity === null ? 0 : drill(evaluation, [person]).loss.impact
  return { likelihood: chance, impact, risk: keyPersonRisk(chance, impact) }
}

/** The risk after a remedy, worked out on a copy in which it has been applied on the day. */
export function rehearseRemedy(graph: AccountGraph, now: Situation, person: PersonId, remedy: Remedy): RiskFigures {
  const after = situation(applied(graph, now, remedy), now.opportunity?.id ?? null, now.on, now.method)
  return riskOf(evaluate(after), person)
}

/** The remedies that lower the risk, the best first. @param rehearsed in any order, as they were worked out */
export function bestRemedies(before: RiskFigures, rehearsed: readonly RehearsedRemedy[], count: number): RehearsedRemedy[] {
  return rehearsed
    .filter(({ after }) => before.risk - after.risk > EQUAL)
    .sort((a, b) => a.after.risk - b.after.risk)
    .slice(0, count)
}

/** What is worth rehearsing for somebody, theirs or ours: at most two dozen, one evaluation each. */
export function remedyCandidates(evaluation: Evaluation, person: PersonId): Remedy[] {
  const { situation: now } = evaluation
  const ours = now.ours.some((presence) => presence.person.id === person)
  const heavy = now.theirs.filter(({ weight, id }) => weight > 0 && id !== person).sort((a, b) => b.weight - a.weight)
  const remedies = [
    ...settlings(now, person),
    ...(ours
      ? heavy.flatMap((subject) => besides(now, subject, person))
      : [...stepsIn(now, person), ...heavy.flatMap((subject) => closer(evaluation, subject))]),
  ]
  return remedies.slice(0, MOST)
}

/** Each kind of hint that counts; silence is answered by a meeting. */
function settlings(now: Situation, person: PersonId): Remedy[] {
  const signals = now.snapshot.graph.signals.filter(({ personId }) => personId === person)
  const counting = signalChances(signals, now.on, now.method).map(({ signal }) => signal)
  const byKind = Map.groupBy(counting, ({ kind }) => kind)
  return [...byKind].map(([kind, found]): Remedy => {
    const ids = found.map(({ id }) => id)
    const own = kind === 'gone-silent' ? whoMeets(now, person) : undefined
    return own === undefined ? { kind: 'settle', signals: ids, signal: kind } : { kind: 'meet', own, person, ends: ids }
  })
}

/** Of ours whoever knows somebody best, else the account's owner, else the first. */
function whoMeets(now: Situation, person: PersonId): PersonId | undefined {
  const pairs = now.theirs.find(({ id }) => id === person)?.pairs ?? []
  const best = [...pairs].sort((a, b) => b.depth - a.depth)[0]
  const { ownerId } = now.snapshot.graph.account
  return best?.ownPersonId ?? now.ours.find(({ person: own }) => own.id === ownerId)?.person.id ?? now.ours[0]?.person.id
}

/** For one of ours who leaves: whoever else could know those that only they know. */
function besides(now: Situation, { id, pairs }: Subject, leaver: PersonId): Remedy[] {
  const held = pairs.find(({ ownPersonId }) => ownPersonId === leaver)
  if (!held || held.depth < 1) return []
  const others = pairs.filter(({ ownPersonId, level }) => ownPersonId !== leaver && level >= 1)
  const next = others.sort((a, b) => b.depth - a.depth)[0]
  if (next) return closerStep(now, id, next.ownPersonId, next.level, next.depth)
  const { ownerId } = now.snapshot.graph.account
  const free = now.ours.map(({ person }) => person.id).filter((own) => own !== leaver)
  const own = free.find((each) => each === ownerId) ?? free[0]
  return own === undefined ? [] : [{ kind: 'thread', own, person: id, to: FALLBACK }]
}

/** For one of theirs who leaves: whoever else could be fallen back on, known better. */
function closer(evaluation: Evaluation, { id, pairs }: Subject): Remedy[] {
  const now = evaluation.situation
  const best = [...pairs].filter(({ level }) => level >= 1).sort((a, b) => b.depth - a.depth)[0]
  if (best) return closerStep(now, id, best.ownPersonId, best.level, best.depth)
  const own = evaluation.path(id)[0] ?? whoMeets(now, id)
  return own === undefined ? [] : [{ kind: 'thread', own, person: id, to: FALLBACK }]
}

/** One level deeper; a meeting where the level has only faded. */
function closerStep(now: Situation, person: PersonId, own: PersonId, level: number, depth: number): Remedy[] {
  const deepest = now.method.depthAccess.length - 1
  const steps: Remedy[] = level < deepest ? [{ kind: 'deepen', own, person, from: level, to: level + 1 }] : []
  return depth < level ? [{ kind: 'meet', own, person, ends: [] }, ...steps] : steps
}

/** For one of theirs who leaves: others who hold their roles, and others who could. */
function stepsIn(now: Situation, person: PersonId): Remedy[] {
  const roles = (now.chain.rolesOf.get(person) ?? []).filter((role) => (now.chain.weights.get(role) ?? 0) > 0)
  const scale = [...Stance.options].sort((a, b) => now.method.stance[a] - now.method.stance[b])
  return roles.flatMap((role): Remedy[] => {
    const others = now.theirs.filter(({ id }) => id !== person && (now.chain.rolesOf.get(id) ?? []).includes(role))
    if (others.length > 0) {
      return others.flatMap(({ id, opinion }): Remedy[] => {
        const to = scale.find((word) => now.method.stance[word] > opinion)
        return to === undefined ? [] : [{ kind: 'win', person: id, to }]
      })
    }
    const known = deputyOf(now, person)
    const seat = known?.presence.seats[0]?.seat.id
    return [{ kind: 'deputy', role, seat: seat ?? null, person: seat === undefined ? null : (known?.id ?? null) }]
  })
}

/** Whom we know best right below or right above somebody. */
function deputyOf(now: Situation, person: PersonId): Subject | undefined {
  const own = now.snapshot.people.get(person)?.seats ?? []
  const seats = new Set(own.map(({ seat }) => seat.id))
  const above = new Set(own.flatMap(({ state }) => state.reportsToSeatId ?? []))
  return now.theirs
    .filter(
      ({ id, depth, presence }) =>
        id !== person &&
        depth >= 1 &&
        presence.seats.some(
          ({ seat, state }) => above.has(seat.id) || (state.reportsToSeatId !== null && seats.has(state.reportsToSeatId)),
        ),
    )
    .sort((a, b) => b.depth - a.depth)[0]
}

/** The copy in which a remedy has been applied. */
function applied(graph: AccountGraph, now: Situation, remedy: Remedy): AccountGraph {
  switch (remedy.kind) {
    case 'settle':
      return withoutSignals(graph, new Set(remedy.signals))
    case 'meet':
      return withInteraction(withoutSignals(graph, new Set(remedy.ends)), now.on, [remedy.own, remedy.person])
    case 'thread':
    case 'deepen':
      return withJudgement(graph, now.on, {
        subjectId: remedy.person,
        ownPersonId: remedy.own,
        kind: 'depth',
        value: String(remedy.to),
      })
    case 'win':
      return withJudgement(graph, now.on, {
        subjectId: remedy.person,
        opportunityId: now.opportunity?.id ?? null,
        kind: 'stance',
        value: remedy.to,
      })
    case 'deputy':
      return remedy.seat === null ? withHolder(graph, now, remedy.role, null) : withRole(graph, now, remedy.role, remedy.seat)
    default:
      return remedy satisfies never
  }
}
