import { Button } from 'antd'
import {
  BellRing,
  CalendarX2,
  CircleAlert,
  ListTodo,
  PhoneOff,
  ShieldAlert,
  TrendingDown,
  UserRoundSearch,
  X,
} from 'lucide-react'
import { type KeyboardEvent, useEffect, useRef } from 'react'
import type { ListedAlert } from '../../src-shared/contract'
import type { AlertKind } from '../../src-shared/model/alert'
import { days, localDay } from '../../src-shared/model/day'
import { shortcutText } from '../../src-shared/actions'
import { runAction } from '../actions/actions'
import type { ActionContext } from '../actions/context'
import { call, isMac } from '../client/client'
import { pressed } from '../components/keyboard'
import { EmptyState } from '../components/EmptyState'
import { goToCard } from '../dialogs/goTo'
import { LongList } from '../insight/Fold'
import { openSituation } from '../insight/insightStore'
import { useAlertList } from './alertStore'
import { alertText } from './alertText'

const FIRST = 30

const icons = {
  change: CircleAlert,
  signal: UserRoundSearch,
  risk: ShieldAlert,
  coverage: TrendingDown,
  expiry: CalendarX2,
  touch: PhoneOff,
  task: ListTodo,
} as const satisfies Record<AlertKind, unknown>

interface AlertListProps {
  readonly alerts: readonly ListedAlert[]
  readonly context: ActionContext
}

/** What is to be told, of all accounts: arrows move, Enter goes there, Delete takes note. */
export function AlertList({ alerts, context }: AlertListProps) {
  const { t } = context
  const root = useRef<HTMLDivElement>(null)
  const { set } = useAlertList()
  const unseen = alerts.filter(({ seenOn }) => seenOn === null).map(({ id }) => id)
  useEffect(() => root.current?.querySelector<HTMLElement>('button')?.focus(), [])

  function onKeyDown(event: KeyboardEvent) {
    const lines = [...(root.current?.querySelectorAll<HTMLElement>('.lp-alert-jump') ?? [])]
    const at = lines.findIndex((line) => line === document.activeElement)
    if (pressed(event, 'Escape')) set(false)
    else if (pressed(event, 'ArrowDown')) lines[Math.min(at + 1, lines.length - 1)]?.focus()
    else if (pressed(event, 'ArrowUp')) lines[Math.max(at - 1, 0)]?.focus()
    else if (pressed(event, 'Delete') && at >= 0) {
      const alert = alerts[at]
      if (alert) dismiss(alert)
      ;(lines[at + 1] ?? lines[at - 1])?.focus()
    } else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <div ref={root} className="lp-alerts" role="dialog" aria-label={t('alert.title')} onKeyDown={onKeyDown}>
      <div className="lp-alerts-head">
        <h2>{t('alert.title')}</h2>
        {unseen.length > 0 && (
          <Button type="link" size="small" onClick={() => void call('alerts.see', { alertIds: unseen, on: today() })}>
            {t('alert.seeAll')}
          </Button>
        )}
      </div>
      {alerts.length === 0 ? (
        <EmptyState icon={<BellRing size={28} aria-hidden />} title={t('alert.emptyTitle')} text={t('alert.emptyText')} />
      ) : (
        <div className="lp-alerts-lines">
          <LongList items={alerts} first={FIRST} more={(count) => t('alert.more', { count })}>
            {(alert) => <AlertLine key={alert.id} alert={alert} context={context} />}
          </LongList>
        </div>
      )}
      <div className="lp-alerts-foot">
        {context.open && (
          <Button
            type="link"
            size="small"
            title={shortcutText('showFindings', isMac)}
            onClick={() => {
              set(false)
              openSituation('findings')
            }}
          >
            {t('alert.findings')}
          </Button>
        )}
        <span className="lp-grow" />
        <Button
          type="link"
          size="small"
          onClick={() => {
            set(false)
            runAction('goSettings', context)
            // The screen is there with the next frame.
            requestAnimationFrame(() => document.getElementById('alert-rules')?.scrollIntoView({ block: 'start' }))
          }}
        >
          {t('alert.rules')}
        </Button>
      </div>
    </div>
  )
}

function AlertLine({ alert, context }: { readonly alert: ListedAlert; readonly context: ActionContext }) {
  const { t, language } = context
  const Icon = icons[alert.kind]
  const sentence = alertText(t, language, alert)
  const age = days(alert.raisedOn, today())
  const about = [
    alert.accountName,
    alert.opportunityName ?? '',
    age === 0 ? t('alert.today') : t('alert.age', { count: age }),
    alert.seenOn === null ? t('alert.unseen') : '',
  ]
  return (
    <li className="lp-alert" data-unseen={alert.seenOn === null} data-kind={alert.kind}>
      <button type="button" className="lp-alert-jump" onClick={() => jump(context, alert)}>
        <Icon size={15} role="img" aria-label={t(`alert.kind.${alert.kind}`)} />
        <span>
          <span className="lp-alert-text">{sentence}</span>
          <span className="lp-quiet">{about.filter(Boolean).join(' · ')}</span>
        </span>
      </button>
      <Button
        type="text"
        size="small"
        aria-label={t('alert.dismissOf', { what: sentence })}
        title={t('alert.dismiss')}
        icon={<X size={14} aria-hidden />}
        onClick={() => dismiss(alert)}
      />
    </li>
  )
}

const today = () => localDay(new Date())

function dismiss({ id }: ListedAlert): void {
  void call('alert.dismiss', { alertId: id, on: today() })
}

/** To the account and deal it is about, and there to the person, the inbox or the part of the situation that gives the reason. */
function jump(context: ActionContext, alert: ListedAlert): void {
  const { window } = context
  const { id, accountId, opportunityId, personId, kind } = alert
  useAlertList.getState().set(false)
  if (alert.seenOn === null) void call('alerts.see', { alertIds: [id], on: today() })
  if (kind === 'signal') return window.show('inbox')
  if (kind === 'task') return window.show('tasks')
  window.openAccount(accountId, 'map')
  if (opportunityId !== null) window.look({ opportunityId })
  if (personId !== null) goToCard(context, accountId, { kind: 'person', id: personId })
  else openSituation(kind === 'coverage' ? 'coverage' : 'changes')
}
