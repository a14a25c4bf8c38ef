import { memo, startTransition, useEffect, useMemo, useState } from 'react'
import type { Translate } from '../../src-shared/i18n/translate'
import { plainName } from '../../src-shared/quickEntry/names'
import type { Selection } from '../../src-shared/scene/sceneTypes'
import { MapView } from '../map/MapView'
import { useThemeName } from '../theme/useTheme'
import { emptyGraph, imagine, type ImaginedMap } from './imagine'
import type { PlannedText } from './useQuickPlan'

/** How long typing has to rest before the map is drawn anew, in milliseconds: a drawing in between would only be in the way. */
const REST = 250
const nothingFolded: ReadonlySet<string> = new Set()

interface PreviewProps {
  readonly t: Translate
  readonly planned: PlannedText
  /** The line of the caret, from 1: whom it speaks of is marked, and in view. */
  readonly line: number
  /** The line of somebody who was picked; `goes`: to go on writing there. */
  readonly onLine: (line: number, goes: boolean) => void
}

/** The map as it will be once the text is entered. */
export const Preview = memo(function Preview({ t, planned, line, onLine }: PreviewProps) {
  return <Drawn t={t} shown={useRested(planned)} line={useRested(line)} onLine={onLine} />
})

interface DrawnProps extends Omit<PreviewProps, 'planned'> {
  readonly shown: PlannedText
}

/** Apart from what waits, so that nothing of a large map is looked at again while somebody types. */
const Drawn = memo(function Drawn({ t, shown, line, onLine }: DrawnProps) {
  const theme = useThemeName()
  const { graph, spokenOf, opportunityId } = useMemo(() => drawn(shown), [shown])
  function pick(picked: Selection | null, goes: boolean) {
    const at = picked && lineOf(picked, { spokenOf, graph })
    if (at) onLine(at, goes)
  }
  if (graph.seats.length === 0) return <p className="lp-quick-nothing lp-quiet">{t('quickEntry.previewEmpty')}</p>
  return (
    <MapView
      key={graph.account.id}
      graph={graph}
      method={shown.target.method}
      opportunityId={opportunityId}
      drawing="role"
      layer="roles"
      asOf={shown.target.on}
      theme={theme}
      t={t}
      selection={spokenOf.get(line) ?? null}
      onSelect={(picked) => pick(picked, false)}
      onOpen={(picked) => pick(picked, true)}
      foldedUnits={nothingFolded}
      onToggleUnit={() => undefined}
      focusPersonId={null}
      ties="all"
      since={null}
      question={null}
      lens={null}
      legendOpen={false}
    />
  )
})

function drawn({ target, plan, reading }: PlannedText) {
  const { graph, spokenOf } = imagine(target.graph ?? emptyGraph(target.name), plan, target.on, target.colleagues)
  const heading = reading.document.opportunity?.text
  const named = heading === undefined ? undefined : graph.opportunities.find(({ name }) => plainName(name) === plainName(heading))
  return { graph, spokenOf, opportunityId: named?.id ?? target.opportunityId }
}

/** The line that makes or changes somebody's seat; null for whom the text does not speak of. */
function lineOf({ id }: Selection, { spokenOf, graph }: Pick<ImaginedMap, 'spokenOf' | 'graph'>): number | null {
  const isOf = (seatId: string) =>
    seatId === id || graph.tenures.some((tenure) => tenure.seatId === seatId && tenure.personId === id)
  for (const [line, spoken] of spokenOf) if (spoken.kind === 'seat' && isOf(spoken.id)) return line
  return null
}

/** A value once it has stayed the same for a moment. */
function useRested<T>(value: T): T {
  const [rested, setRested] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => startTransition(() => setRested(() => value)), REST)
    return () => clearTimeout(timer)
  }, [value])
  return rested
}
