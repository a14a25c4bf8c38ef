import { sql } from 'kysely'
import type { Done, ListedTask, ParsedInput } from '../../src-shared/contract'
import type { OwnFields } from '../../src-shared/model/account'
import { addDays, days, localDay } from '../../src-shared/model/day'
import type { TaskId } from '../../src-shared/model/ids'
import type { ReadContext, WriteContext } from './context'
import { ownJson } from './json'
import { accountOf, missing, named, opportunityOf, personOf } from './lookup'

/** Open tasks by day due, those without one last; then the done ones, latest first. One statement, whatever the number. */
export async function listTasks({ db }: ReadContext, input: ParsedInput<'task.list'>): Promise<ListedTask[]> {
  let tasks = db
    .selectFrom('task')
    .leftJoin('account', 'account.id', 'task.accountId')
    .leftJoin('opportunity', 'opportunity.id', 'task.opportunityId')
    .leftJoin('person', 'person.id', 'task.personId')
    .leftJoin('person as owner', 'owner.id', 'task.ownerId')
    .selectAll('task')
    .select([
      'account.name as accountName',
      'opportunity.name as opportunityName',
      'person.name as personName',
      'owner.name as ownerName',
    ])
  if (input.accountId !== undefined) tasks = tasks.where('task.accountId', '=', input.accountId)
  if (input.ownerId !== undefined) tasks = tasks.where('task.ownerId', '=', input.ownerId)
  if (input.personId !== undefined) tasks = tasks.where('task.personId', '=', input.personId)
  const open = tasks
    .where('task.doneOn', 'is', null)
    .orderBy(sql`task.dueOn IS NULL`)
    .orderBy('task.dueOn')
    .orderBy('task.id')
  const done = tasks
    .where('task.doneOn', 'is not', null)
    .orderBy('task.doneOn', 'desc')
    .orderBy('task.id', 'desc')
    .limit(input.done ?? 50)
  const rows = [...(await open.execute()), ...(await done.execute())]
  return rows.map((row) => ({ ...row, own: ownJson<OwnFields>(row.own) }))
}

/** @throws AppError `not_found`, `name_empty` */
export async function createTask(context: WriteContext, input: ParsedInput<'task.create'>): Promise<{ taskId: TaskId }> {
  const title = named(input.title)
  const place = await placeOf(context, input)
  await assertPeople(context, input)
  context.step('task_create', { name: title })
  return { taskId: await addTask(context, { ...input, ...place, title }) }
}

/** Writes a task as part of whatever step is open: one that came of an interaction, a strategy or a hand-over. */
export async function addTask(context: WriteContext, { own = {}, ...input }: ParsedInput<'task.create'>): Promise<TaskId> {
  const id = context.newId<TaskId>()
  await context.db
    .insertInto('task')
    .values({
      id,
      accountId: input.accountId ?? null,
      opportunityId: input.opportunityId ?? null,
      personId: input.personId ?? null,
      ownerId: input.ownerId ?? null,
      title: input.title,
      note: input.note ?? '',
      dueOn: input.dueOn ?? null,
      remindOn: input.remindOn ?? null,
      doneOn: null,
      madeOn: localDay(context.now()),
      repeatEveryDays: input.repeatEveryDays ?? null,
      origin: input.origin ?? 'typed',
      originId: input.originId ?? null,
      secrecy: input.secrecy ?? 'open',
      own: JSON.stringify(own),
    })
    .execute()
  return id
}

/** @throws AppError `not_found`, `name_empty` */
export async function updateTask(context: WriteContext, input: ParsedInput<'task.update'>): Promise<Done> {
  const { taskId, own, title: wanted, ...changes } = input
  const task = await taskOf(context, taskId)
  const { accountId = task.accountId, opportunityId = accountId === task.accountId ? task.opportunityId : null } = changes
  const place = await placeOf(context, { accountId, opportunityId })
  await assertPeople(context, changes)
  const title = wanted === undefined ? task.title : named(wanted)
  context.step('task_update', { name: title })
  await context.db
    .updateTable('task')
    .set({ ...changes, ...place, title, ...(own && { own: JSON.stringify(own) }) })
    .where('id', '=', taskId)
    .execute()
  return {}
}

/** A task that is done already stays done on its day. @throws AppError `not_found` */
export async function finishTask(
  context: WriteContext,
  { taskId, on }: ParsedInput<'task.finish'>,
): Promise<{ nextTaskId: TaskId | null }> {
  const { own, ...task } = await taskOf(context, taskId)
  if (task.doneOn !== null) return { nextTaskId: null }
  context.step('task_finish', { name: task.title })
  await context.db.updateTable('task').set({ doneOn: on }).where('id', '=', taskId).execute()
  if (task.repeatEveryDays === null) return { nextTaskId: null }
  const dueOn = addDays(on, task.repeatEveryDays)
  // The reminder keeps its distance.
  const remindOn = task.remindOn && task.dueOn && addDays(dueOn, days(task.dueOn, task.remindOn))
  const nextTaskId = await addTask(context, { ...task, dueOn, remindOn, own: ownJson<OwnFields>(own) })
  return { nextTaskId }
}

/** @throws AppError `not_found` */
export async function reopenTask(context: WriteContext, { taskId }: ParsedInput<'task.reopen'>): Promise<Done> {
  const { title } = await taskOf(context, taskId)
  context.step('task_reopen', { name: title })
  await context.db.updateTable('task').set({ doneOn: null }).where('id', '=', taskId).execute()
  return {}
}

/** @throws AppError `not_found` */
export async function removeTask(context: WriteContext, { taskId }: ParsedInput<'task.remove'>): Promise<Done> {
  const { title } = await taskOf(context, taskId)
  context.step('task_remove', { name: title })
  await context.db.deleteFrom('task').where('id', '=', taskId).execute()
  return {}
}

async function taskOf({ db }: WriteContext, id: TaskId) {
  const task = await db.selectFrom('task').selectAll().where('id', '=', id).executeTakeFirst()
  return task ?? missing('task', id)
}

type Place = Pick<ParsedInput<'task.create'>, 'accountId' | 'opportunityId'>

/** A deal brings its account along, and goes with no other: what an account's export takes refers to nothing outside. */
async function placeOf({ db }: WriteContext, { accountId, opportunityId }: Place) {
  if (accountId) await accountOf(db, accountId)
  if (!opportunityId) return { accountId: accountId ?? null, opportunityId: null }
  const opportunity = await opportunityOf(db, opportunityId)
  if (accountId && accountId !== opportunity.accountId) missing('opportunity', opportunityId)
  return { accountId: opportunity.accountId, opportunityId }
}

async function assertPeople(
  { db }: WriteContext,
  { personId, ownerId }: Pick<ParsedInput<'task.create'>, 'personId' | 'ownerId'>,
): Promise<void> {
  if (personId) await personOf(db, personId)
  if (ownerId) await personOf(db, ownerId)
}
