import { inflate, hull, type Point, type Rect } from '../layout/geometry'
import { DEPARTMENT_LABEL_HEIGHT } from '../layout/roleMapTypes'
import type { TieKind } from '../model/scales'
import { BLOCK_INSET } from './arrangeRole'
import { cardPrimitives, type Detail } from './cardPrimitives'
import { stanceBadge } from './icons'
import type { Palette } from './palette'
import {
  arrowHead,
  cubic,
  distance,
  onGround,
  polyline,
  type Primitive,
  type PrimitiveGroup,
  roundedPolyline,
  towards,
} from './primitives'
import { pointOf } from './routing'
import { ellipsize, type Font, measure } from './text'
import type { Curve, Scene, SceneCard, SceneDepartment, SceneLine, SceneRegion, SceneStep, SceneTie } from './sceneTypes'
import { stepPrimitives } from './stepPrimitives'

/** Opacity of what is out of focus. */
export const FADED = 0.22
const FADED_BOX = 0.6
const OVERVIEW_DEPARTMENT_FONT: Font = { size: 17, weight: 600 }
const OVERVIEW_BLOCK_FONT: Font = { size: 22, weight: 600 }
const OVERVIEW_BAND_FONT: Font = { size: 22, weight: 600 }
const LINE_RADIUS = 6
const ARROW = 8

/** A whole scene as groups of primitives in the order of painting: regions, departments, reporting lines, names of departments, ties, cards, ways. */
export function sceneGroups(scene: Scene, palette: Palette): PrimitiveGroup[] {
  return [
    ...scene.regions.map((region) => regionGroup(region, palette)),
    ...scene.departments.map((department) => departmentGroup(department, palette)),
    ...scene.lines.map((line) => lineGroup(line, palette)),
    ...scene.departments.flatMap((department) => departmentLabel(department, palette)),
    ...scene.ties.map((tie) => tieGroup(tie, palette)),
    ...scene.cards.map((card) => cardGroup(card, palette)),
    ...scene.steps.map((step) => stepGroup(step, palette)),
  ]
}

function cardGroup(card: SceneCard, palette: Palette, detail: Detail = 'full'): PrimitiveGroup {
  return {
    id: card.id,
    kind: 'card',
    words: [card.name.full, card.title.full, card.department].filter((part) => part !== '').join(' · '),
    rect: card.rect,
    opacity: card.faded ? FADED : 1,
    primitives: cardPrimitives(card, palette, detail),
  }
}

export function regionGroup(
  { key, kind, rect, title, stance }: SceneRegion,
  palette: Palette,
  detail: Detail = 'full',
): PrimitiveGroup {
  const primitives: Primitive[] = []
  const { x, y, width, height } = rect
  const text = (at: Point, anchor: 'start' | 'middle'): Primitive[] => {
    const [line = ''] = title?.lines ?? []
    return title ? [{ shape: 'text', ...at, text: line, font: title.font, fill: palette.inkQuiet, anchor }] : []
  }
  switch (kind) {
    case 'band':
      primitives.push({
        shape: 'rect',
        x: x + 0.5,
        y: y + 0.5,
        width: width - 1,
        height: height - 1,
        radius: 14,
        fill: palette.band,
        stroke: palette.bandBorder,
      })
      if (title && detail === 'overview') {
        const line = ellipsize(title.full, width - 32, OVERVIEW_BAND_FONT)
        primitives.push({ shape: 'text', x: x + 16, y: y + 23, text: line, font: OVERVIEW_BAND_FONT, fill: palette.inkQuiet })
      } else primitives.push(...text({ x: x + 16, y: y + 20 }, 'start'))
      break
    case 'cell':
      primitives.push({ shape: 'rect', x, y, width, height, radius: 8, fill: palette.department })
      break
    case 'column-head': {
      // Badge and words stand in the middle as one.
      const badge = stance ? 17 : 0
      const shift = stance ? (badge + 6) / 2 : 0
      const words = title ? measure(title.lines[0] ?? '', title.font) : 0
      primitives.push({ shape: 'rect', x, y, width, height, radius: 8, fill: palette.departmentNested })
      if (stance) {
        const centre = { x: x + width / 2 - words / 2 + shift - 6 - badge / 2, y: y + height / 2 }
        primitives.push(...stanceBadge(stance, false, centre, badge, palette.stances[stance], palette))
      }
      primitives.push(...text({ x: x + width / 2 + shift, y: y + height / 2 + 4.7 }, 'middle'))
      break
    }
    case 'row-head': {
      const lines = title?.lines ?? []
      primitives.push({ shape: 'rect', x, y, width, height, radius: 8, fill: palette.departmentNested })
      lines.forEach((line, i) => {
        const baseline = y + height / 2 + 4.7 + (i - (lines.length - 1) / 2) * 18
        if (title)
          primitives.push({
            shape: 'text',
            x: x + width / 2,
            y: baseline,
            text: line,
            font: title.font,
            fill: palette.inkQuiet,
            anchor: 'middle',
          })
      })
      break
    }
    default:
      kind satisfies never
  }
  return { id: key, kind: 'region', words: title?.full ?? '', rect, opacity: 1, primitives }
}

