import { App, Button } from 'antd'
import { useEffect, useEffectEvent } from 'react'
import { z } from 'zod'
import type { ListedTask } from '../../src-shared/contract'
import { localDay } from '../../src-shared/model/day'
import { TaskId } from '../../src-shared/model/ids'
import type { DueTask } from '../../src-shared/tasks/dueTasks'
import type { ActionContext } from '../actions/context'
import { shell, transport } from '../client/client'
import { dayText } from '../../src-shared/i18n/format'
import { useTaskList } from '../screens/tasks/taskStore'
import { useDueTasks } from '../screens/tasks/useDueTasks'
import { usePresenting } from '../state/presentation'

/** What was told, in this browser profile: by task and day, the latest last. */
const TOLD = 'linchpin.reminded'
/** How many are remembered; a task is told of twice at most. */
const KEPT = 1_000
/** Titles that one notice tells. */
const MOST = 3

/** A quiet notice of every task whose day has come, once; in a desktop window, the way from a system notification to its task. */
export function Reminders({ context }: { readonly context: ActionContext }) {
  const { notification } = App.useApp()
  const { t, language, window } = context
  const due = useDueTasks()

  const showTask = useEffectEvent((id: TaskId | null) => {
    window.show('tasks')
    // The list may be narrowed to others.
    useTaskList.getState().set({ shown: id, ...(id !== null && { owner: null }) })
  })
  useEffect(() => transport.subscribe((event) => event.type === 'task' && showTask(TaskId.parse(event.taskId))), [])

  const presenting = usePresenting()
  useEffect(() => shell?.presenting(presenting), [presenting])

  const tell = useEffectEvent((fresh: readonly DueTask<ListedTask>[]) => {
    const [only] = fresh
    const rest = fresh.length - MOST
    notification.info({
      key: TOLD,
      placement: 'bottomLeft',
      duration: 8,
      // Beside the rail, which stays in reach.
      style: { width: 300, marginInlineStart: 52 },
      title: t('task.reminder.title', { count: fresh.length }),
      description: (
        <ul className="lp-reminder">
          {fresh.slice(0, MOST).map((each) => (
            <li key={each.key}>{each.task.title}</li>
          ))}
          {rest > 0 && <li className="lp-quiet">{t('task.reminder.more', { count: rest })}</li>}
          {only && fresh.length === 1 && (
            <li className="lp-quiet">
              {only.on === localDay(new Date())
                ? t('task.reminder.dueToday')
                : t('task.reminder.dueSince', { day: dayText(only.on, language) })}
            </li>
          )}
        </ul>
      ),
      actions: (
        <Button
          size="small"
          onClick={() => {
            notification.destroy(TOLD)
            showTask(only && fresh.length === 1 ? only.task.id : null)
          }}
        >
          {t('task.reminder.show')}
        </Button>
      ),
    })
  })
  const keys = due.map(({ key }) => key).join('\n')
  const told = useEffectEvent(() => {
    const known = toldBefore()
    const fresh = due.filter(({ key }) => !known.includes(key))
    if (fresh.length === 0) return
    localStorage.setItem(TOLD, JSON.stringify([...known, ...fresh.map(({ key }) => key)].slice(-KEPT)))
    tell(fresh)
  })
  useEffect(() => told(), [keys])
  return null
}

function toldBefore(): readonly string[] {
  try {
    return z.array(z.string()).parse(JSON.parse(localStorage.getItem(TOLD) ?? '[]'))
  } catch {
    // Written by another version, or by hand.
    return []
  }
}
