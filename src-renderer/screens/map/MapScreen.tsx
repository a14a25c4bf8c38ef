import { Button, Tooltip } from 'antd'
import { UsersRound, X } from 'lucide-react'
import { memo, type MouseEvent, useCallback, useMemo, useState } from 'react'
import { AccountFollower, useAccount } from '../../account/AccountContext'
import { personOf } from '../../account/names'
import { runAction } from '../../actions/actions'
import type { ActionContext } from '../../actions/context'
import { call } from '../../client/client'
import { useFollowed } from '../../client/following'
import { EmptyState } from '../../components/EmptyState'
import { MapView, type MapViewProps } from '../../map/MapView'
import { useInsight } from '../../insight/insightStore'
import { openDialog } from '../../state/dialogs'
import { useMapEdit } from '../../state/mapEdit'
import { useMapHandle } from '../../state/mapHandle'
import { useMapMode } from '../../state/mapMode'
import { useThemeName } from '../../theme/useTheme'
import { AsOfSlider } from './AsOfSlider'
import { CardMenu, type MenuPlace } from './CardMenu'
import { KeyHint } from './KeyHint'
import { MapCamera } from './MapCamera'
import { MapPopups } from './MapPopups'
import { MapToolbar } from './MapToolbar'
import { selectionAt } from './selectionAt'
import { useGestures } from './useGestures'
import './mapScreen.css'

const FollowingToolbar = memo(MapToolbar)

/** The map of the account, with its tools. */
export function MapScreen({ context }: { readonly context: ActionContext }) {
  const { t, view, window, cards } = context
  const { graph, asOf, opportunity, method } = useAccount()
  const theme = useThemeName()
  const { handle, hold } = useMapHandle()
  const [menu, setMenu] = useState<MenuPlace | null>(null)
  const since = useInsight((state) => state.since)
  const mode = useMapMode((state) => state.mode)
  const onGesture = useGestures(context)
  const followed = useFollowed(context)
  const marked = useMemo(() => new Set(cards.map(({ id }) => id)), [cards])
  const folded = useMemo(() => new Set(view.foldedUnits), [view.foldedUnits])
  const focused = personOf(graph, view.focusPersonId)

  const remember = useCallback<NonNullable<MapViewProps['onLayoutMemory']>>(
    // A memory that could not be kept costs a little steadiness of the next layout, nothing else.
    (memory) => void call('layout.remember', { accountId: graph.account.id, ...memory }).catch(() => undefined),
    [graph.account.id],
  )
  function openMenu(event: MouseEvent<HTMLElement>) {
    event.preventDefault()
    const at = selectionAt(event, graph, view.selection, handle)
    if (!at) return
    window.look({ selection: at.selection })
    setMenu(at)
  }

  function closeMenu() {
    setMenu(null)
    // The keyboard goes on where it was.
    handle?.focusCanvas()
  }

  if (graph.seats.length === 0) {
    return (
      <>
        <NobodyYet context={context} />
        <MapPopups context={context} />
      </>
    )
  }
  return (
    <>
      <AccountFollower>
        <FollowingToolbar context={followed} />
      </AccountFollower>
      <div className="lp-map-screen" onContextMenu={openMenu}>
        <MapView
          key={graph.account.id}
          graph={graph}
          method={method}
          opportunityId={opportunity?.id ?? null}
          drawing={view.drawing}
          layer={view.layer}
          asOf={asOf}
          theme={theme}
          t={t}
          selection={view.selection?.kind === 'opportunity' ? null : view.selection}
          onSelect={(selection) => {
            useMapEdit.setState({ group: [] })
            window.look({ selection })
          }}
          onOpen={(selection) => window.select(selection)}
          foldedUnits={folded}
          onToggleUnit={(unitId) =>
            window.look({
              foldedUnits: folded.has(unitId) ? view.foldedUnits.filter((id) => id !== unitId) : [...view.foldedUnits, unitId],
            })
          }
          focusPersonId={view.focusPersonId}
          ties={view.ties}
          since={since}
          question={mode.kind === 'read' ? null : mode}
          lens={window.lens}
          legendOpen={view.legendOpen}
          marked={marked}
          onGesture={onGesture}
          // What is remembered is the map of today: on another day not everybody is there.
          {...(view.asOf === null && { onLayoutMemory: remember })}
          handleRef={hold}
        />
        <MapCamera context={followed} />
        <KeyHint context={context} />
        {focused && (
          <div className="lp-map-focus" role="status">
            {t('screen.map.focused', { name: focused.name })}
            <Tooltip title={t('screen.map.unfocus')}>
              <Button
                type="text"
                size="small"
                aria-label={t('screen.map.unfocus')}
                icon={<X size={14} aria-hidden />}
                onClick={() => window.look({ focusPersonId: null })}
              />
            </Tooltip>
          </div>
        )}
      </div>
      <AsOfSlider context={context} followed={followed} />
      <CardMenu place={menu} context={context} onClose={closeMenu} />
      <MapPopups context={context} />
    </>
  )
}

function NobodyYet({ context }: { readonly context: ActionContext }) {
  const { t } = context
  return (
    <EmptyState icon={<UsersRound size={36} aria-hidden />} title={t('screen.map.emptyTitle')} text={t('screen.map.emptyText')}>
      <Button type="primary" autoFocus onClick={() => runAction('addBeside', context)}>
        {t('screen.action.addPerson')}
      </Button>
      <Button onClick={() => openDialog({ kind: 'quickEntry' })}>{t('screen.action.quickEntry')}</Button>
      <Button onClick={() => openDialog({ kind: 'import' })}>{t('screen.action.importFiles')}</Button>
    </EmptyState>
  )
}
