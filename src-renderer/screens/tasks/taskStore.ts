import { create } from 'zustand'
import type { PersonId, TaskId } from '../../../src-shared/model/ids'

interface TaskState {
  /** null: everyone's; 'nobody': without an owner; undefined: mine where the workspace knows who that is. */
  readonly owner: PersonId | 'nobody' | null | undefined
  /** A task that is to be shown next: of a notice that somebody clicked. */
  readonly shown: TaskId | null
  readonly set: (change: Partial<Omit<TaskState, 'set'>>) => void
}

/** How the list of tasks is looked at, while this window is open. */
export const useTaskList = create<TaskState>()((set) => ({
  owner: undefined,
  shown: null,
  set: (change) => set(change),
}))
