import { Modal } from 'antd'
import type { ActionContext } from '../actions/context'
import type { Dialog } from '../state/dialogs'

/** Dialogs that show or write private facts by their nature. */
const inPrivate: ReadonlySet<Dialog['kind']> = new Set<Dialog['kind']>(['export', 'import', 'personData', 'erase'])

export const isInPrivate = ({ kind }: Dialog): boolean => inPrivate.has(kind)

/** In place of such a dialog while others look on. */
export function NotWhilePresenting({ context, onClose }: { readonly context: ActionContext; readonly onClose: () => void }) {
  const { t } = context
  return (
    <Modal
      open
      width={420}
      title={t('privacy.presenting.sign')}
      okText={t('screen.common.close')}
      cancelButtonProps={{ style: { display: 'none' } }}
      onOk={onClose}
      onCancel={onClose}
    >
      <p>{t('privacy.presenting.notNow')}</p>
    </Modal>
  )
}
