import { Input } from 'antd'
import { useEffect, useRef } from 'react'
import { useText } from '../i18n/language'

interface ImportPasteProps {
  readonly disabled: boolean
  readonly onFiles: (files: readonly File[]) => void
}

/** Takes cells, and files, from the clipboard: pasted into the field, or anywhere in the dialog where nothing else takes them. */
export function ImportPaste({ disabled, onFiles }: ImportPasteProps) {
  const { t } = useText()
  const pasted = useRef(0)

  function takeTable(text: string): boolean {
    // A word alone is no table.
    if (!/[\n\t]/.test(text.trim())) return false
    pasted.current += 1
    onFiles([new File([text], `${t('import.dialog.pasted', { number: pasted.current })}.tsv`, { type: 'text/plain' })])
    return true
  }
  const take = useRef<(event: ClipboardEvent) => void>(() => undefined)
  useEffect(() => {
    take.current = (event) => {
      const { target, clipboardData } = event
      const typing = target instanceof Element && target.closest('input, textarea:not([data-takes-tables]), [contenteditable]')
      if (disabled || typing || !clipboardData) return
      const files = [...clipboardData.files]
      if (files.length > 0) onFiles(files)
      if (files.length > 0 || takeTable(clipboardData.getData('text/plain'))) event.preventDefault()
    }
  })
  useEffect(() => {
    const onPaste = (event: ClipboardEvent) => take.current(event)
    window.addEventListener('paste', onPaste)
    return () => window.removeEventListener('paste', onPaste)
  }, [])

  return (
    <Input.TextArea
      rows={1}
      disabled={disabled}
      data-takes-tables
      aria-label={t('import.dialog.paste')}
      placeholder={t('import.dialog.pasteHint')}
    />
  )
}
