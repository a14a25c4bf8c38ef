import type { ActionContext } from '../actions/context'
import { Dialog } from '../components/Dialog'
import type { DialogRequest } from '../state/dialogs'

/** Dialogs that show or write private facts by their nature. */
const inPrivate: ReadonlySet<DialogRequest['kind']> = new Set<DialogRequest['kind']>([
  'export',
  'import',
  'calendarExport',
  'calendarImport',
  'personData',
  'erase',
])

export const isInPrivate = ({ kind }: DialogRequest): boolean => inPrivate.has(kind)

/** In place of such a dialog while others look on. */
export function NotWhilePresenting({ context, onClose }: { readonly context: ActionContext; readonly onClose: () => void }) {
  const { t } = context
  return (
    <Dialog
      width={420}
      title={t('privacy.presenting.sign')}
      okText={t('screen.common.close')}
      cancelButtonProps={{ style: { display: 'none' } }}
      onOk={onClose}
      onCancel={onClose}
    >
      <p>{t('privacy.presenting.notNow')}</p>
    </Dialog>
  )
}
