import { addDays, type Day } from '../model/day'
import type { PersonId } from '../model/ids'
import type { Task } from '../model/task'

/** Parts of a list of tasks, in its order. */
export const taskGroups = ['overdue', 'today', 'week', 'later', 'none', 'done'] as const
export type TaskGroup = (typeof taskGroups)[number]

/** Where a task stands on a day; a week is the seven days after it. */
export function groupOfTask({ doneOn, dueOn }: Pick<Task, 'doneOn' | 'dueOn'>, today: Day): TaskGroup {
  if (doneOn !== null) return 'done'
  if (dueOn === null) return 'none'
  if (dueOn < today) return 'overdue'
  if (dueOn === today) return 'today'
  return dueOn <= addDays(today, 7) ? 'week' : 'later'
}

/** A task that somebody has to be told of, and the day that has come: of the reminder, or on which it is due. */
export interface DueTask<T> {
  readonly task: T
  readonly on: Day
  /** The same task and day have the same: what was told once is not told again. */
  readonly key: string
}

type Remindable = Pick<Task, 'id' | 'doneOn' | 'dueOn' | 'remindOn' | 'ownerId'>

/**
 * The open tasks of the user, and those of nobody, whose reminder or day has come. Who has not said who they are is told of the
 * latter alone: the others may all be somebody else's.
 */
export function dueTasks<T extends Remindable>(tasks: readonly T[], me: PersonId | null, today: Day): DueTask<T>[] {
  return tasks.flatMap((task) => {
    if (task.doneOn !== null || (task.ownerId !== null && task.ownerId !== me)) return []
    const on = [task.remindOn, task.dueOn]
      .filter((day) => day !== null)
      .filter((day) => day <= today)
      .sort()
      .at(-1)
    return on === undefined ? [] : [{ task, on, key: `${task.id} ${on}` }]
  })
}
