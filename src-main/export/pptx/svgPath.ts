import type { Point } from '../../../src-shared/layout/geometry'

/** A step of a path in absolute points; what a slide's own shapes are made of. */
export type PathStep =
  | { readonly kind: 'move' | 'line'; readonly to: Point }
  | { readonly kind: 'cubic'; readonly near: Point; readonly far: Point; readonly to: Point }
  | { readonly kind: 'close' }

/**
 * Reads the path syntax that primitives are written in: M, L, H, V, C, Q, A of circles, Z and their relative forms. Quadratic curves and
 * arcs become cubic ones.
 */
export function pathSteps(d: string): PathStep[] {
  const steps: PathStep[] = []
  let at: Point = { x: 0, y: 0 }
  let start = at
  for (const [, letter = '', rest = ''] of d.matchAll(/([a-zA-Z])([^a-zA-Z]*)/g)) {
    const numbers = (rest.match(/-?\d*\.?\d+(?:e-?\d+)?/g) ?? []).map(Number)
    const command = letter.toUpperCase()
    const relative = letter !== command
    const arity = { M: 2, L: 2, H: 1, V: 1, C: 6, Q: 4, A: 7, Z: 0 }[command]
    if (arity === undefined) throw new Error(`no primitive is drawn with ${letter}`)
    if (arity === 0) {
      steps.push({ kind: 'close' })
      at = start
    }
    for (let i = 0; arity > 0 && i + arity <= numbers.length; i += arity) {
      const value = (offset: number): number => numbers[i + offset] ?? 0
      const origin = relative ? at : { x: 0, y: 0 }
      const point = (offset: number): Point => ({ x: origin.x + value(offset), y: origin.y + value(offset + 1) })
      const before = at
      switch (command) {
        case 'M':
          at = point(0)
          if (i === 0) start = at
          steps.push({ kind: i === 0 ? 'move' : 'line', to: at })
          break
        case 'L':
          at = point(0)
          steps.push({ kind: 'line', to: at })
          break
        case 'H':
          at = { x: origin.x + value(0), y: before.y }
          steps.push({ kind: 'line', to: at })
          break
        case 'V':
          at = { x: before.x, y: origin.y + value(0) }
          steps.push({ kind: 'line', to: at })
          break
        case 'C':
          at = point(4)
          steps.push({ kind: 'cubic', near: point(0), far: point(2), to: at })
          break
        case 'Q': {
          const control = point(0)
          at = point(2)
          steps.push({ kind: 'cubic', near: between(before, control, 2 / 3), far: between(at, control, 2 / 3), to: at })
          break
        }
        default:
          at = point(5)
          steps.push(...arc(before, at, value(0), value(3) !== 0, value(4) !== 0))
      }
    }
  }
  return steps
}

/** Every point that a path's steps name, control points among them: the path lies within them. */
export function pointsOf(steps: readonly PathStep[]): Point[] {
  return steps.flatMap((step) => {
    switch (step.kind) {
      case 'move':
      case 'line':
        return [step.to]
      case 'cubic':
        return [step.near, step.far, step.to]
      case 'close':
        return []
      default:
        return step satisfies never
    }
  })
}

/** Part of a circle as cubic curves of at most a quarter each (SVG 2, appendix B.2.4, for equal radii). */
function arc(from: Point, to: Point, radius: number, large: boolean, sweep: boolean): PathStep[] {
  const half = { x: (to.x - from.x) / 2, y: (to.y - from.y) / 2 }
  const reach = Math.hypot(half.x, half.y)
  if (reach === 0 || radius === 0) return [{ kind: 'line', to }]
  const r = Math.max(radius, reach)
  const away = (Math.sqrt(r * r - reach * reach) / reach) * (large === sweep ? -1 : 1)
  const centre = { x: from.x + half.x - half.y * away, y: from.y + half.y + half.x * away }
  const begin = Math.atan2(from.y - centre.y, from.x - centre.x)
  let turn = Math.atan2(to.y - centre.y, to.x - centre.x) - begin
  if (sweep && turn < 0) turn += 2 * Math.PI
  if (!sweep && turn > 0) turn -= 2 * Math.PI
  const count = Math.max(1, Math.ceil(Math.abs(turn) / (Math.PI / 2) - 1e-6))
  const handle = (4 / 3) * Math.tan(turn / count / 4) * r
  const on = (angle: number): Point => ({ x: centre.x + r * Math.cos(angle), y: centre.y + r * Math.sin(angle) })
  return Array.from({ length: count }, (_, i) => {
    const [a, b] = [begin + (turn * i) / count, begin + (turn * (i + 1)) / count]
    const [start, end] = [on(a), i === count - 1 ? to : on(b)]
    return {
      kind: 'cubic',
      near: { x: start.x - handle * Math.sin(a), y: start.y + handle * Math.cos(a) },
      far: { x: end.x + handle * Math.sin(b), y: end.y - handle * Math.cos(b) },
      to: end,
    }
  })
}

function between(a: Point, b: Point, share: number): Point {
  return { x: a.x + (b.x - a.x) * share, y: a.y + (b.y - a.y) * share }
}
