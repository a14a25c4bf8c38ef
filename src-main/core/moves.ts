import type { ParsedInput } from '../../src-shared/contract'
import { AppError } from '../../src-shared/errors'
import { type Day, holds } from '../../src-shared/model/day'
import type { AccountId, PersonId, SeatId } from '../../src-shared/model/ids'
import type { Side } from '../../src-shared/model/scales'
import type { WriteContext } from './context'
import { accountOf, assertOrder, personOf, seatOf, seatTitle } from './lookup'
import { createSeat, fillSeat } from './seats'

/**
 * A person takes another seat from a day on: an empty one, or a new one in whichever organization. The seat they come from stays,
 * vacant from that day; ties and judgements are the person's and go along. Moved on the very day they sat down, they never sat
 * there: that corrects the record.
 *
 * @throws AppError `not_found`, `not_in_seat`, `dates_reversed`, `seat_held`, `seat_kept`, `other_side`, `name_empty`
 */
export async function movePerson(context: WriteContext, input: ParsedInput<'person.move'>): Promise<{ seatId: SeatId }> {
  const { db } = context
  const { personId, accountId, to, on } = input
  const person = await personOf(db, personId)
  await accountOf(db, accountId)
  context.step('person_move', { name: person.name })
  if (input.fromSeatId !== null) {
    if ('seatId' in to && to.seatId === input.fromSeatId) {
      throw new AppError('seat_kept', { name: person.name, title: await seatTitle(db, to.seatId) })
    }
    await leave(context, person, input.fromSeatId, on)
  }
  if ('seatId' in to) {
    await fillSeat(context, { accountId, seatId: to.seatId, holder: { personId }, validFrom: on, on })
    return { seatId: to.seatId }
  }
  const side = (await sideOn(context, accountId, personId)) ?? input.side ?? 'theirs'
  const { seatId } = await createSeat(context, { ...to, accountId, side, holder: { personId }, validFrom: on, on })
  return { seatId }
}

/** Ends the tenure that holds on a day; one that begins on it never was. */
async function leave(
  { db }: WriteContext,
  person: { readonly id: PersonId; readonly name: string },
  seatId: SeatId,
  on: Day,
): Promise<void> {
  await seatOf(db, seatId)
  const tenures = await db
    .selectFrom('tenure')
    .selectAll()
    .where('seatId', '=', seatId)
    .where('personId', '=', person.id)
    .orderBy('validFrom', 'desc')
    .execute()
  const tenure = tenures.find((each) => holds(each, on))
  if (!tenure) {
    const open = tenures.find((each) => each.validTo === null)
    if (open) assertOrder(open.validFrom, on)
    throw new AppError('not_in_seat', { name: person.name, title: await seatTitle(db, seatId) })
  }
  if (tenure.validFrom === on) await db.deleteFrom('tenure').where('id', '=', tenure.id).execute()
  else await db.updateTable('tenure').set({ validTo: on }).where('id', '=', tenure.id).execute()
}

async function sideOn({ db }: WriteContext, accountId: AccountId, personId: PersonId): Promise<Side | undefined> {
  const member = await db
    .selectFrom('accountPerson')
    .select('side')
    .where('accountId', '=', accountId)
    .where('personId', '=', personId)
    .executeTakeFirst()
  return member?.side
}
