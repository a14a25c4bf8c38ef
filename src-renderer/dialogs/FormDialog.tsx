import { type FormEvent, type KeyboardEvent, type ReactNode, useId, useState } from 'react'
import { Dialog } from '../components/Dialog'
import { useText } from '../i18n/language'

interface FormDialogProps {
  readonly title: string
  readonly okText: string
  readonly width?: number
  readonly children: ReactNode
  /** Does what the dialog is for. The dialog closes when it answers true. */
  readonly onSubmit: () => Promise<boolean>
  readonly onClose: () => void
  /** Default: "Cancel", which closes. */
  readonly cancelText?: string
  readonly onCancel?: () => void
  /** The keyboard begins at the button, where no field asks for it. */
  readonly focusOk?: boolean
}

/** A dialog with a form: Enter in a text submits, Ctrl/⌘ Enter everywhere, Escape closes. */
export function FormDialog({
  title,
  okText,
  width = 460,
  children,
  onSubmit,
  onClose,
  cancelText,
  onCancel = onClose,
  focusOk = false,
}: FormDialogProps) {
  const { t } = useText()
  const id = useId()
  const [busy, setBusy] = useState(false)

  async function submit() {
    if (busy) return
    setBusy(true)
    const done = await onSubmit()
    setBusy(false)
    if (done) onClose()
  }
  function onFormSubmit(event: FormEvent) {
    event.preventDefault()
    void submit()
  }
  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
    event.preventDefault()
    void submit()
  }
  return (
    <Dialog
      title={title}
      width={width}
      okText={okText}
      cancelText={cancelText ?? t('screen.common.cancel')}
      confirmLoading={busy}
      okButtonProps={{ htmlType: 'submit', form: id, autoFocus: focusOk }}
      onCancel={onCancel}
    >
      <form id={id} className="lp-form" onSubmit={onFormSubmit} onKeyDown={onKeyDown}>
        {children}
      </form>
    </Dialog>
  )
}
