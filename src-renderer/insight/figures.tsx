import { createContext, type ReactNode, useContext, useDeferredValue, useEffect, useEffectEvent, useState } from 'react'
import { type AccountFigures, accountFigures } from '../../src-shared/analytics/accountFigures'
import type { Evaluation } from '../../src-shared/analytics/evaluation'
import { type Finding, findings } from '../../src-shared/analytics/findings'
import type { RankedPerson } from '../../src-shared/analytics/ranking'
import { type Threading, threading } from '../../src-shared/analytics/threading'
import { type OpenAccount, useAccount } from '../account/AccountContext'

/** What the analysis says of the open account, its deal and its day (domain.md 6), each figure worked out when first read. */
export class Figures {
  private made: {
    threads?: Threading
    found?: readonly Finding[]
  } = {}

  constructor(readonly open: Pick<OpenAccount, 'graph' | 'opportunity' | 'asOf' | 'method'>) {}

  get evaluation(): Evaluation {
    return this.shared.evaluation
  }

  get threads(): Threading {
    return (this.made.threads ??= threading(this.evaluation.situation))
  }

  /** Everyone by key-person risk. */
  get ranked(): { readonly theirs: readonly RankedPerson[]; readonly ours: readonly RankedPerson[] } {
    return this.shared.ranked
  }

  get findings(): readonly Finding[] {
    return (this.made.found ??= findings(this.evaluation, this.threads))
  }

  /** Those that the map is drawn from as well. */
  get shared(): AccountFigures {
    const { graph, opportunity, asOf, method } = this.open
    return accountFigures(graph, opportunity?.id ?? null, asOf, method)
  }
}

const made = new WeakMap<object, Figures>()

/** The figures of an account as it is open: worked out once for all who ask, until an edit, another day or another deal. */
export function figuresOf(open: OpenAccount): Figures {
  let figures = made.get(open)
  if (!figures) made.set(open, (figures = new Figures(open)))
  return figures
}

const Context = createContext<Figures | null>(null)

/** Gives what is inside the figures of what is looked at. Belongs inside an account. */
export function FiguresProvider({ children }: { readonly children: ReactNode }) {
  const open = useUnhurried(useAccount())
  const figures = useDeferredValue(figuresOf(open))
  return <Context value={figures}>{children}</Context>
}

/** The figures of what is looked at. @throws Error outside of a FiguresProvider */
export function useFigures(): Figures {
  const figures = useContext(Context)
  if (!figures) throw new Error('useFigures belongs inside a FiguresProvider')
  return figures
}

/** How long figures stay while the day moves on, in ms: the map goes first. */
const UNHURRIED_MS = 300

/** The open account; edits at once, while the day is dragged or played a few times a second. */
function useUnhurried(open: OpenAccount): OpenAccount {
  const [shown, setShown] = useState(open)
  const moved = shown.graph === open.graph && shown.opportunity?.id === open.opportunity?.id && shown.asOf !== open.asOf
  if (!moved && shown !== open) setShown(open)
  const latest = useEffectEvent(() => setShown(open))
  useEffect(() => {
    if (!moved) return
    // One wait for all the days that pass meanwhile.
    const timer = setTimeout(() => latest(), UNHURRIED_MS)
    return () => clearTimeout(timer)
  }, [moved])
  return moved ? shown : open
}
