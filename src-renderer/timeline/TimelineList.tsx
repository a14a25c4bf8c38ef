import { ArrowRightLeft, CheckCheck, Scale } from 'lucide-react'
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react'
import type { InteractionId } from '../../src-shared/model/ids'
import type { ActionContext } from '../actions/context'
import { pressed } from '../components/keyboard'
import { monthText } from '../../src-shared/i18n/format'
import { openDialog } from '../state/dialogs'
import type { Row } from './entries'
import { InteractionRow } from './InteractionRow'
import { removeInteraction } from './removeInteraction'
import { useTallRows } from './useTallRows'

/** Of rows in CSS pixels; as in timeline.css. */
const HEIGHT = { month: 36, interaction: 56, quiet: 30 } as const
/** Rows that Page Up and Page Down go. */
const PAGE = 8

const quietSigns = { task: CheckCheck, judgement: Scale, change: ArrowRightLeft } as const

interface TimelineListProps {
  readonly rows: readonly Row[]
  readonly context: ActionContext
}

/** The timeline's rows, those in view; one of them may be unfolded. The arrows go from interaction to interaction. */
export function TimelineList({ rows, context }: TimelineListProps) {
  const { t, language } = context
  const scroller = useRef<HTMLDivElement>(null)
  const [unfolded, setUnfolded] = useState<{ readonly id: InteractionId; readonly height: number } | null>(null)
  const [active, setActive] = useState<InteractionId | null>(null)
  /** The keyboard follows as soon as the row is drawn. */
  const following = useRef(false)
  const heights = useMemo(
    () => rows.map((row) => (row.is === 'interaction' && row.interaction.id === unfolded?.id ? unfolded.height : HEIGHT[row.is])),
    [rows, unfolded],
  )
  const view = useTallRows(scroller, heights)
  const places = useMemo(() => rows.flatMap((row, index) => (row.is === 'interaction' ? [index] : [])), [rows])
  const idAt = (index: number | undefined) => {
    const row = index === undefined ? undefined : rows[index]
    return row?.is === 'interaction' ? row.interaction.id : null
  }
  const at = places.findIndex((index) => idAt(index) === active)
  const tabStop = at === -1 ? idAt(places.find((index) => index >= view.first)) : active

  const drawn = (id: InteractionId) => scroller.current?.querySelector<HTMLElement>(`[data-entry="${CSS.escape(id)}"]`)
  useEffect(() => {
    if (!following.current || active === null) return
    const row = drawn(active)
    if (!row) return
    following.current = false
    row.focus({ preventScroll: true })
  })

  function go(to: number) {
    const place = places[Math.max(0, Math.min(to, places.length - 1))]
    const id = idAt(place)
    if (place === undefined || id === null) return
    view.reveal(place)
    setActive(id)
    const row = drawn(id)
    if (row) row.focus({ preventScroll: true })
    else following.current = true
  }
  function onKeyDown(event: KeyboardEvent) {
    // Keys of what an unfolded row holds are its own.
    if (!(event.target instanceof HTMLElement) || event.target.dataset['entry'] === undefined) return
    const step = { ArrowDown: 1, ArrowUp: -1, PageDown: PAGE, PageUp: -PAGE, Home: -rows.length, End: rows.length }[event.key]
    if (step !== undefined) go(at + step)
    else if (active !== null && pressed(event, 'e')) openDialog({ kind: 'interaction', interactionId: active })
    else if (active !== null && pressed(event, 'Delete')) {
      go(at + 1 < places.length ? at + 1 : at - 1)
      void removeInteraction(active, context)
    } else return
    event.preventDefault()
    event.stopPropagation()
  }

  return (
    <div ref={scroller} className="lp-timeline-scroll" onKeyDown={onKeyDown}>
      <ul className="lp-timeline" aria-label={t('timeline.list')} style={{ height: view.total }}>
        {rows.slice(view.first, view.last).map((row, offset) => {
          const index = view.first + offset
          const style = { top: view.topOf(index), height: heights[index] }
          switch (row.is) {
            case 'month':
              return (
                <li key={`month ${row.month}`} className="lp-timeline-month" style={style}>
                  <h2>{row.month === null ? t('timeline.undated') : monthText(row.month, language)}</h2>
                  <span className="lp-quiet">{row.count > 0 && t('timeline.count', { count: row.count })}</span>
                </li>
              )
            case 'interaction': {
              const { id } = row.interaction
              return (
                <li key={id} className="lp-timeline-entry" data-planned={row.planned} style={style}>
                  <InteractionRow
                    interaction={row.interaction}
                    planned={row.planned}
                    open={unfolded?.id === id}
                    tabStop={id === tabStop}
                    context={context}
                    onFocus={() => setActive(id)}
                    onToggle={() => setUnfolded(unfolded?.id === id ? null : { id, height: HEIGHT.interaction })}
                    onHeight={(height) => setUnfolded((now) => (now?.id === id && now.height !== height ? { id, height } : now))}
                  />
                </li>
              )
            }
            case 'quiet': {
              const Sign = quietSigns[row.sign]
              return (
                <li key={`quiet ${index}`} className="lp-timeline-quiet" style={style}>
                  <span className="lp-timeline-day lp-number">{row.day.slice(5)}</span>
                  <Sign size={13} aria-hidden />
                  <span>{row.text}</span>
                </li>
              )
            }
            default:
              return row satisfies never
          }
        })}
      </ul>
    </div>
  )
}
