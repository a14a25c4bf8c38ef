import { type KeyboardEvent, type ReactNode, useLayoutEffect, useRef, useState } from 'react'
import type { ActionContext } from '../../actions/context'
import { pressed } from '../../components/keyboard'
import type { Point } from '../../../src-shared/layout/geometry'
import { type MapPopup, useMapEdit } from '../../state/mapEdit'
import { useMapHandle } from '../../state/mapHandle'
import { NewPersonForm, RenameForm } from './PersonForm'
import { RemovalForm } from './RemovalForm'
import { TieKindForm, TieToForm } from './TieForm'

const MARGIN = 8

/** What is asked on the map, at the place it is about. */
export function MapPopups({ context }: { readonly context: ActionContext }) {
  const { popup, ask } = useMapEdit()
  if (!popup || !context.open) return null
  const close = () => {
    ask(null)
    // Not the context's: the first person's form opens before there is a map and closes when there is one.
    useMapHandle.getState().handle?.focusCanvas()
  }
  return (
    <PopupFrame at={popup.at} onEscape={close} key={popup.kind}>
      <PopupContent popup={popup} context={context} onClose={close} />
    </PopupFrame>
  )
}

interface PopupContentProps {
  readonly popup: MapPopup
  readonly context: ActionContext
  readonly onClose: () => void
}

function PopupContent({ popup, context, onClose }: PopupContentProps) {
  switch (popup.kind) {
    case 'newPerson':
      return <NewPersonForm popup={popup} context={context} onClose={onClose} />
    case 'rename':
      return <RenameForm card={popup.card} context={context} onClose={onClose} />
    case 'tieTo':
      return <TieToForm fromId={popup.fromId} at={popup.at} context={context} onClose={onClose} />
    case 'tieKind':
      return <TieKindForm fromId={popup.fromId} toId={popup.toId} context={context} onClose={onClose} />
    case 'remove':
      return <RemovalForm cards={popup.cards} context={context} onClose={onClose} />
    case 'refused':
      return <Refusal sentence={popup.sentence} onClose={onClose} />
    default:
      return popup satisfies never
  }
}

function Refusal({ sentence, onClose }: { readonly sentence: string; readonly onClose: () => void }) {
  return (
    // It asks nothing, so that any key or press goes on.
    <p
      className="lp-field-error"
      role="alert"
      tabIndex={-1}
      ref={(element) => element?.focus()}
      onKeyDown={onClose}
      onBlur={onClose}
    >
      {sentence}
    </p>
  )
}

interface PopupFrameProps {
  readonly at: Point | null
  readonly onEscape: () => void
  readonly children: ReactNode
}

/** Stands at a place of the window and never reaches over its edge. */
function PopupFrame({ at, onEscape, children }: PopupFrameProps) {
  const frame = useRef<HTMLDivElement>(null)
  const [place, setPlace] = useState<Point | null>(null)
  useLayoutEffect(() => {
    if (!frame.current) return
    const { width, height } = frame.current.getBoundingClientRect()
    const wanted = at ?? { x: (innerWidth - width) / 2, y: (innerHeight - height) / 2 }
    setPlace({
      x: Math.max(MARGIN, Math.min(wanted.x, innerWidth - width - MARGIN)),
      y: Math.max(MARGIN, Math.min(wanted.y, innerHeight - height - MARGIN)),
    })
  }, [at])
  function onKeyDown(event: KeyboardEvent) {
    if (!pressed(event, 'Escape')) return
    event.preventDefault()
    event.stopPropagation()
    onEscape()
  }
  return (
    <div ref={frame} className="lp-map-popup" style={{ left: place?.x ?? at?.x, top: place?.y ?? at?.y }} onKeyDown={onKeyDown}>
      {children}
    </div>
  )
}
