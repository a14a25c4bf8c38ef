import { z } from 'zod'
import { OwnFields } from './account'
import { addDays, Day, days } from './day'
import { JudgementId, OpportunityId, OrganizationId, PersonId } from './ids'
import type { Method } from './method'
import { Depth, JudgementKind, PoliticalStatus, Ratio, SecrecyTier, Stance } from './scales'

/** What a guided rating of a depth asks about, in the order of asking (domain.md 4). */
export const DepthFactor = z.enum(['contact', 'information', 'support', 'competition'])
export type DepthFactor = z.infer<typeof DepthFactor>

/** How far a factor goes; each has words of its own for 0–3. */
export const FactorScore = z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3)])
export type FactorScore = z.infer<typeof FactorScore>

/** The answers of a guided rating, one a factor. */
export const DepthFactors = z.record(DepthFactor, FactorScore)
export type DepthFactors = z.infer<typeof DepthFactors>

/** A human opinion about a person: who said it, when, why, how sure, until when. */
export const Judgement = z.object({
  id: JudgementId,
  subjectId: PersonId,
  /** Who thinks so; null: nobody named. */
  authorId: PersonId.nullable(),
  /** Of a depth: which of ours the pair is about. Null for every other kind. */
  ownPersonId: PersonId.nullable(),
  /** Of a stance: the deal it is about; null: in general. */
  opportunityId: OpportunityId.nullable(),
  /** Of a political status: where; null: wherever the person sits. */
  organizationId: OrganizationId.nullable(),
  kind: JudgementKind,
  /** A word of the kind's scale; a depth is '0'…'4'. */
  value: z.string().min(1).max(60),
  madeOn: Day.nullable(),
  expiresOn: Day.nullable(),
  confidence: Ratio,
  evidence: z.string().max(20_000),
  secrecy: SecrecyTier,
  /** Of a depth that a guided rating led to: its answers. Older bundles know none. */
  factors: DepthFactors.nullable().default(null),
  /** Order of writing down: of one day the last recorded counts. */
  recordedSeq: z.int(),
  own: OwnFields,
})
export type Judgement = z.infer<typeof Judgement>

/**
 * The depth that the answers of a guided rating lead to: the highest level whose smallest sum they reach (domain.md 4). Answers that
 * are not given yet count 0, so that the level grows with them.
 */
export function guidedDepth(factors: Partial<DepthFactors>, method: Pick<Method, 'guidedDepthLevels'>): Depth {
  const sum = factorSum(factors)
  return Depth.parse(
    Math.max(
      0,
      method.guidedDepthLevels.findLastIndex((smallest) => sum >= smallest),
    ),
  )
}

/** The sum of the answers given, 0–12. */
export function factorSum(factors: Partial<DepthFactors>): number {
  return Object.values(factors).reduce<number>((sum, score) => sum + score, 0)
}

/** The last day that can be written; what would expire later does not. */
const lastDay = Day.parse('9999-12-31')

/**
 * When a judgement that somebody types is to expire unless they say otherwise; null: never. An undated one holds since ever, and so
 * runs out at no day that could be counted to.
 */
export function defaultExpiry(
  kind: JudgementKind,
  madeOn: Day | null,
  { judgementDays }: Pick<Method, 'judgementDays'>,
): Day | null {
  const good = judgementDays[kind]
  if (madeOn === null || good === null || days(madeOn, lastDay) < good) return null
  return addDays(madeOn, good)
}

/** The words of the scale that judgements of a kind use, the lowest first. */
export function judgementValues(kind: JudgementKind): readonly string[] {
  switch (kind) {
    case 'stance':
      return Stance.options
    case 'political':
      return PoliticalStatus.options
    case 'depth':
      return ['0', '1', '2', '3', '4']
    case 'adaptability':
      return ['1', '2', '3', '4', '5']
    default:
      return kind satisfies never
  }
}

/** Whether `value` is a word of the scale that judgements of `kind` use. */
export function isJudgementValue(kind: JudgementKind, value: string): boolean {
  return judgementValues(kind).includes(value)
}
