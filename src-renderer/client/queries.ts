import { useQuery, type UseQueryResult } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { Contract, Endpoint, Input, Output } from '../../src-shared/contract'
import type { Day } from '../../src-shared/model/day'
import type { AccountId } from '../../src-shared/model/ids'
import { call, transport } from './client'
import { askAnew, hearChange } from './freshness'

export type QueryEndpoint = { [E in Endpoint]: Contract[E]['kind'] extends 'query' ? E : never }[Endpoint]

/** The answer of a query, kept by endpoint and input, and asked again after every change. */
export function useAnswer<E extends QueryEndpoint>(
  endpoint: E,
  input: Input<E>,
  options: { readonly enabled?: boolean } = {},
): UseQueryResult<Output<E>> {
  return useQuery({
    queryKey: [endpoint, input],
    queryFn: ({ signal }) => call(endpoint, input, { signal }),
    ...options,
  })
}

/** Keeps what was asked in step with the workspace, and says whether the core can be reached. Used once, by the app. */
export function useLiveAnswers(): { readonly connected: boolean } {
  const [connected, setConnected] = useState(true)
  useEffect(
    () =>
      transport.subscribe((event) => {
        if (event.type === 'changed') {
          // What a layout remembers was told by this very window and changes nothing that is shown.
          if (event.endpoint !== 'layout.remember') hearChange(event.endpoint)
        } else if (event.type === 'connection') {
          setConnected(event.up)
          if (event.up) void askAnew()
        }
      }),
    [],
  )
  return { connected }
}

export const useWorkspace = () => useAnswer('workspace.info', {})
export const useAccounts = () => useAnswer('account.list', {})
export const useHistory = () => useAnswer('history.list', { limit: 100 })
export const useOurs = () => useAnswer('people.ours', {})
export const useCheck = (on: Day) => useAnswer('workspace.check', { on })
export const useGraph = (accountId: AccountId | null) =>
  // Without an account nothing is asked, so the empty id never leaves the window.
  useAnswer('account.graph', { accountId: accountId ?? '' }, { enabled: accountId !== null })
