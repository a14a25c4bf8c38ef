import { Button } from 'antd'
import { ArrowLeft, X } from 'lucide-react'
import { type KeyboardEvent, type PointerEvent, useState } from 'react'
import { useAccount } from '../account/AccountContext'
import type { ActionContext } from '../actions/context'
import { ErrorBoundary } from '../components/ErrorBoundary'
import { InsightPanel } from '../insight/InsightPanel'
import { openSituation } from '../insight/insightStore'
import { ModePanel } from '../insight/ModePanel'
import { OpportunityInspector } from './OpportunityInspector'
import { PersonInspector } from './PersonInspector'
import { SeatInspector } from './SeatInspector'
import { TieInspector } from './TieInspector'

const NARROWEST = 280
const WIDEST = 640
const KEY_STEP = 16

/** What the map is asked; else what is selected, edited in place; else how the account stands. */
export function Inspector({ context }: { readonly context: ActionContext }) {
  const { t, window, view } = context
  const { inspectorWidth, tab } = window
  const { mode } = context.mode
  const asked = tab === 'map' && mode.kind !== 'read' ? mode : null
  return (
    <>
      <Divider
        width={inspectorWidth}
        onWidth={(width) => window.set({ inspectorWidth: width })}
        label={t('screen.inspector.resize')}
      />
      <aside
        className="lp-inspector"
        data-of={view.selection?.id}
        style={{ width: inspectorWidth }}
        aria-label={t('screen.inspector.label')}
      >
        <Button
          className="lp-inspector-close"
          type="text"
          size="small"
          aria-label={t('screen.inspector.close')}
          icon={<X size={15} aria-hidden />}
          onClick={() => window.set({ inspectorOpen: false })}
        />
        {asked ? (
          <ErrorBoundary key={asked.kind}>
            <ModePanel mode={asked} context={context} />
          </ErrorBoundary>
        ) : (
          <ErrorBoundary key={`${view.selection?.kind}:${view.selection?.id}`}>
            {view.selection && (
              <Button
                className="lp-inspector-back"
                type="text"
                size="small"
                icon={<ArrowLeft size={14} aria-hidden />}
                onClick={() => openSituation()}
              >
                {t('analysis.situation.back')}
              </Button>
            )}
            <Selected context={context} />
          </ErrorBoundary>
        )}
      </aside>
    </>
  )
}

function Selected({ context }: { readonly context: ActionContext }) {
  const { graph, snap } = useAccount()
  const { selection } = context.view
  switch (selection?.kind) {
    case 'person': {
      const person = graph.people.find((candidate) => candidate.id === selection.id)
      return person ? <PersonInspector key={person.id} person={person} context={context} /> : <InsightPanel context={context} />
    }
    case 'seat': {
      const placed = snap.seats.get(selection.id)
      return placed ? (
        <SeatInspector key={placed.seat.id} placed={placed} context={context} />
      ) : (
        <InsightPanel context={context} />
      )
    }
    case 'tie': {
      const tie = graph.ties.find((candidate) => candidate.id === selection.id)
      return tie ? <TieInspector key={tie.id} tie={tie} context={context} /> : <InsightPanel context={context} />
    }
    case 'opportunity': {
      const opportunity = graph.opportunities.find((candidate) => candidate.id === selection.id)
      return opportunity ? (
        <OpportunityInspector key={opportunity.id} opportunity={opportunity} context={context} />
      ) : (
        <InsightPanel context={context} />
      )
    }
    case undefined:
      return <InsightPanel context={context} />
    default:
      return selection satisfies undefined
  }
}

interface DividerProps {
  readonly width: number
  readonly onWidth: (width: number) => void
  readonly label: string
}

/** The line between the content and the inspector: dragged, or moved by arrow keys. */
function Divider({ width, onWidth, label }: DividerProps) {
  const [grip, setGrip] = useState<{ readonly x: number; readonly width: number } | null>(null)
  const set = (wanted: number) => onWidth(Math.round(Math.min(Math.max(wanted, NARROWEST), WIDEST)))

  function onKeyDown(event: KeyboardEvent) {
    if (event.key === 'ArrowLeft') set(width + KEY_STEP)
    else if (event.key === 'ArrowRight') set(width - KEY_STEP)
    else return
    event.preventDefault()
  }
  function onPointerDown(event: PointerEvent<HTMLDivElement>) {
    event.currentTarget.setPointerCapture(event.pointerId)
    setGrip({ x: event.clientX, width })
  }
  return (
    <div
      role="separator"
      aria-orientation="vertical"
      aria-label={label}
      aria-valuemin={NARROWEST}
      aria-valuemax={WIDEST}
      aria-valuenow={width}
      tabIndex={0}
      className="lp-divider"
      onKeyDown={onKeyDown}
      onPointerDown={onPointerDown}
      onPointerMove={(event) => grip && set(grip.width + grip.x - event.clientX)}
      onPointerUp={() => setGrip(null)}
      onLostPointerCapture={() => setGrip(null)}
    />
  )
}
