import { type KeyboardEvent, useEffect, useEffectEvent, useRef, useState } from 'react'
import type { ListedTask } from '../../../src-shared/contract'
import { localDay } from '../../../src-shared/model/day'
import type { TaskId } from '../../../src-shared/model/ids'
import type { ActionContext } from '../../actions/context'
import { pressed } from '../../components/keyboard'
import { openDialog } from '../../state/dialogs'
import { useWindowedRows } from '../../components/useWindowedRows'
import { TaskLine } from './TaskLine'
import type { TaskRow } from './taskRows'
import { useTaskList } from './taskStore'

const ROW = 34

interface TaskListProps {
  readonly rows: readonly TaskRow[]
  readonly context: ActionContext
  /** Up from the first task. */
  readonly onLeave: () => void
}

/** The tasks in their groups: space does one, Enter changes its title, and only what is in view is drawn. */
export function TaskList({ rows, context, onLeave }: TaskListProps) {
  const { t, window, change } = context
  const scroller = useRef<HTMLDivElement>(null)
  const { first, last, reveal } = useWindowedRows(scroller, rows.length, ROW)
  const [currentId, setCurrent] = useState<TaskId | null>(null)
  const [editingId, setEditing] = useState<TaskId | null>(null)
  const { shown, set } = useTaskList()
  const tasks = rows.flatMap((row) => (row.kind === 'task' ? [row.task] : []))
  const stop = tasks.find(({ id }) => id === currentId)?.id ?? tasks[0]?.id ?? null

  function focus(id: TaskId) {
    setCurrent(id)
    reveal(rows.findIndex((row) => row.kind === 'task' && row.task.id === id))
    // A row that was out of view is drawn first.
    requestAnimationFrame(() =>
      scroller.current?.querySelector<HTMLElement>(`[data-task="${CSS.escape(id)}"]`)?.focus({ preventScroll: true }),
    )
  }
  const show = useEffectEvent((id: TaskId) => {
    if (!tasks.some((task) => task.id === id)) return
    focus(id)
    set({ shown: null })
  })
  useEffect(() => {
    if (shown === null) return
    const frame = requestAnimationFrame(() => show(shown))
    return () => cancelAnimationFrame(frame)
  }, [shown, rows])

  function move(id: TaskId, by: number) {
    const at = tasks.findIndex((task) => task.id === id) + by
    if (at < 0) return onLeave()
    const next = tasks[Math.min(at, tasks.length - 1)]
    if (next) focus(next.id)
  }
  async function toggle(task: ListedTask) {
    const { id: taskId, title } = task
    // The keyboard goes on with the task that takes the place of this one.
    const at = tasks.indexOf(task)
    const next = tasks[at + 1] ?? tasks[at - 1]
    const held = scroller.current?.contains(document.activeElement) ?? false
    if (task.doneOn !== null) await change.change('task.reopen', { taskId })
    else {
      const words = t(task.repeatEveryDays === null ? 'task.row.finished' : 'task.row.finishedNext', { title })
      await change.remove('task.finish', { taskId, on: localDay(new Date()) }, words)
    }
    if (held && next) focus(next.id)
  }
  async function retitle({ id: taskId }: ListedTask, title: string | null) {
    setEditing(null)
    if (title !== null) await change.change('task.update', { taskId, title })
    focus(taskId)
  }
  function jump({ accountId, personId }: ListedTask) {
    if (accountId === null) return
    window.openAccount(accountId, personId === null ? undefined : 'map')
    if (personId !== null) window.select({ kind: 'person', id: personId })
  }
  const details = ({ id: taskId }: ListedTask) => openDialog({ kind: 'task', taskId })

  function onKeyDown(event: KeyboardEvent) {
    const id = event.target instanceof HTMLElement ? event.target.dataset['task'] : undefined
    const task = tasks.find((each) => each.id === id)
    if (!task) return
    if (pressed(event, 'ArrowDown')) move(task.id, 1)
    else if (pressed(event, 'ArrowUp')) move(task.id, -1)
    else if (pressed(event, 'Home')) move(task.id, -tasks.indexOf(task))
    else if (pressed(event, 'End')) move(task.id, tasks.length)
    else if (pressed(event, ' ')) void toggle(task)
    else if (pressed(event, 'Enter') || pressed(event, 'F2')) setEditing(task.id)
    else if (pressed(event, 'e')) details(task)
    else if (pressed(event, 'o')) jump(task)
    else if (pressed(event, 'Delete')) {
      void change.remove('task.remove', { taskId: task.id }, t('task.row.removed', { title: task.title }))
    } else return
    event.preventDefault()
    event.stopPropagation()
  }

  return (
    <div className="lp-list" ref={scroller} onKeyDown={onKeyDown}>
      <div className="lp-list-columns lp-task-columns" aria-hidden>
        <span />
        <span>{t('task.column.task')}</span>
        <span>{t('task.column.about')}</span>
        <span>{t('task.column.owner')}</span>
        <span>{t('task.column.due')}</span>
      </div>
      <div
        role="list"
        aria-label={t('task.title')}
        style={{ paddingTop: first * ROW, paddingBottom: (rows.length - last) * ROW }}
      >
        {rows.slice(first, last).map((row) =>
          row.kind === 'head' ? (
            <div key={row.group} role="listitem" className="lp-task-head" data-group={row.group}>
              <h2>{t(`task.group.${row.group}`)}</h2>
              <span className="lp-quiet">{row.count}</span>
            </div>
          ) : (
            <TaskLine
              key={row.task.id}
              task={row.task}
              group={row.group}
              current={row.task.id === stop}
              editing={row.task.id === editingId}
              context={context}
              onFocus={() => setCurrent(row.task.id)}
              onToggle={() => void toggle(row.task)}
              onEdit={() => setEditing(row.task.id)}
              onTitle={(title) => void retitle(row.task, title)}
              onDetails={() => details(row.task)}
              onJump={() => jump(row.task)}
            />
          ),
        )}
      </div>
    </div>
  )
}
