import type { Account, Organization, OrgUnit } from '../../src-shared/model/account'
import type { Alert } from '../../src-shared/model/alert'
import type { ChangeEvent, HandOver, HandOverItem, SignalInbox } from '../../src-shared/model/change'
import type { LayoutMemory, Pin, TargetDepth } from '../../src-shared/model/graph'
import type { AccountId, InteractionId, OpportunityId, PersonId, SeatId } from '../../src-shared/model/ids'
import type { Attachment, Interaction, Signal } from '../../src-shared/model/interaction'
import type { Language } from '../../src-shared/model/language'
import type { Judgement } from '../../src-shared/model/judgement'
import type { DecisionRole, Opportunity } from '../../src-shared/model/opportunity'
import type { FormerName, Person, SeatState, Tenure } from '../../src-shared/model/person'
import type { Side } from '../../src-shared/model/scales'
import type { Strategy } from '../../src-shared/model/strategy'
import type { Task } from '../../src-shared/model/task'
import type { Tie } from '../../src-shared/model/tie'
import type { Generated } from 'kysely'

/** A model row as stored: these of its fields are JSON text. */
type Stored<T, Json extends keyof T> = Omit<T, Json> & Record<Json, string>

/** The tables of migrations/, for Kysely. Columns bear the model's names; only JSON columns differ in type. */
export interface Schema {
  setting: { key: string; value: string }
  organization: Organization
  account: Stored<Account, 'own'>
  orgUnit: OrgUnit
  person: Stored<Person, 'own'>
  seat: { id: SeatId; organizationId: Organization['id']; own: string }
  seatState: SeatState
  tenure: Tenure
  formerName: FormerName
  accountPerson: { accountId: AccountId; personId: PersonId; side: Side; sourceId: string | null }
  /** Further ids of the sender's for a member who came in twice. */
  sourceAlias: { accountId: AccountId; sourceId: string; personId: PersonId }
  accountSeat: { accountId: AccountId; seatId: SeatId; side: Side; sourceId: string | null }
  importSource: { id: string; accountId: AccountId; kind: string; name: string }
  tie: Stored<Tie, 'own'> & { sourceId: string | null }
  opportunity: Stored<Opportunity, 'own' | 'switchedOffRoles'>
  decisionRole: Stored<DecisionRole, 'own' | 'chains'>
  judgement: Omit<Stored<Judgement, 'own'>, 'factors'> & { factors: string | null }
  targetDepth: TargetDepth & { accountId: AccountId }
  interaction: Stored<Omit<Interaction, 'participants'>, 'own'>
  interactionPerson: { interactionId: InteractionId; personId: PersonId }
  interactionAttachment: Attachment
  interactionCalendar: { interactionId: InteractionId; uid: string }
  signal: Stored<Signal, 'own'>
  strategy: Stored<Strategy, 'own'>
  playbook: { role: string; language: Language; content: string }
  task: Stored<Task, 'own'>
  signalInbox: SignalInbox
  changeEvent: Stored<ChangeEvent, 'own'>
  handOver: HandOver
  handOverItem: HandOverItem
  /** Never journaled: what the program tells, and what it measures against. */
  alert: Omit<Alert, 'kind' | 'params'> & { alertKey: string; kind: string; params: string }
  figureMark: { opportunityId: OpportunityId; coverage: number; lights: string }
  ownField: {
    entity: string
    key: string
    label: string
    type: 'text' | 'number' | 'date' | 'choice' | 'person'
    position: number
  }
  pin: Pin
  layoutMemory: Omit<LayoutMemory, 'memory'> & { accountId: AccountId; memory: string }
  historyStep: {
    id: Generated<number>
    name: string
    params: string
    madeAt: string
    undone: Generated<number>
    created: Uint8Array | null
  }
  historyChange: {
    seq: Generated<number>
    stepId: number
    tableName: string
    key: string
    before: string | null
    after: string | null
  }
  /** Never journaled, and written by triggers. */
  searchText: { id: Generated<number>; text: string }
}

export type TableName = keyof Schema

/** Tables whose rows undo and redo move, parents before children. */
export const journaledTables = [
  'setting',
  'organization',
  'person',
  'account',
  'orgUnit',
  'seat',
  'seatState',
  'tenure',
  'formerName',
  'accountPerson',
  'sourceAlias',
  'accountSeat',
  'importSource',
  'tie',
  'opportunity',
  'decisionRole',
  'judgement',
  'targetDepth',
  'interaction',
  'interactionPerson',
  'interactionAttachment',
  'interactionCalendar',
  'signal',
  'strategy',
  'playbook',
  'task',
  'signalInbox',
  'changeEvent',
  'handOver',
  'handOverItem',
  'ownField',
  'pin',
] as const satisfies readonly TableName[]

export type JournaledTable = (typeof journaledTables)[number]
