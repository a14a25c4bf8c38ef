import { useDeferredValue } from 'react'
import { type Evaluation, evaluate } from '../../src-shared/analytics/evaluation'
import { type Finding, findings } from '../../src-shared/analytics/findings'
import { type RankedPerson, ranking } from '../../src-shared/analytics/ranking'
import { situation } from '../../src-shared/analytics/situation'
import { type Threading, threading } from '../../src-shared/analytics/threading'
import { type OpenAccount, useAccount } from '../account/AccountContext'

/** What the analysis says of the open account, its deal and its day (domain.md 6), each figure worked out when first read. */
export class Figures {
  private made: {
    evaluation?: Evaluation
    threads?: Threading
    ranked?: ReturnType<typeof ranking>
    found?: readonly Finding[]
  } = {}

  constructor(readonly open: Pick<OpenAccount, 'graph' | 'opportunity' | 'asOf' | 'method'>) {}

  get evaluation(): Evaluation {
    const { graph, opportunity, asOf, method } = this.open
    return (this.made.evaluation ??= evaluate(situation(graph, opportunity?.id ?? null, asOf, method)))
  }

  get threads(): Threading {
    return (this.made.threads ??= threading(this.evaluation.situation))
  }

  /** Everyone by key-person risk. */
  get ranked(): { readonly theirs: readonly RankedPerson[]; readonly ours: readonly RankedPerson[] } {
    return (this.made.ranked ??= ranking(this.evaluation))
  }

  get findings(): readonly Finding[] {
    return (this.made.found ??= findings(this.evaluation, this.threads))
  }
}

const made = new WeakMap<object, Figures>()

/** The figures of an account as it is open: worked out once for all who ask, until an edit, another day or another deal. */
export function figuresOf(open: OpenAccount): Figures {
  let figures = made.get(open)
  if (!figures) made.set(open, (figures = new Figures(open)))
  return figures
}

/** The figures of what is looked at. They follow the map instead of delaying it while the day is dragged. */
export function useFigures(): Figures {
  return figuresOf(useDeferredValue(useAccount()))
}
