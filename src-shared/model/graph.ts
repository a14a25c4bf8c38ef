import { z } from 'zod'
import { Account, Organization, OrgUnit } from './account'
import { AccountId, OpportunityId, PersonId, SeatId } from './ids'
import { Attachment, Interaction, Signal } from './interaction'
import { Judgement } from './judgement'
import { DecisionRole, Opportunity } from './opportunity'
import { Member, Seat, SeatState, Tenure } from './person'
import { Depth } from './scales'
import { Strategy } from './strategy'
import { Tie } from './tie'

/** How deep one of ours should know one of theirs. */
export const TargetDepth = z.object({ ownPersonId: PersonId, subjectId: PersonId, depth: Depth })
export type TargetDepth = z.infer<typeof TargetDepth>

export const Drawing = z.enum(['role', 'influence', 'grid'])
export type Drawing = z.infer<typeof Drawing>

/** A card that somebody put in its place; of the role map by seat, of the influence map by person and opportunity. */
export const Pin = z.object({
  accountId: AccountId,
  drawing: z.enum(['role', 'influence']),
  /** '' or, on the influence map, the opportunity. */
  scope: z.union([z.literal(''), OpportunityId]),
  nodeId: z.union([SeatId, PersonId]),
  /** Centre of the card in map units. */
  x: z.number(),
  y: z.number(),
})
export type Pin = z.infer<typeof Pin>

/** What a layout wants to be told the next time; opaque to everyone else. */
export const LayoutMemory = z.object({
  drawing: z.enum(['role', 'influence']),
  scope: z.string(),
  memory: z.json(),
})
export type LayoutMemory = z.infer<typeof LayoutMemory>

/**
 * Everything about one account with all its dates, loaded once; `snapshot` filters it to a day in memory.
 * Rows are in ascending order of id, judgements of recordedSeq.
 */
export const AccountGraph = z.object({
  account: Account,
  organizations: z.array(Organization),
  units: z.array(OrgUnit),
  people: z.array(Member),
  seats: z.array(Seat),
  seatStates: z.array(SeatState),
  tenures: z.array(Tenure),
  ties: z.array(Tie),
  opportunities: z.array(Opportunity),
  decisionRoles: z.array(DecisionRole),
  judgements: z.array(Judgement),
  targetDepths: z.array(TargetDepth),
  interactions: z.array(Interaction),
  attachments: z.array(Attachment),
  signals: z.array(Signal),
  strategies: z.array(Strategy),
  pins: z.array(Pin),
  layoutMemories: z.array(LayoutMemory),
})
export type AccountGraph = z.infer<typeof AccountGraph>

/** The rows of an account nothing is known of yet; the lists are the caller's, to be filled. */
export function noRows(): Omit<AccountGraph, 'account' | 'organizations'> {
  return {
    units: [],
    people: [],
    seats: [],
    seatStates: [],
    tenures: [],
    ties: [],
    opportunities: [],
    decisionRoles: [],
    judgements: [],
    targetDepths: [],
    interactions: [],
    attachments: [],
    signals: [],
    strategies: [],
    pins: [],
    layoutMemories: [],
  }
}
