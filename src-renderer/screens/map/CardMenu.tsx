import { type MenuProps } from 'antd'
import type { PersonId } from '../../../src-shared/model/ids'
import { Stance } from '../../../src-shared/model/scales'
import {
  type ActionGroup,
  type ActionId,
  actionGroupKey,
  actionIds,
  actionLabelKey,
  actionSpecs,
  shortcutText,
} from '../../../src-shared/actions'
import { useAccount } from '../../account/AccountContext'
import { canRun, runAction } from '../../actions/actions'
import { removeSelected } from '../../actions/selected'
import type { ActionContext } from '../../actions/context'
import { isMac } from '../../client/client'
import { DropMenu } from '../../components/DropMenu'
import { StanceMark } from '../../components/Mark'
import { openDialog } from '../../state/dialogs'
import type { Selection } from '../../state/selection'

export interface MenuPlace {
  readonly selection: Selection
  /** In CSS pixels of the window. */
  readonly x: number
  readonly y: number
}

interface CardMenuProps {
  readonly place: MenuPlace | null
  readonly context: ActionContext
  readonly onClose: () => void
}

/** The menu of a card, a row or a tie, where it was asked for. */
export function CardMenu({ place, context, onClose }: CardMenuProps) {
  const items = useItems(place?.selection ?? null, context)
  if (!place) return null
  return (
    <DropMenu
      open
      menu={{ items, autoFocus: true, onClick: onClose, className: 'lp-card-menu' }}
      onOpenChange={(open) => !open && onClose()}
    >
      <span className="lp-menu-place" style={{ left: place.x, top: place.y }} />
    </DropMenu>
  )
}

function useItems(selection: Selection | null, context: ActionContext): NonNullable<MenuProps['items']> {
  const open = useAccount()
  const { t, change, window, view } = context
  const { graph, asOf, snap, opportunity, me } = open
  if (!selection) return []
  const { cards } = context
  if (cards.length > 1 && cards.some(({ id }) => id === selection.id)) return itemsForSeveral(context)
  const remove = {
    key: 'remove',
    danger: true,
    label: t('screen.menu.remove'),
    onClick: () => void removeSelected({ ...context, view: { ...view, selection } }),
  }
  if (selection.kind === 'tie') {
    return [
      {
        key: 'end',
        label: t('screen.menu.endTie', { day: asOf }),
        onClick: () => void change.change('tie.update', { tieId: selection.id, validTo: asOf }),
      },
      {
        key: 'reverse',
        label: t('screen.inspector.reverse'),
        onClick: () => void change.change('tie.update', { tieId: selection.id, reverse: true }),
      },
      { type: 'divider' },
      remove,
    ]
  }
  if (selection.kind === 'opportunity') return [remove]

  const person = selection.kind === 'person' ? graph.people.find((candidate) => candidate.id === selection.id) : undefined
  const placed = selection.kind === 'seat' ? snap.seats.get(selection.id) : snap.people.get(selection.id)?.seats[0]
  const seatId = placed?.seat.id
  const pinnedIds = graph.pins.filter((pin) => pin.nodeId === seatId || pin.nodeId === person?.id)
  const items: NonNullable<MenuProps['items']> = []
  if (placed && seatId) {
    items.push(
      { key: 'below', label: t('screen.menu.addBelow'), onClick: () => openDialog({ kind: 'addPerson', superiorId: seatId }) },
      { key: 'beside', label: t('screen.menu.addBeside'), onClick: () => openDialog({ kind: 'addPerson', besideId: seatId }) },
    )
    if (placed.holderId === null) {
      items.push({ key: 'fill', label: t('screen.menu.fill'), onClick: () => openDialog({ kind: 'fillSeat', seatId }) })
    }
    items.push({ type: 'divider' })
    if (placed.seat.side !== 'ours' && graph.opportunities.length > 0) {
      items.push({
        key: 'role',
        label: t('screen.menu.giveRole'),
        extra: keysOf('giveRole'),
        onClick: () => openDialog({ kind: 'giveRole', seatId }),
      })
    }
  }
  if (person && person.side !== 'ours') {
    items.push({
      key: 'stance',
      label: t('screen.menu.setStance'),
      children: Stance.options.map((stance) => ({
        key: stance,
        label: <StanceMark stance={stance} />,
        onClick: () =>
          void change.change('judgement.record', {
            subjectId: person.id,
            kind: 'stance',
            value: stance,
            authorId: me,
            opportunityId: opportunity?.id ?? null,
            madeOn: asOf,
          }),
      })),
    })
  }
  if (person) {
    items.push(
      {
        key: 'tie',
        label: t('screen.menu.tie'),
        extra: keysOf('addTie'),
        onClick: () => openDialog({ kind: 'addTie', fromId: person.id }),
      },
      {
        key: 'focus',
        extra: keysOf('focusSelection'),
        label: t(view.focusPersonId === person.id ? 'screen.menu.unfocus' : 'screen.menu.focus'),
        onClick: () => window.look({ focusPersonId: view.focusPersonId === person.id ? null : person.id }),
      },
      {
        key: 'drill',
        extra: keysOf('drill'),
        label: t(isGone(context, person.id) ? 'analysis.drill.back' : 'analysis.drill.menu', { name: person.name }),
        onClick: () => context.mode.toggleGone(person.id),
      },
    )
  }
  if (person && person.side !== 'ours') {
    items.push({
      key: 'warmPath',
      extra: keysOf('warmPath'),
      label: t('analysis.warmPath.menu', { name: person.name }),
      onClick: () => context.mode.seekPath(person.id),
    })
  }
  if (pinnedIds.length > 0) {
    const pins = pinnedIds.map(({ accountId, drawing, scope, nodeId }) => ({ accountId, drawing, scope, nodeId }))
    items.push({
      key: 'unpin',
      label: t('screen.menu.unpin'),
      extra: keysOf('releaseSelection'),
      onClick: () => void change.change('pin.release', { pins }),
    })
  }
  items.push({ type: 'divider' }, ...itemsOf(recordActions, context))
  items.push({ type: 'divider' })
  if (placed && seatId) {
    if (placed.holderId !== null) {
      items.push({
        key: 'vacate',
        label: t('screen.menu.vacate', { day: asOf }),
        onClick: () => void change.change('seat.vacate', { seatId, on: asOf }),
      })
    }
    items.push({
      key: 'close',
      label: t('screen.menu.close', { day: asOf }),
      onClick: () => void change.change('seat.close', { seatId, on: asOf }),
    })
  }
  return [...items, remove]
}

