import type { AlertKind, AlertRules } from '../model/alert'
import type { ChangeEvent } from '../model/change'
import { addDays, type Day } from '../model/day'
import type { AccountGraph } from '../model/graph'
import type { OpportunityId, PersonId } from '../model/ids'
import type { Method } from '../model/method'
import type { Task } from '../model/task'
import type { AccountFigures } from './accountFigures'
import { accountFigures } from './accountFigures'
import { type Finding, findings } from './findings'
import { Light } from './risk'
import { threading } from './threading'

/** Something that holds on a day and that one may want to be told of. */
export interface AlertCondition {
  /** The same as long as it is the same thing, however its figures move. */
  readonly key: string
  readonly kind: AlertKind
  readonly code: string
  readonly params: Readonly<Record<string, string | number>>
  readonly opportunityId: OpportunityId | null
  readonly personId: PersonId | null
}

/** The figures that a worsening is measured against. */
export interface FigureMark {
  readonly coverage: number
  readonly lights: Readonly<Record<string, Light>>
}

export interface AlertSource {
  readonly graph: AccountGraph
  readonly on: Day
  readonly method: Method
  readonly rules: AlertRules
  readonly marks: ReadonlyMap<OpportunityId, FigureMark>
  readonly changes: readonly ChangeEvent[]
  readonly tasks: readonly Task[]
}

/** Findings that come with time rather than with an edit, and what kind of alert they are. */
const untimely: Partial<Record<Finding['code'], AlertKind>> = {
  judgement_expired: 'expiry',
  contact_overdue: 'touch',
}

/** What is worth telling of an account, by the rules; one condition a thing, however many deals it concerns. */
export function alertConditions(source: AlertSource): AlertCondition[] {
  const { graph, rules } = source
  const found = [
    ...changeConditions(source),
    ...signalConditions(source),
    ...taskConditions(source),
    ...graph.opportunities.flatMap(({ id }) => dealConditions(source, id)),
  ]
  const once = new Map(found.filter(({ kind }) => rules.kinds[kind]).map((condition) => [condition.key, condition]))
  return [...once.values()]
}

/** What a deal's figures are now, and the best of them and of what they were: the mark until somebody takes note. */
export function nextMark(figures: AccountFigures, mark: FigureMark | undefined): FigureMark {
  const now = currentMark(figures)
  if (!mark) return now
  const lights = Object.entries(now.lights).map(([id, light]) => [id, better(light, mark.lights[id] ?? light)] as const)
  return { coverage: Math.max(now.coverage, mark.coverage), lights: Object.fromEntries(lights) }
}

export function currentMark({ evaluation, ranked }: AccountFigures): FigureMark {
  const people = [...ranked.theirs, ...ranked.ours]
  return {
    coverage: evaluation.coverage?.score ?? 0,
    lights: Object.fromEntries(people.flatMap(({ presence, light }) => (light ? [[presence.person.id, light] as const] : []))),
  }
}

function dealConditions({ graph, on, method, rules, marks }: AlertSource, opportunityId: OpportunityId): AlertCondition[] {
  const figures = accountFigures(graph, opportunityId, on, method)
  const mark = marks.get(opportunityId)
  const found: AlertCondition[] = []
  for (const { code, params, people } of findings(figures.evaluation, threading(figures.situation))) {
    const kind = untimely[code]
    const [personId = null] = people
    // Time concerns the person, whichever of their deals one looks at.
    if (kind)
      found.push({ key: [kind, code, personId, params['kind'] ?? ''].join(' '), kind, code, params, opportunityId, personId })
  }
  if (!mark) return found
  const now = currentMark(figures)
  if (mark.coverage - now.coverage >= rules.coverageDrop) {
    const params = { from: mark.coverage, to: now.coverage }
    found.push({
      key: `coverage ${opportunityId}`,
      kind: 'coverage',
      code: 'coverage_fell',
      params,
      opportunityId,
      personId: null,
    })
  }
  for (const { presence, light, risk } of [...figures.ranked.theirs, ...figures.ranked.ours]) {
    const { id, name } = presence.person
    const before = mark.lights[id]
    if (!light || !before || rank(light) >= rank(before)) continue
    const params = { person: name, from: before, to: light, risk: risk ?? 0 }
    found.push({ key: `risk ${opportunityId} ${id}`, kind: 'risk', code: 'risk_rose', params, opportunityId, personId: id })
  }
  return found
}

function changeConditions({ graph, on, rules, changes }: AlertSource): AlertCondition[] {
  const since = addDays(on, -rules.changeDays)
  const names = new Map(graph.people.map(({ id, name }) => [id, name]))
  return changes
    .filter(({ happenedOn }) => happenedOn > since && happenedOn <= on)
    .map(({ id, kind, personId, happenedOn }) => ({
      key: `change ${id}`,
      kind: 'change',
      code: `change_${kind}`,
      params: { person: (personId && names.get(personId)) ?? '', day: happenedOn },
      opportunityId: null,
      personId,
    }))
}

function signalConditions({ graph, on, rules }: AlertSource): AlertCondition[] {
  const names = new Map(graph.people.map(({ id, name }) => [id, name]))
  return (
    graph.signals
      .filter(({ state, notedOn }) => state === 'found' && (notedOn === null || notedOn <= on))
      // Whoever is told of overdue touches need not be told of the silence, which is the same.
      .filter(({ kind }) => kind !== 'gone-silent' || !rules.kinds.touch)
      .map(({ id, personId, kind }) => ({
        key: `signal ${id}`,
        kind: 'signal',
        code: 'signal_found',
        params: { person: names.get(personId) ?? '', signal: kind },
        opportunityId: null,
        personId,
      }))
  )
}

function taskConditions({ on, tasks }: AlertSource): AlertCondition[] {
  return tasks
    .filter(({ dueOn, doneOn }) => doneOn === null && dueOn !== null && dueOn < on)
    .map(({ id, title, dueOn, opportunityId, personId }) => ({
      key: `task ${id}`,
      kind: 'task',
      code: 'task_overdue',
      params: { title, day: dueOn ?? '' },
      opportunityId,
      personId,
    }))
}

/** Red is worst: the lower, the worse. */
function rank(light: Light): number {
  return Light.options.indexOf(light)
}

function better(a: Light, b: Light): Light {
  return rank(a) >= rank(b) ? a : b
}
