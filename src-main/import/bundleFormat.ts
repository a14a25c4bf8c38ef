import type SQLite from 'better-sqlite3'
import { z } from 'zod'
import { Account, Organization, OrgUnit } from '../../src-shared/model/account'
import { ChangeEvent, HandOver, HandOverItem, SignalInbox } from '../../src-shared/model/change'
import { LayoutMemory, Pin, TargetDepth } from '../../src-shared/model/graph'
import { AccountId, InteractionId, PersonId, SeatId } from '../../src-shared/model/ids'
import { Attachment, Interaction, Signal } from '../../src-shared/model/interaction'
import { Judgement } from '../../src-shared/model/judgement'
import { Language } from '../../src-shared/model/language'
import { Method } from '../../src-shared/model/method'
import { DecisionRole, Opportunity } from '../../src-shared/model/opportunity'
import { Playbook } from '../../src-shared/model/playbook'
import { FormerName, Person, SeatState, Seat, Tenure } from '../../src-shared/model/person'
import { SecrecyTier, Side } from '../../src-shared/model/scales'
import { Strategy } from '../../src-shared/model/strategy'
import { Task } from '../../src-shared/model/task'
import { Tie } from '../../src-shared/model/tie'
import { journaledTables, type JournaledTable, type TableName } from '../core/schema'
import { primaryKey } from './draft'

/** The version that bundles are written in, and the newest that is read. */
export const BUNDLE_VERSION = 1

const id = z.string().min(1).max(200)
const sourceId = z.string().nullable()
const ofAccount = { accountId: AccountId }

/**
 * A row of each table, parents before children, exactly as a bundle holds it; the order of the keys is the order in the file.
 * What belongs to one machine stays out: its language, who sits at it, the undo journal.
 */
const rowSchemas = {
  setting: z.strictObject({ key: z.literal('method'), value: z.strictObject(Method.partial().shape) }),
  organization: z.strictObject(Organization.shape),
  // Bundles of programs before 0060 say nothing of the notes.
  person: z.strictObject({ ...Person.shape, noteSecrecy: SecrecyTier.default('open') }),
  account: z.strictObject(Account.shape),
  orgUnit: z.strictObject(OrgUnit.shape),
  seat: z.strictObject(Seat.pick({ id: true, organizationId: true, own: true }).shape),
  seatState: z.strictObject(SeatState.shape),
  tenure: z.strictObject(Tenure.shape),
  formerName: z.strictObject(FormerName.shape),
  accountPerson: z.strictObject({ ...ofAccount, personId: PersonId, side: Side, sourceId }),
  sourceAlias: z.strictObject({ ...ofAccount, sourceId: id, personId: PersonId }),
  accountSeat: z.strictObject({ ...ofAccount, seatId: SeatId, side: Side, sourceId }),
  importSource: z.strictObject({ id, ...ofAccount, kind: z.string(), name: z.string() }),
  tie: z.strictObject({ ...Tie.shape, sourceId }),
  opportunity: z.strictObject(Opportunity.shape),
  decisionRole: z.strictObject(DecisionRole.shape),
  judgement: z.strictObject(Judgement.shape),
  targetDepth: z.strictObject({ ...ofAccount, ...TargetDepth.shape }),
  interaction: z.strictObject(Interaction.omit({ participants: true }).shape),
  interactionPerson: z.strictObject({ interactionId: InteractionId, personId: PersonId }),
  interactionAttachment: z.strictObject(Attachment.shape),
  interactionCalendar: z.strictObject({ interactionId: InteractionId, uid: z.string().min(1).max(1_000) }),
  signal: z.strictObject(Signal.shape),
  strategy: z.strictObject(Strategy.shape),
  playbook: z.strictObject({ role: id, language: Language, content: Playbook }),
  task: z.strictObject(Task.shape),
  signalInbox: z.strictObject(SignalInbox.shape),
  changeEvent: z.strictObject(ChangeEvent.shape),
  handOver: z.strictObject(HandOver.shape),
  handOverItem: z.strictObject(HandOverItem.shape),
  ownField: z.strictObject({
    entity: z.string(),
    key: z.string(),
    label: z.string(),
    type: z.enum(['text', 'number', 'date', 'choice', 'person']),
    position: z.int(),
  }),
  pin: z.strictObject(Pin.shape),
  layoutMemory: z.strictObject({ ...ofAccount, ...LayoutMemory.shape }),
} as const satisfies { readonly [T in TableName]?: z.ZodObject }

