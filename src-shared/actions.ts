/**
 * Everything a user can command, without what it does: the window's menus, the command palette, the keyboard, the help page and
 * Electron's native menu are built from this one list (src-renderer/actions has the effects).
 *
 * A shortcut is written `Mod+Shift+K`: Mod is ⌘ on a Mac and Ctrl elsewhere, the last part is a key as `KeyboardEvent.code` names
 * it without `Key` and `Digit`, or one of the characters `, . / ? = - [ ]`. Keys to be pressed one after the other have a space
 * between them: `D 0`.
 */
export const actionSpecs = {
  newAccount: { group: 'file', shortcut: null },
  importFiles: { group: 'file', shortcut: 'Mod+I' },
  exportFile: { group: 'file', shortcut: 'Mod+E' },
  exportProposal: { group: 'file', shortcut: null },
  exportReview: { group: 'file', shortcut: null },
  exportHandOver: { group: 'file', shortcut: null },
  exportDrill: { group: 'file', shortcut: null },
  exportData: { group: 'file', shortcut: null },
  saveCopy: { group: 'file', shortcut: null },
  takeCalendar: { group: 'file', shortcut: null },
  calendarFile: { group: 'file', shortcut: null },

  undo: { group: 'edit', shortcut: 'Mod+Z' },
  redo: { group: 'edit', shortcut: 'Mod+Shift+Z' },
  quickEntry: { group: 'edit', shortcut: 'Shift+Q' },
  addPerson: { group: 'edit', shortcut: 'Shift+N' },
  addTie: { group: 'edit', shortcut: 'Shift+T' },
  giveRole: { group: 'edit', shortcut: 'Shift+R' },
  judge: { group: 'edit', shortcut: 'Shift+J' },
  guidedRating: { group: 'edit', shortcut: 'Shift+G' },
  newOpportunity: { group: 'edit', shortcut: null },
  logInteraction: { group: 'edit', shortcut: 'Shift+V' },
  addStrategy: { group: 'edit', shortcut: 'Shift+Y' },
  addTask: { group: 'edit', shortcut: 'Shift+K' },
  noteSignal: { group: 'edit', shortcut: 'Shift+E' },
  recordChange: { group: 'edit', shortcut: 'Shift+C' },
  openHandOver: { group: 'edit', shortcut: null },
  movePerson: { group: 'edit', shortcut: 'Shift+M' },
  renamePerson: { group: 'edit', shortcut: null },
  mergePeople: { group: 'edit', shortcut: null },
  splitPerson: { group: 'edit', shortcut: null },
  personData: { group: 'edit', shortcut: null },
  erasePerson: { group: 'edit', shortcut: null },
  showHistory: { group: 'edit', shortcut: 'Mod+Shift+H' },
  selectAll: { group: 'edit', shortcut: 'Mod+A', on: 'canvas' },
  cutSelection: { group: 'edit', shortcut: 'Mod+X', on: 'canvas' },
  copySelection: { group: 'edit', shortcut: 'Mod+C', on: 'canvas' },
  pastePeople: { group: 'edit', shortcut: 'Mod+V', on: 'canvas' },
  duplicateSelection: { group: 'edit', shortcut: 'Mod+D', on: 'canvas' },
  removeSelection: { group: 'edit', shortcut: 'Delete' },

  addBelow: { group: 'card', shortcut: 'Tab', on: 'canvas' },
  addBeside: { group: 'card', shortcut: 'Enter', on: 'canvas' },
  rename: { group: 'card', shortcut: 'F2', on: 'canvas' },
  openSelected: { group: 'card', shortcut: 'O', on: 'canvas' },
  tieTo: { group: 'card', shortcut: 'C', on: 'canvas' },
  roleUser: { group: 'card', shortcut: 'U', on: 'canvas' },
  roleTechnical: { group: 'card', shortcut: 'T', on: 'canvas' },
  roleInfluencer: { group: 'card', shortcut: 'I', on: 'canvas' },
  roleFinancial: { group: 'card', shortcut: 'F', on: 'canvas' },
  roleEconomic: { group: 'card', shortcut: 'E', on: 'canvas' },
  stanceOpponent: { group: 'card', shortcut: '1', on: 'canvas' },
  stanceUnsupportive: { group: 'card', shortcut: '2', on: 'canvas' },
  stanceNeutral: { group: 'card', shortcut: '3', on: 'canvas' },
  stanceSupportive: { group: 'card', shortcut: '4', on: 'canvas' },
  stanceExclusive: { group: 'card', shortcut: '5', on: 'canvas' },
  stanceCoach: { group: 'card', shortcut: '6', on: 'canvas' },
  stanceUp: { group: 'card', shortcut: ']', on: 'canvas' },
  stanceDown: { group: 'card', shortcut: '[', on: 'canvas' },
  depth0: { group: 'card', shortcut: 'D 0', on: 'canvas' },
  depth1: { group: 'card', shortcut: 'D 1', on: 'canvas' },
  depth2: { group: 'card', shortcut: 'D 2', on: 'canvas' },
  depth3: { group: 'card', shortcut: 'D 3', on: 'canvas' },
  depth4: { group: 'card', shortcut: 'D 4', on: 'canvas' },
  nextPolitical: { group: 'card', shortcut: 'P', on: 'canvas' },
  nextTier: { group: 'card', shortcut: 'L', on: 'canvas' },

  pinSelection: { group: 'place', shortcut: 'K', on: 'canvas' },
  releaseSelection: { group: 'place', shortcut: 'R', on: 'canvas' },
  alignLeft: { group: 'place', shortcut: 'A L', on: 'canvas' },
  alignTop: { group: 'place', shortcut: 'A T', on: 'canvas' },
  distributeAcross: { group: 'place', shortcut: 'A H', on: 'canvas' },
  distributeDown: { group: 'place', shortcut: 'A V', on: 'canvas' },
  nudgeLeft: { group: 'place', shortcut: 'Alt+ArrowLeft', on: 'canvas' },
  nudgeRight: { group: 'place', shortcut: 'Alt+ArrowRight', on: 'canvas' },
  nudgeUp: { group: 'place', shortcut: 'Alt+ArrowUp', on: 'canvas' },
  nudgeDown: { group: 'place', shortcut: 'Alt+ArrowDown', on: 'canvas' },

  find: { group: 'go', shortcut: 'Mod+F' },
  openPalette: { group: 'go', shortcut: 'Mod+K' },
  goAccounts: { group: 'go', shortcut: 'Alt+0' },
  goMap: { group: 'go', shortcut: 'Alt+1' },
  goPeople: { group: 'go', shortcut: 'Alt+2' },
  goOpportunities: { group: 'go', shortcut: 'Alt+3' },
  goMatrix: { group: 'go', shortcut: 'Alt+4' },
  goTimeline: { group: 'go', shortcut: 'Alt+5' },
  goPlan: { group: 'go', shortcut: 'Alt+6' },
  goTasks: { group: 'go', shortcut: 'Alt+9' },
  goInbox: { group: 'go', shortcut: 'Alt+8' },
  goSettings: { group: 'go', shortcut: 'Mod+,' },

  drawRole: { group: 'map', shortcut: 'Shift+1' },
  drawInfluence: { group: 'map', shortcut: 'Shift+2' },
  drawGrid: { group: 'map', shortcut: 'Shift+3' },
  layerRoles: { group: 'map', shortcut: 'Alt+Shift+1' },
  layerStance: { group: 'map', shortcut: 'Alt+Shift+2' },
  layerDepth: { group: 'map', shortcut: 'Alt+Shift+3' },
  layerCoverage: { group: 'map', shortcut: 'Alt+Shift+4' },
  layerRisk: { group: 'map', shortcut: 'Alt+Shift+5' },
  layerChanges: { group: 'map', shortcut: 'Alt+Shift+6' },
  layerStrategy: { group: 'map', shortcut: 'Alt+Shift+7' },
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
  warmPath: { group: 'map', shortcut: 'Shift+W' },
  drill: { group: 'map', shortcut: 'Shift+D' },
  leaveMode: { group: 'map', shortcut: 'Escape' },
  previousMark: { group: 'map', shortcut: ',' },
  nextMark: { group: 'map', shortcut: '.' },
  playTimeline: { group: 'map', shortcut: 'Shift+P' },
  toggleTimeline: { group: 'map', shortcut: 'Shift+H' },

  showSituation: { group: 'view', shortcut: 'Shift+S' },
  showFindings: { group: 'view', shortcut: 'Shift+I' },
  showAlerts: { group: 'view', shortcut: 'Shift+B' },
  present: { group: 'view', shortcut: 'Mod+Shift+L' },
  toggleInspector: { group: 'view', shortcut: 'Mod+.' },
  toggleTheme: { group: 'view', shortcut: null },
  toggleLanguage: { group: 'view', shortcut: null },

  showHelp: { group: 'help', shortcut: '?' },
} as const satisfies Record<string, ActionSpec>

