import type { Rect } from '../layout/geometry'
import type { Side } from '../model/scales'
import { CARD_METRICS, type CardMetrics, DISC, MOST_CHIPS, pipsWidth } from './cardMetrics'
import { depthPips, lock, roleChip, singleThreadMark, stanceBadge } from './icons'
import { hatching, markRow } from './marks'
import { type Palette, type ToneColours, toneColours } from './palette'
import { coordinate, onGround, type Primitive } from './primitives'
import type { SceneCard } from './sceneTypes'
import { ellipsize, fitTwoLines, type Font, measure } from './text'

/**
 * How much of a card is drawn: everything, or, where it is seen from far away, its ground, badge and letters with the name as
 * large as the card allows.
 */
export type Detail = 'full' | 'overview'

/** The primitives of a card, whatever its kind. */
export function cardPrimitives(card: SceneCard, palette: Palette, detail: Detail = 'full'): Primitive[] {
  if (card.disc) return discPrimitives(card, card.disc, palette, detail)
  if (card.size === 'disc') return []
  const metrics = CARD_METRICS[card.size]
  const colours = toneColours(card.tone, palette)
  const ground = groundOf(card, colours, palette)
  const body = frame(card.rect, card.side, card.holder !== 'person' || card.struck, ground, metrics, palette)
  if (card.struck) body.push(hatching(card, palette))
  const { x, y, width, height } = card.rect
  if (detail === 'full') {
    const rim = markRow(card.marks, { left: x + metrics.left, right: x + width - metrics.right }, y - 1, metrics.rimMark, palette)
    return [...body, ...content(card, metrics, palette), ...rim]
  }
  // The foremost mark alone, as large as the margin around a card allows.
  const side = height * 0.27
  const span = { left: x + metrics.left, right: x + width - metrics.right / 2 }
  const rim = markRow(card.marks.slice(0, 1), span, y + side / 2 + 1.5 - RIM, side, palette)
  return [...body, ...overview(card, metrics, palette), ...rim]
}

/** How far marks may reach over a card's rim. */
export const RIM = 8

/** The outline of a card: rounded for theirs, with cut corners for third parties, with very round ends for ours. */
export function cardOutline(rect: Rect, side: Side, radius: number): string {
  const { x, y, width, height } = rect
  const c = coordinate
  if (side === 'third-party') {
    const cut = radius * 1.1
    return `M${c(x + cut)} ${c(y)}H${c(x + width - cut)}L${c(x + width)} ${c(y + cut)}V${c(y + height - cut)}L${c(x + width - cut)} ${c(y + height)}H${c(x + cut)}L${c(x)} ${c(y + height - cut)}V${c(y + cut)}Z`
  }
  const r = Math.min(side === 'ours' ? radius * 2.2 : radius, height / 2)
  const arc = (dx: number, dy: number): string => `a${c(r)} ${c(r)} 0 0 1 ${c(dx)} ${c(dy)}`
  return `M${c(x + r)} ${c(y)}H${c(x + width - r)}${arc(r, r)}V${c(y + height - r)}${arc(-r, r)}H${c(x + r)}${arc(-r, -r)}V${c(y + r)}${arc(r, -r)}Z`
}

interface Ground {
  readonly fill: string
  readonly border: string
  readonly bar: string | null
}

function groundOf(card: SceneCard, colours: ToneColours | null, palette: Palette): Ground {
  const quiet = card.side === 'ours' ? palette.ours : card.side === 'third-party' ? palette.thirdParty : palette.card
  if (!colours) return { fill: quiet, border: palette.cardBorder, bar: null }
  return { fill: colours.fill, border: mix(colours.fill, colours.accent, 0.45), bar: colours.accent }
}

function frame(
  rect: Rect,
  side: Side,
  dashed: boolean,
  ground: Ground,
  { radius, bar }: CardMetrics,
  palette: Palette,
): Primitive[] {
  const outline = cardOutline(rect, side, radius)
  return [
    { shape: 'path', d: outline, fill: ground.fill },
    ...(ground.bar === null ? [] : [{ shape: 'path', d: barPath(rect, side, radius, bar), fill: ground.bar } as const]),
    { shape: 'path', d: outline, stroke: dashed ? palette.inkQuiet : ground.border, ...(dashed && { dash: [4, 3] }) },
  ]
}

/** The slice of a card's outline that lies in its first `bar` units. */
function barPath({ x, y, height }: Rect, side: Side, radius: number, bar: number): string {
  const c = coordinate
  if (side === 'third-party') {
    const cut = radius * 1.1
    return `M${c(x + bar)} ${c(y + cut - bar)}L${c(x)} ${c(y + cut)}V${c(y + height - cut)}L${c(x + bar)} ${c(y + height - cut + bar)}Z`
  }
  const r = Math.min(side === 'ours' ? radius * 2.2 : radius, height / 2)
  const inset = r - Math.sqrt(r * r - (r - bar) * (r - bar))
  return `M${c(x + bar)} ${c(y + inset)}A${c(r)} ${c(r)} 0 0 0 ${c(x)} ${c(y + r)}V${c(y + height - r)}A${c(r)} ${c(r)} 0 0 0 ${c(x + bar)} ${c(y + height - inset)}Z`
}

