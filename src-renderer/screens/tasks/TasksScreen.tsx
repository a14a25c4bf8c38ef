import { Button, type InputRef, Select } from 'antd'
import { CalendarSync, ListTodo, Search } from 'lucide-react'
import { useMemo, useRef, useState } from 'react'
import { localDay } from '../../../src-shared/model/day'
import type { AccountId } from '../../../src-shared/model/ids'
import { useMatcher } from '../../account/search'
import type { ActionContext } from '../../actions/context'
import { useAccounts, useAnswer, useOurs, useWorkspace } from '../../client/queries'
import { EmptyState } from '../../components/EmptyState'
import { Loading } from '../../components/Loading'
import { SearchField } from '../../components/SearchField'
import { NewTaskLine } from './NewTaskLine'
import { TaskList } from './TaskList'
import { taskRows } from './taskRows'
import { useTaskList } from './taskStore'
import './tasks.css'

/** What a select calls everyone and nobody: it has no word for either. */
const EVERYONE = 'everyone'
const NOBODY = 'nobody'
const ALL = 'all'

/** Every task of every account in one list. */
export function TasksScreen({ context }: { readonly context: ActionContext }) {
  const { t, language, change } = context
  const tasks = useAnswer('task.list', {}).data
  const me = useWorkspace().data?.me ?? null
  const ours = useOurs().data ?? []
  const accounts = useAccounts().data ?? []
  const match = useMatcher()
  const { owner: chosen, set } = useTaskList()
  const owner = chosen === undefined ? me : chosen
  const [accountId, setAccount] = useState<AccountId | null>(null)
  const [text, setText] = useState('')
  const line = useRef<InputRef>(null)
  const today = localDay(new Date())
  const rows = useMemo(
    () => taskRows(tasks ?? [], { owner, accountId, text }, today, match),
    [tasks, owner, accountId, text, today, match],
  )
  if (!tasks) return <Loading />
  const open = rows.filter((row) => row.kind === 'task' && row.group !== 'done').length

  async function recur() {
    if (accountId === null) return
    const made = await change.change('task.fromCadence', { accountId, on: today, language })
    if (made) change.tell('success', t('task.cadence.done', made))
  }
  function showAll() {
    set({ owner: null })
    setAccount(null)
    setText('')
  }
  return (
    <div className="lp-list-screen">
      <NewTaskLine
        accountId={accountId}
        ownerId={owner === NOBODY ? null : owner}
        inputRef={line}
        context={context}
        onLeave={() => document.querySelector<HTMLElement>('.lp-task-row[tabindex="0"]')?.focus()}
      />
      <div className="lp-list-filters lp-task-filters">
        <Select
          aria-label={t('task.filter.owner')}
          value={owner ?? EVERYONE}
          popupMatchSelectWidth={false}
          options={[
            { value: EVERYONE, label: t('task.filter.everyone') },
            ...ours.map(({ id, name }) => ({
              value: id,
              label: id === me ? `${name} (${t('task.filter.me')})` : name,
            })),
            { value: NOBODY, label: t('task.filter.nobody') },
          ]}
          onChange={(value) => set({ owner: value === NOBODY ? NOBODY : (ours.find(({ id }) => id === value)?.id ?? null) })}
        />
        <Select
          aria-label={t('task.filter.account')}
          value={accountId ?? ALL}
          popupMatchSelectWidth={false}
          options={[
            { value: ALL, label: t('task.filter.allAccounts') },
            ...accounts.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          onChange={(value) => setAccount(accounts.find(({ id }) => id === value)?.id ?? null)}
        />
        <SearchField className="lp-task-search" label={t('task.filter.search')} value={text} onChange={setText} />
        <span role="status" className="lp-quiet">
          {t('task.count', { count: open })}
        </span>
        <span className="lp-grow" />
        {accountId !== null && (
          <Button title={t('task.cadence.hint')} icon={<CalendarSync size={15} aria-hidden />} onClick={() => void recur()}>
            {t('task.cadence.action')}
          </Button>
        )}
      </div>
      {rows.length > 0 ? (
        <TaskList rows={rows} context={context} onLeave={() => line.current?.focus()} />
      ) : tasks.length > 0 ? (
        <EmptyState icon={<Search size={32} aria-hidden />} title={t('task.empty.filtered')}>
          <Button onClick={showAll}>{t('task.empty.clear')}</Button>
        </EmptyState>
      ) : (
        <EmptyState icon={<ListTodo size={36} aria-hidden />} title={t('task.empty.title')} text={t('task.empty.text')} />
      )}
      <p className="lp-quiet lp-list-keys">{t('task.keys')}</p>
    </div>
  )
}
