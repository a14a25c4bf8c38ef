import type { SignalId } from '../../src-shared/model/ids'
import type { Schema } from '../core/schema'
import type { CsvTable } from './csvTable'
import { type Intake, personIn, rowsOf, storedOwn, Unclaimed } from './intake'
import { TEXT_LIMIT } from './row'
import { signalKinds } from './vocabulary'

/** Takes signals in; those that are stored already stay as they are, also where somebody has decided about them since. */
export async function takeSignals(table: CsvTable<'signals'>, intake: Intake): Promise<void> {
  const { state, draft, db, newId } = intake
  state.registerOwnFields('signal', table.ownColumns)
  const stored = new Unclaimed(
    await db.selectFrom('signal').selectAll().where('accountId', '=', state.account.id).orderBy('id').execute(),
    contentOf,
  )

  for (const row of rowsOf(table, intake)) {
    const person = personIn(row, 'person', row.id('person'), intake)
    const kind = row.neededWord('kind', signalKinds)
    const notedOn = row.day('date')
    const confidence = row.confidence('confidence')
    const source = row.text('source', TEXT_LIMIT)
    const own = storedOwn(row.own())
    if (row.refused || !person || !kind) continue
    const signal: Schema['signal'] = {
      id: newId<SignalId>(),
      accountId: state.account.id,
      personId: person.row.id,
      kind,
      notedOn,
      confidence,
      source,
      state: 'recorded',
      own,
    }
    if (stored.claim(signal)) table.outcome.unchanged += 1
    else {
      draft.create('signal', signal)
      table.outcome.created += 1
    }
  }
}

function contentOf({ personId, kind, notedOn, confidence, source, own }: Schema['signal']): string {
  return JSON.stringify([personId, kind, notedOn, confidence, source, own])
}
