import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { AlarmClock, CalendarDays, History, Plus } from 'lucide-react'
import { useMemo, useState } from 'react'
import { shortcutText } from '../../src-shared/actions'
import { localDay } from '../../src-shared/model/day'
import { useAccount } from '../account/AccountContext'
import { canRun, runAction } from '../actions/actions'
import type { ActionContext } from '../actions/context'
import { call, isMac } from '../client/client'
import { useAnswer } from '../client/queries'
import { DropMenu } from '../components/DropMenu'
import { EmptyState } from '../components/EmptyState'
import { Toolbar } from '../shell/Toolbar'
import { everything, interactionEntries, merged, quietEntries, rowsOf, type TimelineFilter } from './entries'
import { OverdueList, useOverdue } from './OverdueList'
import { TimelineFilters } from './TimelineFilters'
import { TimelineList } from './TimelineList'
import './timeline.css'

/** Everything that happened between the two sides, and is planned, day by day. */
export function TimelineScreen({ context }: { readonly context: ActionContext }) {
  const { t } = context
  const { graph, asOf } = useAccount()
  const [filter, setFilter] = useState(everything)
  const [overdueShown, setOverdueShown] = useState(false)
  const overdue = useOverdue()
  const text = filter.text.trim()
  const accountId = graph.account.id
  const search = useQuery({
    queryKey: ['interaction.find', { accountId, text, limit: 0 }],
    queryFn: ({ signal }) => call('interaction.find', { accountId, text, limit: 0 }, { signal }),
    enabled: text !== '',
    placeholderData: keepPreviousData,
  })
  const tasks = useAnswer('task.list', { accountId, done: 1_000 }, { enabled: filter.quiet })
  const found = useMemo(() => (text === '' || !search.data ? null : new Set(search.data.ids)), [text, search.data])

  const interactions = useMemo(
    () => interactionEntries(graph, filter, found, asOf, localDay(new Date())),
    [graph, filter, found, asOf],
  )
  const quiet = useMemo(
    () => (filter.quiet ? quietEntries(graph, tasks.data ?? [], filter, asOf, t) : []),
    [graph, tasks.data, filter, asOf, t],
  )
  const rows = useMemo(() => rowsOf(merged(interactions, quiet)), [interactions, quiet])

  if (graph.interactions.length === 0 && !filter.quiet) return <NoInteractions context={context} />
  return (
    <>
      <Toolbar>
        <span className="lp-grow" />
        <DropMenu
          menu={{
            items: [
              calendarItem('takeCalendar', t('timeline.import.action'), context),
              calendarItem('calendarFile', t('timeline.calendar.title'), context),
            ],
          }}
        >
          <Button icon={<CalendarDays size={15} aria-hidden />}>{t('timeline.calendar.action')}</Button>
        </DropMenu>
        <Button type="primary" icon={<Plus size={15} aria-hidden />} onClick={() => runAction('logInteraction', context)}>
          {t('timeline.log')}
        </Button>
      </Toolbar>
      <TimelineFilters filter={filter} context={context} onChange={setFilter} />
      <div className="lp-timeline-about">
        <span role="status" aria-busy={search.isFetching}>
          {t('timeline.count', { count: interactions.length })}
        </span>
        <Button
          size="small"
          type={overdueShown ? 'primary' : 'default'}
          aria-pressed={overdueShown}
          icon={<AlarmClock size={14} aria-hidden />}
          onClick={() => setOverdueShown(!overdueShown)}
        >
          {t('timeline.filter.overdue')} {overdue.length}
        </Button>
        {isFiltered(filter) && (
          <Button size="small" type="link" onClick={() => setFilter({ ...everything, quiet: filter.quiet })}>
            {t('timeline.clearFilters')}
          </Button>
        )}
        <span className="lp-grow" />
        <span className="lp-quiet lp-keys">{t('timeline.keys')}</span>
      </div>
      {overdueShown && <OverdueList overdue={overdue} context={context} />}
      {rows.length === 0 ? (
        <p className="lp-timeline-none lp-quiet" role="status">
          {t('timeline.none')}
        </p>
      ) : (
        <TimelineList rows={rows} context={context} />
      )}
    </>
  )
}

/** Files hold private facts, too: not while somebody presents. */
function calendarItem(id: 'takeCalendar' | 'calendarFile', label: string, context: ActionContext) {
  return { key: id, label, disabled: !canRun(id, context), onClick: () => runAction(id, context) }
}

const isFiltered = (filter: TimelineFilter): boolean => JSON.stringify({ ...filter, quiet: false }) !== JSON.stringify(everything)

function NoInteractions({ context }: { readonly context: ActionContext }) {
  const { t } = context
  return (
    <EmptyState
      icon={<History size={36} aria-hidden />}
      title={t('timeline.emptyTitle')}
      text={t('timeline.emptyText', { keys: shortcutText('openPalette', isMac) })}
    >
      <Button type="primary" icon={<Plus size={15} aria-hidden />} onClick={() => runAction('logInteraction', context)}>
        {t('timeline.log')}
      </Button>
      <Button disabled={!canRun('takeCalendar', context)} onClick={() => runAction('takeCalendar', context)}>
        {t('timeline.import.action')}
      </Button>
      <Button disabled={!canRun('importFiles', context)} onClick={() => runAction('importFiles', context)}>
        {t('screen.action.importFiles')}
      </Button>
    </EmptyState>
  )
}
