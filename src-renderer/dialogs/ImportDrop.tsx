import { FileUp } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useText } from '../i18n/language'
import { openDialog, useDialogs } from '../state/dialogs'
import { isPresenting } from '../state/presentation'
import './import.css'

/** Takes files dropped anywhere on the window into the import dialog. Another dialog that is open is not interrupted. */
export function ImportDrop() {
  const { t } = useText()
  const [over, setOver] = useState(false)

  useEffect(() => {
    function taken(event: DragEvent): boolean {
      if (!event.dataTransfer?.types.includes('Files')) return false
      // Also where they are not welcome: a window that is left to itself would open the file instead of its page.
      event.preventDefault()
      const { dialog } = useDialogs.getState()
      const welcome = !isPresenting() && (dialog === null || dialog.kind === 'import')
      event.dataTransfer.dropEffect = welcome ? 'copy' : 'none'
      return welcome
    }
    const onDragOver = (event: DragEvent) => setOver(taken(event))
    const onDragLeave = (event: DragEvent) => {
      // Only from the window itself the pointer goes to nothing.
      if (event.relatedTarget === null) setOver(false)
    }
    const onDrop = (event: DragEvent) => {
      setOver(false)
      const files = taken(event) ? [...(event.dataTransfer?.files ?? [])] : []
      if (files.length > 0) openDialog({ kind: 'import', files })
    }
    window.addEventListener('dragover', onDragOver)
    window.addEventListener('dragleave', onDragLeave)
    window.addEventListener('drop', onDrop)
    return () => {
      window.removeEventListener('dragover', onDragOver)
      window.removeEventListener('dragleave', onDragLeave)
      window.removeEventListener('drop', onDrop)
    }
  }, [])

  return (
    over && (
      <div className="lp-import-drop" role="status">
        <FileUp size={28} aria-hidden />
        {t('screen.import.dropHere')}
      </div>
    )
  )
}