export function departmentGroup(department: SceneDepartment, palette: Palette, detail: Detail = 'full'): PrimitiveGroup {
  const { key, rect, label, folded, faded } = department
  const { x, y, width, height } = rect
  const primitives: Primitive[] = []
  if (folded) {
    // The edges of cards behind tell that there is more inside.
    for (const step of [6, 3]) {
      primitives.push({
        shape: 'rect',
        x: x + step * 2,
        y: y + height - 14 - step,
        width: width - step * 4,
        height: 14,
        radius: 6,
        fill: palette.departmentNested,
        stroke: palette.departmentBorder,
      })
    }
    const far = detail === 'overview'
    const nameFont = far ? OVERVIEW_BLOCK_FONT : label.font
    const countFont = far ? OVERVIEW_DEPARTMENT_FONT : folded.words.font
    const left = x + (far ? 8 : BLOCK_INSET)
    const room = width - 2 * (left - x)
    const top = height - 10
    primitives.push(
      {
        shape: 'rect',
        x: x + 0.5,
        y: y + 0.5,
        width: width - 1,
        height: top,
        radius: 9,
        fill: palette.card,
        stroke: palette.cardBorder,
      },
      {
        shape: 'text',
        x: left,
        y: y + top / 2 - 1,
        text: ellipsize(label.full, room, nameFont),
        font: nameFont,
        fill: palette.ink,
      },
      {
        shape: 'text',
        x: left,
        y: y + top / 2 + countFont.size + 4,
        text: ellipsize(folded.words.full, room, countFont),
        font: countFont,
        fill: palette.inkSoft,
      },
    )
  } else {
    primitives.push({
      shape: 'rect',
      x: x + 0.5,
      y: y + 0.5,
      width: width - 1,
      height: height - 1,
      radius: 9,
      fill: departmentFill(department, palette),
      stroke: palette.departmentBorder,
    })
  }
  return { id: key, kind: 'department', words: label.full, rect, opacity: faded ? FADED_BOX : 1, primitives }
}

/** The name of an open department, over the lines that enter it; seen from far away larger. A folded one has its name inside. */
export function departmentLabel(department: SceneDepartment, palette: Palette, detail: Detail = 'full'): PrimitiveGroup[] {
  const { key, rect, label, folded, faded } = department
  if (folded) return []
  const font = detail === 'full' ? label.font : OVERVIEW_DEPARTMENT_FONT
  const text = detail === 'full' ? (label.lines[0] ?? '') : ellipsize(label.full, rect.width - 16, font)
  const y = rect.y + DEPARTMENT_LABEL_HEIGHT - 2 + (detail === 'full' ? 0 : 2)
  const fill = departmentFill(department, palette)
  return [
    {
      id: key,
      kind: 'label',
      words: '',
      rect,
      opacity: faded ? FADED_BOX : 1,
      primitives: onGround({ shape: 'text', x: rect.x + 12, y, text, font, fill: palette.inkQuiet }, fill),
    },
  ]
}

