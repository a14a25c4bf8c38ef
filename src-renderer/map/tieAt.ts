import { hull, inflate, type Point } from '../../src-shared/layout/geometry'
import { distance } from '../../src-shared/scene/primitives'
import { pointOf } from '../../src-shared/scene/routing'
import type { Scene, SceneTie } from '../../src-shared/scene/sceneTypes'

const STEPS = 24

/** The tie nearest to a point of the map, within `reach` units of it. */
export function tieAt(scene: Scene, point: Point, reach: number): SceneTie | null {
  let found: SceneTie | null = null
  let least = reach
  for (const tie of scene.ties) {
    const box = hull(tie.curve.map((corner) => ({ ...corner, width: 0, height: 0 })))
    if (!box) continue
    const near = inflate(box, reach)
    if (point.x < near.x || point.x > near.x + near.width || point.y < near.y || point.y > near.y + near.height) continue
    let before = pointOf(tie.curve, 0)
    for (let step = 1; step <= STEPS; step += 1) {
      const after = pointOf(tie.curve, step / STEPS)
      const away = fromSegment(point, before, after)
      if (away < least) {
        least = away
        found = tie
      }
      before = after
    }
  }
  return found
}

function fromSegment(point: Point, a: Point, b: Point): number {
  const length = distance(a, b)
  if (length === 0) return distance(point, a)
  const share = Math.min(1, Math.max(0, ((point.x - a.x) * (b.x - a.x) + (point.y - a.y) * (b.y - a.y)) / (length * length)))
  return distance(point, { x: a.x + (b.x - a.x) * share, y: a.y + (b.y - a.y) * share })
}
