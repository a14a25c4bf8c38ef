import { z } from 'zod'

/** A rectangle in display-independent pixels. */
export const Bounds = z.object({ x: z.int(), y: z.int(), width: z.int().positive(), height: z.int().positive() })
export type Bounds = z.infer<typeof Bounds>

/** The smallest window that shows everything (product.md). */
export const smallest = { width: 1024, height: 700 }
const firstSize = { width: 1440, height: 900 }

/**
 * Where to put the window so that all of it can be seen: as it was when a display still shows it, else centred on the first.
 * @param workAreas what displays have free of bars and docks, the primary one first
 */
export function placeWindow(wanted: Bounds | null, workAreas: readonly [Bounds, ...Bounds[]]): Bounds {
  const home = (wanted && workAreas.find((area) => overlaps(area, wanted))) ?? workAreas[0]
  const width = Math.min(wanted?.width ?? firstSize.width, home.width)
  const height = Math.min(wanted?.height ?? firstSize.height, home.height)
  const centred = { x: home.x + Math.round((home.width - width) / 2), y: home.y + Math.round((home.height - height) / 2) }
  const { x, y } = wanted && overlaps(home, wanted) ? wanted : centred
  return { x: clamp(x, home.x, home.x + home.width - width), y: clamp(y, home.y, home.y + home.height - height), width, height }
}

function overlaps(a: Bounds, b: Bounds): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height
}

const clamp = (value: number, low: number, high: number) => Math.min(Math.max(value, low), high)
