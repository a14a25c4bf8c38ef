import { useEffect, useState } from 'react'
import {
  bestRemedies,
  rehearseRemedy,
  type RehearsedRemedy,
  remedyCandidates,
  riskOf,
  type RiskFigures,
} from '../../src-shared/analytics/riskRemedies'
import type { PersonId } from '../../src-shared/model/ids'
import { useFigures } from './figures'

/** How many are told. */
const BEST = 3

export interface Remedies {
  readonly before: RiskFigures
  readonly best: readonly RehearsedRemedy[]
}

/** What lowers the risk of losing somebody; null while it is worked out, one rehearsal at a time, so that the window stays awake. */
export function useRemedies(person: PersonId): Remedies | null {
  const figures = useFigures()
  const [made, setMade] = useState<{ readonly of: unknown; readonly remedies: Remedies } | null>(null)
  useEffect(() => {
    const { evaluation } = figures
    const { graph } = figures.open
    const left = remedyCandidates(evaluation, person)
    const rehearsed: RehearsedRemedy[] = []
    let timer: ReturnType<typeof setTimeout> | undefined
    function next() {
      const remedy = left.shift()
      if (remedy) {
        rehearsed.push({ remedy, after: rehearseRemedy(graph, evaluation.situation, person, remedy) })
        timer = setTimeout(next)
        return
      }
      const before = riskOf(evaluation, person)
      setMade({ of: figures, remedies: { before, best: bestRemedies(before, rehearsed, BEST) } })
    }
    timer = setTimeout(next)
    return () => clearTimeout(timer)
  }, [figures, person])
  return made?.of === figures ? made.remedies : null
}
