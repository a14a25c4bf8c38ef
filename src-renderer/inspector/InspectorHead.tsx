interface InspectorHeadProps {
  readonly kind: string
  readonly name: string
  readonly about?: string
}

/** What is inspected. */
export function InspectorHead({ kind, name, about }: InspectorHeadProps) {
  return (
    <header className="lp-inspector-head">
      <p className="lp-quiet">{kind}</p>
      <h2>{name}</h2>
      {about !== undefined && <p className="lp-quiet">{about}</p>}
    </header>
  )
}
