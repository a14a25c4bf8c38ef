import { z } from 'zod'
import { Day } from '../model/day'
import { JudgementKind, PoliticalStatus, Stance, TouchTier } from '../model/scales'
import { Light } from './risk'

/** The id other programs know, or the internal one where a caller asks for that. */
const id = z.string()
const figure = z.number()

/** A gap or danger: words are made from code and params at the edge; `jump` says whom and what to show. */
export const Finding = z.object({
  code: z.enum([
    'role_empty',
    'economic_buyer_none',
    'economic_buyers_several',
    'single_threaded',
    'judgement_expired',
    'judgement_unevidenced',
    'contact_overdue',
    'contact_never',
    'dependence_ours',
    'dependence_theirs',
    'inner_opponent',
    'seat_vacant',
    'unreachable',
    'tier_unengaged',
  ]),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
  jump: z.object({ people: z.array(id), seats: z.array(z.string()), roles: z.array(z.string()) }),
})
export type Finding = z.infer<typeof Finding>

export const CoverageResult = z.object({
  /** 0–100 (domain.md 6.4). */
  score: figure,
  roles: z.array(z.object({ role: z.string(), weight: figure, value: figure, people: z.array(id), singleThreaded: z.boolean() })),
})

export const SupportResult = z.object({ now: figure, settled: figure })

/** What `analyse --json` answers (interfaces.md); role-bound figures are null without an opportunity. */
export const AnalyseResult = z.object({
  account: z.string(),
  opportunity: z.string().nullable(),
  asOf: Day,
  coverage: CoverageResult.nullable(),
  support: SupportResult.nullable(),
  threading: z.object({
    ours: figure.nullable(),
    theirs: figure.nullable(),
    tiers: z.record(TouchTier, z.boolean()),
  }),
  people: z.array(
    z.object({
      id,
      name: z.string(),
      tier: TouchTier,
      roles: z.array(z.string()),
      /** null: unknown. */
      stance: Stance.nullable(),
      /** null: not judged, which weighs like `structure`. */
      political: PoliticalStatus.nullable(),
      /** x, 0 where the stance is unknown. */
      opinion: figure,
      settledOpinion: figure,
      depth: figure,
      access: figure,
      path: z.array(id),
      likelihood: figure,
      impact: figure.nullable(),
      risk: figure.nullable(),
      light: Light.nullable(),
    }),
  ),
  ours: z.array(
    z.object({
      id,
      name: z.string(),
      share: figure,
      likelihood: figure,
      impact: figure.nullable(),
      risk: figure.nullable(),
      light: Light.nullable(),
    }),
  ),
  findings: z.array(Finding),
})
export type AnalyseResult = z.infer<typeof AnalyseResult>

const DrillSide = z.object({
  coverage: CoverageResult,
  support: SupportResult.nullable(),
  /** Access to each role holder who is there. */
  reach: z.record(id, figure),
})

/** What `drill --json` answers (interfaces.md). */
export const DrillResult = z.object({
  asOf: Day,
  leaves: z.array(id),
  before: DrillSide,
  after: DrillSide,
  impact: figure,
  lost: z.object({
    roles: z.array(z.string()),
    reach: z.array(id),
    paths: z.array(z.object({ id, before: z.array(id), after: z.array(id) })),
  }),
  relief: figure,
})
export type DrillResult = z.infer<typeof DrillResult>

const step = <K extends string, S extends z.ZodRawShape>(kind: K, shape: S) => z.object({ kind: z.literal(kind), ...shape })

/** Steps that would help an opportunity, the greatest gain first (issue C, 5). */
export const NextActionsResult = z.array(
  z.object({
    step: z.discriminatedUnion('kind', [
      step('deepen', { own: id, person: id, from: figure, to: figure }),
      step('win', { person: id, from: Stance.nullable(), to: Stance }),
      /** `seat`: the vacant one that has the role. */
      step('name-holder', { role: z.string(), seat: id.nullable() }),
      step('meet', { own: id, person: id, idleDays: figure }),
      /** `own`: of a depth, which of ours the pair is about. */
      step('refresh', { person: id, own: id.nullable(), judgement: JudgementKind, value: z.string() }),
    ]),
    /** What gets better, each 0–1, and as `impact` 100 × the gain; the weights are the drill's (domain.md 6.8). */
    gain: z.object({ coverage: figure, support: figure, access: figure, impact: figure }),
    /** Steps of the warm path to the person; null where nobody reaches them, or there is nobody yet. */
    warmSteps: figure.nullable(),
  }),
)
export type NextActionsResult = z.infer<typeof NextActionsResult>
