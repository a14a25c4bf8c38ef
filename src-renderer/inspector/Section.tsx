import { type ReactNode, useId } from 'react'

interface SectionProps {
  readonly title: string
  /** At the end of the heading: a button. */
  readonly action?: ReactNode
  /** How others find this part, to bring it into view. */
  readonly part?: string
  readonly children: ReactNode
}

/** A part of the inspector under a heading of its own. */
export function Section({ title, action, part, children }: SectionProps) {
  const id = useId()
  return (
    <section className="lp-section" aria-labelledby={id} data-part={part}>
      <div className="lp-section-head">
        <h3 id={id}>{title}</h3>
        {action}
      </div>
      {children}
    </section>
  )
}
