import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { askAnew, beginChange, hearChange, queryClient } from '../../../src-renderer/client/freshness'

// The client picks its way to the core by the window, which a test has none of.
vi.mock('../../../src-renderer/client/client', () => ({ CallFailure: class extends Error {} }))

/** What was asked for anew: the graph once for every round. */
const asked = vi.spyOn(queryClient, 'invalidateQueries')
const rounds = () => asked.mock.calls.filter(([filters]) => filters?.queryKey?.[0] === 'account.graph').length

beforeEach(() => {
  vi.useFakeTimers()
  asked.mockClear()
})
afterEach(() => {
  vi.runAllTimers()
  vi.useRealTimers()
})

it('asks once for a change of this window, whether its event comes after the reply or before it', async () => {
  const after = beginChange('person.update')
  await after.done()
  hearChange('person.update')
  expect(rounds()).toBe(1)

  const before = beginChange('person.update')
  hearChange('person.update')
  await before.done()
  expect(rounds()).toBe(2)
})

it('asks for every change of others, also while one of its own is under way', async () => {
  hearChange('person.update')
  expect(rounds()).toBe(1)
  const own = beginChange('person.update')
  hearChange('tie.create')
  expect(rounds()).toBe(2)
  await own.done()
  hearChange('person.update')
  expect(rounds()).toBe(3)
  hearChange('person.update')
  expect(rounds()).toBe(4)
})

it('takes an event for somebody else’s when the own change was refused', () => {
  const refused = beginChange('person.update')
  refused.failed()
  expect(rounds()).toBe(0)
  const other = beginChange('person.update')
  hearChange('person.update')
  other.failed()
  expect(rounds()).toBe(1)
})

it('does not wait for an event for ever', async () => {
  await beginChange('person.update').done()
  vi.advanceTimersByTime(3_000)
  hearChange('person.update')
  expect(rounds()).toBe(2)
})

it('asks the graph first, and what takes long once changes pause', async () => {
  const keys = () => asked.mock.calls.map(([filters]) => filters?.queryKey?.[0] ?? 'the rest')
  await askAnew()
  await askAnew()
  expect(keys()).toEqual(['account.graph', 'the rest', 'account.graph', 'the rest'])
  vi.advanceTimersByTime(1_000)
  expect(keys()).toEqual(['account.graph', 'the rest', 'account.graph', 'the rest', 'analysis.nextActions'])
})
