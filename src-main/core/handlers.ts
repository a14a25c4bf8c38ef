import type { z } from 'zod'
import type { Contract, Endpoint, ParsedInput } from '../../src-shared/contract'
import { exportCalendar } from '../calendar/exportCalendar'
import { proposeInteractions } from '../calendar/propose'
import { importFiles } from '../import/importFiles'
import { previewImport } from '../import/preview'
import { createAccount, listAccounts, removeAccount, updateAccount, updateOrganization } from './accounts'
import { analyseAccount, drillAccount, nextActionsOf } from './analysis'
import { tasksFromCadence } from './cadenceTasks'
import { checkWorkspace } from './check'
import type { ReadContext, WriteContext } from './context'
import { loadGraph } from './graph'
import { createInteraction, findInteractions, recordInteractions, removeInteraction, updateInteraction } from './interactions'
import { recordJudgement, removeJudgement, setTargetDepth, updateJudgement } from './judgements'
import { assignRole, createOpportunity, removeOpportunity, removeRole, updateOpportunity, updateRole } from './opportunities'
import { mergePeople } from './mergePeople'
import { movePerson } from './moves'
import { createOrganization, groupOf, possibleParents, renameUnit } from './organizations'
import { listOurPeople, removePerson, sendAway, updatePerson } from './people'
import { removeFormerName, renamePerson } from './personNames'
import { personRecord } from './personRecord'
import { listPlaybooks, resetPlaybook, setPlaybook } from './playbooks'
import { releasePins, rememberLayout, setPins } from './pins'
import { enterText } from './quickEntry'
import { findByText } from './search'
import { closeSeat, createSeat, fillSeat, removeSeat, updateSeat, vacateSeat } from './seats'
import { splitPerson } from './splitPerson'
import { closeSeats, createSeats, recordJudgements, removeSeats, setRole, updateCard, updateSeats } from './several'
import { createStrategy, removeStrategy, updateStrategy } from './strategies'
import { createSignal, decideSignal, findSignals, listSignals, removeSignal, snoozeSignal, updateSignal } from './signals'
import { createTask, finishTask, listTasks, removeTask, reopenTask, updateTask } from './tasks'
import { createTie, removeTie, updateTie } from './ties'
import { alertRules, dismissAlert, listAlerts, refreshAlerts, seeAlerts, setAlertRules } from './alerts'
import { erasePerson, erasureOutlook } from './erasePerson'
import { personData } from './personData'
import { personSheet } from './personSheet'
import { listChanges, recordChange } from './changeEvents'
import {
  assignItem,
  closeHandOver,
  finishItem,
  followLeaver,
  listHandOvers,
  openHandOver,
  removeHandOver,
  updateHandOver,
} from './handOvers'
import { copyWorkspace, listHistory, setMethod, setPreference, workspaceInfo } from './workspace'

export type QueryName = { [E in Endpoint]: Contract[E]['kind'] extends 'query' ? E : never }[Endpoint]
export type MutationName = Exclude<Endpoint, QueryName>
type Answer<E extends Endpoint> = z.input<Contract[E]['output']>

/** Every query of the contract; the compiler asks for each. */
const queries: { readonly [E in QueryName]: (context: ReadContext, input: ParsedInput<E>) => Promise<Answer<E>> } = {
  'workspace.info': workspaceInfo,
  'workspace.check': checkWorkspace,
  'workspace.copy': copyWorkspace,
  'analysis.account': analyseAccount,
  'analysis.drill': drillAccount,
  'analysis.nextActions': nextActionsOf,
  'account.list': listAccounts,
  'account.graph': (context, { accountId }) => loadGraph(context, accountId),
  'organization.group': groupOf,
  'organization.parents': possibleParents,
  'people.ours': listOurPeople,
  'person.record': personRecord,
  'person.data': personData,
  'person.dataSheet': personSheet,
  'person.erasureOutlook': erasureOutlook,
  'search.find': findByText,
  'history.list': listHistory,
  'alert.list': listAlerts,
  'alertRules.get': alertRules,
  'signal.list': listSignals,
  'change.list': listChanges,
  'handOver.list': listHandOvers,
  'playbook.list': listPlaybooks,
  'task.list': listTasks,
  'interaction.find': findInteractions,
  'calendar.propose': proposeInteractions,
  'calendar.export': exportCalendar,
  'import.preview': previewImport,
  // What writes documents is most of the program's code, and 60 MB of a process that has it: it comes when somebody first exports.
  'export.file': async (context, input) => (await import('../export/exportFile')).exportFile(context, input),
  'person.dataDocument': async (context, input) => (await import('../export/personDocument')).personDocument(context, input),
  'export.preview': async (context, input) => (await import('../export/exportPreview')).previewExport(context, input),
  'export.templateLayouts': async (_, { bytes }) => {
    const { templateLayouts } = await import('../export/pptx/template')
    return { layouts: [...templateLayouts(Buffer.from(bytes, 'base64'))] }
  },
}

