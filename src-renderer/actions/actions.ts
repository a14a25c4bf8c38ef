import { type ActionId, actionIds } from '../../src-shared/actions'
import type { Layer } from '../../src-shared/contract'
import type { Drawing } from '../../src-shared/model/graph'
import type { PersonId } from '../../src-shared/model/ids'
import type { Deck } from '../../src-shared/report/decks'
import { useAlertList } from '../alerts/alertStore'
import { call, CallFailure, shell } from '../client/client'
import { saveFile } from '../components/saveFile'
import { sentenceOf, speak } from '../i18n/language'
import { openSituation } from '../insight/insightStore'
import { prepareHandOver, subjectOf } from '../screens/change/begin'
import { setPresenting } from '../privacy/present'
import { stepToMark } from '../screens/map/timeSteps'
import { focusSearch } from '../screens/people/focusSearch'
import { openDialog } from '../state/dialogs'
import { useTimeline } from '../state/timeline'
import { isPresenting } from '../state/presentation'
import { type Tab, useWindow } from '../state/windowStore'
import { canvasEffects } from './canvas'
import type { ActionContext } from './context'
import { giveRoleFrom, pathTarget, personOfSelection } from './selected'

/** What an action does, and when it makes sense. Names and shortcuts are in src-shared/actions.ts. */
export interface Effect {
  /** Default: always. */
  readonly when?: (c: ActionContext) => boolean
  readonly run: (c: ActionContext) => unknown
}

const inAccount = (c: ActionContext) => c.open !== null
const onMap = (c: ActionContext) => c.open !== null && c.window.tab === 'map'

const showTab = (tab: Tab): Effect => ({
  when: (c) => c.window.accountId !== null,
  run: (c) => c.window.accountId && c.window.openAccount(c.window.accountId, tab),
})
const onPerson = (kind: 'move' | 'rename' | 'merge' | 'split' | 'personData' | 'erase'): Effect => ({
  when: (c) => inAccount(c) && personOfSelection(c) !== null,
  run: (c) => {
    const personId = personOfSelection(c)
    if (personId) openDialog({ kind, personId })
  },
})
/** What shows or writes private facts by its nature is not done in front of others. */
const inPrivate = ({ when, run }: Effect): Effect => ({ when: (c) => !c.presenting && (when?.(c) ?? true), run })
/** Opinions are about theirs and third parties: of the selection as of a warm path. */
const aboutTheirs = (kind: 'judge' | 'guidedRating'): Effect => ({
  when: (c) => inAccount(c) && pathTarget(c) !== null,
  run: (c) => {
    const subjectId = pathTarget(c)
    if (subjectId) openDialog({ kind, subjectId })
  },
})
/** Who leaves: those who are thought away on the map, else the selected person. */
function leaversOf(c: ActionContext): readonly PersonId[] {
  const { mode } = c.mode
  const selected = personOfSelection(c)
  if (mode.kind === 'drill' && mode.gone.length > 0) return mode.gone
  return selected === null ? [] : [selected]
}
const takeAway = (deck: Deck): Effect => ({
  when: inAccount,
  run: (c) => openDialog({ kind: 'export', deck, leaves: leaversOf(c) }),
})
const draw = (drawing: Drawing): Effect => ({ when: onMap, run: (c) => c.window.look({ drawing }) })
const colour = (layer: Layer): Effect => ({ when: onMap, run: (c) => c.window.look({ layer }) })

