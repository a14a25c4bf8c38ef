import { type KeyboardEvent, useRef, useState } from 'react'
import type { ListedSignal } from '../../../src-shared/contract'
import type { Day } from '../../../src-shared/model/day'
import type { SignalId } from '../../../src-shared/model/ids'
import type { ActionContext } from '../../actions/context'
import { pressed } from '../../components/keyboard'
import { goToCard } from '../../dialogs/goTo'
import { useWindowedRows } from '../../components/useWindowedRows'
import { decisions, nextMonth, nextWeek } from './decisions'
import { SignalLine } from './SignalLine'
import { hintState } from './useSignals'

const ROW = 52

interface SignalListProps {
  readonly signals: readonly ListedSignal[]
  readonly today: Day
  readonly context: ActionContext
}

/** Hints one under the other; keys decide the one that has the keyboard, and only what is in view is drawn. */
export function SignalList({ signals, today, context }: SignalListProps) {
  const { t } = context
  const scroller = useRef<HTMLDivElement>(null)
  const { first, last, reveal } = useWindowedRows(scroller, signals.length, ROW)
  const [currentId, setCurrent] = useState<SignalId | null>(null)
  const [choosingDay, setChoosingDay] = useState<SignalId | null>(null)
  const stop = signals.find(({ id }) => id === currentId)?.id ?? signals[0]?.id ?? null
  const decide = decisions(context)

  function focus(id: SignalId) {
    setCurrent(id)
    reveal(signals.findIndex((signal) => signal.id === id))
    // A row that was out of view is drawn first.
    requestAnimationFrame(() =>
      scroller.current?.querySelector<HTMLElement>(`[data-signal="${CSS.escape(id)}"]`)?.focus({ preventScroll: true }),
    )
  }
  function move(signal: ListedSignal, by: number) {
    const next = signals[Math.max(0, Math.min(signals.indexOf(signal) + by, signals.length - 1))]
    if (next) focus(next.id)
  }
  /** Decides; the keyboard goes on with the hint that takes the place of this one. */
  async function settle(signal: ListedSignal, done: Promise<unknown>) {
    const at = signals.indexOf(signal)
    const next = signals[at + 1] ?? signals[at - 1]
    const held = scroller.current?.contains(document.activeElement) ?? false
    await done
    if (held && next) focus(next.id)
  }
  const sleep = (signal: ListedSignal, until: Day | null) => {
    setChoosingDay(null)
    void settle(signal, decide.snooze(signal, until))
  }
  const open = ({ accountId, personId }: ListedSignal) => goToCard(context, accountId, { kind: 'person', id: personId })

  /** What a key does to a hint; undefined: nothing. */
  function keyed(event: KeyboardEvent, signal: ListedSignal): (() => unknown) | undefined {
    const decided = hintState(signal, today) === 'decided'
    const keys: readonly (readonly [string, () => unknown, boolean?])[] = [
      ['ArrowDown', () => move(signal, 1)],
      ['j', () => move(signal, 1)],
      ['ArrowUp', () => move(signal, -1)],
      ['k', () => move(signal, -1)],
      ['Home', () => move(signal, -signals.length)],
      ['End', () => move(signal, signals.length)],
      ['Enter', () => decide.confirm(signal), !decided],
      ['a', () => settle(signal, decide.accept(signal)), !decided],
      ['x', () => settle(signal, decide.dismiss(signal)), !decided],
      ['1', () => sleep(signal, nextWeek(today)), !decided],
      ['2', () => sleep(signal, nextMonth(today)), !decided],
      ['3', () => setChoosingDay(signal.id), !decided],
      ['r', () => settle(signal, hintState(signal, today) === 'asleep' ? decide.snooze(signal, null) : decide.reopen(signal))],
      ['e', () => decide.edit(signal)],
      ['o', () => open(signal)],
      ['Delete', () => settle(signal, decide.remove(signal))],
    ]
    return keys.find(([key, , may = true]) => may && pressed(event, key))?.[1]
  }
  function onKeyDown(event: KeyboardEvent) {
    const id = event.target instanceof HTMLElement ? event.target.dataset['signal'] : undefined
    const signal = signals.find((each) => each.id === id)
    const effect = signal && keyed(event, signal)
    if (!effect) return
    event.preventDefault()
    event.stopPropagation()
    void effect()
  }

  return (
    <div className="lp-list" ref={scroller} onKeyDown={onKeyDown}>
      <div className="lp-list-columns lp-inbox-columns" aria-hidden>
        <span>{t('change.inbox.person')}</span>
        <span>{t('change.inbox.hint')}</span>
        <span>{t('change.inbox.why')}</span>
        <span>{t('change.inbox.noted')}</span>
        <span>{t('change.inbox.actions')}</span>
      </div>
      <div
        role="list"
        aria-label={t('change.inbox.list')}
        style={{ paddingTop: first * ROW, paddingBottom: (signals.length - last) * ROW }}
      >
        {signals.slice(first, last).map((signal) => (
          <SignalLine
            key={signal.id}
            signal={signal}
            state={hintState(signal, today)}
            current={signal.id === stop}
            choosingDay={signal.id === choosingDay}
            decide={decide}
            context={context}
            onFocus={() => setCurrent(signal.id)}
            onOpen={() => open(signal)}
            onSettle={(done) => void settle(signal, done)}
            onSleep={(until) => sleep(signal, until)}
            onChooseDay={(choosing) => setChoosingDay(choosing ? signal.id : null)}
          />
        ))}
      </div>
    </div>
  )
}
