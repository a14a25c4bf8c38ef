import { QueryObserver } from '@tanstack/react-query'
import { afterEach, expect, it, vi } from 'vitest'
import { askAnew, queryClient } from '../../../src-renderer/client/freshness'

// The client picks its way to the core by the window, which a test has none of.
vi.mock('../../../src-renderer/client/client', () => ({ CallFailure: class extends Error {} }))

afterEach(() => queryClient.clear())

/** A part of the window that shows an answer; the test gives the answers, in the order in which they were asked for. */
function shown(endpoint: string) {
  const asked: PromiseWithResolvers<string>[] = []
  const observer = new QueryObserver(queryClient, {
    queryKey: [endpoint, {}],
    queryFn: () => {
      const answer = Promise.withResolvers<string>()
      asked.push(answer)
      return answer.promise
    },
  })
  const leave = observer.subscribe(() => undefined)
  return { asked, leave, data: () => observer.getCurrentResult().data }
}

it.each(['account.graph', 'task.list'])('never shows a first answer of %s from before a change', async (endpoint) => {
  const { asked, leave, data } = shown(endpoint)
  const current = askAnew()
  asked[0]?.resolve('before')
  await Promise.resolve()
  asked[1]?.resolve('after')
  await current
  expect(data()).toBe('after')
  expect(asked).toHaveLength(2)
  leave()
})

it('never shows a later answer from before a change, nor one from before the last of several', async () => {
  const { asked, leave, data } = shown('task.list')
  asked[0]?.resolve('first')
  await vi.waitFor(() => expect(data()).toBe('first'))
  const changes = [askAnew(), askAnew()]
  asked[1]?.resolve('between')
  await Promise.resolve()
  expect(data()).toBe('first')
  asked[2]?.resolve('after')
  await Promise.all(changes)
  expect(data()).toBe('after')
  leave()
})

it('asks for what is not shown only when it is shown again', async () => {
  const before = shown('task.list')
  before.asked[0]?.resolve('before')
  await vi.waitFor(() => expect(before.data()).toBe('before'))
  before.leave()
  await askAnew()
  expect(before.asked).toHaveLength(1)
  const again = shown('task.list')
  again.asked[0]?.resolve('after')
  await vi.waitFor(() => expect(again.data()).toBe('after'))
  again.leave()
})
