import type { ParsedInput } from '../../src-shared/contract'
import type { AccountId, PersonId } from '../../src-shared/model/ids'
import type { WriteContext } from './context'
import type { Writer } from './db'
import { missing, personOf } from './lookup'
import { createPerson } from './people'

/**
 * One record turns out to be two people of one name. The chosen tenures, ties, judgements, interactions and signals go to a new
 * person, who is a member of the accounts where any of that belongs; the first leaves an account where no seat of theirs is left.
 *
 * @throws AppError `not_found` also for anything that is not this person's, `name_empty`
 */
export async function splitPerson(context: WriteContext, input: ParsedInput<'person.split'>): Promise<{ personId: PersonId }> {
  const { db } = context
  const { personId } = input
  const person = await personOf(db, personId)
  context.step('person_split', { name: person.name, other: input.newPerson.name.trim() })
  const newId = await createPerson(context, input.newPerson)
  const seatedBefore = await accountsOfSeats(db, personId)

  for (const id of input.tenureIds) {
    await moveRow(
      () =>
        db
          .updateTable('tenure')
          .set({ personId: newId })
          .where('id', '=', id)
          .where('personId', '=', personId)
          .executeTakeFirst(),
      'tenure',
      id,
    )
  }
  for (const id of input.signalIds ?? []) {
    await moveRow(
      () =>
        db
          .updateTable('signal')
          .set({ personId: newId })
          .where('id', '=', id)
          .where('personId', '=', personId)
          .executeTakeFirst(),
      'signal',
      id,
    )
  }
  for (const interactionId of input.interactionIds ?? []) {
    // Taken away and put in: the journal knows a row by its key.
    const row = { interactionId, personId }
    const gone = await db
      .deleteFrom('interactionPerson')
      .where((is) => is.and(row))
      .executeTakeFirst()
    if (gone.numDeletedRows !== 1n) missing('interaction', interactionId)
    await db.insertInto('interactionPerson').values({ interactionId, personId: newId }).execute()
  }
  for (const id of input.tieIds ?? []) {
    const tie = await db.selectFrom('tie').select(['fromPersonId', 'toPersonId']).where('id', '=', id).executeTakeFirst()
    if (tie?.fromPersonId === personId) await db.updateTable('tie').set({ fromPersonId: newId }).where('id', '=', id).execute()
    else if (tie?.toPersonId === personId) await db.updateTable('tie').set({ toPersonId: newId }).where('id', '=', id).execute()
    else missing('tie', id)
  }
  for (const id of input.judgementIds ?? []) {
    const judgement = await db.selectFrom('judgement').selectAll().where('id', '=', id).executeTakeFirst()
    if (!judgement) return missing('judgement', id)
    const one = (each: PersonId | null): PersonId | null => (each === personId ? newId : each)
    const moved = {
      subjectId: judgement.subjectId === personId ? newId : judgement.subjectId,
      authorId: one(judgement.authorId),
      ownPersonId: one(judgement.ownPersonId),
    }
    if (![moved.subjectId, moved.authorId, moved.ownPersonId].includes(newId)) missing('judgement', id)
    await db.updateTable('judgement').set(moved).where('id', '=', id).execute()
  }
  await shareMemberships(db, personId, newId, seatedBefore)
  return { personId: newId }
}

async function moveRow(
  move: () => Promise<{ readonly numUpdatedRows: bigint } | undefined>,
  kind: 'tenure' | 'signal',
  id: string,
): Promise<void> {
  const moved = await move()
  if (moved?.numUpdatedRows !== 1n) missing(kind, id)
}

/** The new one is wherever something of theirs is; the first is no longer where their last seat went. */
async function shareMemberships(db: Writer, personId: PersonId, newId: PersonId, seatedBefore: Set<AccountId>): Promise<void> {
  const stillSeated = await accountsOfSeats(db, personId)
  const needed = new Set([...(await accountsOfSeats(db, newId)), ...(await accountsOfRecords(db, newId))])
  const members = await db.selectFrom('accountPerson').selectAll().where('personId', '=', personId).execute()
  for (const member of members) {
    const { accountId } = member
    if (!needed.has(accountId)) continue
    const leaves = seatedBefore.has(accountId) && !stillSeated.has(accountId)
    const ofMember = { accountId, personId }
    const aliases = await db
      .selectFrom('sourceAlias')
      .selectAll()
      .where((is) => is.and(ofMember))
      .execute()
    if (leaves)
      await db
        .deleteFrom('accountPerson')
        .where((is) => is.and(ofMember))
        .execute()
    // The sender's ids stay with whoever stays.
    const sourceId = leaves ? member.sourceId : null
    await db
      .insertInto('accountPerson')
      .values({ ...member, personId: newId, sourceId })
      .execute()
    for (const table of leaves ? (['strategy', 'task'] as const) : []) {
      // What is planned there is about whoever is there.
      await db
        .updateTable(table)
        .set({ personId: newId })
        .where('accountId', '=', accountId)
        .where('personId', '=', personId)
        .execute()
      await db
        .updateTable(table)
        .set({ ownerId: newId })
        .where('accountId', '=', accountId)
        .where('ownerId', '=', personId)
        .execute()
    }
    for (const alias of leaves ? aliases : []) {
      await db
        .insertInto('sourceAlias')
        .values({ ...alias, personId: newId })
        .execute()
    }
  }
}

async function accountsOfSeats(db: Writer, personId: PersonId): Promise<Set<AccountId>> {
  const rows = await db
    .selectFrom('tenure')
    .innerJoin('accountSeat', 'accountSeat.seatId', 'tenure.seatId')
    .select('accountSeat.accountId')
    .where('tenure.personId', '=', personId)
    .execute()
  return new Set(rows.map(({ accountId }) => accountId))
}

async function accountsOfRecords(db: Writer, personId: PersonId): Promise<Set<AccountId>> {
  const rows = await db
    .selectFrom('signal')
    .select('accountId')
    .where('personId', '=', personId)
    .union(
      db
        .selectFrom('interactionPerson')
        .innerJoin('interaction', 'interaction.id', 'interactionPerson.interactionId')
        .select('interaction.accountId')
        .where('interactionPerson.personId', '=', personId),
    )
    .union(
      db
        .selectFrom('judgement')
        .innerJoin('opportunity', 'opportunity.id', 'judgement.opportunityId')
        .select('opportunity.accountId')
        .where('judgement.subjectId', '=', personId),
    )
    .execute()
  return new Set(rows.map(({ accountId }) => accountId))
}
