import { type Rect, type Size } from '../layout/geometry'
import { layLegend } from './legendPrimitives'
import type { Palette } from './palette'
import type { Primitive, PrimitiveGroup } from './primitives'
import { sceneGroups } from './scenePrimitives'
import type { Scene } from './sceneTypes'
import { ellipsize, type Font } from './text'

const MARGIN = 32
const HEAD_GAP = 20
const LEGEND_GAP = 24
const LEAST_WIDTH = 760
const ACCOUNT: Font = { size: 20, weight: 600 }
const OPPORTUNITY: Font = { size: 14, weight: 600 }
const ABOUT: Font = { size: 11, weight: 400 }

/** A map as it leaves the program: title block, drawing, legend, on a ground of its own. */
export interface Page extends Size {
  readonly title: string
  readonly about: string
  readonly ground: string
  readonly head: readonly Primitive[]
  /** Shift of the drawing. */
  readonly origin: { readonly x: number; readonly y: number }
  readonly groups: readonly PrimitiveGroup[]
  readonly legend: readonly Primitive[]
}

/** Sets a scene on a page just large enough. */
export function pageOf(scene: Scene, palette: Palette): Page {
  const groups = sceneGroups(scene, palette)
  const drawn = around(scene.bounds, groups)
  const inner = Math.max(LEAST_WIDTH, drawn.width)
  const { account, opportunity, about } = scene.title
  const head: Primitive[] = [
    { shape: 'text', x: MARGIN, y: MARGIN + 18, text: ellipsize(account, inner, ACCOUNT), font: ACCOUNT, fill: palette.ink },
  ]
  let y = MARGIN + 18
  if (opportunity !== '') {
    y += 24
    head.push({
      shape: 'text',
      x: MARGIN,
      y,
      text: ellipsize(opportunity, inner, OPPORTUNITY),
      font: OPPORTUNITY,
      fill: palette.ink,
    })
  }
  y += 20
  head.push({ shape: 'text', x: MARGIN, y, text: ellipsize(about, inner, ABOUT), font: ABOUT, fill: palette.inkQuiet })
  const top = y + HEAD_GAP
  const legendTop = top + drawn.height + LEGEND_GAP
  const legend = layLegend(scene.legend, MARGIN, legendTop, inner, palette)
  return {
    width: Math.ceil(inner + 2 * MARGIN),
    height: Math.ceil(legendTop + legend.height + MARGIN),
    title: scene.title.full,
    about,
    ground: palette.ground,
    head,
    origin: { x: MARGIN + (inner - drawn.width) / 2 - drawn.x, y: top - drawn.y },
    groups,
    legend: legend.primitives,
  }
}

/** The bounds with whatever reaches beyond them: ties may swing out. */
function around(bounds: Rect, groups: readonly PrimitiveGroup[]): Rect {
  let { x: left, y: top } = bounds
  let right = bounds.x + bounds.width
  let bottom = bounds.y + bounds.height
  for (const { rect } of groups) {
    left = Math.min(left, rect.x)
    top = Math.min(top, rect.y)
    right = Math.max(right, rect.x + rect.width)
    bottom = Math.max(bottom, rect.y + rect.height)
  }
  return { x: left, y: top, width: right - left, height: bottom - top }
}
