import type { ReactNode } from 'react'

interface EmptyStateProps {
  readonly icon?: ReactNode
  readonly title: string
  readonly text?: string
  /** What to do first: buttons. */
  readonly children?: ReactNode
}

/** Shown where there is nothing yet: says what belongs here and what to do first. */
export function EmptyState({ icon, title, text, children }: EmptyStateProps) {
  return (
    <div className="lp-empty">
      {icon}
      <h2>{title}</h2>
      {text !== undefined && <p>{text}</p>}
      {children !== undefined && <div className="lp-empty-actions">{children}</div>}
    </div>
  )
}
