import { type ReactNode, useId } from 'react'

interface SectionProps {
  readonly title: string
  /** At the end of the heading: a button. */
  readonly action?: ReactNode
  readonly children: ReactNode
}

/** A part of the inspector under a heading of its own. */
export function Section({ title, action, children }: SectionProps) {
  const id = useId()
  return (
    <section className="lp-section" aria-labelledby={id}>
      <div className="lp-section-head">
        <h3 id={id}>{title}</h3>
        {action}
      </div>
      {children}
    </section>
  )
}
