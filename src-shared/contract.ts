import { z } from 'zod'
import { AnalyseResult, DrillResult, NextActionsResult } from './analytics/results'
import { AccountSummary, CheckFinding, HistoryStep } from './answers'
import { base64, Done, edit, type EndpointSpec, mutation, newPerson, nothing, query, text, words } from './contract/endpoint'
import { alertEndpoints } from './contract/alertEndpoints'
import { changeEndpoints } from './contract/changeEndpoints'
import { exportEndpoints } from './contract/exportEndpoints'
import { importEndpoints } from './contract/importEndpoints'
import { interactionEndpoints } from './contract/interactionEndpoints'
import { organizationEndpoints } from './contract/organizationEndpoints'
import { personDataEndpoints } from './contract/personDataEndpoints'
import { personEndpoints } from './contract/personEndpoints'
import { playbookEndpoints } from './contract/playbookEndpoints'
import { quickEntryEndpoints } from './contract/quickEntryEndpoints'
import { severalEndpoints } from './contract/severalEndpoints'
import { shownTier } from './contract/shownTier'
import { strategyEndpoints } from './contract/strategyEndpoints'
import { taskEndpoints } from './contract/taskEndpoints'
import { Account } from './model/account'
import { Day } from './model/day'
import { AccountGraph, Pin } from './model/graph'
import { AccountId, DecisionRoleId, JudgementId, OpportunityId, OrganizationId, PersonId, SeatId, TieId } from './model/ids'
import { DepthFactors, Judgement } from './model/judgement'
import { Language } from './model/language'
import { DecisionRole, Opportunity } from './model/opportunity'
import { Method } from './model/method'
import { AccountClass, Chain, Depth, LifecycleStage, Ratio, SecrecyTier, Side, TieKind, TouchTier } from './model/scales'
import { SearchHit } from './search/hit'

export * from './answers'
export type { Done, EndpointSpec } from './contract/endpoint'
export type { ListedAlert } from './contract/alertEndpoints'
export type { ListedChange, ListedHandOver, ListedSignal } from './contract/changeEndpoints'
export { type ExportPreview, Paper, SlideSize } from './contract/exportEndpoints'
export type { ListedTask } from './contract/taskEndpoints'

export const contract = {
  ...organizationEndpoints,
  ...importEndpoints,
  ...interactionEndpoints,
  ...exportEndpoints,
  ...changeEndpoints,
  ...alertEndpoints,
  ...personEndpoints,
  ...personDataEndpoints,
  ...quickEntryEndpoints,
  ...severalEndpoints,
  ...strategyEndpoints,
  ...playbookEndpoints,
  ...taskEndpoints,

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
  'workspace.setMethod': mutation(
    'Changes numbers of the method for this workspace; each that is given is given whole.',
    z.strictObject(Method.partial().shape),
    Done,
  ),
  'workspace.check': query(
    'Integrity, foreign keys, orphans, expiries.',
    z.strictObject({ on: Day, ...shownTier }),
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
  'analysis.nextActions': query(
    'What to do next about an opportunity, the step that gains most first.',
    z.strictObject({ accountId: AccountId, opportunityId: OpportunityId, asOf: Day, ...shownTier }),
    NextActionsResult,
  ),
  'workspace.copy': query('A consistent copy of the file.', nothing, z.object({ fileName: z.string(), bytes: base64 })),

  'search.find': query(
    'People, accounts and opportunities by name, title or organization: Chinese, pinyin, initials, Latin, with a typing mistake.',
    z.strictObject({
      text: words,
      /** Default 30. */
      limit: z.int().min(1).max(100).optional(),
      /** What is there comes first. */
      accountId: AccountId.optional(),
      ...shownTier,
    }),
    z.array(SearchHit),
  ),
  'account.list': query('Every account, in order.', z.strictObject(shownTier), z.array(AccountSummary)),
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
      ...Account.pick({ ownerId: true, class: true, lifecycle: true, industry: true, own: true }).partial().shape,
      name: words.optional(),
      /** The company above its own. */
      parentId: OrganizationId.nullable().optional(),
    }),
    Done,
  ),
  'account.remove': mutation('Deletes an account with everything only it holds.', z.strictObject({ accountId: AccountId }), Done),

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
      /** Where the card is to stay on a drawing. */
      pin: Pin.omit({ accountId: true, nodeId: true }).optional(),
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
      name: words.optional(),
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
    'Records an opinion about a person; earlier ones stay. It expires as the method has it for its kind unless told when; null: never.',
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
      /** Of a depth: the answers of the guided rating that led to it. */
      factors: DepthFactors.nullable().optional(),
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
    z.strictObject({ limit: z.int().min(1).max(1_000).optional(), ...shownTier }),
    z.array(HistoryStep),
  ),
  'history.jump': mutation(
    'Undoes or redoes as many steps as lie between now and the moment right after a step; null: before all that are kept.',
    z.strictObject({ stepId: z.int().nullable() }),
    z.object({ undone: z.int(), redone: z.int() }),
  ),
  'history.undo': mutation('Takes the latest step back.', nothing, HistoryStep),
  'history.redo': mutation('Does the last undone step again.', nothing, HistoryStep),
} as const satisfies Record<string, EndpointSpec>

export type Contract = typeof contract
export type Endpoint = keyof Contract
export type Input<E extends Endpoint> = z.input<Contract[E]['input']>
export type ParsedInput<E extends Endpoint> = z.output<Contract[E]['input']>
export type Output<E extends Endpoint> = z.output<Contract[E]['output']>

export function isEndpoint(name: string): name is Endpoint {
  return Object.hasOwn(contract, name)
}
