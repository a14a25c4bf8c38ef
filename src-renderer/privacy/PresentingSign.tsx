import { App, Button, Tooltip } from 'antd'
import { EyeOff } from 'lucide-react'
import { useLayoutEffect } from 'react'
import { shortcutText } from '../../src-shared/actions'
import { runAction } from '../actions/actions'
import type { ActionContext } from '../actions/context'
import { isMac } from '../client/client'
import { usePresenting } from '../state/presentation'
import './privacy.css'

/** Says that private facts are hidden, and how to have them back. */
export function PresentingSign({ context }: { readonly context: ActionContext }) {
  const { t } = context
  // Not the context's, which follows a moment later in the header.
  const presenting = usePresenting()
  const { message, notification } = App.useApp()
  useLayoutEffect(() => {
    if (!presenting) return
    // Notices that stand in a corner were told to us alone.
    message.destroy()
    notification.destroy()
  }, [presenting, message, notification])
  if (!presenting) return null
  return (
    <span className="lp-presenting" role="status">
      <EyeOff size={14} aria-hidden />
      <span>{t('privacy.presenting.sign')}</span>
      <Tooltip title={shortcutText('present', isMac)} placement="bottom">
        <Button size="small" aria-label={t('privacy.presenting.leave')} onClick={() => runAction('present', context)}>
          {t('privacy.presenting.leaveShort')}
        </Button>
      </Tooltip>
    </span>
  )
}
