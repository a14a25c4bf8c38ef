import { addDays, type Day, days } from '../model/day'
import type { PersonId } from '../model/ids'
import type { Judgement } from '../model/judgement'
import { Depth, TouchTier } from '../model/scales'
import { contacts } from './contacts'
import { pairDepths } from './effectiveDepth'
import { counts, currentJudgements, type Weakness, weaknessOf } from './judgements'
import type { Situation, Subject } from './situation'
import type { Presence } from './snapshot'

/** What there is between one of ours and one of theirs on a day. */
export interface Pair {
  readonly ownPersonId: PersonId
  readonly subjectId: PersonId
  /** The judgement that counts; without one the last that ran out; null: none. */
  readonly judgement: Judgement | null
  readonly weakness: Weakness | null
  /** As judged. */
  readonly level: Depth
  /** As faded since (domain.md 6.1). */
  readonly depth: number
  /** null: none was set. */
  readonly target: Depth | null
  /** How far the depth is below its target. */
  readonly gap: number
  /** By how much the depth changed over `method.trendDays`. */
  readonly trend: number
  /** When the two last met; null: no dated interaction. */
  readonly contactOn: Day | null
  /** Days from then to the day asked for. */
  readonly contactDays: number | null
  /** Of a relationship that is to be kept up, days since the last touch where they are more than its cadence; else null. */
  readonly overdueDays: number | null
}

/** One of theirs with the pairs of all of ours. */
export interface PairRow {
  readonly subject: Subject
  readonly presence: Presence
  /** Keys of the roles in the opportunity. */
  readonly roles: readonly string[]
  /** One a person of `PairMatrix.ours`, in their order. */
  readonly pairs: readonly Pair[]
  /** The greatest of the pairs' gaps. */
  readonly gap: number
  /** The least of the pairs' days since contact; null: nobody of ours who is there has met them. */
  readonly contactDays: number | null
  readonly overdue: number
}

/** How many relationships with a tier are kept up, and how many of them are overdue. */
export interface TierCadence {
  readonly tier: TouchTier
  readonly cadenceDays: number
  readonly kept: number
  readonly overdue: number
}

/** Ours × theirs on a day. */
export interface PairMatrix {
  readonly ours: readonly Presence[]
  readonly rows: readonly PairRow[]
  readonly tiers: readonly TierCadence[]
}

/**
 * Every pair of ours and theirs (third parties among them) who are there. A relationship is to be kept up once it is judged deeper than
 * a stranger's or aimed at; it is overdue when its last interaction, or without any the judgement, is longer ago than the cadence of
 * their tier. The trend compares with the depth that the same formula gave `method.trendDays` before, under today's tier.
 *
 * O(judgements + interactions + ours × theirs).
 */
export function pairMatrix(now: Situation): PairMatrix {
  const { on, method, ours, snapshot } = now
  const { graph } = snapshot
  const before = addDays(on, -method.trendDays)
  const judgedBefore = currentJudgements(graph, before)
  const metBefore = contacts(graph, before)
  const lapsed = lapsedDepths(now)
  const targets = new Map(graph.targetDepths.map((target) => [keyOf(target.ownPersonId, target.subjectId), target.depth]))

  const rows = now.theirs.map((subject): PairRow => {
    const { presence } = subject
    const cadence = method.cadenceDays[presence.tier]
    const held = new Map(subject.pairs.map((pair) => [pair.ownPersonId, pair]))
    const heldBefore = new Map(
      pairDepths(presence, ours, before, judgedBefore, metBefore, method).map((pair) => [pair.ownPersonId, pair.depth]),
    )
    const pairs = ours.map(({ person: { id: ownPersonId } }): Pair => {
      const key = keyOf(ownPersonId, subject.id)
      const current = now.judgements.depth(ownPersonId, subject.id)
      const judgement = current ?? lapsed.get(key) ?? null
      const pair = held.get(ownPersonId)
      const depth = pair?.depth ?? 0
      const level = Depth.parse(pair?.level ?? 0)
      const target = targets.get(key) ?? null
      const contactOn = now.contacts.last(subject.id, ownPersonId) ?? null
      const touchedOn = contactOn ?? current?.madeOn ?? null
      const idle = touchedOn === null ? 0 : days(touchedOn, on)
      return {
        ownPersonId,
        subjectId: subject.id,
        judgement,
        weakness: weaknessOf(current, lapsed.get(key)),
        level,
        depth,
        target,
        gap: Math.max(0, (target ?? 0) - depth),
        trend: depth - (heldBefore.get(ownPersonId) ?? 0),
        contactOn,
        contactDays: contactOn === null ? null : days(contactOn, on),
        overdueDays: isKept(level, target) && idle > cadence ? idle : null,
      }
    })
    const met = pairs.flatMap(({ contactDays }) => contactDays ?? [])
    return {
      subject,
      presence,
      roles: now.chain.rolesOf.get(subject.id) ?? [],
      pairs,
      gap: Math.max(0, ...pairs.map(({ gap }) => gap)),
      contactDays: met.length === 0 ? null : Math.min(...met),
      overdue: pairs.filter(({ overdueDays }) => overdueDays !== null).length,
    }
  })
  return { ours, rows, tiers: TouchTier.options.map((tier) => cadenceOf(tier, rows, method.cadenceDays[tier])) }
}

function cadenceOf(tier: TouchTier, rows: readonly PairRow[], cadenceDays: number): TierCadence {
  const there = rows.filter(({ presence }) => presence.tier === tier)
  return {
    tier,
    cadenceDays,
    kept: there.flatMap(({ pairs }) => pairs.filter(({ level, target }) => isKept(level, target))).length,
    overdue: there.reduce((sum, { overdue }) => sum + overdue, 0),
  }
}

const isKept = (level: number, target: number | null): boolean => level > 0 || (target ?? 0) > 0

/** Of each pair the last depth that had run out by the day, in the order of recording. */
function lapsedDepths({ snapshot, on }: Situation): ReadonlyMap<string, Judgement> {
  const lapsed = new Map<string, Judgement>()
  for (const judgement of snapshot.graph.judgements) {
    const { kind, ownPersonId, subjectId, madeOn } = judgement
    if (kind !== 'depth' || ownPersonId === null || counts(judgement, on) || (madeOn !== null && madeOn > on)) continue
    const key = keyOf(ownPersonId, subjectId)
    const other = lapsed.get(key)
    if (!other || (madeOn ?? '') >= (other.madeOn ?? '')) lapsed.set(key, judgement)
  }
  return lapsed
}

const keyOf = (ownPersonId: PersonId, subjectId: PersonId): string => `${ownPersonId} ${subjectId}`
