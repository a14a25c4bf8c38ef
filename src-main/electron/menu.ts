import type { MenuItemConstructorOptions } from 'electron'
import {
  accelerator,
  type ActionGroup,
  actionGroupKey,
  actionGroups,
  type ActionId,
  actionIds,
  actionLabelKey,
  actionSpecs,
} from '../../src-shared/actions'
import type { RecentWorkspace } from '../../src-shared/bridge'
import { translator } from '../../src-shared/i18n/translate'
import type { Language } from '../../src-shared/model/language'

/** What the menu depends on. */
export interface MenuState {
  readonly language: Language
  readonly recent: readonly RecentWorkspace[]
  /** A Mac has the application's own menu first and no Quit under File. */
  readonly mac: boolean
  /** Developer tools are offered while developing. */
  readonly developing: boolean
}

/** What choosing an item does. */
export interface MenuEffects {
  /** An action of the page; `id` is one of actions.ts. */
  readonly action: (id: ActionId) => void
  readonly newWorkspace: (sample: boolean) => void
  readonly openWorkspace: () => void
  readonly openRecent: (path: string) => void
  readonly about: () => void
}

/** The native menu: the actions of the palette in their groups, with what only a desktop can do around them. */
export function menuTemplate(state: MenuState, effects: MenuEffects): MenuItemConstructorOptions[] {
  const t = translator(state.language)
  const separator = { type: 'separator' } as const
  const about = { id: 'about', label: t('electron.menu.about'), click: () => effects.about() }
  const quit = { role: 'quit', label: t('electron.menu.quit') } as const

  const actionItem = (id: ActionId): MenuItemConstructorOptions => {
    const keys = accelerator(id)
    return {
      id,
      label: t(actionLabelKey(id)),
      // Shown only: the page hears the keyboard itself, and knows when an action makes sense.
      ...(keys === null ? {} : { accelerator: keys, registerAccelerator: false }),
      click: () => effects.action(id),
    }
  }
  const actionsOf = (group: ActionGroup) => actionIds.filter((id) => actionSpecs[id].group === group).map(actionItem)

  const recent: MenuItemConstructorOptions[] = state.recent.map(({ path, name }) => ({
    label: name,
    sublabel: path,
    click: () => effects.openRecent(path),
  }))
  const nobody = { label: t('electron.menu.noRecent'), enabled: false }

  const workspaceItems: MenuItemConstructorOptions[] = [
    {
      id: 'newWorkspace',
      label: t('electron.menu.newWorkspace'),
      accelerator: 'CommandOrControl+N',
      click: () => effects.newWorkspace(false),
    },
    { id: 'newSample', label: t('electron.menu.newSample'), click: () => effects.newWorkspace(true) },
    {
      id: 'openWorkspace',
      label: t('electron.menu.openWorkspace'),
      accelerator: 'CommandOrControl+O',
      click: () => effects.openWorkspace(),
    },
    { id: 'openRecent', label: t('electron.menu.openRecent'), submenu: recent.length > 0 ? recent : [nobody] },
  ]

  const around: Record<ActionGroup, { before: MenuItemConstructorOptions[]; after: MenuItemConstructorOptions[] }> = {
    file: { before: workspaceItems, after: state.mac ? [] : [quit] },
    edit: {
      before: [],
      after: [
        { role: 'cut', label: t('electron.menu.cut') },
        { role: 'copy', label: t('electron.menu.copy') },
        { role: 'paste', label: t('electron.menu.paste') },
        { role: 'selectAll', label: t('electron.menu.selectAll') },
      ],
    },
    card: { before: [], after: [] },
    place: { before: [], after: [] },
    go: { before: [], after: [] },
    map: { before: [], after: [] },
    view: {
      before: [],
      after: [
        { role: 'zoomIn', label: t('electron.menu.larger') },
        { role: 'zoomOut', label: t('electron.menu.smaller') },
        { role: 'resetZoom', label: t('electron.menu.actualSize') },
        { role: 'togglefullscreen', label: t('electron.menu.fullScreen') },
        ...(state.developing ? [{ role: 'toggleDevTools', label: t('electron.menu.developer') } as const] : []),
      ],
    },
    help: { before: [], after: state.mac ? [] : [about] },
  }

  const groups = actionGroups.map((group): MenuItemConstructorOptions => {
    const { before, after } = around[group]
    const parts = [before, actionsOf(group), after].filter((part) => part.length > 0)
    return {
      id: group,
      label: t(actionGroupKey(group)),
      submenu: parts.flatMap((part, n) => (n === 0 ? part : [separator, ...part])),
    }
  })
  if (!state.mac) return groups

  const application: MenuItemConstructorOptions = {
    label: t('electron.name'),
    submenu: [
      about,
      separator,
      { role: 'hide', label: t('electron.menu.hide') },
      { role: 'hideOthers', label: t('electron.menu.hideOthers') },
      { role: 'unhide', label: t('electron.menu.showAll') },
      separator,
      quit,
    ],
  }
  const windowMenu: MenuItemConstructorOptions = {
    label: t('electron.menu.window'),
    submenu: [
      { role: 'minimize', label: t('electron.menu.minimize') },
      { role: 'close', label: t('electron.menu.close') },
    ],
  }
  return [application, ...groups.slice(0, -1), windowMenu, ...groups.slice(-1)]
}
