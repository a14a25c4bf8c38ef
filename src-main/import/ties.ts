import type { TieId } from '../../src-shared/model/ids'
import type { Schema } from '../core/schema'
import type { CsvTable } from './csvTable'
import { type Intake, personIn, rowsOf, storedOwn, Unclaimed } from './intake'
import { baseName } from './names'
import { TEXT_LIMIT } from './row'
import { tieKinds } from './vocabulary'

/**
 * Takes ties in. Each row is a tie, also when it repeats another. What came from a file of the same name before and is not in it
 * any more goes; what still is keeps its id.
 */
export async function takeTies(table: CsvTable<'ties'>, intake: Intake): Promise<void> {
  const { state, draft, db, on, newId } = intake
  state.registerOwnFields('tie', table.ownColumns)
  const source = await sourceOf(baseName(table.file), intake)
  const earlier = new Unclaimed(
    await db.selectFrom('tie').selectAll().where('sourceId', '=', source.id).orderBy('id').execute(),
    contentOf,
  )

  for (const row of rowsOf(table, intake)) {
    const from = personIn(row, 'from', row.id('from'), intake)
    const to = personIn(row, 'to', row.id('to'), intake)
    const kind = row.neededWord('kind', tieKinds)
    const strength = row.strength('strength')
    const confidence = row.confidence('confidence')
    const { from: validFrom, to: validTo } = row.span('valid_from', 'valid_to')
    const note = row.text('note', TEXT_LIMIT)
    const own = storedOwn(row.own())
    if (from && from === to) row.refuse('to', 'self_tie', { name: from.row.name })
    if (row.refused || !from || !to || !kind) continue
    const tie: Schema['tie'] = {
      id: newId<TieId>(),
      fromPersonId: from.row.id,
      toPersonId: to.row.id,
      kind,
      strength,
      confidence,
      note,
      validFrom,
      validTo,
      secrecy: 'open',
      sourceId: source.id,
      recordedOn: on,
      own,
    }
    if (earlier.claim(tie)) table.outcome.unchanged += 1
    else {
      draft.create('tie', tie)
      table.outcome.created += 1
    }
  }
  for (const tie of earlier.rest()) draft.remove('tie', tie)
}

function contentOf(tie: Schema['tie']): string {
  const { fromPersonId, toPersonId, kind, strength, confidence, note, validFrom, validTo, own } = tie
  return JSON.stringify([fromPersonId, toPersonId, kind, strength, confidence, note, validFrom, validTo, own])
}

async function sourceOf(name: string, { state, draft, db, newId }: Intake): Promise<Schema['importSource']> {
  const accountId = state.account.id
  const known = await db
    .selectFrom('importSource')
    .selectAll()
    .where('accountId', '=', accountId)
    .where('kind', '=', 'ties')
    .where('name', '=', name)
    .executeTakeFirst()
  return known ?? draft.create('importSource', { id: newId(), accountId, kind: 'ties', name })
}
