import { Button } from 'antd'
import { LogOut } from 'lucide-react'
import type { ReactNode } from 'react'
import { shortcutText } from '../../src-shared/actions'
import { runAction } from '../actions/actions'
import type { ActionContext } from '../actions/context'
import { isMac } from '../client/client'
import { InspectorHead } from '../inspector/InspectorHead'

interface ModeHeadProps {
  readonly kind: string
  readonly name: string
  readonly about: string
  /** What the way out is called. */
  readonly leave: string
  readonly context: ActionContext
  /** Further buttons. */
  readonly children?: ReactNode
}

/** What is asked, and the way out of it. */
export function ModeHead({ kind, name, about, leave, context, children }: ModeHeadProps) {
  return (
    <>
      <InspectorHead kind={kind} name={name} about={about} />
      <div className="lp-mode-buttons">
        {children}
        <Button size="small" icon={<LogOut size={13} aria-hidden />} onClick={() => runAction('leaveMode', context)}>
          {leave}
          <kbd>{shortcutText('leaveMode', isMac)}</kbd>
        </Button>
      </div>
    </>
  )
}
