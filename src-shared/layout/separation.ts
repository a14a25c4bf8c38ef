import { hull, inflate, overlaps, type Rect } from './geometry'
import type { Steps } from './steps'

/** A rectangle that may be pushed aside, unless it is fixed. Its size includes the margin to be kept. */
export interface Block {
  x: number
  y: number
  readonly width: number
  readonly height: number
  readonly fixed: boolean
}

/** Rounds of pushing before the whole is blown up a little, and how often that is done at most. */
const ROUNDS = 24
const BLOW_UPS = 24
const BLOW_UP = 1.05

/**
 * Pushes overlapping rectangles apart, each pair along the shorter way and by half each, until none overlap; where that does
 * not settle, everything is first moved outwards by a twentieth. What is still in the way in the end (between fixed ones) is set
 * down at the nearest free place. Two fixed ones that overlap are left so.
 */
export function* separate(blocks: readonly Block[]): Steps<void> {
  for (let blown = 0; blown < BLOW_UPS; blown += 1) {
    for (let round = 0; round < ROUNDS; round += 1) {
      if (!pushRound(blocks)) return
      yield
    }
    const middle = hull(blocks.some((block) => block.fixed) ? blocks.filter((block) => block.fixed) : blocks)
    if (!middle) return
    const cx = middle.x + middle.width / 2
    const cy = middle.y + middle.height / 2
    for (const block of blocks) {
      if (block.fixed) continue
      block.x += (block.x + block.width / 2 - cx) * (BLOW_UP - 1)
      block.y += (block.y + block.height / 2 - cy) * (BLOW_UP - 1)
    }
  }
  const settled = blocks.filter((block) => block.fixed)
  for (const block of blocks.filter(({ fixed }) => !fixed)) {
    settle(block, settled)
    settled.push(block)
    yield
  }
}

/** Sweeps from left to right, so that only near pairs are looked at; says whether anything overlapped. */
function pushRound(blocks: readonly Block[]): boolean {
  const sorted = blocks.map((block, i) => ({ block, i })).sort((p, q) => p.block.x - q.block.x || p.i - q.i)
  const widest = Math.max(...blocks.map((block) => block.width))
  let pushed = false
  sorted.forEach(({ block: a }, i) => {
    for (let j = i + 1; j < sorted.length; j += 1) {
      const b = sorted[j]?.block
      // Pushes within the round disturb the order a little, hence a second width of patience.
      if (!b || b.x > a.x + 2 * widest) break
      if (!(a.fixed && b.fixed) && overlaps(a, b)) {
        push(a, b)
        pushed = true
      }
    }
  })
  return pushed
}

function push(a: Block, b: Block): void {
  const right = b.x + b.width / 2 >= a.x + a.width / 2
  const down = b.y + b.height / 2 >= a.y + a.height / 2
  const byX = right ? a.x + a.width - b.x : b.x + b.width - a.x
  const byY = down ? a.y + a.height - b.y : b.y + b.height - a.y
  const shareA = a.fixed ? 0 : b.fixed ? 1 : 0.5
  if (byX * (a.height + b.height) < byY * (a.width + b.width)) {
    const sign = right ? 1 : -1
    a.x -= sign * byX * shareA
    b.x += sign * byX * (1 - shareA)
  } else {
    const sign = down ? 1 : -1
    a.y -= sign * byY * shareA
    b.y += sign * byY * (1 - shareA)
  }
}

/**
 * Moves the block to the nearest place where it overlaps none of `others`, looking in ever wider surroundings. Candidates are
 * its own lines and those along the borders of what is near: the nearest free place always touches such borders.
 */
export function settle(block: Block, others: readonly Rect[]): void {
  if (!others.some((other) => overlaps(block, other))) return
  const { x, y, width, height } = block
  const beyond = hull(others)
  if (!beyond) return
  for (let reach = Math.max(width, height); ; reach *= 2) {
    const near = others.filter((other) => overlaps(other, inflate(block, reach + Math.max(width, height))))
    const xs = [x, ...near.flatMap((other) => [other.x - width, other.x + other.width])]
    const ys = [y, ...near.flatMap((other) => [other.y - height, other.y + other.height])]
    let best: { x: number; y: number; cost: number } | undefined
    for (const toX of xs) {
      for (const toY of ys) {
        const cost = (toX - x) ** 2 + (toY - y) ** 2
        if (cost > reach ** 2 || (best && cost >= best.cost)) continue
        const to = { x: toX, y: toY, width, height }
        if (!near.some((other) => overlaps(to, other))) best = { x: toX, y: toY, cost }
      }
    }
    if (best) {
      block.x = best.x
      block.y = best.y
      return
    }
  }
}