function content(card: SceneCard, m: CardMetrics, palette: Palette): Primitive[] {
  const { x, y, width } = card.rect
  const left = x + m.left
  const right = x + width - m.right
  const twoLines = card.name.lines.length > 1
  const quiet = card.holder !== 'person'
  const out: Primitive[] = card.name.lines.map((text, i) => ({
    shape: 'text',
    x: left,
    y: y + (twoLines ? (m.nameBaselines[i] ?? 0) : m.nameBaseline),
    text,
    font: card.name.font,
    fill: quiet ? palette.inkSoft : palette.ink,
  }))
  if (card.struck) out.push(...struckThrough(out, palette))
  const [title = ''] = card.title.lines
  if (title !== '') {
    out.push({
      shape: 'text',
      x: left,
      y: y + (twoLines ? m.titleBaselineUnderTwo : m.titleBaseline),
      text: title,
      font: card.title.font,
      fill: palette.inkSoft,
    })
  }
  out.push(...badge(card, right - m.badge / 2, y + m.nameBaseline - m.name.single.size * 0.36, m.badge, palette))
  if (card.secrecy !== 'open')
    out.push(...lock(right - m.mark, y + m.titleBaseline - m.title.size * 0.36, m.mark, palette.inkSoft))
  out.push(...marks(card, left, right, y + m.markRow, m, palette))
  return out
}

/** A line through each text. */
function struckThrough(texts: readonly Primitive[], palette: Palette): Primitive[] {
  return texts.flatMap((text): Primitive[] => {
    if (text.shape !== 'text') return []
    const width = measure(text.text, text.font)
    const left = text.anchor === 'middle' ? text.x - width / 2 : text.x
    const y = text.y - text.font.size * 0.34
    return [
      { shape: 'path', d: `M${coordinate(left)} ${coordinate(y)}h${coordinate(width)}`, stroke: palette.ink, strokeWidth: 1.2 },
    ]
  })
}

/** The row at the foot: role letters and the layer's word from the left, depth and the single-thread mark from the right. */
function marks(card: SceneCard, left: number, right: number, middle: number, m: CardMetrics, palette: Palette): Primitive[] {
  const out: Primitive[] = []
  let x = left
  for (const role of shownRoles(card)) {
    out.push(...roleChip(role.letter, x, middle, m.chip, m.chipFont.size, roleColours(role.order, palette), palette))
    x += m.chip + m.gap * 0.6
  }
  const more = card.roles.length - shownRoles(card).length
  if (more > 0) {
    const text = `+${more}`
    out.push({ shape: 'text', x, y: middle + m.note.size * 0.36, text, font: m.note, fill: palette.inkSoft })
    x += measure(text, m.note) + m.gap
  }
  const [note = ''] = card.note?.lines ?? []
  if (card.note && note !== '') {
    out.push({
      shape: 'text',
      x: x + (x > left ? m.gap * 0.4 : 0),
      y: middle + m.note.size * 0.36,
      text: note,
      font: card.note.font,
      fill: palette.inkSoft,
    })
  }
  let edge = right
  if (card.depth !== undefined) {
    edge -= pipsWidth(m)
    out.push(...depthPips(card.depth, edge, middle, m.pipRadius, m.pipPitch, palette))
    edge -= m.gap
  }
  if (card.singleThreaded) out.push(...singleThreadMark(edge - m.mark, middle, m.mark, palette))
  return out
}

function shownRoles(card: Pick<SceneCard, 'roles'>): SceneCard['roles'] {
  return card.roles.length > MOST_CHIPS ? card.roles.slice(0, MOST_CHIPS - 1) : card.roles
}

/** Where the layer's word may stand in the row of marks: the width left between what else is there. */
export function noteWidth(card: Pick<SceneCard, 'roles' | 'depth' | 'singleThreaded'>, m: CardMetrics): number {
  const chips = shownRoles(card).length
  const more = card.roles.length - chips
  const taken =
    chips * (m.chip + m.gap * 0.6) +
    (more > 0 ? measure(`+${more}`, m.note) + m.gap : 0) +
    (chips > 0 ? m.gap * 0.4 : 0) +
    (card.depth === undefined ? 0 : pipsWidth(m) + m.gap) +
    (card.singleThreaded ? m.mark + m.gap : 0)
  return m.width - m.left - m.right - taken
}

function badge(card: SceneCard, x: number, y: number, diameter: number, palette: Palette): Primitive[] {
  if (card.stance === undefined) return []
  return stanceBadge(card.stance, card.weakness !== undefined, { x, y }, diameter, palette.stances[card.stance], palette)
}

function roleColours(order: number, palette: Palette): ToneColours {
  return toneColours({ family: 'role', order }, palette) ?? { fill: palette.card, accent: palette.inkQuiet }
}

