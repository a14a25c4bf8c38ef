import { type KeyboardEvent, useId, useMemo, useRef, useState } from 'react'
import type { Point } from '../../../src-shared/layout/geometry'
import type { PersonId } from '../../../src-shared/model/ids'
import { TieKind } from '../../../src-shared/model/scales'
import { personOf } from '../../account/names'
import { collator, useMatcher } from '../../account/search'
import type { ActionContext } from '../../actions/context'
import { attempt } from '../../client/useChange'
import { isComposing, pressed } from '../../components/keyboard'
import { useMapEdit } from '../../state/mapEdit'

/** People offered at most: typing finds the rest. */
const MOST = 8

interface TieToFormProps {
  readonly fromId: PersonId
  readonly at: Point | null
  readonly context: ActionContext
  readonly onClose: () => void
}

/** With whom: typed by name, pinyin or title; then comes the kind. */
export function TieToForm({ fromId, at, context, onClose }: TieToFormProps) {
  const { t, open } = context
  const id = useId()
  const match = useMatcher()
  const ask = useMapEdit((state) => state.ask)
  const [query, setQuery] = useState('')
  const [chosen, setChosen] = useState(0)
  const found = useMemo(() => {
    if (!open) return []
    return [...open.snap.people.values()]
      .filter(
        ({ person, seats }) => person.id !== fromId && match(query, person.name, person.latinName, seats[0]?.state.title ?? ''),
      )
      .sort((a, b) => collator.compare(a.person.name, b.person.name))
      .slice(0, MOST)
  }, [open, fromId, match, query])
  const active = Math.min(chosen, found.length - 1)
  const choose = (place: number) => {
    const toId = found[place]?.person.id
    if (toId) ask({ kind: 'tieKind', at, fromId, toId })
  }
  function onKeyDown(event: KeyboardEvent) {
    if (isComposing(event.nativeEvent)) return
    if (event.key === 'ArrowDown') setChosen(Math.min(active + 1, found.length - 1))
    else if (event.key === 'ArrowUp') setChosen(Math.max(active - 1, 0))
    else if (event.key === 'Enter') choose(active)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  if (!open) return null
  const label = t('screen.canvas.tieTo', { name: personOf(open.graph, fromId)?.name ?? '' })
  return (
    <div role="group" aria-label={label} onBlur={(event) => event.currentTarget.contains(event.relatedTarget) || onClose()}>
      <input
        autoFocus
        autoComplete="off"
        role="combobox"
        aria-expanded
        aria-controls={`${id}list`}
        aria-activedescendant={found.length > 0 ? `${id}${active}` : undefined}
        aria-label={label}
        placeholder={t('screen.canvas.tieSearch')}
        value={query}
        onChange={(event) => {
          setQuery(event.target.value)
          setChosen(0)
        }}
        onKeyDown={onKeyDown}
      />
      <ul id={`${id}list`} role="listbox" aria-label={label}>
        {found.map(({ person, seats }, place) => (
          <li
            key={person.id}
            id={`${id}${place}`}
            role="option"
            aria-selected={place === active}
            // Before the field loses the keyboard, which closes the list.
            onMouseDown={(event) => {
              event.preventDefault()
              choose(place)
            }}
          >
            {person.name} <span className="lp-quiet">{seats[0]?.state.title}</span>
          </li>
        ))}
      </ul>
      {found.length === 0 && <p className="lp-quiet">{t('screen.canvas.nobody')}</p>}
    </div>
  )
}

interface TieKindFormProps {
  readonly fromId: PersonId
  readonly toId: PersonId
  readonly context: ActionContext
  readonly onClose: () => void
}

/** Which kind of tie: a digit, or arrows and Enter, or a press. */
export function TieKindForm({ fromId, toId, context, onClose }: TieKindFormProps) {
  const { t, open } = context
  const list = useRef<HTMLDivElement>(null)
  const [error, setError] = useState<string | null>(null)
  if (!open) return null
  const { graph, asOf } = open

  async function choose(kind: TieKind | undefined) {
    if (!kind) return
    const made = await attempt('tie.create', { fromPersonId: fromId, toPersonId: toId, kind, on: asOf })
    if (made.ok) onClose()
    else setError(made.sentence)
  }
  function onKeyDown(event: KeyboardEvent) {
    const buttons = [...(list.current?.querySelectorAll('button') ?? [])]
    const at = buttons.findIndex((button) => button === document.activeElement)
    const digit = /^[1-9]$/.test(event.key) && pressed(event, event.key) ? Number(event.key) : 0
    if (digit > 0) void choose(TieKind.options[digit - 1])
    else if (event.key === 'ArrowDown' || event.key === 'ArrowRight') buttons[(at + 1) % buttons.length]?.focus()
    else if (event.key === 'ArrowUp' || event.key === 'ArrowLeft') buttons.at(at - 1)?.focus()
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  const nameOf = (id: PersonId) => personOf(graph, id)?.name ?? ''
  const label = t('screen.canvas.kind', { from: nameOf(fromId), to: nameOf(toId) })
  return (
    <div ref={list} role="group" aria-label={label} onKeyDown={onKeyDown}>
      <p className="lp-quiet">{label}</p>
      <div className="lp-popup-choices">
        {TieKind.options.map((kind, place) => (
          <button key={kind} type="button" autoFocus={place === 0} onClick={() => void choose(kind)}>
            <kbd aria-hidden>{place + 1}</kbd>
            {t(`model.tie.${kind}`)}
          </button>
        ))}
      </div>
      {error !== null && (
        <p className="lp-field-error" role="alert">
          {error}
        </p>
      )}
    </div>
  )
}
