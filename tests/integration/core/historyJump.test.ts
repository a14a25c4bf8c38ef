import { expect, test } from 'vitest'
import { dump, failureOf, testCore } from '../../support/core'

test('goes to the moment after any step, either way, after a restart too, and each is one mutation', async () => {
  let core = await testCore()
  const points = [dump(core.file)]
  for (const name of ['A', 'B', 'C', 'D']) {
    await core.run('account.create', { name })
    points.push(dump(core.file))
  }
  const steps = (await core.run('history.list', {})).toReversed()
  const order = [2, 4, 1, 3]
  for (const n of order) {
    await core.run('history.jump', { stepId: steps[n - 1]?.id ?? 0 })
    expect(dump(core.file)).toEqual(points[n])
    expect((await core.run('history.list', {})).filter((step) => !step.undone)).toHaveLength(n)
    core = await core.reopen()
  }
  expect(await core.run('history.jump', { stepId: null })).toEqual({ undone: 3, redone: 0 })
  expect(dump(core.file)).toEqual(points[0])
  expect(await core.run('history.jump', { stepId: steps[3]?.id ?? 0 })).toEqual({ undone: 0, redone: 4 })
  expect(dump(core.file)).toEqual(points[4])
  expect(await core.run('history.jump', { stepId: steps[3]?.id ?? 0 })).toEqual({ undone: 0, redone: 0 })
})

test('a step that a later change has forgotten is refused', async () => {
  const core = await testCore()
  await core.run('account.create', { name: 'A' })
  await core.run('account.create', { name: 'B' })
  const [last] = await core.run('history.list', {})
  await core.run('history.undo', {})
  await core.run('account.create', { name: 'C' })
  const before = dump(core.file)
  expect(await failureOf(core, 'history.jump', { stepId: last?.id ?? 0 })).toMatchObject({
    code: 'not_found',
    params: { kind: 'step' },
  })
  expect(dump(core.file)).toEqual(before)
})
