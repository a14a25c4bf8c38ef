import type { Done, ParsedInput } from '../../src-shared/contract'
import { localDay } from '../../src-shared/model/day'
import type { FormerNameId } from '../../src-shared/model/ids'
import type { WriteContext } from './context'
import { assertOrder, missing, named, personOf } from './lookup'

/**
 * A new name from a day on; the one before stays on record with the days it was borne. A second change on the same day corrects the
 * first: no name was borne for no day. @throws AppError `not_found`, `name_empty`, `dates_reversed`
 */
export async function renamePerson(context: WriteContext, input: ParsedInput<'person.rename'>): Promise<Done> {
  const { db } = context
  const { personId, on } = input
  const name = named(input.name)
  const person = await personOf(db, personId)
  if (name === person.name) return {}
  const last = await db
    .selectFrom('formerName')
    .selectAll()
    .where('personId', '=', personId)
    .where('validTo', 'is not', null)
    .orderBy('validTo', 'desc')
    .executeTakeFirst()
  if (last?.validTo !== on) assertOrder(last?.validTo ?? null, on)
  context.step('person_rename', { from: person.name, to: name })
  if (last?.validTo !== on) {
    await db
      .insertInto('formerName')
      .values({
        id: context.newId<FormerNameId>(),
        personId,
        name: person.name,
        validFrom: last?.validTo ?? null,
        validTo: on,
        recordedOn: localDay(context.now()),
      })
      .execute()
  } else if (last.name === name) {
    // Taken back the same day.
    await db.deleteFrom('formerName').where('id', '=', last.id).execute()
  }
  await db.updateTable('person').set({ name }).where('id', '=', personId).execute()
  return {}
}

/** @throws AppError `not_found` */
export async function removeFormerName(context: WriteContext, input: ParsedInput<'formerName.remove'>): Promise<Done> {
  const { db } = context
  const former = await db.selectFrom('formerName').selectAll().where('id', '=', input.formerNameId).executeTakeFirst()
  if (!former) return missing('formerName', input.formerNameId)
  context.step('formerName_remove', { name: former.name })
  await db.deleteFrom('formerName').where('id', '=', former.id).execute()
  return {}
}
