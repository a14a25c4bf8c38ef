import { type KeyboardEvent, memo, type PointerEvent, useMemo, useRef, useState } from 'react'
import { type AsOfMark, type MarkKind, nextMark } from '../../../src-shared/analytics/asOfMarks'
import type { Translate } from '../../../src-shared/i18n/translate'
import { addDays, type Day, days } from '../../../src-shared/model/day'
import type { Language } from '../../../src-shared/model/language'
import { dayText } from '../../../src-shared/i18n/format'
import { dayAt, labelledMonths, shareOf, type TimeRange, within } from './timeScale'

interface TimeTrackProps {
  readonly range: TimeRange
  readonly marks: readonly AsOfMark[]
  readonly today: Day
  readonly day: Day
  readonly language: Language
  readonly t: Translate
  /** What a day is, beside its date. */
  readonly describe: (day: Day) => string
  readonly onDay: (day: Day) => void
}

/** How near the pointer catches a mark, in CSS pixels. */
const CATCH = 4
/** Days that Page Up and Page Down move. */
const PAGE = 30

/** The slider itself: dragged, or moved by keys; above its line what changes on the map, below it what we learnt. */
export function TimeTrack({ range, marks, today, day, language, t, describe, onDay }: TimeTrackProps) {
  const track = useRef<HTMLDivElement>(null)
  const frame = useRef(0)
  const [held, setHeld] = useState<Day | null>(null)
  const [hovered, setHovered] = useState<Day | null>(null)
  const shown = held ?? day
  const percent = (of: Day) => `${shareOf(range, of) * 100}%`

  function dayUnder(event: PointerEvent): Day {
    const box = track.current?.getBoundingClientRect()
    if (!box || box.width === 0) return day
    const at = (event.clientX - box.left) / box.width
    const near = [today, ...marks.map((mark) => mark.day)].reduce<{ readonly day: Day; readonly away: number } | null>(
      (best, candidate) => {
        const away = Math.abs(shareOf(range, candidate) - at) * box.width
        return away <= CATCH && (!best || away < best.away) ? { day: candidate, away } : best
      },
      null,
    )
    return near?.day ?? dayAt(range, at)
  }
  /** The map is drawn anew at most once a frame; the thumb goes ahead of it. */
  function hold(next: Day) {
    setHeld(next)
    cancelAnimationFrame(frame.current)
    frame.current = requestAnimationFrame(() => onDay(next))
  }
  function onKeyDown(event: KeyboardEvent) {
    const next = keyed(event)
    if (next === undefined) return
    event.preventDefault()
    event.stopPropagation()
    onDay(within(range, next))
  }
  function keyed(event: KeyboardEvent): Day | undefined {
    if (event.altKey || event.metaKey) return undefined
    const toMark = event.ctrlKey || event.shiftKey
    switch (event.key) {
      case 'ArrowLeft':
      case 'ArrowDown':
        return toMark ? (nextMark(marks, day, -1)?.day ?? range.first) : addDays(day, -1)
      case 'ArrowRight':
      case 'ArrowUp':
        return toMark ? (nextMark(marks, day, 1)?.day ?? range.last) : addDays(day, 1)
      case 'PageDown':
        return addDays(day, -PAGE)
      case 'PageUp':
        return addDays(day, PAGE)
      case 'Home':
        return range.first
      case 'End':
        return range.last
      default:
        return undefined
    }
  }

  return (
    <div className="lp-time-frame">
      <div
        ref={track}
        role="slider"
        tabIndex={0}
        className="lp-time-track"
        aria-label={t('analysis.time.slider')}
        aria-valuemin={0}
        aria-valuemax={days(range.first, range.last)}
        aria-valuenow={days(range.first, shown)}
        aria-valuetext={`${dayText(shown, language)}. ${describe(shown)}`}
        onKeyDown={onKeyDown}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId)
          hold(dayUnder(event))
        }}
        onPointerMove={(event) => (held === null ? setHovered(dayUnder(event)) : hold(dayUnder(event)))}
        onPointerLeave={() => setHovered(null)}
        onPointerUp={() => setHeld(null)}
        onLostPointerCapture={() => setHeld(null)}
      >
        <span className="lp-time-planned" style={{ left: percent(today) }}>
          {shareOf(range, today) < 0.85 && <span>{t('analysis.time.planned')}</span>}
        </span>
        <MarkLines range={range} marks={marks} />
        {range.bend !== null && <span className="lp-time-bend" style={{ left: percent(range.bend) }} />}
        <span className="lp-time-today" style={{ left: percent(today) }} />
        {hovered !== null && held === null && <span className="lp-time-hover" style={{ left: percent(hovered) }} />}
        <span className="lp-time-thumb" style={{ left: percent(shown) }} />
      </div>
      <MonthLabels range={range} language={language} />
      {hovered !== null && held === null && (
        <span className="lp-time-tip" aria-hidden style={{ left: percent(hovered) }} data-end={shareOf(range, hovered) > 0.6}>
          <b className="lp-number">{dayText(hovered, language)}</b> {describe(hovered)}
        </span>
      )}
    </div>
  )
}

const WIDE = 1000
const HALF = 12
/** What we learnt, as against what became of the map. */
const learnt: readonly MarkKind[] = ['judgements', 'contacts', 'signals']

/** A line a day, the longer the more changes on it. Drawn anew only when the facts do. */
const MarkLines = memo(function MarkLines({ range, marks }: { readonly range: TimeRange; readonly marks: readonly AsOfMark[] }) {
  const [above, below] = useMemo(() => {
    const lines = (direction: 1 | -1, countOf: (mark: AsOfMark) => number): string => {
      const most = Math.log1p(Math.max(1, ...marks.map(countOf)))
      return marks
        .filter((mark) => countOf(mark) > 0)
        .map((mark) => {
          const length = 4 + ((HALF - 5) * Math.log1p(countOf(mark))) / most
          return `M${(shareOf(range, mark.day) * WIDE).toFixed(1)} ${HALF - direction}v${(-direction * length).toFixed(1)}`
        })
        .join('')
    }
    const learntOn = ({ kinds }: AsOfMark): number => learnt.reduce((sum, kind) => sum + (kinds[kind] ?? 0), 0)
    return [lines(1, (mark) => mark.count - learntOn(mark)), lines(-1, learntOn)]
  }, [range, marks])
  return (
    <svg className="lp-time-marks" viewBox={`0 0 ${WIDE} ${2 * HALF}`} preserveAspectRatio="none" aria-hidden>
      <path className="lp-time-line" d={`M0 ${HALF}h${WIDE}`} />
      <path className="lp-time-below" d={below} />
      <path className="lp-time-above" d={above} />
    </svg>
  )
})

function MonthLabels({ range, language }: { readonly range: TimeRange; readonly language: Language }) {
  const months = labelledMonths(range).filter((month) => shareOf(range, month) < 0.97)
  const style = (month: Day): Intl.DateTimeFormatOptions =>
    month.slice(5, 7) === '01' ? { year: 'numeric' } : { month: 'short' }
  return (
    <div className="lp-time-months" aria-hidden>
      {months.map((month) => (
        <span key={month} style={{ left: `${shareOf(range, month) * 100}%` }}>
          {new Intl.DateTimeFormat(language, { ...style(month), timeZone: 'UTC' }).format(new Date(month))}
        </span>
      ))}
    </div>
  )
}
