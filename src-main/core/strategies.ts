import type { Done, ParsedInput } from '../../src-shared/contract'
import { AppError } from '../../src-shared/errors'
import { localDay } from '../../src-shared/model/day'
import type { AccountId, PersonId, StrategyId } from '../../src-shared/model/ids'
import type { WriteContext } from './context'
import { memberOf, missing, opportunityOf } from './lookup'

/** For one of theirs or a third party on the account's map. @throws AppError `not_found`, `wrong_side`, `not_ours` */
export async function createStrategy(
  context: WriteContext,
  { own = {}, ...input }: ParsedInput<'strategy.create'>,
): Promise<{ strategyId: StrategyId }> {
  const { accountId, personId } = input
  const { name, side } = await memberOf(context.db, accountId, personId)
  if (side === 'ours') throw new AppError('wrong_side', { name })
  await assertFits(context, accountId, input)
  context.step('strategy_create', { name })
  const id = context.newId<StrategyId>()
  await context.db
    .insertInto('strategy')
    .values({
      id,
      accountId,
      opportunityId: input.opportunityId ?? null,
      personId,
      role: input.role ?? null,
      objective: input.objective ?? '',
      message: input.message ?? '',
      materials: input.materials ?? '',
      ownerId: input.ownerId ?? null,
      dueOn: input.dueOn ?? null,
      status: input.status ?? 'planned',
      result: input.result ?? '',
      madeOn: localDay(context.now()),
      secrecy: input.secrecy ?? 'team',
      own: JSON.stringify(own),
    })
    .execute()
  return { strategyId: id }
}

/** @throws AppError `not_found`, `not_ours` */
export async function updateStrategy(context: WriteContext, input: ParsedInput<'strategy.update'>): Promise<Done> {
  const { strategyId, own, ...changes } = input
  const strategy = await strategyOf(context, strategyId)
  await assertFits(context, strategy.accountId, changes)
  context.step('strategy_update', { name: await nameOf(context, strategy.personId) })
  await context.db
    .updateTable('strategy')
    .set({ id: strategyId, ...changes, ...(own && { own: JSON.stringify(own) }) })
    .where('id', '=', strategyId)
    .execute()
  return {}
}

/** @throws AppError `not_found` */
export async function removeStrategy(context: WriteContext, { strategyId }: ParsedInput<'strategy.remove'>): Promise<Done> {
  const { personId } = await strategyOf(context, strategyId)
  context.step('strategy_remove', { name: await nameOf(context, personId) })
  await context.db.deleteFrom('strategy').where('id', '=', strategyId).execute()
  return {}
}

async function strategyOf({ db }: WriteContext, id: StrategyId) {
  const strategy = await db.selectFrom('strategy').selectAll().where('id', '=', id).executeTakeFirst()
  return strategy ?? missing('strategy', id)
}

/** The deal is the account's, and the owner one of ours on it. */
async function assertFits(
  { db }: WriteContext,
  accountId: AccountId,
  { opportunityId, ownerId }: Pick<ParsedInput<'strategy.create'>, 'opportunityId' | 'ownerId'>,
): Promise<void> {
  if (opportunityId && (await opportunityOf(db, opportunityId)).accountId !== accountId) missing('opportunity', opportunityId)
  if (ownerId) {
    const { name, side } = await memberOf(db, accountId, ownerId)
    if (side !== 'ours') throw new AppError('not_ours', { name })
  }
}

async function nameOf({ db }: WriteContext, id: PersonId): Promise<string> {
  const person = await db.selectFrom('person').select('name').where('id', '=', id).executeTakeFirst()
  return person?.name ?? ''
}
