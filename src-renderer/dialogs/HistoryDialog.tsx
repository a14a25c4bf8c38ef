import { useState } from 'react'
import type { ActionContext } from '../actions/context'
import { Dialog } from '../components/Dialog'
import { HistoryList } from '../shell/HistoryList'

/** The named steps under the keyboard: arrows choose a moment, Enter goes there. */
export function HistoryDialog({ context, onClose }: { readonly context: ActionContext; readonly onClose: () => void }) {
  // A dialog takes the keyboard for itself while it opens.
  const [opened, setOpened] = useState(false)
  return (
    <Dialog title={context.t('screen.header.history')} width={460} footer={null} afterOpenChange={setOpened} onCancel={onClose}>
      <HistoryList context={context} focused={opened} />
    </Dialog>
  )
}
