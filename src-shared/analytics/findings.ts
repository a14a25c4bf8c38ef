import { days } from '../model/day'
import type { Judgement } from '../model/judgement'
import { TouchTier } from '../model/scales'
import { type Evaluation, accessOf } from './evaluation'
import { counts } from './judgements'
import type { PersonId, SeatId } from '../model/ids'
import type { Finding as PublishedFinding } from './results'
import type { Situation, Subject } from './situation'
import { peopleWithStrategy } from './strategies'
import type { Threading } from './threading'

/** A finding with internal ids. */
export interface Finding {
  readonly code: PublishedFinding['code']
  readonly params: Readonly<Record<string, string | number>>
  readonly people: readonly PersonId[]
  readonly seats: readonly SeatId[]
  readonly roles: readonly string[]
}

/** The role of which exactly one holder is normal (domain.md 5). */
const ECONOMIC_BUYER = 'economic-buyer'

/**
 * Where the holes are (issue C, 4), each with its figure and what to show. Without an opportunity: only those of the account.
 *
 * "Where weight is high" and "key person" mean v (domain.md 6.5) of at least the mean weight of the roles that count. An inner-circle
 * opponent whom an open strategy is about, of this opportunity or in general, is no finding.
 */
export function findings(evaluation: Evaluation, threads: Threading): Finding[] {
  const now = evaluation.situation
  const withStrategy = peopleWithStrategy(now.snapshot.graph, now.opportunity?.id ?? null, now.on)
  const key = keyPeople(now)
  return [
    ...roleFindings(evaluation),
    ...vacancies(now),
    ...now.theirs
      .filter(({ id, weight }) => weight > 0 && accessOf(evaluation, id) === 0)
      .map((who) => about('unreachable', who, { weight: who.weight })),
    ...now.theirs
      .filter(({ id, stance, political }) => stance === 'opponent' && political === 'inner' && !withStrategy.has(id))
      .map((who) => about('inner_opponent', who, { weight: who.weight })),
    ...dependence(now, threads),
    ...TouchTier.options
      .filter((tier) => !threads.tiers[tier] && now.theirs.some(({ presence }) => presence.tier === tier))
      .map((tier) => finding('tier_unengaged', { tier, cadence: now.method.cadenceDays[tier] })),
    ...key.flatMap((who) => overdue(now, who)),
    ...key.flatMap((who) => staleJudgements(now, who)),
  ]
}

/** Role holders who weigh at least as much as a role does on average. */
export function keyPeople({ chain, theirs }: Situation): readonly Subject[] {
  if (chain.roles.length === 0) return []
  const mean = chain.roles.reduce((sum, { weight }) => sum + weight, 0) / chain.roles.length
  return theirs.filter(({ weight }) => weight > 0 && weight >= mean)
}

function roleFindings({ coverage, situation: now }: Evaluation): Finding[] {
  const found: Finding[] = []
  for (const { role, weight, people, singleThreaded, best } of coverage?.roles ?? []) {
    if (people.length === 0) found.push(finding('role_empty', { role, weight }, { roles: [role] }))
    if (role === ECONOMIC_BUYER && people.length === 0) {
      found.push(finding('economic_buyer_none', { count: 0 }, { roles: [role] }))
    }
    if (role === ECONOMIC_BUYER && people.length > 1) {
      found.push(finding('economic_buyers_several', { count: people.length }, { people, roles: [role] }))
    }
    const pair = best?.pairs.find(({ depth }) => depth >= 1)
    if (singleThreaded && best && pair) {
      const own = now.snapshot.people.get(pair.ownPersonId)?.person.name ?? ''
      const params = { role, person: best.presence.person.name, own, depth: pair.depth }
      found.push(finding('single_threaded', params, { people: [best.id, pair.ownPersonId], roles: [role] }))
    }
  }
  return found
}

function vacancies({ chain }: Situation): Finding[] {
  return chain.vacancies.map(({ seat, role }) =>
    finding(
      'seat_vacant',
      { role, title: seat.state.title, weight: chain.weights.get(role) ?? 0 },
      { seats: [seat.seat.id], roles: [role] },
    ),
  )
}

