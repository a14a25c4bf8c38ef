interface GaugeProps {
  /** 0–1. */
  readonly value: number
  /** Where a line is drawn that should not be crossed, 0–1. */
  readonly limit?: number
  readonly tone?: 'plain' | 'good' | 'warn' | 'bad'
}

/** A number 0–1 as a bar. Decoration: the number stands beside it. */
export function Gauge({ value, limit, tone = 'plain' }: GaugeProps) {
  return (
    <span className="lp-gauge" data-tone={tone} aria-hidden>
      <span style={{ width: `${Math.min(1, Math.max(0, value)) * 100}%` }} />
      {limit !== undefined && <i style={{ left: `${limit * 100}%` }} />}
    </span>
  )
}

/** How many of some steps are climbed, as segments. Decoration: the step's word stands beside it. */
export function Steps({ climbed, of }: { readonly climbed: number; readonly of: number }) {
  return (
    <span className="lp-steps-bar" aria-hidden>
      {Array.from({ length: of }, (_, step) => (
        <span key={step} data-full={step < climbed} />
      ))}
    </span>
  )
}
