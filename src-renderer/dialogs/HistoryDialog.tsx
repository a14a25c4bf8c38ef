import { Modal } from 'antd'
import type { ActionContext } from '../actions/context'
import { HistoryList } from '../shell/HistoryList'

/** The named steps under the keyboard: arrows choose a moment, Enter goes there. */
export function HistoryDialog({ context, onClose }: { readonly context: ActionContext; readonly onClose: () => void }) {
  return (
    <Modal open title={context.t('screen.header.history')} width={460} footer={null} onCancel={onClose}>
      <HistoryList context={context} focused />
    </Modal>
  )
}