function departmentFill({ depth }: SceneDepartment, palette: Palette): string {
  return depth % 2 === 0 ? palette.department : palette.departmentNested
}

export function lineGroup({ childId, parentId, points, faded }: SceneLine, palette: Palette): PrimitiveGroup {
  return {
    id: `${parentId} ${childId}`,
    kind: 'line',
    words: '',
    rect: boundsOf(points, 1),
    opacity: faded ? FADED : 1,
    primitives: [{ shape: 'path', d: roundedPolyline(points, LINE_RADIUS), stroke: palette.line, strokeWidth: 1.4 }],
  }
}

export function tieGroup(tie: SceneTie, palette: Palette): PrimitiveGroup {
  return {
    id: tie.id,
    kind: 'tie',
    words: tie.words,
    rect: boundsOf(tie.curve, ARROW + tie.width),
    opacity: tie.faded ? FADED : 0.92,
    primitives: tiePrimitives(tie.kind, tie.curve, tie.width, palette),
  }
}

/** A step of a way, over the cards so that its number is never hidden. */
export function stepGroup(step: SceneStep, palette: Palette, detail: Detail = 'full'): PrimitiveGroup {
  const { id, words, curve } = step
  return { id, kind: 'step', words, rect: boundsOf(curve, 24), opacity: 1, primitives: stepPrimitives(step, palette, detail) }
}

/** A tie by its kind: an arrow, a dashed line with a cross, a line between two dots, a dotted line. */
export function tiePrimitives(kind: TieKind, curve: Curve, width: number, palette: Palette): Primitive[] {
  const colour = palette.ties[kind]
  const [start, near, far, end] = curve
  switch (kind) {
    case 'influences': {
      const size = ARROW * 0.6 + width * 1.7
      const neck = towards(end, distance(far, end) > 1 ? far : start, size * 0.8)
      return [
        { shape: 'path', d: cubic([start, near, far, neck]), stroke: colour, strokeWidth: width },
        { shape: 'path', d: arrowHead(end, neck, size), fill: colour },
      ]
    }
    case 'conflicts-with': {
      const middle = pointOf(curve, 0.5)
      const arm = 3.2
      const cross =
        polyline([
          { x: middle.x - arm, y: middle.y - arm },
          { x: middle.x + arm, y: middle.y + arm },
        ]) +
        polyline([
          { x: middle.x + arm, y: middle.y - arm },
          { x: middle.x - arm, y: middle.y + arm },
        ])
      return [
        { shape: 'path', d: cubic(curve), stroke: colour, strokeWidth: width, dash: [7, 4] },
        { shape: 'circle', centre: middle, radius: 6.5, fill: palette.card, stroke: colour, strokeWidth: 1.2 },
        { shape: 'path', d: cross, stroke: colour, strokeWidth: 1.6, round: true },
      ]
    }
    case 'allied-with':
      return [
        { shape: 'path', d: cubic(curve), stroke: colour, strokeWidth: width },
        { shape: 'circle', centre: start, radius: 1.6 + width, fill: colour },
        { shape: 'circle', centre: end, radius: 1.6 + width, fill: colour },
      ]
    case 'personal':
      return [{ shape: 'path', d: cubic(curve), stroke: colour, strokeWidth: width, dash: [0.01, width + 3.2], round: true }]
    default:
      return kind satisfies never
  }
}

function boundsOf(points: readonly Point[], margin: number): Rect {
  const box = hull(points.map((point) => ({ ...point, width: 0, height: 0 }))) ?? { x: 0, y: 0, width: 0, height: 0 }
  return inflate(box, margin)
}