/** What changes whom a record stands for or where they are, and what was changed. */
const recordActions = [
  'recordChange',
  'openHandOver',
  'noteSignal',
  'movePerson',
  'renamePerson',
  'mergePeople',
  'splitPerson',
  'showHistory',
] as const satisfies readonly ActionId[]

const keysOf = (id: ActionId): string => shortcutText(id, isMac)

/** Those actions that make sense now, as the list of actions has them: they speak of the selection, which is what the menu is of. */
function itemsOf(ids: readonly ActionId[], context: ActionContext) {
  return ids
    .filter((id) => canRun(id, context))
    .map((id) => ({
      key: id,
      label: context.t(actionLabelKey(id)),
      extra: keysOf(id),
      onClick: () => void runAction(id, context),
    }))
}

function isGone({ mode: { mode } }: ActionContext, person: PersonId): boolean {
  return mode.kind === 'drill' && mode.gone.includes(person)
}

/** What is done with several at once, as the list of actions has it. */
function itemsForSeveral(context: ActionContext): NonNullable<MenuProps['items']> {
  const groupOf = (group: ActionGroup) =>
    itemsOf(
      actionIds.filter((id) => actionSpecs[id].group === group),
      context,
    )
  const edits = ['cutSelection', 'copySelection', 'duplicateSelection', 'removeSelection'] as const satisfies readonly ActionId[]
  return [
    { key: 'card', label: context.t(actionGroupKey('card')), children: groupOf('card') },
    { key: 'place', label: context.t(actionGroupKey('place')), children: groupOf('place') },
    { type: 'divider' },
    ...groupOf('edit').filter(({ key }) => edits.some((id) => id === key)),
  ]
}
