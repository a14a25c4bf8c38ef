import type { ListedSignal } from '../../../src-shared/contract'
import { addDays, type Day, localDay } from '../../../src-shared/model/day'
import type { ActionContext } from '../../actions/context'
import { dayText } from '../../../src-shared/i18n/format'
import { openDialog } from '../../state/dialogs'
import { changeOf } from './begin'

/** What one can do with a hint; each is one step that can be taken back. */
export interface Decisions {
  readonly confirm: (signal: ListedSignal) => void
  readonly accept: (signal: ListedSignal) => Promise<unknown>
  readonly dismiss: (signal: ListedSignal) => Promise<unknown>
  readonly reopen: (signal: ListedSignal) => Promise<unknown>
  /** null: back at once. */
  readonly snooze: (signal: ListedSignal, until: Day | null) => Promise<unknown>
  readonly edit: (signal: ListedSignal) => void
  readonly remove: (signal: ListedSignal) => Promise<unknown>
}

export function decisions({ t, language, change }: ActionContext): Decisions {
  const today = () => localDay(new Date())
  return {
    confirm: ({ id, kind, accountId, personId }) =>
      openDialog({ kind: 'change', accountId, personId, begin: { kind: changeOf[kind], signal: { id, kind } } }),
    accept: ({ id, personName: name }) =>
      change.remove('signal.decide', { signalId: id, decision: 'accept', on: today() }, t('change.decide.accepted', { name })),
    dismiss: ({ id, personName: name }) =>
      change.remove('signal.decide', { signalId: id, decision: 'dismiss', on: today() }, t('change.decide.dismissed', { name })),
    reopen: ({ id, personName: name }) =>
      change.remove('signal.decide', { signalId: id, decision: 'reopen', on: today() }, t('change.decide.reopened', { name })),
    snooze: ({ id, personName: name }, until) =>
      change.remove(
        'signal.snooze',
        { signalId: id, until },
        until === null ? t('change.decide.woken', { name }) : t('change.decide.snoozed', { name, day: dayText(until, language) }),
      ),
    edit: (signal) => openDialog({ kind: 'signal', signal }),
    remove: ({ id, personName: name }) => change.remove('signal.remove', { signalId: id }, t('change.decide.removed', { name })),
  }
}

/** The Monday after a day. */
export function nextWeek(today: Day): Day {
  // Counted from Monday, 0.
  const weekday = (new Date(today).getUTCDay() + 6) % 7
  return addDays(today, 7 - weekday)
}

/** The first day of the month after a day's. */
export function nextMonth(today: Day): Day {
  const intoNext = addDays(addDays(today, 1 - Number(today.slice(8))), 31)
  return addDays(intoNext, 1 - Number(intoNext.slice(8)))
}