export interface ActionSpec {
  readonly group: ActionGroup
  readonly shortcut: string | null
  /** Set where the shortcut is heard only while the map has the keyboard: these keys mean something else everywhere else. */
  readonly on?: 'canvas'
}

export type ActionGroup = 'file' | 'edit' | 'card' | 'place' | 'go' | 'map' | 'view' | 'help'
export type ActionId = keyof typeof actionSpecs

/** The groups in the order of menus. */
export const actionGroups = [
  'file',
  'edit',
  'card',
  'place',
  'go',
  'map',
  'view',
  'help',
] as const satisfies readonly ActionGroup[]

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
  const { shortcut, on }: ActionSpec = actionSpecs[id]
  // Ctrl+C belongs to texts, too: the page knows whether the map or a field has the keyboard.
  if (shortcut === null || on === 'canvas' || !/^(Mod|Alt)\+/.test(shortcut)) return null
  return shortcut.replace('Mod', 'CommandOrControl')
}

/** The shortcut as people read it: `⇧⌘K` on a Mac, `Ctrl+Shift+K` elsewhere. Empty without one. */
export function shortcutText(id: ActionId, mac: boolean): string {
  const shortcut = actionSpecs[id].shortcut
  if (shortcut === null) return ''
  const arrows = { ArrowLeft: '←', ArrowRight: '→', ArrowUp: '↑', ArrowDown: '↓' }
  if (!mac) {
    const names: Record<string, string> = { ...arrows, Mod: 'Ctrl', Delete: 'Del', Escape: 'Esc' }
    return shortcut.replace(/\w+/g, (word) => names[word] ?? word)
  }
  const signs: Record<string, string> = {
    ...arrows,
    Mod: '⌘',
    Shift: '⇧',
    Alt: '⌥',
    Delete: '⌫',
    Tab: '⇥',
    Enter: '↩',
    Escape: 'Esc',
  }
  const parts = shortcut.split('+').map((part) => signs[part] ?? part)
  // Apple's order: option, shift, command, then the key.
  return ['⌥', '⇧', '⌘'].filter((sign) => parts.includes(sign)).join('') + (parts.at(-1) ?? '')
}