function dependence(now: Situation, threads: Threading): Finding[] {
  const { dependenceWarning } = now.method
  const most = (ids: readonly PersonId[]): PersonId | undefined =>
    ids.reduce<PersonId | undefined>(
      (best, id) => ((threads.shares.get(id) ?? 0) > (best === undefined ? 0 : (threads.shares.get(best) ?? 0)) ? id : best),
      undefined,
    )
  const warn = (code: 'dependence_ours' | 'dependence_theirs', h: number | null, ids: readonly PersonId[]): Finding[] => {
    const who = most(ids)
    if (h === null || h < dependenceWarning || who === undefined) return []
    const person = now.snapshot.people.get(who)?.person.name ?? ''
    return [finding(code, { h, person, share: threads.shares.get(who) ?? 0 }, { people: [who] })]
  }
  return [
    ...warn(
      'dependence_ours',
      threads.ours,
      now.ours.map(({ person }) => person.id),
    ),
    ...warn(
      'dependence_theirs',
      threads.theirs,
      now.theirs.map(({ id }) => id),
    ),
  ]
}

/** Without contact past the cadence: with anyone of ours who is still there. */
function overdue(now: Situation, who: Subject): Finding[] {
  const cadence = now.method.cadenceDays[who.presence.tier]
  const last = lastContact(now, who.id)
  if (last === null) return [about('contact_never', who, { cadence })]
  return last > cadence ? [about('contact_overdue', who, { days: last, cadence })] : []
}

/** Days since somebody of ours who is still there met them; null: never. */
export function lastContact(now: Situation, person: PersonId): number | null {
  let least: number | null = null
  for (const [own, day] of now.contacts.of(person)) {
    if (!now.snapshot.people.has(own)) continue
    const ago = days(day, now.on)
    if (least === null || ago < least) least = ago
  }
  return least
}

/** What has run out with nothing in its place, and what is believed without evidence. */
function staleJudgements(now: Situation, who: Subject): Finding[] {
  const current = currentOf(now, who)
  const found = expiredJudgements(now, who.id).map((judgement) =>
    about('judgement_expired', who, {
      kind: judgement.kind,
      value: judgement.value,
      days: judgement.expiresOn === null ? 0 : days(judgement.expiresOn, now.on),
      weight: who.weight,
    }),
  )
  for (const judgement of current) {
    if (judgement.evidence.trim() !== '') continue
    found.push(about('judgement_unevidenced', who, { kind: judgement.kind, value: judgement.value, weight: who.weight }))
  }
  return found
}

/** The judgements the figures of somebody rest on: stance, political status, and the depth of the best pair. */
function currentOf(now: Situation, { id, presence, pairs, depth }: Subject): Judgement[] {
  const best = pairs.find((pair) => pair.depth === depth)
  const current = [
    now.judgements.stance(id, now.opportunity?.id ?? null),
    now.judgements.political(
      id,
      presence.seats.map(({ seat }) => seat.organizationId),
    ),
    best && now.judgements.depth(best.ownPersonId, id),
  ]
  return current.filter((judgement) => judgement !== undefined)
}

/**
 * Judgements of somebody that counted once, have expired by the day, and have no other in their place: the last of the stance, of the
 * political status, and of the depth of each pair with one of ours who is there.
 */
export function expiredJudgements(now: Situation, person: PersonId): readonly Judgement[] {
  const lastBySubject = new Map<string, Judgement>()
  for (const judgement of now.snapshot.graph.judgements) {
    if (judgement.subjectId !== person || judgement.kind === 'adaptability') continue
    if (judgement.madeOn !== null && judgement.madeOn > now.on) continue
    if (judgement.opportunityId !== null && judgement.opportunityId !== now.opportunity?.id) continue
    if (judgement.ownPersonId !== null && !now.snapshot.people.has(judgement.ownPersonId)) continue
    const subject = `${judgement.kind} ${judgement.ownPersonId ?? ''}`
    const other = lastBySubject.get(subject)
    // One that counts goes before any that has expired; else the later one, of one day the last recorded.
    if (!other || rank(judgement, now) > rank(other, now)) lastBySubject.set(subject, judgement)
  }
  return [...lastBySubject.values()].filter((judgement) => !counts(judgement, now.on))
}

function rank(judgement: Judgement, now: Situation): string {
  const current = counts(judgement, now.on) ? '1' : '0'
  return `${current} ${judgement.madeOn ?? ''.padEnd(10)} ${String(judgement.recordedSeq).padStart(16, '0')}`
}

function about(code: Finding['code'], who: Subject, params: Readonly<Record<string, string | number>>): Finding {
  return finding(code, { person: who.presence.person.name, ...params }, { people: [who.id] })
}

function finding(
  code: Finding['code'],
  params: Readonly<Record<string, string | number>>,
  jump: { readonly people?: readonly PersonId[]; readonly seats?: readonly SeatId[]; readonly roles?: readonly string[] } = {},
): Finding {
  return { code, params, people: jump.people ?? [], seats: jump.seats ?? [], roles: jump.roles ?? [] }
}
