import type { Done, ListedHandOver, ParsedInput } from '../../src-shared/contract'
import { AppError } from '../../src-shared/errors'
import type { HandOverItem } from '../../src-shared/model/change'
import type { HandOverId, HandOverItemId, PersonId, SeatId, TaskId } from '../../src-shared/model/ids'
import { createAccount } from './accounts'
import type { ReadContext, WriteContext } from './context'
import { itemsToPassOn } from './handOverItems'
import { accountOf, memberOf, missing, personOf } from './lookup'
import { movePerson } from './moves'
import { addTask } from './tasks'

/** Open ones first, then by day; items with their names in one statement. */
export async function listHandOvers({ db }: ReadContext, input: ParsedInput<'handOver.list'>): Promise<ListedHandOver[]> {
  let handOvers = db
    .selectFrom('handOver')
    .innerJoin('account', 'account.id', 'handOver.accountId')
    .innerJoin('person', 'person.id', 'handOver.personId')
    .selectAll('handOver')
    .select(['account.name as accountName', 'person.name as personName'])
    .orderBy((of) => of.case().when('handOver.closedOn', 'is', null).then(0).else(1).end())
    .orderBy('handOver.openedOn', 'desc')
    .orderBy('handOver.id', 'desc')
  if (input.accountId !== undefined) handOvers = handOvers.where('handOver.accountId', '=', input.accountId)
  const rows = await handOvers.execute()
  const items = await db
    .selectFrom('handOverItem')
    .innerJoin('handOver', 'handOver.id', 'handOverItem.handOverId')
    .leftJoin('opportunity', 'opportunity.id', 'handOverItem.opportunityId')
    .leftJoin('person as subject', 'subject.id', 'handOverItem.subjectId')
    .leftJoin('person as successor', 'successor.id', 'handOverItem.successorId')
    .leftJoin('person as ownPerson', 'ownPerson.id', 'handOverItem.ownPersonId')
    .leftJoin('task', 'task.id', 'handOverItem.taskId')
    .leftJoin('strategy', 'strategy.id', 'handOverItem.strategyId')
    .leftJoin('seatState', (join) =>
      join.onRef('seatState.seatId', '=', 'handOverItem.seatId').on('seatState.validTo', 'is', null),
    )
    .selectAll('handOverItem')
    .select([
      'opportunity.name as opportunityName',
      'successor.name as successorName',
      'ownPerson.name as ownName',
      'subject.name as subjectName',
      'task.title as taskTitle',
      'strategy.objective',
      'seatState.title as seatTitle',
    ])
    .where(
      'handOver.id',
      'in',
      rows.map(({ id }) => id),
    )
    .orderBy('handOverItem.position')
    .execute()
  const byHandOver = Map.groupBy(items, ({ handOverId }) => handOverId)
  return rows.map((row) => ({
    ...row,
    items: (byHandOver.get(row.id) ?? []).map(({ subjectName, taskTitle, objective, seatTitle, ...item }) => ({
      ...item,
      subject: (item.kind === 'promise' ? taskTitle : item.kind === 'strategy' ? objective : (subjectName ?? seatTitle)) ?? '',
    })),
  }))
}

/** @throws AppError `not_found` */
export async function openHandOver(
  context: WriteContext,
  input: ParsedInput<'handOver.open'>,
): Promise<{ handOverId: HandOverId }> {
  const { db } = context
  const { accountId, personId, on, changeEventId = null } = input
  const { name } = await memberOf(db, accountId, personId)
  if (changeEventId !== null) {
    const event = await db.selectFrom('changeEvent').select('id').where('id', '=', changeEventId).executeTakeFirst()
    if (!event) missing('changeEvent', changeEventId)
  }
  context.step('handOver_open', { name })
  const handOverId = context.newId<HandOverId>()
  await db
    .insertInto('handOver')
    .values({
      id: handOverId,
      accountId,
      personId,
      changeEventId,
      openedOn: on,
      closedOn: null,
      destination: '',
      destinationAccountId: null,
      note: '',
    })
    .execute()
  const items = await itemsToPassOn(db, accountId, personId, on)
  if (items.length > 0) {
    await db
      .insertInto('handOverItem')
      .values(items.map((item, position) => ({ ...item, id: context.newId<HandOverItemId>(), handOverId, position })))
      .execute()
  }
  return { handOverId }
}

/** @throws AppError `not_found` */
export async function updateHandOver(context: WriteContext, input: ParsedInput<'handOver.update'>): Promise<Done> {
  const { handOverId, ...changes } = input
  await nameStep(context, 'handOver_update', handOverId)
  await context.db
    .updateTable('handOver')
    .set({ id: handOverId, ...changes })
    .where('id', '=', handOverId)
    .execute()
  return {}
}

/**
 * The leaver's new seat, on the map of the account that follows them there; what we know of them and who knows them goes along, since
 * it is the person's. @throws AppError `not_found`, `other_side`; of a new account `name_empty`, `name_taken`
 */
export async function followLeaver(context: WriteContext, input: ParsedInput<'handOver.follow'>): Promise<{ seatId: SeatId }> {
  const { db } = context
  const { handOverId, organization, title, on } = input
  const { personId } = await nameStep(context, 'handOver_follow', handOverId)
  const accountId = input.accountId ?? (await createAccount(context, { name: organization })).accountId
  await accountOf(db, accountId)
  const { seatId } = await movePerson(context, { personId, fromSeatId: null, accountId, to: { organization, title }, on })
  await db
    .updateTable('handOver')
    .set({ destination: organization, destinationAccountId: accountId })
    .where('id', '=', handOverId)
    .execute()
  return { seatId }
}

