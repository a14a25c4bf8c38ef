import type { ListedTask } from '../../../src-shared/contract'
import type { Day } from '../../../src-shared/model/day'
import type { AccountId, PersonId } from '../../../src-shared/model/ids'
import { groupOfTask, type TaskGroup, taskGroups } from '../../../src-shared/tasks/dueTasks'
import type { Matcher } from '../../account/search'

export interface TaskFilter {
  /** null: everyone's; 'nobody': those without an owner. */
  readonly owner: PersonId | 'nobody' | null
  readonly accountId: AccountId | null
  readonly text: string
}

/** A line of the list: the head of a group, or a task. */
export type TaskRow =
  | { readonly kind: 'head'; readonly group: TaskGroup; readonly count: number }
  | { readonly kind: 'task'; readonly task: ListedTask; readonly group: TaskGroup }

/** The tasks that pass, under the heads of their groups; within a group as they come. */
export function taskRows(tasks: readonly ListedTask[], filter: TaskFilter, today: Day, match: Matcher): TaskRow[] {
  const passing = tasks.filter((task) => passes(task, filter, match))
  const byGroup = Map.groupBy(passing, (task) => groupOfTask(task, today))
  return taskGroups.flatMap((group): TaskRow[] => {
    const own = byGroup.get(group) ?? []
    if (own.length === 0) return []
    return [{ kind: 'head', group, count: own.length }, ...own.map((task) => ({ kind: 'task', task, group }) as const)]
  })
}

function passes(task: ListedTask, { owner, accountId, text }: TaskFilter, match: Matcher): boolean {
  if (owner === 'nobody' ? task.ownerId !== null : owner !== null && task.ownerId !== owner) return false
  if (accountId !== null && task.accountId !== accountId) return false
  return match(text, task.title, task.note, task.personName ?? '', task.accountName ?? '', task.ownerName ?? '')
}
