/**
 * Everything a user can command, without what it does: the window's menus, the command palette, the keyboard, the help page and
 * Electron's native menu are built from this one list (src-renderer/actions has the effects).
 *
 * A shortcut is written `Mod+Shift+K`: Mod is ⌘ on a Mac and Ctrl elsewhere, the last part is a key as `KeyboardEvent.code` names
 * it without `Key` and `Digit`, or one of the characters `, . / ? = -`.
 */
export const actionSpecs = {
  newAccount: { group: 'file', shortcut: null },
  importFiles: { group: 'file', shortcut: 'Mod+I' },
  exportFile: { group: 'file', shortcut: 'Mod+E' },
  saveCopy: { group: 'file', shortcut: null },

  undo: { group: 'edit', shortcut: 'Mod+Z' },
  redo: { group: 'edit', shortcut: 'Mod+Shift+Z' },
  addPerson: { group: 'edit', shortcut: 'Shift+N' },
  addTie: { group: 'edit', shortcut: 'Shift+T' },
  giveRole: { group: 'edit', shortcut: 'Shift+R' },
  newOpportunity: { group: 'edit', shortcut: null },
  removeSelection: { group: 'edit', shortcut: 'Delete' },

  find: { group: 'go', shortcut: 'Mod+F' },
  openPalette: { group: 'go', shortcut: 'Mod+K' },
  goAccounts: { group: 'go', shortcut: 'Alt+0' },
  goMap: { group: 'go', shortcut: 'Alt+1' },
  goPeople: { group: 'go', shortcut: 'Alt+2' },
  goOpportunities: { group: 'go', shortcut: 'Alt+3' },
  goSettings: { group: 'go', shortcut: 'Mod+,' },

  drawRole: { group: 'map', shortcut: 'Shift+1' },
  drawInfluence: { group: 'map', shortcut: 'Shift+2' },
  drawGrid: { group: 'map', shortcut: 'Shift+3' },
  layerRoles: { group: 'map', shortcut: 'Alt+Shift+1' },
  layerStance: { group: 'map', shortcut: 'Alt+Shift+2' },
  layerDepth: { group: 'map', shortcut: 'Alt+Shift+3' },
  layerCoverage: { group: 'map', shortcut: 'Alt+Shift+4' },
  fit: { group: 'map', shortcut: 'Shift+0' },
  zoomIn: { group: 'map', shortcut: '=' },
  zoomOut: { group: 'map', shortcut: '-' },
  focusSelection: { group: 'map', shortcut: 'Shift+F' },
  toggleTies: { group: 'map', shortcut: 'Shift+A' },
  toggleLegend: { group: 'map', shortcut: 'Shift+L' },
  foldAll: { group: 'map', shortcut: null },
  unfoldAll: { group: 'map', shortcut: null },
  releasePins: { group: 'map', shortcut: null },
  today: { group: 'map', shortcut: null },

  toggleInspector: { group: 'view', shortcut: 'Mod+.' },
  toggleTheme: { group: 'view', shortcut: null },
  toggleLanguage: { group: 'view', shortcut: null },

  showHelp: { group: 'help', shortcut: '?' },
} as const satisfies Record<string, ActionSpec>

export interface ActionSpec {
  readonly group: ActionGroup
  readonly shortcut: string | null
}

export type ActionGroup = 'file' | 'edit' | 'go' | 'map' | 'view' | 'help'
export type ActionId = keyof typeof actionSpecs

/** The groups in the order of menus. */
export const actionGroups = ['file', 'edit', 'go', 'map', 'view', 'help'] as const satisfies readonly ActionGroup[]

// Object.keys forgets the keys' type; the object is a literal of this file.
export const actionIds = Object.keys(actionSpecs) as readonly ActionId[]

export function isActionId(id: string): id is ActionId {
  return Object.hasOwn(actionSpecs, id)
}

/** Key of the action's name in the language files. */
export function actionLabelKey<I extends ActionId>(id: I): `screen.action.${I}` {
  return `screen.action.${id}`
}

/** Key of the group's name in the language files. */
export function actionGroupKey<G extends ActionGroup>(group: G): `screen.actionGroup.${G}` {
  return `screen.actionGroup.${group}`
}

/**
 * The shortcut as Electron's menu writes it. Null without one, and for a key without Ctrl, ⌘ or Alt: a native menu would take
 * such a key away from whoever is typing, so the page alone listens for it.
 */
export function accelerator(id: ActionId): string | null {
  const shortcut = actionSpecs[id].shortcut
  if (shortcut === null || !/^(Mod|Alt)\+/.test(shortcut)) return null
  return shortcut.replace('Mod', 'CommandOrControl')
}

/** The shortcut as people read it: `⇧⌘K` on a Mac, `Ctrl+Shift+K` elsewhere. Empty without one. */
export function shortcutText(id: ActionId, mac: boolean): string {
  const shortcut = actionSpecs[id].shortcut
  if (shortcut === null) return ''
  if (!mac) return shortcut.replace('Mod', 'Ctrl').replace('Delete', 'Del')
  const signs: Record<string, string> = { Mod: '⌘', Shift: '⇧', Alt: '⌥', Delete: '⌫' }
  const parts = shortcut.split('+').map((part) => signs[part] ?? part)
  // Apple's order: option, shift, command, then the key.
  return ['⌥', '⇧', '⌘'].filter((sign) => parts.includes(sign)).join('') + (parts.at(-1) ?? '')
}
