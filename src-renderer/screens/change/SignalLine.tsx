import { Button, Popover } from 'antd'
import { AlarmClock, Check, CircleCheckBig, Pencil, RotateCcw, Sparkles, X } from 'lucide-react'
import type { ReactNode } from 'react'
import type { ListedSignal } from '../../../src-shared/contract'
import { type Day, localDay } from '../../../src-shared/model/day'
import { nearestConfidence } from '../../account/ratioWords'
import type { ActionContext } from '../../actions/context'
import { useWorkspace } from '../../client/queries'
import { DayPicker } from '../../components/DayPicker'
import { dayText } from '../../../src-shared/i18n/format'
import { shippedMethod } from '../../../src-shared/model/method'
import { DropMenu } from '../../components/DropMenu'
import { type Decisions, nextMonth, nextWeek } from './decisions'
import type { HintState } from './useSignals'

interface SignalLineProps {
  readonly signal: ListedSignal
  readonly state: HintState
  /** Whether the Tab key stops here. */
  readonly current: boolean
  /** Whether the day until which it sleeps is being chosen. */
  readonly choosingDay: boolean
  readonly decide: Decisions
  readonly context: ActionContext
  readonly onFocus: () => void
  readonly onOpen: () => void
  readonly onSettle: (done: Promise<unknown>) => void
  readonly onSleep: (until: Day | null) => void
  readonly onChooseDay: (choosing: boolean) => void
}

/** One hint: about whom, of what, why, since when, and what to do with it. */
export function SignalLine(props: SignalLineProps) {
  const { signal, state, current, context, onFocus, onOpen } = props
  const { t, language } = context
  const method = useWorkspace().data?.method ?? shippedMethod
  const { personName, title, accountName, kind, foundBy, source, confidence, notedOn, snoozedUntil } = signal
  const when =
    state === 'asleep' && snoozedUntil !== null
      ? t('change.inbox.until', { day: dayText(snoozedUntil, language) })
      : t(`change.state.${signal.state}`)
  return (
    <div
      role="listitem"
      className="lp-list-row lp-inbox-row"
      data-signal={signal.id}
      tabIndex={current ? 0 : -1}
      onFocus={onFocus}
    >
      <span className="lp-inbox-two">
        <button type="button" className="lp-link" tabIndex={-1} onClick={onOpen}>
          {personName}
        </button>
        <span className="lp-quiet">{[title, accountName].filter(Boolean).join(' · ')}</span>
      </span>
      <span className="lp-inbox-two">
        <span>{t(`model.signal.${kind}`)}</span>
        <span className="lp-quiet">{t(`model.confidence.${nearestConfidence(method, confidence)}`)}</span>
      </span>
      <span className="lp-inbox-two">
        <span title={source}>{foundBy === null ? source || '–' : t(`change.foundBy.${foundBy}`)}</span>
        <span className="lp-quiet">
          {foundBy === null ? (
            t('change.inbox.typed')
          ) : (
            <>
              <Sparkles size={11} aria-hidden /> {t('change.inbox.found')}
              {source !== '' && ` · ${source}`}
            </>
          )}
        </span>
      </span>
      <span className="lp-inbox-two">
        <span>{notedOn === null ? t('change.inbox.undated') : dayText(notedOn, language)}</span>
        <span className="lp-quiet">{when}</span>
      </span>
      <Choices {...props} />
    </div>
  )
}

function Choices({ signal, state, choosingDay, decide, context, onSettle, onSleep, onChooseDay }: SignalLineProps) {
  const { t } = context
  const name = signal.personName
  const today = localDay(new Date())
  if (state === 'decided') {
    return (
      <span className="lp-inbox-choices">
        <Choice
          label={t('change.decide.reopen')}
          about={t('change.decide.reopenOf', { name })}
          icon={<RotateCcw size={15} aria-hidden />}
          onClick={() => onSettle(decide.reopen(signal))}
        />
      </span>
    )
  }
  return (
    <span className="lp-inbox-choices">
      <Button
        size="small"
        tabIndex={-1}
        aria-label={t('change.decide.confirmOf', { name })}
        icon={<CircleCheckBig size={14} aria-hidden />}
        onClick={() => decide.confirm(signal)}
      >
        {t('change.decide.confirm')}
      </Button>
      <Choice
        label={t('change.decide.accept')}
        about={t('change.decide.acceptOf', { name })}
        icon={<Check size={15} aria-hidden />}
        onClick={() => onSettle(decide.accept(signal))}
      />
      <Choice
        label={t('change.decide.dismiss')}
        about={t('change.decide.dismissOf', { name })}
        icon={<X size={15} aria-hidden />}
        onClick={() => onSettle(decide.dismiss(signal))}
      />
      <Popover
        open={choosingDay}
        trigger={[]}
        placement="bottomRight"
        destroyOnHidden
        onOpenChange={(open) => !open && onChooseDay(false)}
        content={
          <div onKeyDown={(event) => event.key === 'Escape' && onChooseDay(false)}>
            <DayPicker autoFocus aria-label={t('change.decide.day')} value={null} onChange={(day) => day && onSleep(day)} />
          </div>
        }
      >
        <DropMenu
          menu={{
            items: [
              { key: 'week', label: t('change.decide.week'), extra: '1', onClick: () => onSleep(nextWeek(today)) },
              { key: 'month', label: t('change.decide.month'), extra: '2', onClick: () => onSleep(nextMonth(today)) },
              { key: 'day', label: t('change.decide.day'), extra: '3', onClick: () => onChooseDay(true) },
              ...(state === 'asleep'
                ? [{ key: 'wake', label: t('change.decide.wake'), extra: 'r', onClick: () => onSleep(null) }]
                : []),
            ],
          }}
        >
          <Button
            type="text"
            size="small"
            tabIndex={-1}
            aria-label={t('change.decide.snoozeOf', { name })}
            title={t('change.decide.snooze')}
            icon={<AlarmClock size={15} aria-hidden />}
          />
        </DropMenu>
      </Popover>
      <Choice
        label={t('change.decide.edit')}
        about={t('change.decide.editOf', { name })}
        icon={<Pencil size={14} aria-hidden />}
        onClick={() => decide.edit(signal)}
      />
    </span>
  )
}

interface ChoiceProps {
  readonly label: string
  /** With whom it is about, for those who cannot see the line. */
  readonly about: string
  readonly icon: ReactNode
  readonly onClick: () => void
}

function Choice({ label, about, icon, onClick }: ChoiceProps) {
  return <Button type="text" size="small" tabIndex={-1} aria-label={about} title={label} icon={icon} onClick={onClick} />
}
