import type { Palette } from '../../src-shared/scene/palette'
import { cardPrimitives, type Detail } from '../../src-shared/scene/cardPrimitives'
import type { SceneCard } from '../../src-shared/scene/sceneTypes'
import { drawPrimitives } from './drawPrimitives'

/** Bleed around a card for its border and its letters on the rim, in map units. */
const BLEED = 8
/** Largest side of the sheet in device pixels; cards beyond its room are drawn anew each time. */
const LARGEST_SIDE = 4096

/** How pictures are made. */
export interface PictureSettings {
  /** Of the largest card, in map units. */
  readonly width: number
  readonly height: number
  /** Device pixels a map unit, and a CSS pixel. */
  readonly scale: number
  readonly ratio: number
  readonly palette: Palette
  readonly detail: Detail
}

interface Slot {
  readonly x: number
  readonly y: number
}

type Context = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D

/**
 * Pictures of cards on one sheet, made when a card first comes into view, so that panning and zooming copy pixels instead of
 * setting type. A card is known by what it shows, not by where it stands: moving cards, or a new scene with the same cards, costs
 * nothing.
 */
export class CardAtlas {
  private readonly sheet = new OffscreenCanvas(1, 1)
  private readonly context: OffscreenCanvasRenderingContext2D
  private readonly slots = new Map<string, Slot>()
  private settings: PictureSettings | null = null
  private cell = { width: 1, height: 1 }

  constructor() {
    const context = this.sheet.getContext('2d')
    if (!context) throw new Error('this browser gives no canvas to draw on')
    this.context = context
  }

  /** Makes room for cards of a scene, known by `keys`. Pictures made otherwise are forgotten, and all where the room runs out. */
  prepare(settings: PictureSettings, keys: readonly string[]): void {
    const cell = this.cellOf(settings)
    const missing = keys.reduce((sum, key) => sum + (this.slots.has(key) ? 0 : 1), 0)
    if (this.settings && same(this.settings, settings) && this.slots.size + missing <= this.room(cell)) return
    this.settings = settings
    this.cell = cell
    this.slots.clear()
    const columns = Math.max(1, Math.min(Math.floor(LARGEST_SIDE / cell.width), Math.ceil(Math.sqrt(keys.length * 2))))
    // Twice the room, so that going to and fro between two layers makes no picture twice.
    const rows = Math.max(1, Math.min(Math.floor(LARGEST_SIDE / cell.height), Math.ceil((keys.length * 2) / columns)))
    // Setting a side clears the sheet, also to the same length.
    this.sheet.width = columns * cell.width
    this.sheet.height = rows * cell.height
  }

  /**
   * Makes the picture of a card that is about to be drawn. All of a frame's pictures are made before the first is drawn: a browser
   * copies the whole sheet whenever it is drawn from after it was drawn on.
   */
  make(card: SceneCard, key: string): void {
    const index = this.slots.size
    if (!this.settings || this.slots.has(key) || index >= this.room(this.cell)) return
    const columns = Math.floor(this.sheet.width / this.cell.width)
    const slot = { x: (index % columns) * this.cell.width, y: Math.floor(index / columns) * this.cell.height }
    this.slots.set(key, slot)
    const inset = BLEED * this.settings.scale
    setCard(this.context, card, slot.x + inset, slot.y + inset, this.settings.scale, this.settings)
  }

  /** Draws a card so that its corner comes to (x, y), at `scale`, all in device pixels. Leaves the identity transform on `target`. */
  draw(target: CanvasRenderingContext2D, card: SceneCard, key: string, x: number, y: number, scale: number): void {
    if (!this.settings) return
    const slot = this.slots.get(key)
    const size = scale / this.settings.scale
    const { width, height } = this.cell
    if (!slot) {
      setCard(target, card, x, y, scale, this.settings)
      target.setTransform(1, 0, 0, 1, 0, 0)
    } else if (size === 1) {
      // On whole pixels, or letters blur.
      target.drawImage(
        this.sheet,
        slot.x,
        slot.y,
        width,
        height,
        Math.round(x - BLEED * scale),
        Math.round(y - BLEED * scale),
        width,
        height,
      )
    } else {
      target.drawImage(
        this.sheet,
        slot.x,
        slot.y,
        width,
        height,
        x - BLEED * scale,
        y - BLEED * scale,
        width * size,
        height * size,
      )
    }
  }

  private cellOf({ width, height, scale }: PictureSettings): { width: number; height: number } {
    return { width: Math.ceil((width + 2 * BLEED) * scale), height: Math.ceil((height + 2 * BLEED) * scale) }
  }

  private room(cell: { readonly width: number; readonly height: number }): number {
    return Math.floor(this.sheet.width / cell.width) * Math.floor(this.sheet.height / cell.height)
  }
}

function same(a: PictureSettings, b: PictureSettings): boolean {
  return (
    a.width === b.width &&
    a.height === b.height &&
    a.scale === b.scale &&
    a.ratio === b.ratio &&
    a.palette === b.palette &&
    a.detail === b.detail
  )
}

function setCard(
  context: Context,
  card: SceneCard,
  x: number,
  y: number,
  scale: number,
  { ratio, palette, detail }: PictureSettings,
): void {
  context.setTransform(scale, 0, 0, scale, x - card.rect.x * scale, y - card.rect.y * scale)
  drawPrimitives(context, cardPrimitives(card, palette, detail), scale / ratio)
}
