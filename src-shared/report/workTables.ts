import type { PersonId } from '../model/ids'
import { roleWords } from '../scene/roleWords'
import type { TablePart } from './report'
import type { ReportSource } from './source'
import { tableOf } from './table'

/** What we do about whom, of this opportunity and of the account as a whole; what is dropped is left out. */
export function strategyTable(source: ReportSource, about?: ReadonlySet<PersonId>): TablePart {
  const { t, method, opportunityId } = source.input
  const strategies = source.graph.strategies.filter(
    ({ status, opportunityId: deal, personId, ownerId }) =>
      status !== 'dropped' &&
      (opportunityId === null || deal === null || deal === opportunityId) &&
      (about === undefined || about.has(personId) || (ownerId !== null && about.has(ownerId))),
  )
  return tableOf(
    source,
    { key: 'strategies', title: t('report.strategies.title'), empty: t('report.strategies.empty') },
    [
      { words: t('report.column.name'), width: 3, cell: ({ personId }) => source.nameAndTitle(personId) },
      { words: t('report.column.role'), width: 2, cell: ({ role }) => (role === null ? '' : roleWords(role, method, t).label) },
      { words: t('report.column.objective'), width: 5, cell: ({ objective }) => objective },
      { words: t('report.column.message'), width: 5, cell: ({ message }) => message },
      { words: t('report.column.materials'), width: 3, cell: ({ materials }) => materials },
      { words: t('report.column.owner'), width: 2, cell: ({ ownerId }) => source.name(ownerId) },
      { words: t('report.column.due'), width: 2, day: ({ dueOn }) => dueOn },
      { words: t('report.column.status'), width: 2, cell: ({ status }) => t(`report.strategyStatus.${status}`) },
    ],
    strategies,
  )
}

/** What is to be done, the next first. */
export function taskTable(source: ReportSource, about?: ReadonlySet<PersonId>): TablePart {
  const { t } = source.input
  const open = source.tasks.filter(
    ({ doneOn, personId, ownerId }) =>
      doneOn === null &&
      (about === undefined || (personId !== null && about.has(personId)) || (ownerId !== null && about.has(ownerId))),
  )
  return tableOf(
    source,
    { key: 'tasks', title: t('report.tasks.title'), empty: t('report.tasks.empty') },
    [
      { words: t('report.column.task'), width: 6, cell: ({ title }) => title },
      { words: t('report.column.about'), width: 3, cell: ({ personId }) => source.name(personId) },
      { words: t('report.column.owner'), width: 2, cell: ({ ownerId }) => source.name(ownerId) },
      { words: t('report.column.due'), width: 2, day: ({ dueOn }) => dueOn },
    ],
    open,
  )
}

/** Key-person risk (domain.md 6.10), theirs and ours together. */
export function riskTable(source: ReportSource, most: number): TablePart {
  const { t } = source.input
  const { ranked } = source.figures
  const rows = [...ranked.theirs, ...ranked.ours]
    .filter(({ risk }) => risk !== null)
    .sort((a, b) => (b.risk ?? 0) - (a.risk ?? 0))
    .slice(0, most)
  return tableOf(
    source,
    { key: 'risk', title: t('report.risk.title'), subtitle: t('report.risk.subtitle'), empty: t('report.risk.empty') },
    [
      { words: t('report.column.name'), width: 5, cell: ({ presence }) => source.nameAndTitle(presence.person.id) },
      { words: t('report.column.side'), width: 2, cell: ({ presence }) => t(`model.side.${presence.person.side}`) },
      { words: t('report.column.likelihood'), width: 2, number: ({ likelihood }) => likelihood, style: 'percent' },
      { words: t('report.column.impact'), width: 2, number: ({ impact }) => impact, style: 1 },
      { words: t('report.column.risk'), width: 2, number: ({ risk }) => risk, style: 1 },
      {
        words: t('report.column.light'),
        width: 2,
        cell: ({ light }) => (light === null ? '' : t(`analysis.risk.light.${light}`)),
      },
    ],
    rows,
  )
}
