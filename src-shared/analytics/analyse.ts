import type { Day } from '../model/day'
import type { AccountGraph } from '../model/graph'
import type { OpportunityId, PersonId, SeatId } from '../model/ids'
import type { Method } from '../model/method'
import type { Coverage } from './coverage'
import { drill } from './drill'
import { type Evaluation, accessOf, evaluate } from './evaluation'
import { type Finding, findings } from './findings'
import { nextActions, type Step } from './nextActions'
import { publishedId } from './publishedId'
import { type RankedPerson, ranking } from './ranking'
import type { AnalyseResult, DrillResult, NextActionsResult } from './results'
import { situation } from './situation'
import { threading } from './threading'

/** How rows are called in an answer. */
export interface Naming {
  person(id: PersonId): string
  seat(id: SeatId): string
}

/** The workspace's own ids: for the window, which has to find the cards. */
export const internalNaming: Naming = { person: (id) => id, seat: (id) => id }

/** Imported ids where there are some (interfaces.md): for other programs. */
export function publishedNaming(graph: AccountGraph): Naming {
  const people = new Map(graph.people.map((row) => [row.id, publishedId(row)]))
  const seats = new Map(graph.seats.map((row) => [row.id, publishedId(row)]))
  return { person: (id) => people.get(id) ?? id, seat: (id) => seats.get(id) ?? id }
}

export interface AnalyseOptions {
  /** Published ids unless said otherwise. */
  readonly naming?: Naming
}

/** Section 6 of domain.md about one account, an opportunity of it or none, and a day, as `analyse --json` answers it. */
export function analyse(
  graph: AccountGraph,
  opportunityId: OpportunityId | null,
  on: Day,
  method: Method,
  options: AnalyseOptions = {},
): AnalyseResult {
  const naming = options.naming ?? publishedNaming(graph)
  const evaluation = evaluate(situation(graph, opportunityId, on, method))
  const now = evaluation.situation
  const threads = threading(now)
  const ranked = ranking(evaluation)

  return {
    account: graph.account.name,
    opportunity: now.opportunity?.name ?? null,
    asOf: on,
    coverage: evaluation.coverage && coverageResult(evaluation.coverage, naming),
    support: evaluation.support && { ...evaluation.support },
    threading: { ours: threads.ours, theirs: threads.theirs, tiers: { ...threads.tiers } },
    people: ranked.theirs.map((row) => personResult(row, evaluation, naming)),
    ours: ranked.ours.map((row) => ({
      id: naming.person(row.presence.person.id),
      name: row.presence.person.name,
      share: threads.shares.get(row.presence.person.id) ?? 0,
      ...figures(row),
    })),
    findings: findings(evaluation, threads).map((found) => findingResult(found, naming)),
  }
}

/**
 * What some people's leaving costs an opportunity (domain.md 6.8), as `drill --json` answers it. Who is not there on the day
 * changes nothing.
 */
export function analyseDrill(
  graph: AccountGraph,
  opportunityId: OpportunityId,
  leaves: readonly PersonId[],
  on: Day,
  method: Method,
  naming: Naming = publishedNaming(graph),
): DrillResult {
  const result = drill(evaluate(situation(graph, opportunityId, on, method)), leaves)
  return {
    asOf: on,
    leaves: leaves.map((id) => naming.person(id)),
    before: drillSide(result.before, naming),
    after: drillSide(result.after, naming),
    impact: result.loss.impact,
    lost: {
      roles: [...result.emptiedRoles],
      reach: result.unreachable.map((id) => naming.person(id)),
      paths: result.paths.map(({ person, before, after }) => ({
        id: naming.person(person),
        before: before.map((id) => naming.person(id)),
        after: after.map((id) => naming.person(id)),
      })),
    },
    relief: result.relief,
  }
}

/** What to do next about an opportunity (issue C, 5), the step that gains most first. */
export function analyseNextActions(
  graph: AccountGraph,
  opportunityId: OpportunityId,
  on: Day,
  method: Method,
  naming: Naming = publishedNaming(graph),
): NextActionsResult {
  const evaluation = evaluate(situation(graph, opportunityId, on, method))
  return nextActions(graph, evaluation).map(({ step, gain, warmSteps }) => ({
    step: stepResult(step, naming),
    gain: { ...gain },
    warmSteps,
  }))
}

function stepResult(step: Step, naming: Naming): NextActionsResult[number]['step'] {
  switch (step.kind) {
    case 'deepen':
    case 'meet':
      return { ...step, own: naming.person(step.own), person: naming.person(step.person) }
    case 'win':
      return { ...step, person: naming.person(step.person) }
    case 'name-holder':
      return { ...step, seat: step.seat && naming.seat(step.seat) }
    case 'refresh': {
      const { ownPersonId, kind, value } = step.judgement
      const own = ownPersonId && naming.person(ownPersonId)
      return { kind: step.kind, person: naming.person(step.person), own, judgement: kind, value }
    }
    default:
      return step satisfies never
  }
}

function personResult(row: RankedPerson, evaluation: Evaluation, naming: Naming): AnalyseResult['people'][number] {
  const { situation: now, settled } = evaluation
  const { id, name } = row.presence.person
  const place = now.placeOf.get(id) ?? -1
  const subject = now.theirs[place]
  return {
    id: naming.person(id),
    name,
    tier: row.presence.tier,
    roles: [...(now.chain.rolesOf.get(id) ?? [])],
    stance: subject?.stance ?? null,
    political: subject?.political ?? null,
    opinion: subject?.opinion ?? 0,
    settledOpinion: settled[place] ?? 0,
    depth: subject?.depth ?? 0,
    access: accessOf(evaluation, id),
    path: evaluation.path(id).map((step) => naming.person(step)),
    ...figures(row),
  }
}

function figures({
  likelihood,
  impact,
  risk,
  light,
}: RankedPerson): Pick<RankedPerson, 'likelihood' | 'impact' | 'risk' | 'light'> {
  return { likelihood, impact, risk, light }
}

function coverageResult({ score, roles }: Coverage, naming: Naming): NonNullable<AnalyseResult['coverage']> {
  return {
    score,
    roles: roles.map(({ role, weight, value, people, singleThreaded }) => ({
      role,
      weight,
      value,
      people: people.map((id) => naming.person(id)),
      singleThreaded,
    })),
  }
}

function drillSide(evaluation: Evaluation, naming: Naming): DrillResult['before'] {
  const holders = [...evaluation.situation.chain.rolesOf.keys()]
  return {
    coverage: evaluation.coverage ? coverageResult(evaluation.coverage, naming) : { score: 0, roles: [] },
    support: evaluation.support && { ...evaluation.support },
    reach: Object.fromEntries(holders.map((id) => [naming.person(id), accessOf(evaluation, id)])),
  }
}

function findingResult({ code, params, people, seats, roles }: Finding, naming: Naming): AnalyseResult['findings'][number] {
  return {
    code,
    params: { ...params },
    jump: { people: people.map((id) => naming.person(id)), seats: seats.map((id) => naming.seat(id)), roles: [...roles] },
  }
}
