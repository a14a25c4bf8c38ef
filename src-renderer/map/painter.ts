import { overlaps, type Point, type Rect, type Size } from '../../src-shared/layout/geometry'
import { CARD_METRICS, DISC } from '../../src-shared/scene/cardMetrics'
import type { Detail } from '../../src-shared/scene/cardPrimitives'
import type { Palette } from '../../src-shared/scene/palette'
import type { PrimitiveGroup } from '../../src-shared/scene/primitives'
import {
  departmentGroup,
  departmentLabel,
  FADED,
  lineGroup,
  regionGroup,
  stepGroup,
  tieGroup,
} from '../../src-shared/scene/scenePrimitives'
import type { Scene, SceneCard } from '../../src-shared/scene/sceneTypes'
import { type Camera, visible } from './camera'
import { CardAtlas } from './cardAtlas'
import { drawPrimitives } from './drawPrimitives'
import { drawGesture, type GestureMarks, outlineOf } from './gestureMarks'

/** What is emphasised on top of the picture, and what is under way. */
export interface Marks {
  readonly selectedCard: string | null
  /** Cards that are selected beside that one. */
  readonly marked: ReadonlySet<string>
  readonly gesture: GestureMarks
  readonly selectedTie: string | null
  readonly hovered: string | null
  /** Cards on their way or in somebody's hand: how far from their place. */
  readonly shifts: ReadonlyMap<string, Point>
  /** 0–1: how far ties and lines of a new arrangement have appeared. */
  readonly appeared: number
  /** While the map is being moved, pictures of cards are stretched rather than made anew. */
  readonly moving: boolean
}

/** Below this height of a name on the screen, in CSS pixels, cards are drawn as an overview. */
const LEAST_NAME = 7

/** What lies under the cards. */
interface Backdrop {
  readonly boxes: readonly PrimitiveGroup[]
  readonly labels: readonly PrimitiveGroup[]
}

const emptyBackdrop: Backdrop = { boxes: [], labels: [] }

/** Paints a scene on a canvas: what is in view, cards from an atlas of pictures. */
export class Painter {
  private readonly context: CanvasRenderingContext2D
  private readonly atlas = new CardAtlas()
  private scene: Scene | null = null
  /** Since the last painting: pictures then have to be made ready, even on the move. */
  private changed = true
  private palette: Palette | null = null
  private backdrop: Readonly<Record<Detail, Backdrop>> = { full: emptyBackdrop, overview: emptyBackdrop }
  private lines: readonly PrimitiveGroup[] = []
  private ties: readonly PrimitiveGroup[] = []
  private steps: Readonly<Record<Detail, readonly PrimitiveGroup[]>> = { full: [], overview: [] }
  private keys: readonly string[] = []
  private largest: Size = { width: 0, height: 0 }

  constructor(private readonly canvas: HTMLCanvasElement) {
    const context = canvas.getContext('2d', { alpha: false })
    if (!context) throw new Error('this browser gives no canvas to draw on')
    this.context = context
  }

  setScene(scene: Scene, palette: Palette): void {
    this.scene = scene
    this.palette = palette
    this.changed = true
    this.backdrop = backdropOf(scene, palette)
    this.lines = scene.lines.map((line) => lineGroup(line, palette))
    this.ties = scene.ties.map((tie) => tieGroup(tie, palette))
    const stepsAt = (detail: Detail) => scene.steps.map((step) => stepGroup(step, palette, detail))
    this.steps = { full: stepsAt('full'), overview: stepsAt('overview') }
    this.keys = scene.cards.map(pictureKey)
    this.largest = {
      width: Math.max(0, ...scene.cards.map(({ rect }) => rect.width)),
      height: Math.max(0, ...scene.cards.map(({ rect }) => rect.height)),
    }
  }

  /** Fits the canvas to its place. `ratio`: device pixels a CSS pixel. */
  resize(view: Size, ratio: number): void {
    const width = Math.max(1, Math.round(view.width * ratio))
    const height = Math.max(1, Math.round(view.height * ratio))
    if (this.canvas.width !== width) this.canvas.width = width
    if (this.canvas.height !== height) this.canvas.height = height
  }

