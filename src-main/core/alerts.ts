import type { Done, ListedAlert, ParsedInput } from '../../src-shared/contract'
import { accountFigures } from '../../src-shared/analytics/accountFigures'
import {
  type AlertCondition,
  alertConditions,
  currentMark,
  type FigureMark,
  nextMark,
} from '../../src-shared/analytics/alertConditions'
import { type Alert, AlertKind, AlertRules } from '../../src-shared/model/alert'
import type { OwnFields } from '../../src-shared/model/account'
import type { Day } from '../../src-shared/model/day'
import type { AccountGraph } from '../../src-shared/model/graph'
import type { AccountId, AlertId, OpportunityId } from '../../src-shared/model/ids'
import type { Method } from '../../src-shared/model/method'
import shipped from '../../resources/alertRules.json'
import { type Expression, type SqlBool, sql } from 'kysely'
import type { ReadContext, WriteContext } from './context'
import type { Reader, Writer } from './db'
import { loadGraph } from './graph'
import { ownJson } from './json'
import { missing } from './lookup'
import { workspaceInfo, workspaceMethod } from './workspace'

const SETTING = 'alertRules'

export async function listAlerts({ db }: ReadContext): Promise<ListedAlert[]> {
  const rows = await db
    .selectFrom('alert')
    .innerJoin('account', 'account.id', 'alert.accountId')
    .leftJoin('opportunity', 'opportunity.id', 'alert.opportunityId')
    .select(['alert.id', 'alert.accountId', 'alert.opportunityId', 'alert.personId', 'alert.kind', 'alert.code', 'alert.params'])
    .select(['alert.raisedOn', 'alert.seenOn', 'alert.dismissedOn'])
    .select(['account.name as accountName', 'opportunity.name as opportunityName'])
    .where('alert.dismissedOn', 'is', null)
    .orderBy('alert.raisedOn', 'desc')
    .orderBy('alert.id', 'desc')
    .execute()
  return rows.map(({ kind, params, ...row }) => ({
    ...row,
    kind: AlertKind.parse(kind),
    params: ownJson<Alert['params']>(params),
  }))
}

export async function alertRules({ db }: Pick<ReadContext, 'db'>): Promise<AlertRules> {
  const row = await db.selectFrom('setting').select('value').where('key', '=', SETTING).executeTakeFirst()
  const changed = row ? AlertRules.partial().parse(JSON.parse(row.value)) : {}
  return AlertRules.parse({ ...shipped, ...changed, kinds: { ...shipped.kinds, ...changed.kinds } })
}

export async function setAlertRules(context: WriteContext, input: ParsedInput<'alertRules.set'>): Promise<Done> {
  const rules = await alertRules(context)
  context.step('alertRules_set')
  const value = JSON.stringify(AlertRules.parse({ ...rules, ...input, kinds: { ...rules.kinds, ...input.kinds } }))
  await context.db
    .insertInto('setting')
    .values({ key: SETTING, value })
    .onConflict((conflict) => conflict.column('key').doUpdateSet({ value }))
    .execute()
  return {}
}

/** One graph an account; what is told already keeps its day and whether it was seen. */
export async function refreshAlerts(
  context: WriteContext,
  { on }: ParsedInput<'alerts.refresh'>,
): Promise<{ raised: number; dropped: number }> {
  const { db } = context
  const method = await workspaceMethod(db)
  const rules = await alertRules(context)
  const me = rules.ownAccountsOnly ? (await workspaceInfo(context)).me : null
  const accounts = await db.selectFrom('account').select(['id', 'ownerId']).orderBy('position').execute()
  const known = new Map((await db.selectFrom('alert').select(['id', 'alertKey']).execute()).map((row) => [row.alertKey, row.id]))
  const holding = new Set<string>()
  let raised = 0
  for (const [i, account] of accounts.entries()) {
    context.progress.checkCancelled()
    if (me !== null && account.ownerId !== me) continue
    for (const condition of await conditionsOf(db, account.id, on, method, rules)) {
      holding.add(condition.key)
      if (!known.has(condition.key)) raised += 1
      await raise(context, account.id, condition, on)
    }
    context.progress.report((i + 1) / accounts.length)
  }
  const over = [...known].filter(([key]) => !holding.has(key)).map(([, id]) => id)
  if (over.length > 0) await db.deleteFrom('alert').where('id', 'in', over).execute()
  return { raised, dropped: over.length }
}

