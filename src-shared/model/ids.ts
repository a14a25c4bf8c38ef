import { z } from 'zod'

/** Branded text keys: a seat's id cannot be passed where a person's is meant. Any non-empty text up to 200 characters is one. */
const id = z.string().min(1).max(200)

export const AccountId = id.brand<'AccountId'>()
export const OrganizationId = id.brand<'OrganizationId'>()
export const OrgUnitId = id.brand<'OrgUnitId'>()
export const PersonId = id.brand<'PersonId'>()
export const SeatId = id.brand<'SeatId'>()
export const SeatStateId = id.brand<'SeatStateId'>()
export const TenureId = id.brand<'TenureId'>()
export const FormerNameId = id.brand<'FormerNameId'>()
export const TieId = id.brand<'TieId'>()
export const OpportunityId = id.brand<'OpportunityId'>()
export const DecisionRoleId = id.brand<'DecisionRoleId'>()
export const JudgementId = id.brand<'JudgementId'>()
export const InteractionId = id.brand<'InteractionId'>()
export const AttachmentId = id.brand<'AttachmentId'>()
export const SignalId = id.brand<'SignalId'>()
export const StrategyId = id.brand<'StrategyId'>()
export const TaskId = id.brand<'TaskId'>()
export const AlertId = id.brand<'AlertId'>()
export const ChangeEventId = id.brand<'ChangeEventId'>()
export const HandOverId = id.brand<'HandOverId'>()
export const HandOverItemId = id.brand<'HandOverItemId'>()

export type AccountId = z.infer<typeof AccountId>
export type OrganizationId = z.infer<typeof OrganizationId>
export type OrgUnitId = z.infer<typeof OrgUnitId>
export type PersonId = z.infer<typeof PersonId>
export type SeatId = z.infer<typeof SeatId>
export type SeatStateId = z.infer<typeof SeatStateId>
export type TenureId = z.infer<typeof TenureId>
export type FormerNameId = z.infer<typeof FormerNameId>
export type TieId = z.infer<typeof TieId>
export type OpportunityId = z.infer<typeof OpportunityId>
export type DecisionRoleId = z.infer<typeof DecisionRoleId>
export type JudgementId = z.infer<typeof JudgementId>
export type InteractionId = z.infer<typeof InteractionId>
export type AttachmentId = z.infer<typeof AttachmentId>
export type SignalId = z.infer<typeof SignalId>
export type StrategyId = z.infer<typeof StrategyId>
export type TaskId = z.infer<typeof TaskId>
export type AlertId = z.infer<typeof AlertId>
export type ChangeEventId = z.infer<typeof ChangeEventId>
export type HandOverId = z.infer<typeof HandOverId>
export type HandOverItemId = z.infer<typeof HandOverItemId>
