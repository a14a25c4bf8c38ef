import { useDeferredValue, useMemo } from 'react'
import { type Day, localDay } from '../../src-shared/model/day'
import type { AccountGraph } from '../../src-shared/model/graph'
import type { AccountId, OpportunityId } from '../../src-shared/model/ids'
import { type Method, shippedMethod } from '../../src-shared/model/method'
import { matchQuickEntry } from '../../src-shared/quickEntry/match'
import { parseQuickEntry, type Reading } from '../../src-shared/quickEntry/parse'
import type { Outcome, QuickPlan } from '../../src-shared/quickEntry/plan'
import type { Problem } from '../../src-shared/quickEntry/problems'
import type { Choices, KnownColleague } from '../../src-shared/quickEntry/resolvePeople'
import { useMaybeAccount } from '../account/AccountContext'
import { useAccounts, useGraph, useOurs, useWorkspace } from '../client/queries'

/** Where a text goes. */
export interface Target {
  /** Null: an account that the text is to name, or that is yet to be made. */
  readonly accountId: AccountId | null
  /** Null also while the account is loading. */
  readonly graph: AccountGraph | null
  /** Empty while the text names no account. */
  readonly name: string
  readonly ready: boolean
  readonly on: Day
  readonly opportunityId: OpportunityId | null
  readonly method: Method
  readonly colleagues: readonly KnownColleague[]
}

export interface PlannedText {
  /** What was read: for a moment not yet what was typed. */
  readonly text: string
  readonly target: Target
  readonly reading: Reading
  readonly plan: QuickPlan
  /** Of reading and matching, in the order of the text. */
  readonly problems: readonly Problem[]
  readonly counts: Readonly<Record<Outcome, number>>
  /** What a line does, the most of it where it does several things. */
  readonly outcomes: ReadonlyMap<number, Outcome>
}

/**
 * What a text would do to the open account, or to the one its heading names where none is open. Read anew after every keystroke, at a
 * lower priority than the letters themselves.
 */
export function useQuickPlan(text: string, choices: Choices): PlannedText {
  const open = useMaybeAccount()
  const workspace = useWorkspace().data
  const colleagues = useOurs().data ?? none
  const method = workspace?.method ?? shippedMethod
  const read = useDeferredValue(text)
  const reading = useMemo(() => parseQuickEntry(read, method), [read, method])

  const heading = reading.document.account?.text ?? ''
  const accounts = useAccounts().data
  const named = open ? null : (accounts?.find(({ name }) => name === heading.trim())?.id ?? null)
  const loaded = useGraph(named).data
  const graph = open?.graph ?? (named === null ? null : (loaded ?? null))
  const accountId = open?.graph.account.id ?? named
  const on = open?.asOf ?? localDay(new Date())
  const opportunityId = open?.opportunity?.id ?? null
  const me = workspace?.me ?? null

  const plan = useMemo(
    () => matchQuickEntry(reading.document, graph, on, { opportunityId, colleagues, me, choices, method }),
    [reading, graph, on, opportunityId, colleagues, me, choices, method],
  )
  return useMemo(() => {
    const name = open?.graph.account.name ?? heading
    const ready = accountId === null ? heading !== '' : graph !== null
    const target = { accountId, graph, name, ready, on, opportunityId, method, colleagues }
    return { text: read, target, reading, plan, ...summaryOf(reading, plan) }
  }, [open, heading, accountId, graph, on, opportunityId, method, colleagues, read, reading, plan])
}

const none: readonly KnownColleague[] = []
const weight: Readonly<Record<Outcome, number>> = { unchanged: 0, updated: 1, created: 2 }

function summaryOf(reading: Reading, plan: QuickPlan): Pick<PlannedText, 'problems' | 'counts' | 'outcomes'> {
  const counts: Record<Outcome, number> = { created: 0, updated: 0, unchanged: 0 }
  const outcomes = new Map<number, Outcome>()
  for (const { line, outcome } of plan.items) {
    counts[outcome] += 1
    const before = outcomes.get(line)
    if (before === undefined || weight[before] < weight[outcome]) outcomes.set(line, outcome)
  }
  const problems = [...reading.problems, ...plan.problems].sort(
    (a, b) => a.place.line - b.place.line || a.place.from - b.place.from,
  )
  return { problems, counts, outcomes }
}
