import { z } from 'zod'
import { Day } from '../model/day'
import { AccountId, PersonId, TaskId } from '../model/ids'
import { Language } from '../model/language'
import { Task } from '../model/task'
import { Done, mutation, query, words } from './endpoint'
import { shownTier } from './shownTier'

/** A task as a list shows it, with the names that it mentions. */
export const ListedTask = Task.extend({
  accountName: words.nullable(),
  opportunityName: words.nullable(),
  personName: words.nullable(),
  ownerName: words.nullable(),
})
export type ListedTask = z.infer<typeof ListedTask>

const changeable = Task.omit({ id: true, title: true, origin: true, originId: true, madeOn: true, doneOn: true }).partial().shape

/** What one of ours has to do, over all accounts. */
export const taskEndpoints = {
  'task.list': query(
    'Tasks, open ones by day due, then the done ones, latest first.',
    z.strictObject({
      accountId: AccountId.optional(),
      ownerId: PersonId.optional(),
      personId: PersonId.optional(),
      /** How many of the done ones; default 50. */
      done: z.int().min(0).max(1_000).optional(),
      ...shownTier,
    }),
    z.array(ListedTask),
  ),
  'task.create': mutation(
    'A new task.',
    z.strictObject({
      title: words,
      ...changeable,
      ...Task.pick({ origin: true, originId: true }).partial().shape,
    }),
    z.object({ taskId: TaskId }),
  ),
  'task.update': mutation('Changes a task.', z.strictObject({ taskId: TaskId, title: words.optional(), ...changeable }), Done),
  'task.finish': mutation(
    'Done on a day; one that repeats makes the next.',
    z.strictObject({ taskId: TaskId, on: Day }),
    z.object({ nextTaskId: TaskId.nullable() }),
  ),
  'task.reopen': mutation('Not done after all.', z.strictObject({ taskId: TaskId }), Done),
  'task.fromCadence': mutation(
    'A recurring task for the next touch of everybody who has a role on an account, by the cadence of their tier; one that is open stays.',
    z.strictObject({
      accountId: AccountId,
      on: Day,
      /** In which the tasks are worded. */
      language: Language,
    }),
    z.object({ created: z.int(), kept: z.int() }),
  ),
  'task.remove': mutation('Deletes a task (a mistake).', z.strictObject({ taskId: TaskId }), Done),
} as const
