import type { Done, ParsedInput } from '../../src-shared/contract'
import { AppError } from '../../src-shared/errors'
import type { PersonId, TieId } from '../../src-shared/model/ids'
import { shippedMethod } from '../../src-shared/model/method'
import type { WriteContext } from './context'
import { assertOrder, missing, personOf } from './lookup'

/** @throws AppError `not_found`, `self_tie`, `dates_reversed` */
export async function createTie(context: WriteContext, input: ParsedInput<'tie.create'>): Promise<{ tieId: TieId }> {
  const { db } = context
  const { on, validFrom = null, validTo = null } = input
  const ends = await endsOf(context, input.fromPersonId, input.toPersonId)
  assertOrder(validFrom, validTo)
  context.step('tie_create', ends)
  const id = context.newId<TieId>()
  await db
    .insertInto('tie')
    .values({
      id,
      fromPersonId: input.fromPersonId,
      toPersonId: input.toPersonId,
      kind: input.kind,
      strength: input.strength ?? shippedMethod.strength.medium,
      confidence: input.confidence ?? shippedMethod.confidence.confirmed,
      note: input.note ?? '',
      validFrom,
      validTo,
      secrecy: input.secrecy ?? 'open',
      sourceId: null,
      recordedOn: on,
      own: '{}',
    })
    .execute()
  return { tieId: id }
}

/** @throws AppError `not_found`, `dates_reversed` */
export async function updateTie(context: WriteContext, input: ParsedInput<'tie.update'>): Promise<Done> {
  const { db } = context
  const { tieId, reverse, ...changes } = input
  const tie = await tieOf(context, tieId)
  const { validFrom = tie.validFrom, validTo = tie.validTo } = changes
  assertOrder(validFrom, validTo)
  context.step('tie_update', await endsOf(context, tie.fromPersonId, tie.toPersonId))
  await db
    .updateTable('tie')
    .set({ ...tie, ...changes, ...(reverse && { fromPersonId: tie.toPersonId, toPersonId: tie.fromPersonId }) })
    .where('id', '=', tieId)
    .execute()
  return {}
}

/** @throws AppError `not_found` */
export async function removeTie(context: WriteContext, { tieId }: ParsedInput<'tie.remove'>): Promise<Done> {
  const tie = await tieOf(context, tieId)
  context.step('tie_remove', await endsOf(context, tie.fromPersonId, tie.toPersonId))
  await context.db.deleteFrom('tie').where('id', '=', tieId).execute()
  return {}
}

async function tieOf({ db }: WriteContext, tieId: TieId) {
  const tie = await db.selectFrom('tie').selectAll().where('id', '=', tieId).executeTakeFirst()
  return tie ?? missing('tie', tieId)
}

async function endsOf({ db }: WriteContext, from: PersonId, to: PersonId): Promise<{ from: string; to: string }> {
  const ends = { from: (await personOf(db, from)).name, to: (await personOf(db, to)).name }
  if (from === to) throw new AppError('self_tie', { name: ends.from })
  return ends
}
