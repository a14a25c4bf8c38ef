import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useDeferredValue, useEffect, useState } from 'react'
import { publishedId } from '../../src-shared/analytics/publishedId'
import type { Output } from '../../src-shared/contract'
import type { PersonId, SeatId } from '../../src-shared/model/ids'
import { type OpenAccount, useAccount } from '../account/AccountContext'
import { call } from '../client/client'

export type NextAction = Output<'analysis.nextActions'>[number]

/** How long the day has to stand still before the core is asked, in ms. */
const PAUSE_MS = 250

interface NextActions {
  readonly actions: readonly NextAction[] | null
  readonly error: Error | null
  /** The answer shown is that of another moment, until the new one comes. */
  readonly stale: boolean
  /** The people and seats of the account by the ids that the answer names them with. */
  readonly person: (id: string) => PersonId | undefined
  readonly seat: (id: string) => SeatId | undefined
}

/**
 * Next best actions of the open deal. The core's reader works them out, a hundred evaluations at times, so that the window never
 * waits for them; the answer is kept until something changes.
 */
export function useNextActions(): NextActions {
  const open = useStanding(useDeferredValue(useAccount()))
  const { graph, opportunity, asOf } = open
  const input = { accountId: graph.account.id, opportunityId: opportunity?.id ?? '', asOf }
  const answer = useQuery({
    queryKey: ['analysis.nextActions', input],
    queryFn: ({ signal }) => call('analysis.nextActions', input, { signal }),
    enabled: opportunity !== null,
    placeholderData: keepPreviousData,
  })
  return {
    actions: opportunity === null ? null : (answer.data ?? null),
    error: answer.error,
    stale: answer.isPlaceholderData,
    person: (id) => graph.people.find((person) => publishedId(person) === id)?.id,
    seat: (id) => graph.seats.find((seat) => publishedId(seat) === id)?.id,
  }
}

/** What is looked at once it has stood still for a moment. */
function useStanding(open: OpenAccount): OpenAccount {
  const [standing, setStanding] = useState(open)
  useEffect(() => {
    const timer = setTimeout(() => setStanding(open), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [open])
  return standing
}
