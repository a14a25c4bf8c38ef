import type { Day } from '../../src-shared/model/day'
import type { PersonId, TieId } from '../../src-shared/model/ids'
import type { Writer } from './db'
import type { Schema } from './schema'

type TieRow = Schema['tie']

/**
 * Ties of the merged person become the kept one's. One between the two is dropped: nobody is tied to themselves. Where both records
 * told of the same tie (same other person, kind and, of influence, direction, at a common time) one stays, as strong and as sure as
 * the stronger and the surer told, from the first day to the last, with both notes.
 */
export async function mergeTies(db: Writer, kept: PersonId, merged: PersonId): Promise<void> {
  await db.deleteFrom('tie').where('fromPersonId', 'in', [kept, merged]).where('toPersonId', 'in', [kept, merged]).execute()
  const mine = await tiesOf(db, kept)
  for (const tie of await tiesOf(db, merged)) {
    const moved = {
      ...tie,
      fromPersonId: tie.fromPersonId === merged ? kept : tie.fromPersonId,
      toPersonId: tie.toPersonId === merged ? kept : tie.toPersonId,
    }
    const same = mine.find((each) => isSame(each, moved))
    if (!same) {
      const { fromPersonId, toPersonId } = moved
      await db.updateTable('tie').set({ fromPersonId, toPersonId }).where('id', '=', tie.id).execute()
      continue
    }
    await db.deleteFrom('tie').where('id', '=', tie.id).execute()
    await update(db, same.id, {
      strength: Math.max(same.strength, tie.strength),
      confidence: Math.max(same.confidence, tie.confidence),
      note: [...new Set([same.note, tie.note])].filter(Boolean).join('\n'),
      validFrom: same.validFrom === null || tie.validFrom === null ? null : earlier(same.validFrom, tie.validFrom),
      validTo: same.validTo === null || tie.validTo === null ? null : later(same.validTo, tie.validTo),
    })
  }
}

async function update(db: Writer, id: TieId, values: Partial<TieRow>): Promise<void> {
  await db.updateTable('tie').set(values).where('id', '=', id).execute()
}

async function tiesOf(db: Writer, person: PersonId): Promise<TieRow[]> {
  return db
    .selectFrom('tie')
    .selectAll()
    .where((is) => is.or([is('fromPersonId', '=', person), is('toPersonId', '=', person)]))
    .orderBy('id')
    .execute()
}

function isSame(a: TieRow, b: TieRow): boolean {
  const along = a.fromPersonId === b.fromPersonId && a.toPersonId === b.toPersonId
  const against = a.fromPersonId === b.toPersonId && a.toPersonId === b.fromPersonId
  // Influence has a direction; the other kinds hold both ways.
  const samePeople = a.kind === 'influences' ? along : along || against
  return a.kind === b.kind && a.secrecy === b.secrecy && samePeople && begins(a, b) && begins(b, a)
}

/** Whether `a` begins before `b` is over. */
const begins = (a: TieRow, b: TieRow): boolean => a.validFrom === null || b.validTo === null || a.validFrom < b.validTo
const earlier = (a: Day, b: Day): Day => (a < b ? a : b)
const later = (a: Day, b: Day): Day => (a > b ? a : b)
