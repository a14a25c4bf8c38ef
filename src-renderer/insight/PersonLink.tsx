import type { PersonId } from '../../src-shared/model/ids'
import { useAccount } from '../account/AccountContext'
import { personOf } from '../account/names'
import type { ActionContext } from '../actions/context'
import { jumpTo } from './jump'

interface PersonLinkProps {
  readonly id: PersonId
  readonly context: ActionContext
}

/** A person's name, which leads to them. */
export function PersonLink({ id, context }: PersonLinkProps) {
  const { graph } = useAccount()
  return (
    <button type="button" className="lp-link" onClick={() => jumpTo(context, { kind: 'person', id })}>
      {personOf(graph, id)?.name ?? id}
    </button>
  )
}

interface PeoplePathProps {
  readonly people: readonly PersonId[]
  readonly context: ActionContext
}

/** A way from one of ours to somebody, each of them a link. */
export function PeoplePath({ people, context }: PeoplePathProps) {
  return (
    <span className="lp-path">
      {people.map((id, index) => (
        <span key={id}>
          {index > 0 && <span aria-hidden> → </span>}
          <PersonLink id={id} context={context} />
        </span>
      ))}
    </span>
  )
}
