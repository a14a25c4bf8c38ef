import { z } from 'zod'
import shipped from '../../resources/lenses.json'
import { Depth, PoliticalStatus, Stance } from './scales'

/** Another method's words for the same record (domain.md 4). */
export const LensId = z.enum(['blue-sheet', 'meddpicc', 'adsei'])
export type LensId = z.infer<typeof LensId>

/** Somebody who speaks for us, as methods tell them apart. */
export const Advocate = z.enum(['coach', 'champion'])
export type Advocate = z.infer<typeof Advocate>

/** Who counts as an advocate of a kind: everything that is given has to be so, and has to be judged. */
const AdvocateRule = z.object({
  kind: Advocate,
  stances: z.array(Stance),
  political: z.array(PoliticalStatus).optional(),
  /** Least effective depth of our best relationship. */
  leastDepth: Depth.optional(),
})

/**
 * A mapping table from our words to a method's: its words are keys of `model.lens.<id>` in the language files. What a table does
 * not name keeps our word.
 *
 * **Blue Sheet.** Finance and advisers are technical buyers: both can say no on a point of their own and neither can say yes. Response
 * modes are read from stances by how much change somebody wants: with us alone, growth; a remedy from whoever brings it, trouble; none,
 * even keel; against it, overconfident. A coach is whoever coaches us, with a mode like anybody else.
 *
 * **MEDDPICC.** Criteria, paper process and pain stand with the people they come from; an adviser is none of its elements and is only called so. A champion has
 * power (judged to be in the power structure or the inner circle), sells when we are absent (the guided rating reaches trust
 * with those who speak for us) and has an interest of their own in our winning (wants us and nobody else). Without all three: a coach.
 *
 * **A-D-S-E-I.** Finance signs off what has been decided, the economic buyer decides, users lend or refuse support, the technical
 * evaluator evaluates, the influencer influences.
 */
export const Lens = z.object({
  roles: z.record(z.string(), z.string()),
  stances: z.partialRecord(Stance, z.string()),
  /** The first that fits counts. */
  advocates: z.array(AdvocateRule),
})
export type Lens = z.infer<typeof Lens>

export const lenses: Readonly<Record<LensId, Lens>> = z.record(LensId, Lens).parse(shipped)

/** What is known of somebody whom a lens reads; null: not judged. */
export interface Advocacy {
  readonly stance: Stance | null
  readonly political: PoliticalStatus | null
  /** Best effective depth. */
  readonly depth: number
}

/** What a lens calls somebody who speaks for us; null: nobody in particular. */
export function advocateOf(lens: LensId, { stance, political, depth }: Advocacy): Advocate | null {
  const fits = lenses[lens].advocates.find(
    (rule) =>
      stance !== null &&
      rule.stances.includes(stance) &&
      (rule.political === undefined || (political !== null && rule.political.includes(political))) &&
      depth >= (rule.leastDepth ?? 0),
  )
  return fits?.kind ?? null
}
