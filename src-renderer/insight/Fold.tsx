import { ChevronRight } from 'lucide-react'
import { type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { type SectionId, useInsight } from './insightStore'

interface FoldProps {
  readonly id: SectionId
  readonly title: string
  /** Figures that say the most, at the end of the heading: all there is to see of a folded part. */
  readonly summary?: ReactNode
  readonly children: () => ReactNode
}

/** A part of the situation under a heading that folds it up. What is folded is not worked out. */
export function Fold({ id, title, summary, children }: FoldProps) {
  const folded = useInsight((state) => state.folded.includes(id))
  const asked = useInsight((state) => state.asked === id)
  const toggle = useInsight((state) => state.toggle)
  const ask = useInsight((state) => state.ask)
  const heading = useRef<HTMLButtonElement>(null)
  const bodyId = useId()

  useEffect(() => {
    if (!asked) return
    heading.current?.scrollIntoView({ block: 'start' })
    heading.current?.focus({ preventScroll: true })
    ask(null)
  }, [asked, ask])

  return (
    <section className="lp-fold" data-section={id}>
      <h3>
        <button
          ref={heading}
          type="button"
          className="lp-fold-head"
          aria-expanded={!folded}
          aria-controls={bodyId}
          onClick={() => toggle(id)}
        >
          <ChevronRight size={14} aria-hidden className="lp-chevron" data-open={!folded} />
          <span className="lp-fold-title">{title}</span>
          {summary !== undefined && <span className="lp-fold-summary">{summary}</span>}
        </button>
      </h3>
      <div id={bodyId} className="lp-fold-body" hidden={folded}>
        {!folded && children()}
      </div>
    </section>
  )
}

interface MoreLineProps {
  /** What the button opens, for those who cannot see the line it stands in. */
  readonly label: string
  readonly line: ReactNode
  readonly children: () => ReactNode
}

/** A line with reasons behind it that a small button opens. */
export function MoreLine({ label, line, children }: MoreLineProps) {
  const [open, setOpen] = useState(false)
  const bodyId = useId()
  return (
    <div className="lp-more">
      <div className="lp-more-line">
        {line}
        <button
          type="button"
          className="lp-more-button"
          aria-expanded={open}
          aria-controls={bodyId}
          aria-label={label}
          title={label}
          onClick={() => setOpen(!open)}
        >
          <ChevronRight size={14} aria-hidden className="lp-chevron" data-open={open} />
        </button>
      </div>
      <div id={bodyId} className="lp-more-body" hidden={!open}>
        {open && children()}
      </div>
    </div>
  )
}

interface LongListProps<T> {
  readonly items: readonly T[]
  /** How many are shown before somebody asks for the rest. */
  readonly first: number
  /** Says how many more there are. */
  readonly more: (count: number) => string
  readonly children: (item: T, index: number) => ReactNode
}

/** A list whose far end waits until it is asked for, a screenful at a time. */
export function LongList<T>({ items, first, more, children }: LongListProps<T>) {
  const [shown, setShown] = useState(first)
  const rest = items.length - shown
  return (
    <>
      <ul className="lp-lines">{items.slice(0, shown).map(children)}</ul>
      {rest > 0 && (
        <button type="button" className="lp-text-button" onClick={() => setShown(shown + SCREENFUL)}>
          {more(rest)}
        </button>
      )}
    </>
  )
}

const SCREENFUL = 50
