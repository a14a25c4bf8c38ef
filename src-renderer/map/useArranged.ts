import { useEffect, useMemo, useState } from 'react'
import type { Steps } from '../../src-shared/layout/steps'
import type { Arranged, ArrangeInput } from '../../src-shared/scene/buildScene'
import { sceneArranger } from './sceneArranger'
import { inSlices, slice } from './slices'

/**
 * Where everything is: at once where that takes no longer than a slice, as after an edit. A large influence map that nobody has seen
 * before takes more; until it is there, the map of the same account that was shown before stays. Null before the first.
 *
 * @param input kept by its identity
 */
export function useArranged(input: ArrangeInput | null): Arranged | null {
  const [begin] = useState(beginner)
  const begun = useMemo(() => input && begin(input), [begin, input])
  const [late, setLate] = useState<{ readonly of: Begun; readonly arranged: Arranged } | null>(null)

  useEffect(() => (begun?.rest ? inSlices(begun.rest, (arranged) => setLate({ of: begun, arranged })) : undefined), [begun])
  return begun && late?.of === begun ? late.arranged : (begun?.arranged ?? null)
}

interface Begun {
  /** What is asked for, or what is to be shown as long as that takes. */
  readonly arranged: Arranged | null
  /** Null: nothing is left to do. */
  readonly rest: Steps<Arranged> | null
}

function beginner(): (input: ArrangeInput) => Begun {
  const arrange = sceneArranger()
  let last: Arranged | null = null
  const remembering = function* (input: ArrangeInput): Steps<Arranged> {
    last = yield* arrange(input)
    return last
  }
  return (input) => {
    const before = last?.input.graph.account.id === input.graph.account.id ? last : null
    const begun = slice(remembering(input))
    return begun.done ? { arranged: begun.value, rest: null } : { arranged: before, rest: begun.rest }
  }
}
