import type { Layer } from '../contract'
import { type Coverage, coverage } from '../analytics/coverage'
import type { Situation, Subject } from '../analytics/situation'
import type { PlacedSeat } from '../analytics/snapshot'
import type { Translate } from '../i18n/translate'
import type { PersonId, SeatId } from '../model/ids'
import { advocateOf, type LensId } from '../model/lens'
import type { RedactionProfile } from '../model/redaction'
import { Depth, type Stance } from '../model/scales'
import { foreignOrganization, sideOf } from './belonging'
import type { Notices } from './notices'
import { layersOf } from './redact'
import { advocateWords, type RoleWords, roleWords } from './roleWords'
import type { KnownBy, SceneCard, Tone, Weakness } from './sceneTypes'
import { wordsIn } from './words'

/** What a card says, before it has a place and a size. */
export type CardContent = Omit<SceneCard, 'id' | 'rect' | 'disc' | 'size' | 'name' | 'title' | 'note' | 'faded'> & {
  readonly name: string
  readonly title: string
  /** For drawings in which no box names the organization. */
  readonly titleAndOrganization: string
  /** What the layer says, in words, from the fullest to the shortest way of saying it; empty: nothing. */
  readonly notes: readonly string[]
}

/** Reads cards off a situation. */
export interface CardReader {
  of(placed: PlacedSeat): CardContent
}

const noReasons = (): readonly string[] => []

interface ReaderInput {
  readonly now: Situation
  readonly layer: Layer
  readonly profile: RedactionProfile
  readonly lens: LensId | null
  readonly notices: Notices
  readonly t: Translate
}

export function cardReader({ now, layer, profile, lens, notices, t }: ReaderInput): CardReader {
  const { graph } = now.snapshot
  const word = wordsIn(t)
  const covered = coverage(now)
  const single = singleThreadedPeople(covered)
  const expired = expiredStances(now)
  const ownOrder = new Map(now.ours.map(({ person }, i) => [person.id, i]))
  const ownName = new Map(now.ours.map(({ person }) => [person.id, person.name]))
  const unitNames = new Map(graph.units.map(({ id, name }) => [id, name]))
  const everHeld = new Set(graph.tenures.map(({ seatId }) => seatId))
  const vacantRoles = new Map<SeatId, string[]>()
  for (const { seat, role } of now.chain.vacancies) {
    vacantRoles.set(seat.seat.id, [...(vacantRoles.get(seat.seat.id) ?? []), role])
  }

  const of = (placed: PlacedSeat): CardContent => {
    const content = plain(placed)
    const told = notices.of(placed)
    if (told.length === 0) return content
    const merged = told.reduce((all, notice) => ({ ...all, ...notice }))
    return {
      ...content,
      name: merged.formerName ?? content.name,
      tone: merged.tone ?? content.tone,
      notes: merged.notes ?? content.notes,
      struck: merged.struck ?? false,
      marks: told.flatMap(({ marks = [] }) => marks),
      reasons: () => told.flatMap(({ reasons }) => reasons?.() ?? []),
    }
  }
  const plain = (placed: PlacedSeat): CardContent => {
    const { seat, state, holderId } = placed
    const person = holderId === null ? undefined : now.snapshot.people.get(holderId)?.person
    const subject = holderId === null ? undefined : now.theirs[now.placeOf.get(holderId) ?? -1]
    const roleKeys = holderId === null ? (vacantRoles.get(seat.id) ?? []) : (now.chain.rolesOf.get(holderId) ?? [])
    const advocate = subject && lens !== null ? advocateOf(lens, subject) : null
    const roles = distinct([
      ...roleKeys.map((key) => roleWords(key, now.method, t)),
      ...(advocate === null ? [] : [advocateWords(advocate, now.method, t)]),
    ])
    const holder = person ? 'person' : everHeld.has(seat.id) ? 'vacant' : 'unidentified'
    const organization = foreignOrganization(placed, now)?.name ?? ''
    const base = {
      seatId: seat.id,
      personId: person ? holderId : null,
      holder,
      side: sideOf(placed, now),
      tier: state.tier,
      name: person ? person.name : word(`model.seat.${holder === 'vacant' ? 'vacant' : 'unidentified'}`),
      title: state.title,
      titleAndOrganization: [state.title, organization].filter((part) => part !== '').join(word('map.separator')),
      department: (state.unitId === null ? undefined : unitNames.get(state.unitId)) ?? '',
      organization,
      roles,
      secrecy: person?.secrecy ?? 'open',
      marks: [],
      reasons: noReasons,
      struck: false,
    } as const
    if (!subject || layersOf(profile).size === 1) {
      const order = holderId === null ? undefined : ownOrder.get(holderId)
      const tone: Tone = layer === 'coverage' && order !== undefined ? { family: 'own', order } : roleTone(roles, layer)
      return { ...base, knownBy: [], singleThreaded: false, tone, notes: roleNotes(roles, layer) }
    }
    const stance = subject.stance ?? 'unknown'
    const weakness = weaknessOf(now, subject, expired)
    const knownBy = knownByOf(subject, ownName)
    const best = knownBy[0]
    return {
      ...base,
      ...(profile.stance && { stance, ...(profile.notes && weakness && { weakness }) }),
      ...(profile.political && { political: subject.political }),
      ...(profile.depth && { depth: Depth.parse(subject.depth) }),
      knownBy,
      singleThreaded: profile.depth && single.has(subject.id),
      ...toneAndNotes(
        layer,
        roles,
        stance,
        Depth.parse(subject.depth),
        best && { ...best, order: ownOrder.get(best.personId) ?? 0 },
        knownBy.length,
        t,
      ),
    }
  }
  return { of }
}

