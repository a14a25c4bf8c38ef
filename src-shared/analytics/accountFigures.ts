import type { Day } from '../model/day'
import type { AccountGraph } from '../model/graph'
import type { OpportunityId, PersonId } from '../model/ids'
import type { Method } from '../model/method'
import { type Change, changesBetween } from './changes'
import { type Disagreement, disagreements } from './disagreement'
import { type Drill, drill } from './drill'
import { type Evaluation, evaluate } from './evaluation'
import { type RankedPerson, ranking } from './ranking'
import { type Situation, situation } from './situation'

/** The figures of domain.md 6 for one account, deal and day, each worked out when first read. */
export class AccountFigures {
  private known: {
    situation?: Situation
    evaluation?: Evaluation
    ranked?: ReturnType<typeof ranking>
    disagreements?: readonly Disagreement[]
    changes?: { readonly since: Day; readonly found: readonly Change[] }
    drill?: { readonly gone: string; readonly result: Drill }
  } = {}

  constructor(
    private readonly graph: AccountGraph,
    private readonly opportunityId: OpportunityId | null,
    readonly on: Day,
    private readonly method: Method,
  ) {}

  /** @throws Error where the account has no such opportunity */
  get situation(): Situation {
    return (this.known.situation ??= situation(this.graph, this.opportunityId, this.on, this.method))
  }

  get evaluation(): Evaluation {
    return (this.known.evaluation ??= evaluate(this.situation))
  }

  /** Everyone by key-person risk. */
  get ranked(): { readonly theirs: readonly RankedPerson[]; readonly ours: readonly RankedPerson[] } {
    return (this.known.ranked ??= ranking(this.evaluation))
  }

  get disagreements(): readonly Disagreement[] {
    return (this.known.disagreements ??= disagreements(this.situation))
  }

  /** The same account and deal on another day. */
  at(day: Day): AccountFigures {
    return accountFigures(this.graph, this.opportunityId, day, this.method)
  }

  /** What has changed since a day; the last answer is kept. */
  changesSince(since: Day): readonly Change[] {
    if (this.known.changes?.since !== since) {
      this.known.changes = { since, found: changesBetween(this.at(since).situation, this.situation) }
    }
    return this.known.changes.found
  }

  /** What some people's leaving costs; the last answer is kept. */
  drilled(gone: readonly PersonId[]): Drill {
    const key = gone.join('\n')
    if (this.known.drill?.gone !== key) this.known.drill = { gone: key, result: drill(this.evaluation, gone) }
    return this.known.drill.result
  }

  isOf(opportunityId: OpportunityId | null, on: Day, method: Method): boolean {
    return this.opportunityId === opportunityId && this.on === on && this.method === method
  }
}

/** Days and deals of one graph whose figures are kept: today, the day of comparison, and some to go back to. */
const KEPT = 6
const kept = new WeakMap<AccountGraph, AccountFigures[]>()

/**
 * The figures of an account, deal and day: worked out once for all who ask, until an edit brings another graph. The least recently asked
 * for go first.
 */
export function accountFigures(
  graph: AccountGraph,
  opportunityId: OpportunityId | null,
  on: Day,
  method: Method,
): AccountFigures {
  const all = kept.get(graph) ?? []
  const figures =
    all.find((known) => known.isOf(opportunityId, on, method)) ?? new AccountFigures(graph, opportunityId, on, method)
  kept.set(graph, [figures, ...all.filter((other) => other !== figures)].slice(0, KEPT))
  return figures
}