/** @throws AppError `not_found` */
export async function closeHandOver(context: WriteContext, { handOverId, on }: ParsedInput<'handOver.close'>): Promise<Done> {
  await nameStep(context, on === null ? 'handOver_reopen' : 'handOver_close', handOverId)
  await context.db.updateTable('handOver').set({ closedOn: on }).where('id', '=', handOverId).execute()
  return {}
}

/** @throws AppError `not_found` */
export async function removeHandOver(context: WriteContext, { handOverId }: ParsedInput<'handOver.remove'>): Promise<Done> {
  await nameStep(context, 'handOver_remove', handOverId)
  await context.db.deleteFrom('handOver').where('id', '=', handOverId).execute()
  return {}
}

/**
 * Who inherits, who of ours meets them, by when. Somebody to do it and a name for it make a task, or move the one that is there; a
 * promise and a strategy go over to whoever takes them. @throws AppError `not_found`, `not_ours`, `wrong_side`
 */
export async function assignItem(context: WriteContext, input: ParsedInput<'handOverItem.assign'>): Promise<Done> {
  const { handOverItemId, taskTitle, ...changes } = input
  const { item, handOver } = await itemOf(context, handOverItemId)
  const next = { ...item, ...definedOnly(changes) }
  await assertFits(context, handOver.accountId, next)
  context.step('handOver_assign', { name: (await personOf(context.db, handOver.personId)).name })
  const taskId = await passOn(context, handOver, next, taskTitle)
  await context.db
    .updateTable('handOverItem')
    .set({ ...next, taskId })
    .where('id', '=', handOverItemId)
    .execute()
  return {}
}

/** The task that was made for it is done, or open again, with it. @throws AppError `not_found` */
export async function finishItem(context: WriteContext, input: ParsedInput<'handOverItem.finish'>): Promise<Done> {
  const { handOverItemId, on } = input
  const { item, handOver } = await itemOf(context, handOverItemId)
  context.step(on === null ? 'handOver_itemReopen' : 'handOver_itemFinish', {
    name: (await personOf(context.db, handOver.personId)).name,
  })
  await context.db.updateTable('handOverItem').set({ doneOn: on }).where('id', '=', handOverItemId).execute()
  if (item.taskId !== null && item.kind !== 'promise') {
    await context.db.updateTable('task').set({ doneOn: on }).where('id', '=', item.taskId).execute()
  }
  return {}
}

type Row = Pick<
  HandOverItem,
  'id' | 'kind' | 'opportunityId' | 'taskId' | 'strategyId' | 'subjectId' | 'successorId' | 'ownPersonId' | 'dueOn'
>

/** Who is to act: whoever takes it over of ours, or meets the one who inherits. */
async function passOn(
  context: WriteContext,
  handOver: { readonly accountId: ParsedInput<'handOver.open'>['accountId'] },
  item: Row,
  title: string | undefined,
): Promise<TaskId | null> {
  const { db } = context
  const { kind, taskId, strategyId, successorId, dueOn } = item
  if (kind === 'promise' && taskId !== null) {
    if (successorId !== null) await db.updateTable('task').set({ ownerId: successorId }).where('id', '=', taskId).execute()
    if (dueOn !== null) await db.updateTable('task').set({ dueOn }).where('id', '=', taskId).execute()
    return taskId
  }
  if (kind === 'strategy' && strategyId !== null && successorId !== null) {
    await db.updateTable('strategy').set({ ownerId: successorId }).where('id', '=', strategyId).execute()
  }
  const ownerId = item.ownPersonId ?? (kind === 'role' ? null : successorId)
  if (taskId !== null) {
    await db.updateTable('task').set({ ownerId, dueOn }).where('id', '=', taskId).execute()
    return taskId
  }
  if (ownerId === null || title === undefined) return null
  return addTask(context, {
    title,
    accountId: handOver.accountId,
    opportunityId: item.opportunityId,
    personId: kind === 'role' ? successorId : item.subjectId,
    ownerId,
    dueOn,
    origin: 'hand-over',
    originId: item.id,
  })
}

/** A role is inherited by one of theirs, everything else taken over by one of ours; who meets them is one of ours. */
async function assertFits(
  { db }: WriteContext,
  accountId: ParsedInput<'handOver.open'>['accountId'],
  { kind, successorId, ownPersonId }: Row,
): Promise<void> {
  if (successorId !== null) {
    const { name, side } = await memberOf(db, accountId, successorId)
    if (kind === 'role' && side === 'ours') throw new AppError('wrong_side', { name })
    if (kind !== 'role' && side !== 'ours') throw new AppError('not_ours', { name })
  }
  if (ownPersonId !== null) {
    const { name, side } = await memberOf(db, accountId, ownPersonId)
    if (side !== 'ours') throw new AppError('not_ours', { name })
  }
}

async function itemOf({ db }: WriteContext, id: HandOverItemId) {
  const item = await db.selectFrom('handOverItem').selectAll().where('id', '=', id).executeTakeFirst()
  if (!item) return missing('handOver', id)
  const handOver = await db.selectFrom('handOver').selectAll().where('id', '=', item.handOverId).executeTakeFirst()
  return { item, handOver: handOver ?? missing('handOver', item.handOverId) }
}

async function nameStep(context: WriteContext, step: string, id: HandOverId): Promise<{ personId: PersonId }> {
  const handOver = await context.db.selectFrom('handOver').selectAll().where('id', '=', id).executeTakeFirst()
  if (!handOver) return missing('handOver', id)
  context.step(step, { name: (await personOf(context.db, handOver.personId)).name })
  return handOver
}

/** A key that is given without a value is one that was not given. */
function definedOnly<T extends object>(values: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  // The same keys, without those that were undefined.
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>
  }
}
