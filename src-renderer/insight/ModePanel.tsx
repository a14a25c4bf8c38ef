import type { ActionContext } from '../actions/context'
import type { MapMode } from '../state/mapMode'
import { DrillPanel } from './DrillPanel'
import { FiguresProvider } from './figures'
import './insight.css'
import './modes.css'
import { WarmPathPanel } from './WarmPathPanel'

interface ModePanelProps {
  readonly mode: Exclude<MapMode, { kind: 'read' }>
  readonly context: ActionContext
}

/** The answer to what the map is asked, in the place of what is selected. */
export function ModePanel({ mode, context }: ModePanelProps) {
  return (
    <FiguresProvider>
      <Answer mode={mode} context={context} />
    </FiguresProvider>
  )
}

function Answer({ mode, context }: ModePanelProps) {
  switch (mode.kind) {
    case 'warmPath':
      return <WarmPathPanel target={mode.target} context={context} />
    case 'drill':
      return <DrillPanel gone={mode.gone} context={context} />
    default:
      return mode satisfies never
  }
}