const effects: Record<ActionId, Effect> = {
  newAccount: { run: () => openDialog({ kind: 'newAccount' }) },
  importFiles: inPrivate({ run: () => openDialog({ kind: 'import' }) }),
  exportFile: inPrivate({ when: inAccount, run: () => openDialog({ kind: 'export' }) }),
  exportProposal: takeAway('proposal'),
  exportReview: takeAway('review'),
  exportHandOver: takeAway('hand-over'),
  exportDrill: takeAway('drill'),
  exportData: takeAway('data'),
  saveCopy: inPrivate({
    run: (c) => (shell ? shell.saveCopy() : downloadCopy(c)),
  }),
  takeCalendar: inPrivate({ when: inAccount, run: () => openDialog({ kind: 'calendarImport' }) }),
  calendarFile: inPrivate({ run: () => openDialog({ kind: 'calendarExport' }) }),

  undo: { when: (c) => c.canUndo, run: (c) => c.change.change('history.undo', {}) },
  redo: { when: (c) => c.canRedo, run: (c) => c.change.change('history.redo', {}) },
  quickEntry: { run: () => openDialog({ kind: 'quickEntry' }) },
  addPerson: { when: inAccount, run: () => openDialog({ kind: 'addPerson' }) },
  addTie: {
    when: inAccount,
    run: (c) => {
      const personId = personOfSelection(c)
      openDialog({ kind: 'addTie', ...(personId && { fromId: personId }) })
    },
  },
  giveRole: { when: inAccount, run: giveRoleFrom },
  judge: aboutTheirs('judge'),
  guidedRating: aboutTheirs('guidedRating'),
  addStrategy: {
    when: (c) => inAccount(c) && pathTarget(c) !== null,
    run: (c) => {
      const personId = pathTarget(c)
      if (personId) openDialog({ kind: 'strategy', personId, fill: true })
    },
  },
  addTask: {
    run: (c) => {
      const personId = c.open ? personOfSelection(c) : null
      openDialog({ kind: 'task', ...(personId && { personId }) })
    },
  },
  noteSignal: { run: (c) => openDialog({ kind: 'signal', ...subjectOf(c) }) },
  recordChange: {
    when: inAccount,
    run: (c) => openDialog({ kind: 'change', ...subjectOf(c) }),
  },
  openHandOver: {
    when: (c) => inAccount(c) && personOfSelection(c) !== null,
    run: prepareHandOver,
  },
  movePerson: onPerson('move'),
  renamePerson: onPerson('rename'),
  mergePeople: onPerson('merge'),
  splitPerson: onPerson('split'),
  personData: inPrivate(onPerson('personData')),
  erasePerson: inPrivate(onPerson('erase')),
  showHistory: { run: () => openDialog({ kind: 'history' }) },
  newOpportunity: { when: inAccount, run: () => openDialog({ kind: 'newOpportunity' }) },
  logInteraction: {
    when: inAccount,
    run: (c) => {
      const personId = personOfSelection(c)
      openDialog({ kind: 'interaction', ...(personId && { start: { participants: [personId] } }) })
    },
  },
  ...canvasEffects,

  find: {
    when: inAccount,
    run: (c) => (c.window.tab === 'people' ? focusSearch() : openDialog({ kind: 'palette', find: true })),
  },
  openPalette: { run: () => openDialog({ kind: 'palette', find: false }) },
  goAccounts: { run: (c) => c.window.show('accounts') },
  goMap: showTab('map'),
  goPeople: showTab('people'),
  goOpportunities: showTab('opportunities'),
  goTimeline: showTab('timeline'),
  goMatrix: showTab('matrix'),
  goPlan: showTab('plan'),
  goTasks: { run: (c) => c.window.show('tasks') },
  goInbox: { run: (c) => c.window.show('inbox') },
  goSettings: { run: (c) => c.window.show('settings') },

  drawRole: draw('role'),
  drawInfluence: draw('influence'),
  drawGrid: draw('grid'),
  layerRoles: colour('roles'),
  layerStance: colour('stance'),
  layerDepth: colour('depth'),
  layerCoverage: colour('coverage'),
  layerRisk: colour('risk'),
  layerChanges: colour('changes'),
  layerStrategy: colour('strategy'),
  fit: { when: onMap, run: (c) => c.map?.fit() },
  zoomIn: { when: onMap, run: (c) => c.map?.zoomIn() },
  zoomOut: { when: onMap, run: (c) => c.map?.zoomOut() },
  focusSelection: {
    when: (c) => onMap(c) && (personOfSelection(c) !== null || c.view.focusPersonId !== null),
    run: (c) => {
      const personId = personOfSelection(c)
      c.window.look({ focusPersonId: personId === c.view.focusPersonId ? null : personId })
    },
  },
  toggleTies: { when: onMap, run: (c) => c.window.look({ ties: c.view.ties === 'all' ? 'relevant' : 'all' }) },
  toggleLegend: { when: onMap, run: (c) => c.window.look({ legendOpen: !c.view.legendOpen }) },
  foldAll: { when: onMap, run: (c) => c.window.look({ foldedUnits: c.open?.graph.units.map((unit) => unit.id) ?? [] }) },
  unfoldAll: { when: (c) => onMap(c) && c.view.foldedUnits.length > 0, run: (c) => c.window.look({ foldedUnits: [] }) },
  releasePins: {
    when: (c) => onMap(c) && pinsInView(c).length > 0,
    run: (c) => c.change.remove('pin.release', { pins: pinsInView(c) }, c.t('screen.map.pinsReleased')),
  },
  today: { when: (c) => inAccount(c) && c.view.asOf !== null, run: (c) => c.window.look({ asOf: null }) },

  warmPath: {
    when: (c) => onMap(c) && pathTarget(c) !== null,
    run: (c) => {
      const target = pathTarget(c)
      if (target) c.mode.seekPath(target)
      c.window.set({ inspectorOpen: true })
    },
  },
  drill: {
    when: (c) => onMap(c) && personOfSelection(c) !== null,
    run: (c) => {
      const personId = personOfSelection(c)
      if (personId) c.mode.toggleGone(personId)
      c.window.set({ inspectorOpen: true })
    },
  },
  leaveMode: { when: (c) => onMap(c) && c.mode.mode.kind !== 'read', run: (c) => c.mode.leave() },
  previousMark: { when: onMap, run: (c) => stepToMark(c, -1) },
  nextMark: { when: onMap, run: (c) => stepToMark(c, 1) },
  playTimeline: {
    when: onMap,
    run: () => {
      const { playing, set } = useTimeline.getState()
      set({ playing: !playing })
    },
  },
  toggleTimeline: {
    when: onMap,
    run: () => {
      const { open, set } = useTimeline.getState()
      set({ open: !open })
    },
  },

  showSituation: { when: inAccount, run: () => openSituation() },
  showFindings: { when: inAccount, run: () => openSituation('findings') },
  showAlerts: { run: () => useAlertList.getState().set(true) },
  // By what is so now: the context of a button in the header follows a moment later.
  present: { run: (c) => setPresenting(!isPresenting(), c) },
  toggleInspector: { when: inAccount, run: (c) => c.window.set({ inspectorOpen: !useWindow.getState().inspectorOpen }) },
  toggleTheme: {
    run: (c) => c.window.set({ theme: document.documentElement.dataset['theme'] === 'dark' ? 'light' : 'dark' }),
  },
  toggleLanguage: {
    run: async (c) => {
      const language = c.language === 'en' ? 'zh-CN' : 'en'
      speak(language)
      await c.change.change('workspace.setPreference', { language })
    },
  },

  showHelp: { run: () => openDialog({ kind: 'help' }) },
}