/** Every mutation of the contract, each run in its own transaction. */
const mutations: { readonly [E in MutationName]: (context: WriteContext, input: ParsedInput<E>) => Promise<Answer<E>> } = {
  'workspace.setPreference': setPreference,
  'workspace.setMethod': setMethod,
  'account.create': createAccount,
  'account.update': updateAccount,
  'account.remove': removeAccount,
  'organization.create': createOrganization,
  'unit.rename': renameUnit,
  'organization.update': updateOrganization,
  'seat.create': createSeat,
  'seat.update': updateSeat,
  'seat.close': closeSeat,
  'seat.remove': removeSeat,
  'seat.fill': fillSeat,
  'seat.vacate': vacateSeat,
  'seats.create': createSeats,
  'seats.update': updateSeats,
  'card.update': updateCard,
  'seats.close': closeSeats,
  'seats.remove': removeSeats,
  'person.update': updatePerson,
  'person.rename': renamePerson,
  'formerName.remove': removeFormerName,
  'person.merge': mergePeople,
  'person.split': splitPerson,
  'person.move': movePerson,
  'person.remove': removePerson,
  'person.erase': erasePerson,
  'person.leave': sendAway,
  'tie.create': createTie,
  'tie.update': updateTie,
  'tie.remove': removeTie,
  'opportunity.create': createOpportunity,
  'opportunity.update': updateOpportunity,
  'opportunity.remove': removeOpportunity,
  'role.assign': assignRole,
  'role.update': updateRole,
  'role.remove': removeRole,
  'role.set': setRole,
  'judgement.record': recordJudgement,
  'judgement.update': updateJudgement,
  'judgement.remove': removeJudgement,
  'judgements.record': recordJudgements,
  'targetDepth.set': setTargetDepth,
  'strategy.create': createStrategy,
  'strategy.update': updateStrategy,
  'strategy.remove': removeStrategy,
  'playbook.set': setPlaybook,
  'playbook.reset': resetPlaybook,
  'interaction.create': createInteraction,
  'interactions.record': recordInteractions,
  'interaction.update': updateInteraction,
  'interaction.remove': removeInteraction,
  'alerts.refresh': refreshAlerts,
  'alerts.see': seeAlerts,
  'alert.dismiss': dismissAlert,
  'alertRules.set': setAlertRules,
  'signal.create': createSignal,
  'signal.update': updateSignal,
  'signal.decide': decideSignal,
  'signal.snooze': snoozeSignal,
  'signal.remove': removeSignal,
  'signals.find': findSignals,
  'change.record': recordChange,
  'handOver.open': openHandOver,
  'handOver.update': updateHandOver,
  'handOver.follow': followLeaver,
  'handOver.close': closeHandOver,
  'handOver.remove': removeHandOver,
  'handOverItem.assign': assignItem,
  'handOverItem.finish': finishItem,
  'task.create': createTask,
  'task.fromCadence': tasksFromCadence,
  'task.update': updateTask,
  'task.finish': finishTask,
  'task.reopen': reopenTask,
  'task.remove': removeTask,
  'pin.set': setPins,
  'pin.release': releasePins,
  'layout.remember': rememberLayout,
  'history.jump': async (context, { stepId }) => context.jump(stepId),
  'history.undo': async (context) => context.undo(),
  'history.redo': async (context) => context.redo(),
  'import.files': importFiles,
  'quickEntry.apply': enterText,
}

/** A handler as dispatch calls it: with input that the endpoint's schema has just parsed. */
type Handler<C> = (context: C, input: unknown) => Promise<unknown>

// The tables above are typed entry by entry; looked up by a name known only at run time, an entry's input type is gone.
export const queryHandler = (name: QueryName): Handler<ReadContext> => queries[name] as Handler<ReadContext>
export const mutationHandler = (name: MutationName): Handler<WriteContext> => mutations[name] as Handler<WriteContext>