function overview(card: SceneCard, m: CardMetrics, palette: Palette): Primitive[] {
  const { x, y, width, height } = card.rect
  const left = x + m.left
  const room = width - m.left - m.right
  const fill = card.holder === 'person' ? palette.ink : palette.inkSoft
  // Somebody without a part and without a judgement has but a name, in the middle.
  if (card.roles.length === 0 && (card.stance === undefined || card.stance === 'unknown')) {
    const { lines, font } = fitTwoLines(card.name.full, room, overviewFont(height, 'large'), overviewFont(height, 'small'))
    return lines.map((text, i) => {
      const middle = y + height / 2 + (i - (lines.length - 1) / 2) * font.size * 1.15
      return { shape: 'text', x: left, y: middle + font.size * 0.36, text, font, fill }
    })
  }
  const large = overviewFont(height, 'large')
  const font = measure(card.name.full, large) <= room ? large : overviewFont(height, 'small')
  const name: Primitive = {
    shape: 'text',
    x: left,
    y: y + height * 0.44,
    text: ellipsize(card.name.full, room, font),
    font,
    fill,
  }
  const chip = height * 0.32
  const foot = y + height * 0.74
  const fits = Math.max(0, Math.floor((room - chip * 1.3) / (chip * 1.15)))
  return [
    name,
    ...badge(card, x + width - m.right - chip / 2, foot, chip, palette),
    ...card.roles
      .slice(0, fits)
      .flatMap((role, i) =>
        roleChip(role.letter, left + i * chip * 1.15, foot, chip, chip * 0.68, roleColours(role.order, palette), palette),
      ),
  ]
}

/** One size for names as short as most Chinese ones, one for all others: more sizes would look like more ranks. */
function overviewFont(height: number, size: 'large' | 'small'): Font {
  return { size: height * (size === 'large' ? 0.4 : 0.29), weight: 600 }
}

function discPrimitives(
  card: SceneCard,
  { centre, radius }: NonNullable<SceneCard['disc']>,
  palette: Palette,
  detail: Detail,
): Primitive[] {
  const colours = toneColours(card.tone, palette)
  const ground = groundOf(card, colours, palette)
  const dashed = card.holder !== 'person' || card.struck
  const face = { x: centre.x - radius, y: centre.y - radius, width: 2 * radius, height: 2 * radius }
  const outline: Primitive =
    card.side === 'third-party'
      ? {
          shape: 'path',
          d: cardOutline(face, card.side, radius * 0.52),
          fill: ground.fill,
          stroke: ground.bar ?? palette.line,
          strokeWidth: 2,
        }
      : {
          shape: 'circle',
          centre,
          radius,
          fill: ground.fill,
          stroke: ground.bar ?? palette.line,
          strokeWidth: 2,
          ...(dashed && { dash: [4, 3] }),
        }
  const out: Primitive[] = [outline]
  if (card.struck) out.push(hatching(card, palette))
  out.push(...badge(card, centre.x, centre.y, Math.min(26, radius), palette))
  const chip = 14
  const shown = shownRoles(card)
  shown.forEach((role, i) => {
    // Letters sit on the disc's upper right border, one beside the other.
    const angle = -Math.PI / 4
    const left = centre.x + radius * Math.cos(angle) - chip / 2 + i * (chip + 2)
    out.push(
      ...roleChip(role.letter, left, centre.y + radius * Math.sin(angle), chip, 9.5, roleColours(role.order, palette), palette),
    )
  })
  // Marks keep to the upper left, where no letters are.
  const span = { left: card.rect.x, right: centre.x - radius * 0.2 }
  out.push(...markRow(card.marks, span, centre.y - radius * 0.8, 14, palette))
  const foot = centre.y + radius
  const fill = dashed ? palette.inkSoft : palette.ink
  const caption = (text: string, y: number, font: Font, ink: string): Primitive[] =>
    onGround({ shape: 'text', x: centre.x, y, text, font, fill: ink, anchor: 'middle' }, palette.ground)
  if (detail === 'overview') {
    const { overviewName: font, captionWidth } = DISC
    return [...out, ...caption(ellipsize(card.name.full, captionWidth, font), foot + DISC.overviewDrop, font, fill)]
  }
  const [name = ''] = card.name.lines
  const [title = ''] = card.title.lines
  const named = caption(name, foot + DISC.nameDrop, card.name.font, fill)
  out.push(...named, ...(card.struck ? struckThrough(named, palette) : []))
  if (title !== '') out.push(...caption(title, foot + DISC.titleDrop, card.title.font, palette.inkSoft))
  return out
}

/** `share` of `b` in `a`; both as #rrggbb. */
function mix(a: string, b: string, share: number): string {
  const channel = (at: number): string => {
    const from = Number.parseInt(a.slice(at, at + 2), 16)
    const to = Number.parseInt(b.slice(at, at + 2), 16)
    return Math.round(from + (to - from) * share)
      .toString(16)
      .padStart(2, '0')
  }
  return `#${channel(1)}${channel(3)}${channel(5)}`
}
