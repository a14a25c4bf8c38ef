import type { ReactNode } from 'react'
import type { AccountId } from '../../../src-shared/model/ids'
import { AccountProvider } from '../../account/AccountContext'
import { useGraph } from '../../client/queries'

interface InAccountProps {
  readonly accountId: AccountId
  readonly children: ReactNode
}

/** Lets what is inside speak of an account, whichever is open. Empty until it is there. */
export function InAccount({ accountId, children }: InAccountProps) {
  const graph = useGraph(accountId).data
  return graph && <AccountProvider graph={graph}>{children}</AccountProvider>
}