export async function seeAlerts({ db }: WriteContext, { alertIds, on }: ParsedInput<'alerts.see'>): Promise<Done> {
  await db.updateTable('alert').set({ seenOn: on }).where('id', 'in', alertIds).where('seenOn', 'is', null).execute()
  return {}
}

/** @throws AppError `not_found` */
export async function dismissAlert({ db }: WriteContext, { alertId, on }: ParsedInput<'alert.dismiss'>): Promise<Done> {
  const alert = await db.selectFrom('alert').selectAll().where('id', '=', alertId).executeTakeFirst()
  if (!alert) return missing('alert', alertId)
  await db
    .updateTable('alert')
    .set({ dismissedOn: on, seenOn: alert.seenOn ?? on })
    .where('id', '=', alertId)
    .execute()
  const { opportunityId, kind } = alert
  if (opportunityId === null || (kind !== 'coverage' && kind !== 'risk')) return {}
  const graph = await loadGraph({ db }, alert.accountId)
  const now = currentMark(accountFigures(graph, opportunityId, on, await workspaceMethod(db)))
  const mark = (await marksOf(db, [opportunityId])).get(opportunityId) ?? now
  const { personId } = alert
  const light = personId === null ? undefined : now.lights[personId]
  await setMark(db, opportunityId, {
    coverage: kind === 'coverage' ? now.coverage : mark.coverage,
    lights: personId !== null && light ? { ...mark.lights, [personId]: light } : mark.lights,
  })
  // It is measured anew from here: should it grow worse still, that is news.
  await db.deleteFrom('alert').where('id', '=', alertId).execute()
  return {}
}

async function conditionsOf(
  db: Writer,
  accountId: AccountId,
  on: Day,
  method: Method,
  rules: AlertRules,
): Promise<AlertCondition[]> {
  const graph = await loadGraph({ db }, accountId)
  const marks = await marksOf(
    db,
    graph.opportunities.map(({ id }) => id),
  )
  const changes = await db.selectFrom('changeEvent').selectAll().where('accountId', '=', accountId).execute()
  const tasks = await db.selectFrom('task').selectAll().where('accountId', '=', accountId).where('doneOn', 'is', null).execute()
  await keepMarks(db, graph, on, method, marks)
  return alertConditions({
    graph,
    on,
    method,
    rules,
    marks,
    changes: changes.map((row) => ({ ...row, own: ownJson<OwnFields>(row.own) })),
    tasks: tasks.map((row) => ({ ...row, own: ownJson<OwnFields>(row.own) })),
  })
}

async function keepMarks(
  db: Writer,
  graph: AccountGraph,
  on: Day,
  method: Method,
  marks: ReadonlyMap<OpportunityId, FigureMark>,
): Promise<void> {
  for (const { id } of graph.opportunities) await setMark(db, id, nextMark(accountFigures(graph, id, on, method), marks.get(id)))
}

async function marksOf(db: Reader, ids: readonly OpportunityId[]): Promise<Map<OpportunityId, FigureMark>> {
  const rows = await db.selectFrom('figureMark').selectAll().where('opportunityId', 'in', ids).execute()
  return new Map(
    rows.map(({ opportunityId, coverage, lights }) => [
      opportunityId,
      { coverage, lights: ownJson<FigureMark['lights']>(lights) },
    ]),
  )
}

async function setMark(db: Writer, opportunityId: OpportunityId, { coverage, lights }: FigureMark): Promise<void> {
  const values = { coverage, lights: JSON.stringify(lights) }
  await db
    .insertInto('figureMark')
    .values({ opportunityId, ...values })
    .onConflict((conflict) => conflict.column('opportunityId').doUpdateSet(values).where(differing(values)))
    .execute()
}

async function raise(context: WriteContext, accountId: AccountId, condition: AlertCondition, on: Day): Promise<void> {
  const { key, params, ...rest } = condition
  const values = { ...rest, params: JSON.stringify(params) }
  await context.db
    .insertInto('alert')
    .values({ id: context.newId<AlertId>(), alertKey: key, accountId, raisedOn: on, seenOn: null, dismissedOn: null, ...values })
    .onConflict((conflict) => conflict.column('alertKey').doUpdateSet(values).where(differing(values)))
    .execute()
}

/** Whether the row that is there says anything else: written over with itself it would be told as a change, and asked for by everybody. */
function differing(values: Readonly<Record<string, string | number | null>>): Expression<SqlBool> {
  const differences = Object.entries(values).map(([column, value]) => sql`${sql.ref(column)} IS NOT ${value}`)
  return sql<SqlBool>`(${sql.join(differences, sql` OR `)})`
}
