import type { Change } from '../analytics/changes'
import type { Drill } from '../analytics/drill'
import { findings } from '../analytics/findings'
import { threading } from '../analytics/threading'
import type { PersonId } from '../model/ids'
import { layersOf, showsPower } from '../scene/redact'
import { roleWords } from '../scene/roleWords'
import type { FiguresPart, TextPart } from './report'
import type { ReportSource } from './source'

/** How an account stands, in the figures that the reader may see; of none there is no part. */
export function standing(source: ReportSource): readonly FiguresPart[] {
  const { t, method, profile } = source.input
  const { evaluation, situation, ranked } = source.figures
  const { coverage, support } = evaluation
  const { ours } = threading(situation)
  const red = [...ranked.theirs, ...ranked.ours].filter(({ light }) => light === 'red').length
  const told = [
    {
      shown: profile.stance && profile.depth,
      words: t('analysis.coverage.title'),
      value: source.figure(coverage?.score, 1),
      remark: t('analysis.overview.ofHundred'),
    },
    {
      shown: showsPower(profile),
      words: t('analysis.support.nowLong'),
      value: source.figure(support?.now, 2),
      remark: t('report.standing.scale'),
    },
    {
      shown: showsPower(profile),
      words: t('analysis.support.settledLong'),
      value: source.figure(support?.settled, 2),
      remark: t('report.standing.scale'),
    },
    {
      shown: profile.depth,
      words: t('analysis.threading.short'),
      value: source.figure(ours, 2),
      remark: t('analysis.overview.limit', { limit: source.figure(method.dependenceWarning, 1) }),
    },
    {
      shown: layersOf(profile).has('risk'),
      words: t('analysis.risk.title'),
      value: source.figure(red, 0),
      remark: t('report.standing.red'),
    },
  ]
  const figures = told.filter(({ shown }) => shown).map(({ words, value, remark }) => ({ words, value, remark }))
  if (figures.length === 0) return []
  const head = { key: 'standing', title: t('report.standing.title'), subtitle: situation.opportunity?.name ?? '', notes: [] }
  return [{ kind: 'figures', ...head, figures }]
}

/** Where the holes are, sentence by sentence. */
export function findingsPart(source: ReportSource): TextPart {
  const { t } = source.input
  const { evaluation, situation } = source.figures
  const found = findings(evaluation, threading(situation))
  return {
    kind: 'text',
    key: 'findings',
    title: t('analysis.findings.title'),
    subtitle: '',
    notes: [],
    paragraphs:
      found.length === 0
        ? [{ style: 'plain', words: t('analysis.findings.none') }]
        : found.map(({ code, params }) => ({ style: 'bullet', words: t(`analysis.finding.${code}`, params) })),
  }
}

/** What became of whom since the last look. */
export function changesPart(source: ReportSource): TextPart {
  const { t, since } = source.input
  const told = source.figures.changesSince(since).map((change) => changeWords(source, change))
  return {
    kind: 'text',
    key: 'changes',
    title: t('analysis.changes.title'),
    subtitle: t('report.changes.since', { day: source.day(since) }),
    notes: [],
    paragraphs:
      told.length === 0
        ? [{ style: 'plain', words: t('analysis.changes.none') }]
        : told.map((words) => ({ style: 'bullet', words })),
  }
}

function changeWords(source: ReportSource, change: Change): string {
  const { t, method } = source.input
  const person = source.name(change.person)
  const joined = (titles: readonly string[]): string => titles.join(source.separator)
  switch (change.kind) {
    case 'new':
    case 'gone':
    case 'moved':
      return t(`analysis.changes.${change.kind}`, { person, from: joined(change.from), to: joined(change.to) })
    case 'role-given':
    case 'role-lost':
      return t(`analysis.changes.${change.kind}`, { person, role: roleWords(change.role, method, t).label })
    case 'stance-up':
    case 'stance-down':
    case 'stance-known':
    case 'stance-unknown':
      return t(`analysis.changes.${change.kind}`, {
        person,
        from: t(`model.stance.${change.from ?? 'unknown'}`),
        to: t(`model.stance.${change.to ?? 'unknown'}`),
      })
    case 'depth-up':
    case 'depth-down':
      return t(`analysis.changes.${change.kind}`, {
        person,
        from: source.figure(change.from, 0),
        to: source.figure(change.to, 0),
      })
    default:
      return change satisfies never
  }
}

/** Today's figures beside those after a departure (domain.md 6.8). */
export function drillFigures(source: ReportSource, drilled: Drill): FiguresPart {
  const { t } = source.input
  const { before, after, loss, relief } = drilled
  const beside = (words: string, now: number | undefined, then: number | undefined, digits: number) => ({
    words,
    value: `${source.figure(now, digits)} → ${source.figure(then, digits)}`,
    remark: '',
  })
  return {
    kind: 'figures',
    key: 'drill',
    title: t('analysis.drill.figures'),
    subtitle: leaversOf(source, drilled.leaves),
    notes: [t('analysis.drill.nothingWritten')],
    figures: [
      { words: t('analysis.risk.impact'), value: source.figure(loss.impact, 1), remark: t('analysis.overview.ofHundred') },
      beside(t('analysis.coverage.title'), before.coverage?.score, after.coverage?.score, 1),
      beside(t('analysis.support.settledLong'), before.support?.settled, after.support?.settled, 2),
      { words: t('analysis.drill.reliefTitle'), value: source.figure(relief, 2), remark: t('report.drill.reliefRemark') },
    ],
  }
}

/** What a departure takes away, by name. */
export function drillLosses(source: ReportSource, drilled: Drill): TextPart {
  const { t, method } = source.input
  const { emptiedRoles, unreachable, paths } = drilled
  const bullets = [
    ...emptiedRoles.map((role) => t('report.drill.emptied', { role: roleWords(role, method, t).label })),
    ...unreachable.map((id) => t('report.drill.unreachable', { name: source.nameAndTitle(id) })),
    ...paths
      .filter(({ after }) => after.length > 0)
      .map(({ person, before, after }) =>
        t('report.drill.path', { name: source.name(person), before: way(source, before), after: way(source, after) }),
      ),
  ]
  return {
    kind: 'text',
    key: 'losses',
    title: t('analysis.drill.lost'),
    subtitle: leaversOf(source, drilled.leaves),
    notes: [],
    paragraphs:
      bullets.length === 0
        ? [{ style: 'plain', words: t('analysis.drill.nothingLost') }]
        : bullets.map((words) => ({ style: 'bullet', words })),
  }
}

export function leaversOf(source: ReportSource, leaves: readonly PersonId[]): string {
  return leaves
    .map((id) => source.nameAndTitle(id))
    .filter((words) => words !== '')
    .join(' · ')
}

function way(source: ReportSource, steps: readonly PersonId[]): string {
  return steps.map((id) => source.name(id)).join(' → ')
}
