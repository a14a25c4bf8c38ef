import { Button, Tooltip } from 'antd'
import { EyeOff } from 'lucide-react'
import { shortcutText } from '../../src-shared/actions'
import { runAction } from '../actions/actions'
import type { ActionContext } from '../actions/context'
import { isMac } from '../client/client'
import './privacy.css'

/** Says that private facts are hidden, and how to have them back. */
export function PresentingSign({ context }: { readonly context: ActionContext }) {
  const { t, presenting } = context
  if (!presenting) return null
  return (
    <span className="lp-presenting" role="status">
      <EyeOff size={14} aria-hidden />
      <span>{t('privacy.presenting.sign')}</span>
      <Tooltip title={shortcutText('present', isMac)} placement="bottom">
        <Button size="small" onClick={() => runAction('present', context)}>
          {t('privacy.presenting.leave')}
        </Button>
      </Tooltip>
    </span>
  )
}