export type BundleTable = keyof typeof rowSchemas
/** A row as a bundle holds it: keys in their fixed order, JSON columns as JSON. */
export type BundleRow = Readonly<Record<string, unknown>>

// Object.keys of a constant whose keys are exactly these.
export const bundleTables = Object.keys(rowSchemas) as readonly BundleTable[]

export const Bundle = z.strictObject({
  linchpin: z.literal(BUNDLE_VERSION),
  scope: z.enum(['workspace', 'account']),
  tables: z.strictObject(Object.fromEntries(bundleTables.map((table) => [table, z.array(z.unknown()).default([])]))),
})

export function rowSchema(table: BundleTable): z.ZodObject {
  return rowSchemas[table]
}

export function isJournaled(table: BundleTable): table is BundleTable & JournaledTable {
  return journaledTables.some((journaled) => journaled === table)
}

/** Columns that hold JSON text. */
const jsonColumns: ReadonlySet<string> = new Set(['own', 'switchedOffRoles', 'chains', 'memory', 'value', 'content', 'factors'])
/** Those of them that may hold nothing at all; elsewhere null is JSON like any other. */
const emptyColumns: ReadonlySet<string> = new Set(['factors'])
const isJson = (table: BundleTable, column: string): boolean =>
  jsonColumns.has(column) && !(table === 'judgement' && column === 'value')

/** The rows of a table in order of their keys, as a bundle holds them. */
export function storedRows(raw: SQLite.Database, table: BundleTable): BundleRow[] {
  const columns = Object.keys(rowSchemas[table].shape)
  const only = table === 'setting' ? `WHERE key = 'method'` : ''
  const rows = raw
    .prepare<[], BundleRow>(`SELECT ${columns.join(', ')} FROM ${table} ${only} ORDER BY ${keysOf(table).join(', ')}`)
    .all()
  if (!columns.some((column) => isJson(table, column))) return rows
  return rows.map((row) =>
    Object.fromEntries(
      columns.map((column) => [column, isJson(table, column) ? ordered(JSON.parse(String(row[column]))) : row[column]]),
    ),
  )
}

/** A row that its schema let in, with its keys in their order. */
export function inOrder(table: BundleTable, row: BundleRow): BundleRow {
  return Object.fromEntries(
    Object.keys(rowSchemas[table].shape).map((column) => [
      column,
      isJson(table, column) ? ordered(row[column]) : (row[column] ?? null),
    ]),
  )
}

/** The values of a row as its table stores them, in the order of the row's keys. */
export function storedValues(table: BundleTable, row: BundleRow): unknown[] {
  return Object.entries(row).map(([column, value]) => {
    const empty = value === null && emptyColumns.has(column)
    return isJson(table, column) && !empty ? JSON.stringify(value) : value
  })
}

export function keysOf(table: BundleTable): readonly string[] {
  if (table === 'setting') return ['key']
  if (table === 'layoutMemory') return ['accountId', 'drawing', 'scope']
  return primaryKey(table)
}

/** The key of a row as one text. */
export function keyText(table: BundleTable, row: BundleRow): string {
  return keysOf(table)
    .map((column) => String(row[column]))
    .join(' ')
}

/** JSON with the keys of every object in code-point order, so that equal content is equal text. */
function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).map(([key, inner]) => [key, ordered(inner)] as const)
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)))
}