function toneAndNotes(
  layer: Layer,
  roles: readonly RoleWords[],
  stance: Stance | 'unknown',
  depth: Depth,
  best: (KnownBy & { readonly order: number }) | undefined,
  threads: number,
  t: Translate,
): Pick<CardContent, 'tone' | 'notes'> {
  const word = wordsIn(t)
  switch (layer) {
    case 'roles':
      return { tone: roleTone(roles, layer), notes: roleNotes(roles, layer) }
    case 'stance':
      return { tone: { family: 'stance', stance }, notes: [word(`model.stance.${stance}`)] }
    case 'depth': {
      const level = word(`model.depth.${depth}`)
      return { tone: { family: 'depth', depth }, notes: best ? [[level, best.name].join(word('map.separator')), level] : [level] }
    }
    case 'coverage':
      if (!best) return { tone: { family: 'plain' }, notes: [word('map.card.nobody')] }
      return {
        tone: { family: 'own', order: best.order },
        notes: threads > 1 ? [t('map.card.andMore', { name: best.name, count: threads - 1 }), best.name] : [best.name],
      }
    // These are told by notices.
    case 'risk':
    case 'changes':
    case 'strategy':
      return { tone: { family: 'plain' }, notes: [] }
    default:
      return layer satisfies never
  }
}

/** Under a lens two of our roles may be one: each letter stands on a card once. */
function distinct(roles: readonly RoleWords[]): RoleWords[] {
  return roles.filter(({ label }, i) => roles.findIndex((other) => other.label === label) === i)
}

function roleTone(roles: readonly RoleWords[], layer: Layer): Tone {
  const [first] = byWeight(roles)
  return layer === 'roles' && first ? { family: 'role', order: first.order } : { family: 'plain' }
}

function roleNotes(roles: readonly RoleWords[], layer: Layer): readonly string[] {
  return layer === 'roles'
    ? byWeight(roles)
        .slice(0, 1)
        .map(({ label }) => label)
    : []
}

/** The method lists roles from the user up to the final decision, so that the last one a person holds says most of them. */
function byWeight(roles: readonly RoleWords[]): readonly RoleWords[] {
  return [...roles].sort((a, b) => b.order - a.order)
}

function singleThreadedPeople({ roles }: Coverage): ReadonlySet<PersonId> {
  return new Set(roles.flatMap(({ singleThreaded, best }) => (singleThreaded && best ? [best.id] : [])))
}

/** Those of ours who have a relationship at all, the deepest first. */
function knownByOf({ pairs }: Subject, ownName: ReadonlyMap<PersonId, string>): KnownBy[] {
  return pairs
    .filter(({ depth }) => depth >= 1)
    .map(({ ownPersonId, depth }) => ({ personId: ownPersonId, name: ownName.get(ownPersonId) ?? '', depth: Depth.parse(depth) }))
    .sort((a, b) => b.depth - a.depth)
}

/** A stance without evidence, or one that has run out with none in its place. */
function weaknessOf(now: Situation, { id }: Subject, expired: ReadonlySet<PersonId>): Weakness | undefined {
  const current = now.judgements.stance(id, now.opportunity?.id ?? null)
  if (current) return current.evidence.trim() === '' ? 'no-evidence' : undefined
  return expired.has(id) ? 'expired' : undefined
}

/** Those about whom a stance was once judged that no longer counts. */
function expiredStances(now: Situation): ReadonlySet<PersonId> {
  const about = now.opportunity?.id ?? null
  return new Set(
    now.snapshot.graph.judgements
      .filter(
        ({ kind, opportunityId, madeOn, expiresOn }) =>
          kind === 'stance' &&
          (opportunityId === null || opportunityId === about) &&
          (madeOn === null || madeOn <= now.on) &&
          expiresOn !== null &&
          expiresOn <= now.on,
      )
      .map(({ subjectId }) => subjectId),
  )
}
