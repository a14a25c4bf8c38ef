import { Button, Tooltip } from 'antd'
import { List, Maximize, Minus, Plus } from 'lucide-react'
import { memo, type ReactNode } from 'react'
import { type ActionId, actionLabelKey, shortcutText } from '../../../src-shared/actions'
import { runAction } from '../../actions/actions'
import type { ActionContext } from '../../actions/context'
import { isMac } from '../../client/client'

/** Zoom, fit and the legend, in a corner of the map. */
export const MapCamera = memo(function MapCamera({ context }: { readonly context: ActionContext }) {
  const { t, view } = context
  const button = (id: ActionId, icon: ReactNode, pressed?: boolean) => {
    const label = t(actionLabelKey(id))
    return (
      <Tooltip title={`${label}  ${shortcutText(id, isMac)}`}>
        <Button
          type="text"
          size="small"
          aria-label={label}
          aria-pressed={pressed}
          icon={icon}
          onClick={() => runAction(id, context)}
        />
      </Tooltip>
    )
  }
  return (
    <div className="lp-map-corner" role="toolbar" aria-label={t('screen.map.camera')}>
      {button('zoomOut', <Minus size={15} aria-hidden />)}
      {button('zoomIn', <Plus size={15} aria-hidden />)}
      {button('fit', <Maximize size={14} aria-hidden />)}
      {button('toggleLegend', <List size={15} aria-hidden />, view.legendOpen)}
    </div>
  )
})
