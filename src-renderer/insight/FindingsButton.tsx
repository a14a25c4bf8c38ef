import { Badge, Button, Tooltip } from 'antd'
import { Bell as BellIcon } from 'lucide-react'
import { shortcutText } from '../../src-shared/actions'
import type { ActionContext } from '../actions/context'
import { isMac } from '../client/client'
import { FiguresProvider, useFigures } from './figures'
import { openSituation } from './insightStore'

/** How many findings the open account has; opens them. Belongs inside an account. */
export function FindingsButton({ context }: { readonly context: ActionContext }) {
  return (
    <FiguresProvider>
      <Bell context={context} />
    </FiguresProvider>
  )
}

function Bell({ context }: { readonly context: ActionContext }) {
  const { t } = context
  const count = useFigures().findings.length
  const label = t('analysis.findings.bell', { count })
  return (
    <Tooltip title={`${label}  ${shortcutText('showFindings', isMac)}`}>
      <Button type="text" className="lp-bell" aria-label={label} onClick={() => openSituation('findings')}>
        <Badge count={count} size="small" offset={[1, 1]} color="var(--lp-bad)" overflowCount={99}>
          <BellIcon size={16} aria-hidden />
        </Badge>
      </Button>
    </Tooltip>
  )
}