/** In a browser a copy of the workspace is a download. */
async function downloadCopy(c: ActionContext): Promise<void> {
  try {
    const { fileName, bytes } = await call('workspace.copy', {})
    await saveFile(fileName, 'application/octet-stream', bytes)
    c.change.tell('success', c.t('screen.settings.copied', { name: fileName }))
  } catch (error) {
    if (!(error instanceof CallFailure)) throw error
    c.change.tell('error', sentenceOf(error.failure))
  }
}

export function canRun(id: ActionId, context: ActionContext): boolean {
  return effects[id].when?.(context) ?? true
}

/** Runs an action if it makes sense now. @returns whether it did */
export function runAction(id: ActionId, context: ActionContext): boolean {
  if (!canRun(id, context)) return false
  void effects[id].run(context)
  return true
}

/** The actions that make sense now, in the list's order. */
export function possibleActions(context: ActionContext): ActionId[] {
  return actionIds.filter((id) => canRun(id, context))
}

/** The cards put by hand on the drawing that is shown. */
function pinsInView(c: ActionContext) {
  const { drawing } = c.view
  const scope = drawing === 'influence' ? (c.open?.opportunity?.id ?? '') : ''
  return (c.open?.graph.pins ?? [])
    .filter((pin) => pin.drawing === drawing && pin.scope === scope)
    .map(({ accountId, drawing: of, scope: within, nodeId }) => ({ accountId, drawing: of, scope: within, nodeId }))
}
