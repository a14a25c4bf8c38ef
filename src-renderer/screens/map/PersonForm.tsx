import { type FocusEvent, type KeyboardEvent, useId, useRef, useState } from 'react'
import type { OpenAccount } from '../../account/AccountContext'
import { personOf, seatName } from '../../account/names'
import type { ActionContext } from '../../actions/context'
import { attempt } from '../../client/useChange'
import { isComposing, pressed } from '../../components/keyboard'
import { unitPath } from '../../../src-shared/model/account'
import type { SeatId } from '../../../src-shared/model/ids'
import type { CardSelection, MapPopup } from '../../state/mapEdit'
import { type HeldKey, replay } from './heldKeys'

interface PersonFormProps {
  readonly label: string
  readonly name: string
  readonly title: string
  readonly about: string
  /** The name was typed a moment ago, and typing goes on. Default: it is there to be replaced. */
  readonly typed?: boolean
  readonly context: ActionContext
  /** Writes both down. @returns what went wrong, in a sentence; null: nothing */
  readonly onSubmit: (name: string, title: string) => Promise<string | null>
  readonly onClose: () => void
}

/** A name and a title, on the map itself: Tab goes from one to the other, Enter is done, Escape drops it. */
function PersonForm({ label, about, typed = false, context, onSubmit, onClose, ...start }: PersonFormProps) {
  const { t } = context
  const id = useId()
  const [name, setName] = useState(start.name)
  const [title, setTitle] = useState(start.title)
  const [error, setError] = useState<string | null>(null)
  const busy = useRef(false)
  const dropped = useRef(false)
  const held = useRef<HeldKey[]>([])

  async function submit() {
    if (busy.current) return
    if (name.trim() === '' && title.trim() === '') return onClose()
    busy.current = true
    const refused = await onSubmit(name.trim(), title.trim())
    busy.current = false
    setError(refused)
    const keys = held.current
    held.current = []
    // Once the map shows what was added and has the keyboard back.
    if (refused === null) void replay(keys)
  }
  function onKeyDown(event: KeyboardEvent) {
    if (isComposing(event.nativeEvent)) return
    if (busy.current) {
      const { key, code, shiftKey, ctrlKey, altKey, metaKey } = event
      held.current.push({ key, code, shiftKey, ctrlKey, altKey, metaKey })
    } else if (pressed(event, 'Enter')) void submit()
    else if (pressed(event, 'Escape')) {
      dropped.current = true
      onClose()
    } else {
      event.stopPropagation()
      return
    }
    event.preventDefault()
    event.stopPropagation()
  }
  // Whoever clicks elsewhere has finished: what was typed is kept.
  function onBlur(event: FocusEvent<HTMLDivElement>) {
    if (event.currentTarget.contains(event.relatedTarget) || busy.current || dropped.current || error !== null) return
    if (document.hasFocus()) void submit()
  }
  return (
    <div className="lp-person-form" role="group" aria-label={label} onBlur={onBlur}>
      <input
        autoFocus
        autoComplete="off"
        aria-label={t('screen.canvas.name')}
        aria-describedby={`${id}about`}
        placeholder={t('screen.canvas.name')}
        value={name}
        onFocus={({ target }) => target.setSelectionRange(typed ? target.value.length : 0, target.value.length)}
        onChange={(event) => setName(event.target.value)}
        onKeyDown={onKeyDown}
      />
      <input
        autoComplete="off"
        aria-label={t('screen.canvas.title')}
        placeholder={t('screen.canvas.title')}
        value={title}
        onChange={(event) => setTitle(event.target.value)}
        onKeyDown={onKeyDown}
      />
      <p id={`${id}about`} className="lp-quiet">
        {about}
        <span>{t('screen.canvas.hint')}</span>
      </p>
      {error !== null && (
        <p className="lp-field-error" role="alert">
          {error}
        </p>
      )}
    </div>
  )
}

interface NewPersonFormProps {
  readonly popup: MapPopup & { readonly kind: 'newPerson' }
  readonly context: ActionContext
  readonly onClose: () => void
}

export function NewPersonForm({ popup, context, onClose }: NewPersonFormProps) {
  const { t, open, window } = context
  if (!open) return null
  const { graph, snap, asOf, opportunity } = open
  const superior = popup.superiorId === null ? undefined : snap.seats.get(popup.superiorId)

  async function add(name: string, title: string) {
    const made = await attempt('seat.create', {
      accountId: graph.account.id,
      title,
      ...likeSeat(open, popup.likeId),
      reportsToSeatId: popup.superiorId,
      holder: name === '' ? null : { name },
      ...(popup.pin && { pin: { drawing: 'influence', scope: opportunity?.id ?? '', ...popup.pin } }),
      on: asOf,
    })
    if (!made.ok) return made.sentence
    const { seatId, personId } = made.value
    window.look({ selection: personId === null ? { kind: 'seat', id: seatId } : { kind: 'person', id: personId } })
    onClose()
    return null
  }
  return (
    <PersonForm
      // What was typed before it opened.
      key={popup.name}
      label={t('screen.action.addPerson')}
      name={popup.name}
      title=""
      about={superior ? t('screen.canvas.under', { name: seatName(t, open, superior) }) : t('screen.canvas.top')}
      typed
      context={context}
      onSubmit={add}
      onClose={onClose}
    />
  )
}

/** Side, organization and department as another seat has them. */
function likeSeat(open: OpenAccount | null, seatId: SeatId | null) {
  const like = seatId === null ? undefined : open?.snap.seats.get(seatId)
  if (!open || !like) return { side: 'theirs' as const }
  const { graph } = open
  const { side, organizationId } = like.seat
  const organization = graph.organizations.find(({ id }) => id === organizationId)?.name ?? ''
  return {
    side,
    organization: organizationId === graph.account.organizationId ? '' : organization,
    unit: unitPath(graph.units, like.state.unitId),
  }
}

interface RenameFormProps {
  readonly card: CardSelection
  readonly context: ActionContext
  readonly onClose: () => void
}

/** Corrects the name of a person and the title of their seat, or the title of an empty seat. */
export function RenameForm({ card, context, onClose }: RenameFormProps) {
  const { t, open } = context
  if (!open) return null
  const { asOf } = open
  const person = card.kind === 'person' ? personOf(open.graph, card.id) : null
  const placed = card.kind === 'seat' ? open.snap.seats.get(card.id) : open.snap.people.get(card.id)?.seats[0]

  async function rename(name: string, title: string) {
    const renamed = person && name !== person.name ? { personId: person.id, name } : null
    const titled = placed && title !== placed.state.title ? { seatId: placed.seat.id, title } : null
    const result = await attempt('card.update', { person: renamed, seat: titled, on: asOf })
    if (!result.ok) return result.sentence
    onClose()
    return null
  }
  return (
    <PersonForm
      label={t('screen.action.rename')}
      name={person?.name ?? ''}
      title={placed?.state.title ?? ''}
      about=""
      context={context}
      onSubmit={rename}
      onClose={onClose}
    />
  )
}
