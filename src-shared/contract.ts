import { z } from 'zod'
import { AnalyseResult, DrillResult } from './analytics/results'
import { AccountSummary, CheckFinding, ExportFormat, HistoryStep, ImportKind, ImportResult, Layer, Redaction } from './answers'
import { Account } from './model/account'
import { Day } from './model/day'
import { AccountGraph, Drawing, Pin } from './model/graph'
import { AccountId, DecisionRoleId, JudgementId, OpportunityId, OrganizationId, PersonId, SeatId, TieId } from './model/ids'
import { Judgement } from './model/judgement'
import { Language } from './model/language'
import { DecisionRole, Opportunity } from './model/opportunity'
import { Method } from './model/method'
import { Person } from './model/person'
import {
  AccountClass,
  Chain,
  Depth,
  LifecycleStage,
  OrganizationKind,
  Ratio,
  SecrecyTier,
  Side,
  TieKind,
  TouchTier,
} from './model/scales'

export * from './answers'

/**
 * The one contract of the three doors. A query changes nothing and runs on the reader; a mutation runs in one transaction on the
 * writer and is one undo step, unless it says otherwise. Files travel as base64 text, never as paths.
 */
export interface EndpointSpec<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> {
  readonly kind: 'query' | 'mutation'
  readonly summary: string
  readonly input: I
  readonly output: O
}

const query = <I extends z.ZodType, O extends z.ZodType>(summary: string, input: I, output: O) =>
  ({ kind: 'query', summary, input, output }) as const
const mutation = <I extends z.ZodType, O extends z.ZodType>(summary: string, input: I, output: O) =>
  ({ kind: 'mutation', summary, input, output }) as const

const nothing = z.strictObject({})
/** What a change answers that has nothing to tell. */
const Done = z.strictObject({})
export type Done = z.infer<typeof Done>
const words = z.string().max(500)
const text = z.string().max(20_000)
const base64 = z.base64()

/** How a change to a dated fact is meant: true from `on` on, or a correction of what was always so. */
const edit = {
  /** The day of the change; the as-of date of the map. */
  on: Day,
  /** Correct the record instead of beginning a new one. Default: only on the day a fact began or was written down. */
  correct: z.boolean().optional(),
}

const newPerson = Person.pick({ name: true }).extend(
  Person.pick({ latinName: true, email: true, phone: true, note: true, secrecy: true, own: true }).partial().shape,
)

