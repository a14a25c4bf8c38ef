import type { Member } from '../../src-shared/model/person'
import type { ActionContext } from '../actions/context'

/** A person that the inspected thing concerns; choosing them inspects them. */
export function OtherEnd({ person, context }: { readonly person: Member | null; readonly context: ActionContext }) {
  return (
    person && (
      <button type="button" className="lp-tie" onClick={() => context.window.select({ kind: 'person', id: person.id })}>
        <span>{person.name}</span>
        <span className="lp-quiet">{context.t(`model.side.${person.side}`)}</span>
      </button>
    )
  )
}
