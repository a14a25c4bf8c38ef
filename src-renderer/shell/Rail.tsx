import { Button, Tooltip } from 'antd'
import { Building2, Inbox, ListTodo, Menu as MenuIcon, Network, Settings } from 'lucide-react'
import { memo, type ReactNode, useMemo } from 'react'
import {
  actionGroupKey,
  actionGroups,
  actionIds,
  actionLabelKey,
  actionSpecs,
  isActionId,
  shortcutText,
} from '../../src-shared/actions'
import { canRun, runAction } from '../actions/actions'
import type { ActionContext } from '../actions/context'
import { isMac, shell } from '../client/client'
import { DropMenu } from '../components/DropMenu'
import { useText } from '../i18n/language'
import { useOpenHints } from '../screens/change/useSignals'
import { useDueTasks } from '../screens/tasks/useDueTasks'

/** The left edge: the places of the workspace, and in a browser the menu that a desktop window has above it. */
export const Rail = memo(function Rail({ context }: { readonly context: ActionContext }) {
  const { t } = useText()
  const { screen, accountId } = context.window
  const due = useDueTasks().length
  const hints = useOpenHints().length
  return (
    <nav className="lp-rail" aria-label={t('screen.rail.label')}>
      {shell === null ? <MainMenu context={context} /> : <Network size={20} aria-hidden className="lp-logo" />}
      <RailItem
        current={screen === 'accounts' || (screen === 'account' && accountId === null)}
        icon={<Building2 size={18} aria-hidden />}
        label={t('screen.rail.accounts')}
        onClick={() => context.window.show('accounts')}
      />
      {context.window.accountId !== null && (
        <RailItem
          current={screen === 'account'}
          icon={<Network size={18} aria-hidden />}
          label={t('screen.rail.account')}
          onClick={() => accountId && context.window.openAccount(accountId)}
        />
      )}
      <RailItem
        current={screen === 'tasks'}
        icon={<ListTodo size={18} aria-hidden />}
        label={t('task.title')}
        {...(due > 0 && { badge: { count: due, words: t('task.reminder.rail', { count: due }) } })}
        onClick={() => context.window.show('tasks')}
      />
      <RailItem
        current={screen === 'inbox'}
        icon={<Inbox size={18} aria-hidden />}
        label={t('change.inbox.title')}
        {...(hints > 0 && { badge: { count: hints, words: t('change.inbox.rail', { count: hints }) } })}
        onClick={() => context.window.show('inbox')}
      />
      <span className="lp-grow" />
      <RailItem
        current={screen === 'settings'}
        icon={<Settings size={18} aria-hidden />}
        label={t('screen.rail.settings')}
        onClick={() => context.window.show('settings')}
      />
    </nav>
  )
})

interface RailItemProps {
  readonly current: boolean
  readonly icon: ReactNode
  readonly label: string
  /** How many wait there. */
  readonly badge?: { readonly count: number; readonly words: string }
  readonly onClick: () => void
}

function RailItem({ current, icon, label, badge, onClick }: RailItemProps) {
  return (
    <button type="button" className="lp-rail-item" aria-current={current ? 'page' : undefined} onClick={onClick}>
      {icon}
      <span>{label}</span>
      {badge && (
        <span className="lp-rail-badge" role="status" aria-label={badge.words} title={badge.words}>
          {badge.count > 99 ? '99+' : badge.count}
        </span>
      )}
    </button>
  )
}

function MainMenu({ context }: { readonly context: ActionContext }) {
  const { t } = useText()
  const items = useMemo(
    () =>
      actionGroups.map((group) => ({
        key: group,
        label: t(actionGroupKey(group)),
        children: actionIds
          .filter((id) => actionSpecs[id].group === group)
          .map((id) => ({
            key: id,
            label: t(actionLabelKey(id)),
            extra: shortcutText(id, isMac),
            disabled: !canRun(id, context),
          })),
      })),
    [context, t],
  )
  return (
    <DropMenu menu={{ items, onClick: ({ key }) => isActionId(key) && runAction(key, context) }}>
      <Tooltip title={t('screen.rail.menu')} placement="right">
        <Button type="text" aria-label={t('screen.rail.menu')} icon={<MenuIcon size={18} aria-hidden />} />
      </Tooltip>
    </DropMenu>
  )
}
