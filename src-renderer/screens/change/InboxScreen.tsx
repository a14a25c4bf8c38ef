import { Button, Segmented, Select } from 'antd'
import { ArrowRightLeft, Inbox, Plus, Search } from 'lucide-react'
import { useMemo } from 'react'
import { localDay } from '../../../src-shared/model/day'
import { SignalKind } from '../../../src-shared/model/scales'
import type { ActionContext } from '../../actions/context'
import { useAccounts, useAnswer } from '../../client/queries'
import { EmptyState } from '../../components/EmptyState'
import { Loading } from '../../components/Loading'
import '../../insight/insight.css'
import { openDialog } from '../../state/dialogs'
import './change.css'
import { HandOverList } from './HandOverList'
import { useInbox } from './inboxStore'
import { SignalList } from './SignalList'
import { hintState, hintStates } from './useSignals'

/** What a select calls all of them: it has no word for null. */
const ALL = 'all'

/** Hints of every account that somebody may leave or move, and what is being passed on. */
export function InboxScreen({ context }: { readonly context: ActionContext }) {
  const { t } = context
  const { view, accountId, kind, state, set } = useInbox()
  const accounts = useAccounts().data ?? []
  return (
    <div className="lp-list-screen lp-inbox">
      <div className="lp-list-filters">
        <Segmented
          aria-label={t('change.inbox.view')}
          value={view}
          options={[
            { value: 'hints' as const, label: t('change.inbox.hints'), icon: <Inbox size={14} aria-hidden /> },
            { value: 'handOvers' as const, label: t('change.inbox.handOvers'), icon: <ArrowRightLeft size={14} aria-hidden /> },
          ]}
          onChange={(chosen) => set({ view: chosen })}
        />
        <Select
          aria-label={t('change.inbox.account')}
          value={accountId ?? ALL}
          popupMatchSelectWidth={false}
          options={[
            { value: ALL, label: t('change.inbox.allAccounts') },
            ...accounts.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          onChange={(value) => set({ accountId: accounts.find(({ id }) => id === value)?.id ?? null })}
        />
        {view === 'hints' && (
          <>
            <Select
              aria-label={t('change.inbox.kind')}
              value={kind ?? ALL}
              popupMatchSelectWidth={false}
              options={[
                { value: ALL, label: t('change.inbox.allKinds') },
                ...SignalKind.options.map((value) => ({ value, label: t(`model.signal.${value}`) })),
              ]}
              onChange={(value) => set({ kind: SignalKind.options.find((option) => option === value) ?? null })}
            />
            <Segmented
              aria-label={t('change.inbox.state')}
              value={state}
              options={hintStates.map((value) => ({ value, label: t(`change.inbox.${value}`) }))}
              onChange={(chosen) => set({ state: chosen })}
            />
          </>
        )}
        <span className="lp-grow" />
        <Button
          type="primary"
          icon={<Plus size={15} aria-hidden />}
          onClick={() => openDialog({ kind: 'signal', ...(accountId && { accountId }) })}
        >
          {t('change.inbox.note')}
        </Button>
      </div>
      {view === 'hints' ? <Hints context={context} /> : <HandOverList accountId={accountId} context={context} />}
    </div>
  )
}

function Hints({ context }: { readonly context: ActionContext }) {
  const { t } = context
  const { accountId, kind, state, set } = useInbox()
  const signals = useAnswer('signal.list', { decided: true }).data
  const today = localDay(new Date())
  const shown = useMemo(
    () =>
      (signals ?? []).filter(
        (signal) =>
          (accountId === null || signal.accountId === accountId) &&
          (kind === null || signal.kind === kind) &&
          hintState(signal, today) === state,
      ),
    [signals, accountId, kind, state, today],
  )
  if (!signals) return <Loading />
  if (shown.length > 0) {
    return (
      <>
        <SignalList key={state} signals={shown} today={today} context={context} />
        <p className="lp-quiet lp-list-keys">
          <span role="status">{t('change.inbox.count', { count: shown.length })}</span> · {t('change.inbox.keys')}
        </p>
      </>
    )
  }
  if (accountId === null && kind === null && state === 'open') {
    return (
      <EmptyState icon={<Inbox size={36} aria-hidden />} title={t('change.inbox.emptyTitle')} text={t('change.inbox.emptyText')}>
        <Button onClick={() => openDialog({ kind: 'signal' })}>{t('change.inbox.note')}</Button>
      </EmptyState>
    )
  }
  return (
    <EmptyState icon={<Search size={32} aria-hidden />} title={t('change.inbox.filteredTitle')}>
      <Button onClick={() => set({ accountId: null, kind: null, state: 'open' })}>{t('change.inbox.showAll')}</Button>
    </EmptyState>
  )
}
