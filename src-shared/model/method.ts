import { z } from 'zod'
import shipped from '../../resources/method.json'
import { ConfidenceWord, JudgementKind, PoliticalStatus, Ratio, SignalKind, Stance, StrengthWord, TouchTier } from './scales'

const positive = z.number().positive()
const weight = z.number().min(0)

/** A decision role: one of the five of domain.md 5, or one a team added. Not required = it weighs nothing. */
export const RoleDefinition = z.object({
  /** Key used in files and in the database. */
  key: z.string().min(1).max(60),
  /** Words of a role that a team added; the shipped five are translated by their key. */
  label: z.string().max(60).optional(),
  weight,
  required: z.boolean(),
})
export type RoleDefinition = z.infer<typeof RoleDefinition>

/** Every number of domain.md 4–6 as data: shipped in resources/method.json, overridden by what a workspace changed. */
export const Method = z.object({
  /** Opinion value x of a stance, −1…1 (domain.md 4). */
  stance: z.record(Stance, z.number().min(-1).max(1)),
  /** Multiplier of a political status (domain.md 4). */
  political: z.record(PoliticalStatus, weight),
  strength: z.record(StrengthWord, Ratio),
  confidence: z.record(ConfidenceWord, Ratio),
  /** Days between touches that a relationship needs, by tier. */
  cadenceDays: z.record(TouchTier, positive),
  /** Days for which a judgement that somebody types is good unless they say otherwise, by kind; null: it never expires. */
  judgementDays: z.record(JudgementKind, z.int().positive().nullable()),
  /** Over how many days the trend of a relationship is told. */
  trendDays: z.int().positive(),
  /** Smallest sum of the four guided questions (0–12) for depth 0…4. */
  guidedDepthLevels: z.array(z.number().int().min(0)).length(5),
  /** Tie for access from effective depth 0…4 (domain.md 6.2). */
  depthAccess: z.array(Ratio).length(5),
  /** Access along a reporting line, both ways (domain.md 6.2). */
  reportingAccess: Ratio,
  roles: z.array(RoleDefinition),
  /** Steps of a role's coverage and the opinion from which a holder counts as supportive (domain.md 6.4). */
  coverage: z.object({
    identified: Ratio,
    contact: Ratio,
    recognised: Ratio,
    supported: Ratio,
    supportiveFrom: z.number().min(-1).max(1),
  }),
  /** Λ of someone with a known and an unknown stance (domain.md 6.6). */
  settling: z.object({ knownOpenness: Ratio, unknownOpenness: Ratio }),
  /** H from which dependence is warned of (domain.md 6.7). */
  dependenceWarning: Ratio,
  /** Weights of ΔC, ΔS, ΔA in the impact of a departure (domain.md 6.8). */
  impact: z.object({ coverage: weight, support: weight, access: weight }),
  /** Likelihood of leaving within 12 months (domain.md 6.9). */
  departure: z.object({
    base: z.record(TouchTier, Ratio),
    halfLifeDays: positive,
    signal: z.record(SignalKind, Ratio),
  }),
  /** Lights of likelihood × impact, 0–100 (domain.md 6.10). */
  risk: z.object({ red: weight, amber: weight }),
})
export type Method = z.infer<typeof Method>

/** The method as shipped. */
export const shippedMethod: Method = Method.parse(shipped)
