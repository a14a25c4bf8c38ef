import { shippedMethod } from '../../../src-shared/model/method'
import { Stance, TieKind } from '../../../src-shared/model/scales'
import { GraphBuilder } from './builder'

/** A repeatable source of numbers in [0, 1): mulberry32 (public domain). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}

/**
 * A random account: a reporting tree, `tiesPerPerson` ties of all kinds, half of the stances known, some of ours who know
 * somebody each, and a chain of two holders a role.
 */
export function randomAccount(
  seed: number,
  people: number,
  options: {
    readonly ours?: number
    readonly tiesPerPerson?: number
    readonly holders?: number
    readonly conflicts?: boolean
  } = {},
): GraphBuilder {
  const random = seeded(seed)
  const below = (n: number): number => Math.floor(random() * n)
  const pick = <T>(from: readonly T[]): T => {
    const item = from[below(from.length)]
    if (item === undefined) throw new Error('nothing to pick from')
    return item
  }
  const builder = new GraphBuilder()
  const ours = options.ours ?? Math.max(2, Math.round(people / 50))
  const theirs = Array.from({ length: people }, (_, i) => `P${i}`)
  const kinds = TieKind.options.filter((kind) => options.conflicts !== false || kind !== 'conflicts-with')

  for (let i = 0; i < ours; i++) builder.ours(`O${i}`)
  theirs.forEach((id, i) => {
    const superior = i > 0 ? { reportsTo: `P${Math.floor((i - 1) / 7)}` } : {}
    builder.theirs(id, { tier: i < 3 ? 'executive' : i < people / 5 ? 'manager' : 'operational', ...superior })
    if (random() < 0.5) builder.stance(id, pick(Stance.options))
    if (random() < 0.2) builder.political(id, pick(['outside', 'structure', 'inner']))
  })
  for (let i = 0; i < people * (options.tiesPerPerson ?? 2.5); i++) {
    const [from, to] = [pick(theirs), pick(theirs)]
    if (from !== to) builder.tie(from, to, pick(kinds), pick([0.3, 0.6, 0.9]), pick([0.4, 0.7, 1]))
  }
  for (let i = 0; i < ours * 6; i++) builder.depth(`O${below(ours)}`, pick(theirs), below(5))
  for (let i = 0; i < (options.holders ?? 10); i++) builder.role(pick(theirs), pick(shippedMethod.roles).key)
  return builder
}
