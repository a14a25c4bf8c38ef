import type { Done, ListedSignal, ParsedInput } from '../../src-shared/contract'
import { foundSignals } from '../../src-shared/analytics/foundSignals'
import type { OwnFields } from '../../src-shared/model/account'
import type { SignalInbox } from '../../src-shared/model/change'
import type { Day } from '../../src-shared/model/day'
import type { PersonId, SignalId } from '../../src-shared/model/ids'
import type { WriteContext, ReadContext } from './context'
import { loadGraph } from './graph'
import { ownJson } from './json'
import { memberOf, missing, personOf } from './lookup'
import { workspaceMethod } from './workspace'

/** Those found and not yet decided first, then by day, the latest first. */
export async function listSignals({ db }: ReadContext, input: ParsedInput<'signal.list'>): Promise<ListedSignal[]> {
  let signals = db
    .selectFrom('signal')
    .innerJoin('account', 'account.id', 'signal.accountId')
    .innerJoin('person', 'person.id', 'signal.personId')
    .leftJoin('signalInbox', 'signalInbox.signalId', 'signal.id')
    .selectAll('signal')
    .select([
      'account.name as accountName',
      'person.name as personName',
      'signalInbox.foundBy',
      'signalInbox.snoozedUntil',
      'signalInbox.decidedOn',
    ])
    .select((of) =>
      of
        .selectFrom('tenure')
        .innerJoin('seatState', 'seatState.seatId', 'tenure.seatId')
        .select('seatState.title')
        .whereRef('tenure.personId', '=', 'signal.personId')
        .where('seatState.validTo', 'is', null)
        .orderBy((end) => end('tenure.validTo', 'is', null), 'desc')
        .orderBy('tenure.validTo', 'desc')
        .orderBy('tenure.id')
        .limit(1)
        .as('title'),
    )
    .orderBy((of) => of.case().when('signal.state', '=', 'found').then(0).else(1).end())
    .orderBy('signal.notedOn', 'desc')
    .orderBy('signal.id', 'desc')
  if (input.accountId !== undefined) signals = signals.where('signal.accountId', '=', input.accountId)
  if (input.decided !== true) {
    signals = signals.where((is) =>
      is.and([is('signal.state', 'in', ['found', 'recorded']), is('signalInbox.decidedOn', 'is', null)]),
    )
  }
  const rows = await signals.execute()
  return rows.map((row) => ({ ...row, title: row.title ?? '', own: ownJson<OwnFields>(row.own) }))
}

/** @throws AppError `not_found` */
export async function createSignal(context: WriteContext, input: ParsedInput<'signal.create'>): Promise<{ signalId: SignalId }> {
  const { foundBy, ...signal } = input
  const { name } = await memberOf(context.db, signal.accountId, signal.personId)
  context.step('signal_create', { name })
  const id = context.newId<SignalId>()
  await context.db
    .insertInto('signal')
    .values({ ...signal, id, state: foundBy === undefined ? 'recorded' : 'found', own: '{}' })
    .execute()
  if (foundBy !== undefined) await setInbox(context, id, { foundBy })
  return { signalId: id }
}

/** @throws AppError `not_found` */
export async function updateSignal(context: WriteContext, input: ParsedInput<'signal.update'>): Promise<Done> {
  const { signalId, ...changes } = input
  await nameStep(context, 'signal_update', signalId)
  await context.db
    .updateTable('signal')
    .set({ id: signalId, ...changes })
    .where('id', '=', signalId)
    .execute()
  return {}
}

/** A found one is found again by reopening; a typed one is simply no longer put aside. @throws AppError `not_found` */
export async function decideSignal(context: WriteContext, input: ParsedInput<'signal.decide'>): Promise<Done> {
  const { signalId, decision, on } = input
  await nameStep(context, `signal_${decision}`, signalId)
  const inbox = await inboxOf(context, signalId)
  const reopened = inbox?.foundBy ? 'found' : 'recorded'
  const state = decision === 'accept' ? 'accepted' : decision === 'dismiss' ? 'dismissed' : reopened
  await context.db.updateTable('signal').set({ state }).where('id', '=', signalId).execute()
  await setInbox(context, signalId, { decidedOn: decision === 'reopen' ? null : on, snoozedUntil: null })
  return {}
}

/** @throws AppError `not_found` */
export async function snoozeSignal(context: WriteContext, { signalId, until }: ParsedInput<'signal.snooze'>): Promise<Done> {
  await nameStep(context, 'signal_snooze', signalId)
  await setInbox(context, signalId, { snoozedUntil: until })
  return {}
}

/** @throws AppError `not_found` */
export async function removeSignal(context: WriteContext, { signalId }: ParsedInput<'signal.remove'>): Promise<Done> {
  await nameStep(context, 'signal_remove', signalId)
  await context.db.deleteFrom('signal').where('id', '=', signalId).execute()
  return {}
}

/** Proposes what the record of each account hints at; a fact that was proposed before stays as it was decided. */
export async function findSignals(context: WriteContext, { on }: ParsedInput<'signals.find'>): Promise<{ found: number }> {
  const { db } = context
  const method = await workspaceMethod(db)
  const accounts = await db.selectFrom('account').select('id').orderBy('position').execute()
  const inbox = await db.selectFrom('signalInbox').select('foundFor').where('foundFor', 'is not', null).execute()
  const known = new Set(inbox.map(({ foundFor }) => foundFor))
  let found = 0
  for (const [i, { id: accountId }] of accounts.entries()) {
    context.progress.checkCancelled()
    for (const { foundBy, foundFor, ...signal } of foundSignals(await loadGraph(context, accountId), on, method)) {
      if (known.has(foundFor)) continue
      known.add(foundFor)
      const id = context.newId<SignalId>()
      await db
        .insertInto('signal')
        .values({ ...signal, id, accountId, source: '', state: 'found', own: '{}' })
        .execute()
      await setInbox(context, id, { foundBy, foundFor })
      found += 1
    }
    context.progress.report((i + 1) / accounts.length)
  }
  return { found }
}

/** A hint that came true: it was right, and needs no deciding any more. @throws AppError `not_found` */
export async function settleSignal(context: WriteContext, signalId: SignalId, on: Day): Promise<void> {
  const signal = await context.db.selectFrom('signal').select('id').where('id', '=', signalId).executeTakeFirst()
  if (!signal) missing('signal', signalId)
  await context.db.updateTable('signal').set({ state: 'accepted' }).where('id', '=', signalId).execute()
  await setInbox(context, signalId, { decidedOn: on, snoozedUntil: null })
}

async function nameStep(context: WriteContext, step: string, id: SignalId): Promise<void> {
  const signal = await context.db.selectFrom('signal').select('personId').where('id', '=', id).executeTakeFirst()
  const personId: PersonId = signal?.personId ?? missing('signal', id)
  context.step(step, { name: (await personOf(context.db, personId)).name })
}

async function inboxOf({ db }: WriteContext, signalId: SignalId): Promise<SignalInbox | undefined> {
  return db.selectFrom('signalInbox').selectAll().where('signalId', '=', signalId).executeTakeFirst()
}

async function setInbox({ db }: WriteContext, signalId: SignalId, values: Partial<Omit<SignalInbox, 'signalId'>>): Promise<void> {
  await db
    .insertInto('signalInbox')
    .values({ signalId, foundBy: null, foundFor: null, snoozedUntil: null, decidedOn: null, ...values })
    .onConflict((conflict) => conflict.column('signalId').doUpdateSet(values))
    .execute()
}
