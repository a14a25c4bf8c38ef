import { z } from 'zod'
import { OwnFields } from './account'
import { Day } from './day'
import { JudgementId, OpportunityId, OrganizationId, PersonId } from './ids'
import { Depth, JudgementKind, PoliticalStatus, Ratio, SecrecyTier, Stance } from './scales'

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
  /** Order of writing down: of one day the last recorded counts. */
  recordedSeq: z.int(),
  own: OwnFields,
})
export type Judgement = z.infer<typeof Judgement>

/** Whether `value` is a word of the scale that judgements of `kind` use. */
export function isJudgementValue(kind: JudgementKind, value: string): boolean {
  switch (kind) {
    case 'stance':
      return Stance.safeParse(value).success
    case 'political':
      return PoliticalStatus.safeParse(value).success
    case 'depth':
      return Depth.safeParse(Number(value)).success && /^\d$/.test(value)
    case 'adaptability':
      return /^[1-5]$/.test(value)
    default:
      return kind satisfies never
  }
}
