import { expect, test } from 'vitest'
import { Day } from '../../../src-shared/model/day'
import { PersonId, TaskId } from '../../../src-shared/model/ids'
import { dueTasks, groupOfTask } from '../../../src-shared/tasks/dueTasks'

const today = Day.parse('2026-11-21')
const me = PersonId.parse('me')
const day = (text: string | null) => (text === null ? null : Day.parse(text))

test.each([
  ['2026-11-20', null, 'overdue'],
  ['2026-11-21', null, 'today'],
  ['2026-11-22', null, 'week'],
  ['2026-11-28', null, 'week'],
  ['2026-11-29', null, 'later'],
  [null, null, 'none'],
  ['2026-11-20', '2026-11-21', 'done'],
])('due %s, done %s: %s', (dueOn, doneOn, group) => {
  expect(groupOfTask({ dueOn: day(dueOn), doneOn: day(doneOn) }, today)).toBe(group)
})

test('who is told of what, by task and day', () => {
  const task = (
    id: string,
    ownerId: string | null,
    dueOn: string | null,
    remindOn: string | null = null,
    doneOn: string | null = null,
  ) => ({
    id: TaskId.parse(id),
    ownerId: ownerId === null ? null : PersonId.parse(ownerId),
    dueOn: day(dueOn),
    remindOn: day(remindOn),
    doneOn: day(doneOn),
  })
  const tasks = [
    task('mine', 'me', '2026-11-21'),
    task('reminded', 'me', '2026-12-01', '2026-11-19'),
    task('both', 'me', '2026-11-20', '2026-11-18'),
    task('later', 'me', '2026-11-22', '2026-11-22'),
    task('undated', 'me', null),
    task('done', 'me', '2026-11-01', null, '2026-11-02'),
    task('other', 'somebody', '2026-11-01'),
    task('nobody', null, '2026-11-01'),
  ]
  expect(dueTasks(tasks, me, today).map(({ key }) => key)).toEqual([
    'mine 2026-11-21',
    'reminded 2026-11-19',
    'both 2026-11-20',
    'nobody 2026-11-01',
  ])
  expect(dueTasks(tasks, null, today).map(({ key }) => key)).toEqual(['nobody 2026-11-01'])
})