export const contract = {
  'workspace.info': query(
    'What is open and how it is set up.',
    nothing,
    z.object({
      /** The file's name without its folder. */
      fileName: z.string(),
      schemaVersion: z.int(),
      language: Language.nullable(),
      /** Which of ours the user is, once they said so. */
      me: PersonId.nullable(),
      method: Method,
    }),
  ),
  'workspace.setPreference': mutation(
    'Sets the language or who of ours the user is. Not an undo step.',
    z.strictObject({ language: Language.optional(), me: PersonId.nullable().optional() }),
    Done,
  ),
  'workspace.check': query(
    'Integrity, foreign keys, orphans, expiries.',
    z.strictObject({ on: Day }),
    z.object({ schemaVersion: z.int(), findings: z.array(CheckFinding) }),
  ),
  'analysis.account': query(
    'Access, coverage, support, threading, risk and findings of an account on a day, as `analyse --json` prints them.',
    z.strictObject({ accountId: AccountId, opportunityId: OpportunityId.nullable(), asOf: Day }),
    AnalyseResult,
  ),
  'analysis.drill': query(
    'What an opportunity loses when some people leave, as `drill --json` prints it.',
    z.strictObject({
      accountId: AccountId,
      opportunityId: OpportunityId,
      /** Imported ids, or the workspace's own. */
      leaves: z.array(z.string().max(200)).min(1).max(1_000),
      asOf: Day,
    }),
    DrillResult,
  ),
  'workspace.copy': query('A consistent copy of the file.', nothing, z.object({ fileName: z.string(), bytes: base64 })),

  'account.list': query('Every account, in order.', nothing, z.array(AccountSummary)),
  'account.graph': query('One account with all its dates.', z.strictObject({ accountId: AccountId }), AccountGraph),
  'account.create': mutation(
    'A new account and its customer organization.',
    z.strictObject({
      name: words,
      industry: words.optional(),
      class: AccountClass.nullable().optional(),
      lifecycle: LifecycleStage.optional(),
    }),
    z.object({ accountId: AccountId }),
  ),
  'account.update': mutation(
    'Changes what an account says of itself.',
    z.strictObject({
      accountId: AccountId,
      ...Account.pick({ name: true, ownerId: true, class: true, lifecycle: true, industry: true, own: true }).partial().shape,
    }),
    Done,
  ),
  'account.remove': mutation('Deletes an account with everything only it holds.', z.strictObject({ accountId: AccountId }), Done),

  'organization.update': mutation(
    'Renames a company, says what it is to us, or where it belongs.',
    z.strictObject({
      organizationId: OrganizationId,
      name: words.optional(),
      kind: OrganizationKind.optional(),
      parentId: OrganizationId.nullable().optional(),
    }),
    Done,
  ),
  'people.ours': query(
    'All of our people, to ask which of them the user is.',
    nothing,
    z.array(z.object({ id: PersonId, name: words, title: words })),
  ),

  'seat.create': mutation(
    'A new seat on an account, with a new or known holder, or vacant.',
    z.strictObject({
      accountId: AccountId,
      side: Side,
      /** Found or created by name; empty: the customer itself, or no organization named. */
      organization: words.optional(),
      title: words,
      /** Department, found or created by name within the organization; empty: none. */
      unit: words.optional(),
      tier: TouchTier.optional(),
      reportsToSeatId: SeatId.nullable().optional(),
      holder: z.union([newPerson, z.strictObject({ personId: PersonId })]).nullable(),
      validFrom: Day.nullable().optional(),
      /** The day it is written down. */
      on: Day,
    }),
    z.object({ seatId: SeatId, personId: PersonId.nullable() }),
  ),
  'seat.update': mutation(
    'Changes title, department, tier or superior of a seat, dated.',
    z.strictObject({
      seatId: SeatId,
      title: words.optional(),
      unit: words.optional(),
      tier: TouchTier.optional(),
      reportsToSeatId: SeatId.nullable().optional(),
      ...edit,
    }),
    Done,
  ),
  'seat.close': mutation('Ends a seat and its tenure on a day.', z.strictObject({ seatId: SeatId, on: Day }), Done),
  'seat.remove': mutation('Deletes a seat that never was (a mistake).', z.strictObject({ seatId: SeatId }), Done),
  'seat.fill': mutation(
    'Puts a new or known person into a vacant seat from a day on.',
    z.strictObject({
      accountId: AccountId,
      seatId: SeatId,
      holder: z.union([newPerson, z.strictObject({ personId: PersonId })]),
      validFrom: Day.nullable(),
      on: Day,
    }),
    z.object({ personId: PersonId }),
  ),
  'seat.vacate': mutation(
    'The holder leaves the seat on a day; the seat stays.',
    z.strictObject({ seatId: SeatId, on: Day }),
    Done,
  ),

  'person.update': mutation(
    'Changes what a person is, wherever they sit.',
    z.strictObject({ personId: PersonId, ...Person.omit({ id: true }).partial().shape }),
    Done,
  ),
  'person.remove': mutation(
    'Takes a person off an account (a mistake); deleted altogether when no other account has them. Their seats stay, vacant, unless they go too.',
    z.strictObject({ accountId: AccountId, personId: PersonId, withSeats: z.boolean() }),
    Done,
  ),

  'tie.create': mutation(
    'A new tie between two people.',
    z.strictObject({
      fromPersonId: PersonId,
      toPersonId: PersonId,
      kind: TieKind,
      strength: Ratio.optional(),
      confidence: Ratio.optional(),
      note: text.optional(),
      validFrom: Day.nullable().optional(),
      validTo: Day.nullable().optional(),
      secrecy: SecrecyTier.optional(),
      on: Day,
    }),
    z.object({ tieId: TieId }),
  ),
  'tie.update': mutation(
    'Changes a tie; an end date is how a tie stops being true.',
    z.strictObject({
      tieId: TieId,
      kind: TieKind.optional(),
      strength: Ratio.optional(),
      confidence: Ratio.optional(),
      note: text.optional(),
      validFrom: Day.nullable().optional(),
      validTo: Day.nullable().optional(),
      secrecy: SecrecyTier.optional(),
      reverse: z.boolean().optional(),
    }),
    Done,
  ),
  'tie.remove': mutation('Deletes a tie that never was (a mistake).', z.strictObject({ tieId: TieId }), Done),

  'opportunity.create': mutation(
    'A new deal of an account.',
    z.strictObject({
      accountId: AccountId,
      name: words,
      ...Opportunity.pick({ stage: true, amount: true, currency: true, openedOn: true, expectedCloseOn: true }).partial().shape,
    }),
    z.object({ opportunityId: OpportunityId }),
  ),
  'opportunity.update': mutation(
    'Changes a deal.',
    z.strictObject({
      opportunityId: OpportunityId,
      ...Opportunity.omit({ id: true, accountId: true, position: true }).partial().shape,
    }),
    Done,
  ),
  'opportunity.remove': mutation('Deletes a deal with its chain.', z.strictObject({ opportunityId: OpportunityId }), Done),

  'role.assign': mutation(
    'Gives a seat a role in a deal.',
    z.strictObject({
      opportunityId: OpportunityId,
      seatId: SeatId,
      role: DecisionRole.shape.role,
      chains: z.array(Chain).optional(),
      validFrom: Day.nullable().optional(),
      on: Day,
    }),
    z.object({ decisionRoleId: DecisionRoleId }),
  ),
  'role.update': mutation(
    'Changes chains or dates of a role; an end date is how a role is lost.',
    z.strictObject({
      decisionRoleId: DecisionRoleId,
      chains: z.array(Chain).optional(),
      validFrom: Day.nullable().optional(),
      validTo: Day.nullable().optional(),
    }),
    Done,
  ),
  'role.remove': mutation('Deletes a role that never was (a mistake).', z.strictObject({ decisionRoleId: DecisionRoleId }), Done),

  'judgement.record': mutation(
    'Records an opinion about a person; earlier ones stay.',
    z.strictObject({
      ...Judgement.pick({ subjectId: true, kind: true, value: true }).shape,
      ...Judgement.pick({
        authorId: true,
        ownPersonId: true,
        opportunityId: true,
        organizationId: true,
        madeOn: true,
        expiresOn: true,
        confidence: true,
        evidence: true,
        secrecy: true,
      }).partial().shape,
    }),
    z.object({ judgementId: JudgementId }),
  ),
  'judgement.update': mutation(
    'Completes a judgement with evidence, confidence or an expiry.',
    z.strictObject({
      judgementId: JudgementId,
      ...Judgement.pick({ confidence: true, evidence: true, expiresOn: true, secrecy: true }).partial().shape,
    }),
    Done,
  ),
  'judgement.remove': mutation(
    'Deletes a judgement that never was (a mistake).',
    z.strictObject({ judgementId: JudgementId }),
    Done,
  ),

  'targetDepth.set': mutation(
    'How deep one of ours should know one of theirs; null: no target.',
    z.strictObject({ accountId: AccountId, ownPersonId: PersonId, subjectId: PersonId, depth: Depth.nullable() }),
    Done,
  ),

  'pin.set': mutation('Puts cards where a person dragged them.', z.strictObject({ pins: z.array(Pin).min(1).max(5_000) }), Done),
  'pin.release': mutation(
    'Lets cards go back to where the layout puts them.',
    z.strictObject({
      pins: z
        .array(Pin.omit({ x: true, y: true }))
        .min(1)
        .max(5_000),
    }),
    Done,
  ),
  'layout.remember': mutation(
    'Keeps what a layout wants to be told the next time. Not an undo step.',
    z.strictObject({
      accountId: AccountId,
      drawing: z.enum(['role', 'influence']),
      scope: z.string().max(200),
      memory: z.json(),
    }),
    Done,
  ),

  'history.list': query(
    'The named steps, latest first.',
    z.strictObject({ limit: z.int().min(1).max(1_000).optional() }),
    z.array(HistoryStep),
  ),
  'history.undo': mutation('Takes the latest step back.', nothing, HistoryStep),
  'history.redo': mutation('Does the last undone step again.', nothing, HistoryStep),

  'import.files': mutation(
    'All or nothing: reads files into an account, or says which rows it refuses. One undo step.',
    z.strictObject({
      /** Found by name, else by id, else created. */
      account: words.optional(),
      files: z
        .array(z.strictObject({ kind: ImportKind, name: words, bytes: base64 }))
        .min(1)
        .max(20),
      dryRun: z.boolean().optional(),
      language: Language.optional(),
      on: Day,
    }),
    ImportResult,
  ),
  'export.file': query(
    'Writes an account, or the whole workspace as JSON, in a format.',
    z.strictObject({
      format: ExportFormat,
      accountId: AccountId.optional(),
      opportunityId: OpportunityId.nullable().optional(),
      drawing: Drawing.optional(),
      layer: Layer.optional(),
      asOf: Day,
      redaction: Redaction.optional(),
      language: Language.optional(),
      /** Departments drawn as one block. */
      foldedUnits: z.array(z.string()).optional(),
    }),
    z.object({ fileName: z.string(), mediaType: z.string(), bytes: base64 }),
  ),
} as const satisfies Record<string, EndpointSpec>

export type Contract = typeof contract
export type Endpoint = keyof Contract
export type Input<E extends Endpoint> = z.input<Contract[E]['input']>
export type ParsedInput<E extends Endpoint> = z.output<Contract[E]['input']>
export type Output<E extends Endpoint> = z.output<Contract[E]['output']>

export function isEndpoint(name: string): name is Endpoint {
  return Object.hasOwn(contract, name)
}
