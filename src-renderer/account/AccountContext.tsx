import { createContext, type ReactNode, useContext, useMemo } from 'react'
import { type CurrentJudgements, currentJudgements } from '../../src-shared/analytics/judgements'
import { type Snapshot, snapshot } from '../../src-shared/analytics/snapshot'
import { type Day, localDay } from '../../src-shared/model/day'
import type { AccountGraph } from '../../src-shared/model/graph'
import type { OpportunityId, PersonId } from '../../src-shared/model/ids'
import { type Method, shippedMethod } from '../../src-shared/model/method'
import { presentedProfile } from '../../src-shared/model/redaction'
import type { Opportunity } from '../../src-shared/model/opportunity'
import { redacted } from '../../src-shared/scene/redact'
import { useFollowed } from '../client/following'
import { useWorkspace } from '../client/queries'
import { usePresenting } from '../state/presentation'
import { useView } from '../state/windowStore'

/** The open account on the day that is looked at. */
export interface OpenAccount {
  readonly graph: AccountGraph
  readonly asOf: Day
  readonly snap: Snapshot
  readonly judgements: CurrentJudgements
  /** Null: nothing of a deal is shown. */
  readonly opportunity: Opportunity | null
  readonly method: Method
  /** Which of ours the user is. */
  readonly me: PersonId | null
}

const Context = createContext<OpenAccount | null>(null)

/** Filters an account's graph to the day that is looked at, once for everything inside. @param graph null: no account is open */
export function AccountProvider({ graph, children }: { readonly graph: AccountGraph | null; readonly children: ReactNode }) {
  const view = useView()
  const workspace = useWorkspace()
  const asOf = view.asOf ?? localDay(new Date())
  const method = workspace.data?.method ?? shippedMethod
  const me = workspace.data?.me ?? null

  const shown = useShown(graph, asOf)
  const dated = useMemo(
    () => shown && { graph: shown, asOf, snap: snapshot(shown, asOf), judgements: currentJudgements(shown, asOf) },
    [shown, asOf],
  )
  const open = useMemo(
    (): OpenAccount | null => dated && { ...dated, opportunity: chosenOpportunity(dated.graph, view.opportunityId), method, me },
    [dated, view.opportunityId, method, me],
  )
  return <Context value={open}>{children}</Context>
}

/** What of an account may be seen in this window: everything, but for private facts while somebody presents. */
function useShown(graph: AccountGraph | null, on: Day): AccountGraph | null {
  const presenting = usePresenting()
  return useMemo(() => (graph && presenting ? redacted(graph, on, presentedProfile) : graph), [graph, on, presenting])
}

/** Lets what is inside follow the open account a moment after the map, which is outside. See `useFollowed`. */
export function AccountFollower({ children }: { readonly children: ReactNode }) {
  return <Context value={useFollowed(useContext(Context))}>{children}</Context>
}

/** The open account. @throws Error outside of an account's screens */
export function useAccount(): OpenAccount {
  const open = useContext(Context)
  if (!open) throw new Error('useAccount belongs inside an account')
  return open
}

/** The open account, or null where none is. */
export const useMaybeAccount = (): OpenAccount | null => useContext(Context)

/** The chosen deal; the first where none was chosen yet or the chosen one is gone. */
function chosenOpportunity(graph: AccountGraph, id: OpportunityId | null | undefined): Opportunity | null {
  if (id === null) return null
  return graph.opportunities.find((opportunity) => opportunity.id === id) ?? graph.opportunities[0] ?? null
}
