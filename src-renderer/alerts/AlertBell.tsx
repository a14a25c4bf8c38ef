import { Badge, Button, Popover, Tooltip } from 'antd'
import { Bell } from 'lucide-react'
import { shortcutText } from '../../src-shared/actions'
import type { ActionContext } from '../actions/context'
import { isMac } from '../client/client'
import { useAnswer } from '../client/queries'
import './alerts.css'
import { AlertList } from './AlertList'
import { useAlertList } from './alertStore'

/** How many alerts of all accounts nobody has seen yet; opens them. */
export function AlertBell({ context }: { readonly context: ActionContext }) {
  const { t } = context
  const alerts = useAnswer('alert.list', {}).data ?? []
  const { open, set } = useAlertList()
  const unseen = alerts.filter(({ seenOn }) => seenOn === null).length
  const label = t('alert.bell', { count: unseen })
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      arrow={false}
      destroyOnHidden
      open={open}
      onOpenChange={set}
      content={<AlertList alerts={alerts} context={context} />}
    >
      <Tooltip title={open ? '' : `${label}  ${shortcutText('showAlerts', isMac)}`}>
        <Button type="text" className="lp-bell" aria-label={label} aria-expanded={open} aria-haspopup="dialog">
          <Badge count={unseen} size="small" offset={[1, 1]} color="var(--lp-bad)" overflowCount={99}>
            <Bell size={16} aria-hidden />
          </Badge>
        </Button>
      </Tooltip>
    </Popover>
  )
}
