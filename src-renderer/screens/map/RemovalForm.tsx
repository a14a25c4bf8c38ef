import { type KeyboardEvent, useRef } from 'react'
import { emptySeatWord, personOf } from '../../account/names'
import type { ActionContext } from '../../actions/context'
import type { CardSelection } from '../../state/mapEdit'

interface RemovalFormProps {
  readonly cards: readonly CardSelection[]
  readonly context: ActionContext
  readonly onClose: () => void
}

/** Asks how somebody goes: what was true ends on the day that is looked at, what never was is deleted. */
export function RemovalForm({ cards, context, onClose }: RemovalFormProps) {
  const { t, open, change, window } = context
  const list = useRef<HTMLDivElement>(null)
  if (!open) return null
  const { graph, snap, asOf: day } = open
  const accountId = graph.account.id
  const personIds = cards.flatMap(({ kind, id }) => (kind === 'person' ? [id] : []))
  const emptySeats = cards.flatMap(({ kind, id }) => (kind === 'seat' ? [id] : []))
  const held = personIds.flatMap((id) => snap.people.get(id)?.seats.map(({ seat }) => seat.id) ?? [])
  const seatIds = [...new Set([...held, ...emptySeats])]
  const names = cards.map(({ kind, id }) =>
    kind === 'person' ? (personOf(graph, id)?.name ?? '') : snap.seats.get(id)?.state.title || emptySeatWord(t, graph, id),
  )

  const done = t('screen.canvas.removed')
  const close = () => change.remove('seats.close', { seatIds, on: day }, done)
  const leave = () => change.remove('person.leave', { accountId, personIds, on: day }, done)
  const remove = () => change.remove('seats.remove', { accountId, personIds, seatIds: emptySeats }, done)
  const choices = [
    ...(seatIds.length > 0
      ? [{ key: 'ended', run: close, label: t('screen.canvas.ended', { day }), text: t('screen.canvas.endedText') }]
      : []),
    ...(held.length > 0 && emptySeats.length === 0
      ? [{ key: 'left', run: leave, label: t('screen.canvas.left', { day }), text: t('screen.canvas.leftText') }]
      : []),
    { key: 'mistake', run: remove, label: t('screen.canvas.mistake'), text: t('screen.canvas.mistakeText') },
  ]
  async function choose(run: () => Promise<boolean>) {
    const happened = await run()
    if (happened) window.look({ selection: null })
    onClose()
  }
  function onKeyDown(event: KeyboardEvent) {
    const buttons = [...(list.current?.querySelectorAll('button') ?? [])]
    const at = buttons.findIndex((button) => button === document.activeElement)
    if (event.key === 'ArrowDown') buttons[(at + 1) % buttons.length]?.focus()
    else if (event.key === 'ArrowUp') buttons.at(at - 1)?.focus()
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  const title = t('screen.canvas.goodbye', { count: names.length, names: names.join('') })
  return (
    <div ref={list} role="group" aria-label={title} onKeyDown={onKeyDown}>
      <p className="lp-quiet">{title}</p>
      <div className="lp-popup-choices">
        {choices.map(({ key, run, label, text }, place) => (
          <button key={key} type="button" autoFocus={place === 0} onClick={() => void choose(run)}>
            <span>{label}</span>
            <small>{text}</small>
          </button>
        ))}
      </div>
    </div>
  )
}
