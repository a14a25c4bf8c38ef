import { memo, startTransition, useEffect, useMemo, useState } from 'react'
import type { Translate } from '../../src-shared/i18n/translate'
import { plainName } from '../../src-shared/quickEntry/names'
import { MapView } from '../map/MapView'
import { useThemeName } from '../theme/useTheme'
import { emptyGraph, imagine } from './imagine'
import type { PlannedText } from './useQuickPlan'

/** How long typing has to rest before the map is drawn anew, in milliseconds: a drawing in between would only be in the way. */
const REST = 250
const nothingFolded: ReadonlySet<string> = new Set()

/** The map as it will be once the text is entered. */
export const Preview = memo(function Preview({ t, planned }: { readonly t: Translate; readonly planned: PlannedText }) {
  return <Drawn t={t} shown={useRested(planned)} />
})

/** Apart from what waits, so that nothing of a large map is looked at again while somebody types. */
const Drawn = memo(function Drawn({ t, shown }: { readonly t: Translate; readonly shown: PlannedText }) {
  const theme = useThemeName()
  const { graph, opportunityId } = useMemo(() => drawn(shown), [shown])
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
      selection={null}
      onSelect={() => undefined}
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
  const graph = imagine(target.graph ?? emptyGraph(target.name), plan, target.on, target.colleagues)
  const heading = reading.document.opportunity?.text
  const named = heading === undefined ? undefined : graph.opportunities.find(({ name }) => plainName(name) === plainName(heading))
  return { graph, opportunityId: named?.id ?? target.opportunityId }
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