  paint(camera: Camera, view: Size, ratio: number, marks: Marks): void {
    const { context, scene, palette } = this
    if (!scene || !palette) return
    const scale = camera.zoom * ratio
    const inView = visible(camera, view)
    const toMap = (): void => context.setTransform(scale, 0, 0, scale, camera.pan.x * ratio, camera.pan.y * ratio)

    context.setTransform(1, 0, 0, 1, 0, 0)
    context.globalAlpha = 1
    context.fillStyle = palette.ground
    context.fillRect(0, 0, this.canvas.width, this.canvas.height)
    toMap()
    const detail = detailAt(scene, camera.zoom)
    this.drawGroups(this.backdrop[detail].boxes, inView, camera.zoom, 1)
    this.drawGroups(this.lines, inView, camera.zoom, marks.appeared)
    this.drawGroups(this.backdrop[detail].labels, inView, camera.zoom, 1)
    this.drawGroups(this.ties, inView, camera.zoom, marks.appeared)

    if (this.changed || !marks.moving) this.atlas.prepare({ ...this.largest, scale, ratio, palette, detail }, this.keys)
    this.changed = false
    const placed = scene.cards.flatMap((card, i) => {
      const shift = marks.shifts.get(card.id)
      const rect = shift ? { ...card.rect, x: card.rect.x + shift.x, y: card.rect.y + shift.y } : card.rect
      return overlaps(rect, inView) ? [{ card, rect, key: this.keys[i] ?? '' }] : []
    })
    for (const { card, key } of placed) this.atlas.make(card, key)
    context.setTransform(1, 0, 0, 1, 0, 0)
    for (const { card, rect, key } of placed) {
      context.globalAlpha = card.faded ? FADED : 1
      this.atlas.draw(
        context,
        card,
        key,
        (rect.x * camera.zoom + camera.pan.x) * ratio,
        (rect.y * camera.zoom + camera.pan.y) * ratio,
        scale,
      )
    }
    context.globalAlpha = 1
    toMap()
    this.drawGroups(this.steps[detail], inView, camera.zoom, marks.appeared)
    this.drawMarks(scene, palette, camera.zoom, marks)
  }

  private drawGroups(groups: readonly PrimitiveGroup[], inView: Rect, zoom: number, alpha: number): void {
    if (alpha <= 0) return
    for (const { rect, opacity, primitives } of groups) {
      // A straight line's box has no area, which overlaps nothing.
      if (!overlaps({ ...rect, width: rect.width || 1, height: rect.height || 1 }, inView)) continue
      this.context.globalAlpha = opacity * alpha
      drawPrimitives(this.context, primitives, zoom)
    }
    this.context.globalAlpha = 1
  }

  private drawMarks(scene: Scene, palette: Palette, zoom: number, marks: Marks): void {
    const { context } = this
    const outline = (card: SceneCard, gap: number, width: number, alpha: number): void => {
      const shift = marks.shifts.get(card.id) ?? { x: 0, y: 0 }
      context.save()
      context.translate(shift.x, shift.y)
      context.globalAlpha = alpha
      context.strokeStyle = palette.selection
      context.lineWidth = width / Math.min(1, Math.max(zoom, 0.4))
      context.stroke(new Path2D(outlineOf(card, gap)))
      context.restore()
    }
    const tie = scene.ties.find(({ id }) => id === marks.selectedTie)
    if (tie) {
      const group = tieGroup({ ...tie, width: tie.width + 1.6, faded: false }, palette)
      context.globalAlpha = 1
      drawPrimitives(context, group.primitives, zoom)
    }
    for (const card of scene.cards) {
      if (card.id === marks.selectedCard) outline(card, 2, 2.4, 1)
      else if (marks.marked.has(card.id)) outline(card, 2, 2, 0.75)
      else if (card.id === marks.hovered) outline(card, 0.5, 1.6, 0.55)
    }
    drawGesture(context, marks.gesture, palette, zoom)
  }
}

function backdropOf({ regions, departments }: Scene, palette: Palette): Readonly<Record<Detail, Backdrop>> {
  const at = (detail: Detail): Backdrop => ({
    boxes: [
      ...regions.map((region) => regionGroup(region, palette, detail)),
      ...departments.map((department) => departmentGroup(department, palette, detail)),
    ],
    labels: departments.flatMap((department) => departmentLabel(department, palette, detail)),
  })
  return { full: at('full'), overview: at('overview') }
}

/** Seen from far away, cards show less, but larger. */
function detailAt(scene: Scene, zoom: number): Detail {
  const size = scene.cards[0]?.size
  if (size === undefined) return 'full'
  const name = size === 'disc' ? DISC.name : CARD_METRICS[size].name.single
  return name.size * zoom < LEAST_NAME ? 'overview' : 'full'
}

/** Equal for cards that look alike wherever they stand: whatever their picture shows, and nothing else. */
function pictureKey(card: SceneCard): string {
  const { rect, disc, size, side, holder, name, title, note, roles, stance, weakness, depth, singleThreaded, secrecy, tone } =
    card
  const { marks, struck } = card
  const letters = roles.map(({ letter, order }) => [letter, order])
  return JSON.stringify([
    [rect.width, rect.height, disc?.radius, size, side, holder, letters, stance, weakness, depth, singleThreaded, secrecy, tone],
    [name.lines, title.lines, note?.lines],
    [marks.map(({ kind, text }) => [kind, text]), struck],
  ])
}
