import { type ReactNode, useId } from 'react'

interface FieldProps {
  readonly label: string
  /** The sentence of a refused value. */
  readonly error?: string | null
  /** Said quietly under the control. */
  readonly hint?: ReactNode
  readonly wide?: boolean
  /** The control; it takes the id that its label points at, and names its description. */
  readonly children: (control: { readonly id: string; readonly 'aria-describedby': string }) => ReactNode
}

/** A labelled line of a form or of the inspector, with the place for what is wrong with its value. */
export function Field({ label, error, hint, wide = false, children }: FieldProps) {
  const id = useId()
  const about = `${id}-about`
  return (
    <div className="lp-field" data-wide={wide}>
      <label htmlFor={id}>{label}</label>
      <div className="lp-field-control">
        {children({ id, 'aria-describedby': about })}
        <div id={about}>
          {error ? (
            <p className="lp-field-error" role="alert">
              {error}
            </p>
          ) : (
            hint !== undefined && <p className="lp-field-hint">{hint}</p>
          )}
        </div>
      </div>
    </div>
  )
}
