import type { ChangeKind } from '../../../src-shared/model/change'
import { type Day, localDay } from '../../../src-shared/model/day'
import type { AccountId, PersonId, SignalId } from '../../../src-shared/model/ids'
import type { SignalKind } from '../../../src-shared/model/scales'
import type { ActionContext } from '../../actions/context'
import { personOfSelection } from '../../actions/selected'
import { openDialog } from '../../state/dialogs'

/** What the record of a change begins with. */
export interface ChangeStart {
  readonly kind?: ChangeKind
  readonly on?: Day
  /** Others who leave on the same day. */
  readonly alsoIds?: readonly PersonId[]
  /** The hint that came true. */
  readonly signal?: { readonly id: SignalId; readonly kind: SignalKind }
}

/** What has most likely happened when a hint came true. */
export const changeOf: Readonly<Record<SignalKind, ChangeKind>> = {
  'retirement-due': 'retired',
  'term-ending': 'left',
  'resignation-rumour': 'left',
  reorganisation: 'transferred',
  'passed-over': 'left',
  'new-superior': 'transferred',
  'promotion-rumour': 'promoted',
  'gone-silent': 'left',
}

/** The account and the person that an action speaks of. */
export function subjectOf(c: ActionContext): { accountId?: AccountId; personId?: PersonId } {
  const personId = personOfSelection(c)
  if (!c.open) return {}
  return { accountId: c.open.graph.account.id, ...(personId && { personId }) }
}

/** Gathers what the selected person would leave behind, and shows it. */
export async function prepareHandOver(c: ActionContext): Promise<void> {
  const { accountId, personId } = subjectOf(c)
  if (accountId === undefined || personId === undefined) return
  const opened = await c.change.change('handOver.open', { accountId, personId, on: localDay(new Date()) })
  if (opened) openDialog({ kind: 'handOver', handOverId: opened.handOverId })
}
