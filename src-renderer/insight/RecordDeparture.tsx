import { Button } from 'antd'
import type { PersonId } from '../../src-shared/model/ids'
import { useAccount } from '../account/AccountContext'
import type { ActionContext } from '../actions/context'
import { openDialog } from '../state/dialogs'

interface RecordDepartureProps {
  /** Everyone who leaves, all of them there on the day that is looked at. */
  readonly people: readonly PersonId[]
  readonly context: ActionContext
}

/** Turns the drill into a change, as one step that can be undone. */
export function RecordDeparture({ people, context }: RecordDepartureProps) {
  const { graph, asOf } = useAccount()
  const [personId, ...alsoIds] = people
  if (personId === undefined) return null
  return (
    <Button
      size="small"
      type="primary"
      onClick={() =>
        openDialog({ kind: 'change', accountId: graph.account.id, personId, begin: { kind: 'left', on: asOf, alsoIds } })
      }
    >
      {context.t('analysis.drill.record')}
    </Button>
  )
}
