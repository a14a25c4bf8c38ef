import { z } from 'zod'

/** The closed word lists of domain.md 2–4. Their numbers are in the method (resources/method.json), never here. */
export const Stance = z.enum(['opponent', 'unsupportive', 'neutral', 'supportive', 'exclusive', 'coach'])
export const PoliticalStatus = z.enum(['outside', 'structure', 'inner'])
export const TouchTier = z.enum(['executive', 'manager', 'operational'])
export const TieKind = z.enum(['influences', 'conflicts-with', 'allied-with', 'personal'])
export const StrengthWord = z.enum(['weak', 'medium', 'strong'])
export const ConfidenceWord = z.enum(['hearsay', 'likely', 'confirmed'])
export const Side = z.enum(['theirs', 'ours', 'third-party'])
export const OrganizationKind = z.enum(['customer', 'own', 'partner', 'competitor', 'third-party'])
export const Chain = z.enum(['technical', 'commercial', 'approval', 'hidden'])
export const JudgementKind = z.enum(['stance', 'depth', 'political', 'adaptability'])
export const SecrecyTier = z.enum(['open', 'team', 'private'])
export const InteractionKind = z.enum(['visit', 'call', 'mail', 'wechat', 'meeting', 'meal', 'event'])
export const SignalKind = z.enum([
  'retirement-due',
  'term-ending',
  'resignation-rumour',
  'reorganisation',
  'passed-over',
  'new-superior',
  'promotion-rumour',
  'gone-silent',
])
export const SignalState = z.enum(['recorded', 'found', 'accepted', 'dismissed'])
export const StrategyStatus = z.enum(['planned', 'active', 'done', 'dropped'])
export const TaskOrigin = z.enum(['typed', 'interaction', 'strategy', 'cadence', 'hand-over', 'alert'])
export const LifecycleStage = z.enum(['acquisition', 'growth', 'maturity', 'decline', 'lost'])
export const AccountClass = z.enum(['A', 'B', 'C'])

/** Relationship depth of one of ours with one of theirs: 0 stranger, 1 contact, 2 recognised, 3 trust, 4 partner. */
export const Depth = z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3), z.literal(4)])

/** A share or certainty, 0–1. */
export const Ratio = z.number().min(0).max(1)

export type Stance = z.infer<typeof Stance>
export type PoliticalStatus = z.infer<typeof PoliticalStatus>
export type TouchTier = z.infer<typeof TouchTier>
export type TieKind = z.infer<typeof TieKind>
export type StrengthWord = z.infer<typeof StrengthWord>
export type ConfidenceWord = z.infer<typeof ConfidenceWord>
export type Side = z.infer<typeof Side>
export type OrganizationKind = z.infer<typeof OrganizationKind>
export type Chain = z.infer<typeof Chain>
export type JudgementKind = z.infer<typeof JudgementKind>
export type SecrecyTier = z.infer<typeof SecrecyTier>
export type InteractionKind = z.infer<typeof InteractionKind>
export type SignalKind = z.infer<typeof SignalKind>
export type SignalState = z.infer<typeof SignalState>
export type StrategyStatus = z.infer<typeof StrategyStatus>
export type TaskOrigin = z.infer<typeof TaskOrigin>
export type LifecycleStage = z.infer<typeof LifecycleStage>
export type AccountClass = z.infer<typeof AccountClass>
export type Depth = z.infer<typeof Depth>
