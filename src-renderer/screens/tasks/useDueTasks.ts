import { useEffect, useState } from 'react'
import type { ListedTask } from '../../../src-shared/contract'
import { type Day, localDay } from '../../../src-shared/model/day'
import { type DueTask, dueTasks } from '../../../src-shared/tasks/dueTasks'
import { useAnswer, useWorkspace } from '../../client/queries'

const MINUTE = 60_000

/** The day where the user is; a window that is open at midnight gets the next one. */
export function useToday(): Day {
  const [today, setToday] = useState(() => localDay(new Date()))
  useEffect(() => {
    const timer = setInterval(() => setToday(localDay(new Date())), MINUTE)
    return () => clearInterval(timer)
  }, [])
  return today
}

/** Whatever the user has to be told of today. */
export function useDueTasks(): readonly DueTask<ListedTask>[] {
  const today = useToday()
  const workspace = useWorkspace().data
  const tasks = useAnswer('task.list', { done: 0 }).data
  // Before it is known who the user is, nothing is anybody's.
  return workspace && tasks ? dueTasks(tasks, workspace.me, today) : []
}
