import { overlaps, type Point, type Rect, type Size } from '../../src-shared/layout/geometry'
import type { Scene, SceneCard } from '../../src-shared/scene/sceneTypes'
import { isMac } from '../client/client'
import { type Camera, middle, visible } from './camera'
import { type GestureMarks, HANDLE, handleOf } from './gestureMarks'
import { snap } from './snapping'

/** What gestures see of the map and do with it. Points `at` are in CSS pixels of the view. */
export interface GestureHost {
  scene(): Scene | null
  camera(): Camera
  pan(by: Point): void
  size(): Size
  /** Cards with a handle now: under the pointer or selected. */
  handled(): readonly SceneCard[]
  /** Cards that are selected together. */
  marked(): ReadonlySet<string>
  /** Something of the gesture has changed: paint. */
  shown(marks: Omit<GestureMarks, 'handles'>, shifts: ReadonlyMap<string, Point>): void
  /** The keyboard is to be with the map. */
  grasped(): void
  toggled(card: SceneCard): void
  enclosed(cards: readonly SceneCard[], add: boolean): void
  tied(from: SceneCard, to: SceneCard, at: Point): void
  /** Put beside others: pinned there. */
  placed(cards: readonly SceneCard[], shift: Point): void
  /** Put on another: reports to it. */
  subordinated(cards: readonly SceneCard[], superior: SceneCard, at: Point): void
}

type Gesture =
  | { readonly kind: 'toggle'; readonly card: SceneCard | null; readonly start: Point }
  | { readonly kind: 'marquee'; readonly start: Point }
  | { readonly kind: 'tie'; readonly from: SceneCard }
  | { readonly kind: 'press'; readonly card: SceneCard; readonly start: Point }
  | { readonly kind: 'move'; readonly card: SceneCard; readonly cards: readonly SceneCard[]; readonly start: Point }

/** Pixels a pointer wanders before a press becomes a drag. */
const THRESHOLD = 5
/** How near edges of cards snap, and how near the view's edge the map begins to move, in CSS pixels. */
const SNAP_REACH = 6
const EDGE = 32
const EDGE_SPEED = 14

const nothingShown = { link: null, target: null, marquee: null, guides: [] }

/**
 * Drags that edit: a card moved or dropped on another, a tie drawn from a card's handle, a frame around several (Shift). Whatever
 * else is done with the pointer, panning above all, stays with Cytoscape.
 */
export class Gestures {
  private gesture: Gesture | null = null
  private at: Point = { x: 0, y: 0 }
  private beside = false
  private free = false
  private scrolling = 0

  constructor(
    private readonly container: HTMLElement,
    private readonly host: GestureHost,
    signal: AbortSignal,
  ) {
    const early = { capture: true, signal }
    container.addEventListener('pointerdown', (event) => this.down(event), early)
    window.addEventListener('pointermove', (event) => this.move(event), early)
    window.addEventListener('pointerup', (event) => this.up(event), early)
    window.addEventListener('pointercancel', () => this.cancel(), early)
    window.addEventListener(
      'keydown',
      (event) => {
        if (event.key !== 'Escape' || this.gesture === null) return
        event.preventDefault()
        event.stopPropagation()
        this.cancel()
      },
      early,
    )
    signal.addEventListener('abort', () => cancelAnimationFrame(this.scrolling))
  }

  /** Whether a drag is under way. */
  get busy(): boolean {
    return this.gesture !== null && this.gesture.kind !== 'press'
  }

  private down(event: PointerEvent): void {
    if (event.button !== 0 || !event.isPrimary) return
    this.note(event)
    const card = this.cardAt(this.at)
    const grip = this.gripAt(this.at)
    const start = this.toMap(this.at)
    if (grip) this.gesture = { kind: 'tie', from: grip }
    else if (event.shiftKey || (isMac ? event.metaKey : event.ctrlKey)) this.gesture = { kind: 'toggle', card, start }
    else if (card && this.host.scene()?.drawing !== 'grid') this.gesture = { kind: 'press', card, start }
    else return
    if (this.gesture.kind === 'press') return
    // No mouse events follow, so that Cytoscape takes this press for nothing of its own.
    event.preventDefault()
    this.host.grasped()
  }

  private move(event: PointerEvent): void {
    const { gesture } = this
    if (!gesture || !event.isPrimary) return
    this.note(event)
    if (gesture.kind === 'press' || gesture.kind === 'toggle') {
      const { zoom } = this.host.camera()
      const now = this.toMap(this.at)
      if (Math.hypot(now.x - gesture.start.x, now.y - gesture.start.y) * zoom < THRESHOLD) return
      if (gesture.kind === 'toggle') this.gesture = { kind: 'marquee', start: gesture.start }
      else {
        const marked = this.host.marked()
        const together = marked.has(gesture.card.id) ? this.cards().filter(({ id }) => marked.has(id)) : [gesture.card]
        this.gesture = { kind: 'move', card: gesture.card, cards: together, start: gesture.start }
      }
    }
    this.show()
    if (this.scrolling === 0) this.scrolling = requestAnimationFrame(() => this.scroll())
  }

  private up(event: PointerEvent): void {
    const { gesture, host } = this
    if (!gesture || !event.isPrimary) return
    this.note(event)
    this.finish()
    switch (gesture.kind) {
      case 'press':
        return
      case 'toggle':
        if (gesture.card) host.toggled(gesture.card)
        return
      case 'marquee': {
        const frame = between(gesture.start, this.toMap(this.at))
        host.enclosed(
          this.cards().filter(({ rect }) => overlaps(rect, frame)),
          event.ctrlKey || event.metaKey,
        )
        return
      }
      case 'tie': {
        const to = this.cardAt(this.at)
        if (to && to.id !== gesture.from.id) host.tied(gesture.from, to, this.at)
        return
      }
      case 'move': {
        const target = this.superiorFor(gesture)
        if (target) host.subordinated(gesture.cards, target, this.at)
        else host.placed(gesture.cards, this.shiftOf(gesture).shift)
        return
      }
      default:
        return gesture satisfies never
    }
  }

  private cancel(): void {
    const { gesture } = this
    if (!gesture) return
    this.finish()
    this.host.shown(nothingShown, new Map())
  }

  private finish(): void {
    const { gesture } = this
    this.gesture = null
    cancelAnimationFrame(this.scrolling)
    this.scrolling = 0
    if (!gesture || gesture.kind === 'press' || gesture.kind === 'toggle') return
    // What was put somewhere stays there until the map has been laid out anew.
    const stays = gesture.kind === 'move' && !this.superiorFor(gesture)
    this.host.shown(nothingShown, stays ? this.shifts(gesture) : new Map())
  }

  private show(): void {
    const { gesture } = this
    switch (gesture?.kind) {
      case 'marquee':
        this.host.shown({ ...nothingShown, marquee: between(gesture.start, this.toMap(this.at)) }, new Map())
        return
      case 'tie': {
        const target = this.cardAt(this.at)
        const link = { from: handleOf(gesture.from), to: this.toMap(this.at) }
        this.host.shown({ ...nothingShown, link, target: target?.id === gesture.from.id ? null : target }, new Map())
        return
      }
      case 'move': {
        const target = this.superiorFor(gesture)
        const { guides } = this.shiftOf(gesture)
        this.host.shown({ ...nothingShown, target, guides: target ? [] : guides }, this.shifts(gesture))
        return
      }
      default:
        return
    }
  }

  /** Moves the map while something is held near the edge of the view. */
  private scroll(): void {
    this.scrolling = 0
    if (!this.busy) return
    const { width, height } = this.host.size()
    const by = { x: push(this.at.x, width), y: push(this.at.y, height) }
    if (by.x !== 0 || by.y !== 0) {
      this.host.pan(by)
      this.show()
    }
    this.scrolling = requestAnimationFrame(() => this.scroll())
  }

  private shifts(gesture: Gesture & { kind: 'move' }): Map<string, Point> {
    const { shift } = this.shiftOf(gesture)
    return new Map(gesture.cards.map(({ id }) => [id, shift]))
  }

  /** How far the cards in hand are from their place, and where their edges meet others'; with Ctrl nothing snaps. */
  private shiftOf({ card, cards, start }: Gesture & { kind: 'move' }) {
    const now = this.toMap(this.at)
    const shift = { x: now.x - start.x, y: now.y - start.y }
    if (this.free) return { shift, guides: [] }
    const camera = this.host.camera()
    const inView = visible(camera, this.host.size())
    const held = new Set(cards.map(({ id }) => id))
    const others = this.cards().filter(({ id, rect }) => !held.has(id) && overlaps(rect, inView))
    const moved = { ...card.rect, x: card.rect.x + shift.x, y: card.rect.y + shift.y }
    const { dx, dy, guides } = snap(
      moved,
      others.map(({ rect }) => rect),
      SNAP_REACH / camera.zoom,
    )
    return { shift: { x: shift.x + dx, y: shift.y + dy }, guides }
  }

  /** Whom the cards in hand would report to; nobody with Alt, which puts them down, nor where there are no reporting lines. */
  private superiorFor({ cards }: Gesture & { kind: 'move' }): SceneCard | null {
    if (this.beside || this.host.scene()?.drawing !== 'role') return null
    const held = new Set(cards.map(({ id }) => id))
    return this.cardAt(this.at, held)
  }

  private note(event: PointerEvent): void {
    const box = this.container.getBoundingClientRect()
    this.at = { x: event.clientX - box.left, y: event.clientY - box.top }
    this.beside = event.altKey
    this.free = event.ctrlKey || event.metaKey
  }

  private toMap(at: Point): Point {
    const { zoom, pan } = this.host.camera()
    return { x: (at.x - pan.x) / zoom, y: (at.y - pan.y) / zoom }
  }

  private cards(): readonly SceneCard[] {
    return this.host.scene()?.cards ?? []
  }

  private cardAt(at: Point, except: ReadonlySet<string> = new Set()): SceneCard | null {
    const point = this.toMap(at)
    return this.cards().findLast((card) => !except.has(card.id) && isOn(card, point)) ?? null
  }

  private gripAt(at: Point): SceneCard | null {
    const point = this.toMap(at)
    const reach = HANDLE.reach / this.host.camera().zoom
    const near = (card: SceneCard): boolean => {
      const { x, y } = handleOf(card)
      return card.personId !== null && Math.hypot(point.x - x, point.y - y) <= reach
    }
    return this.host.handled().find(near) ?? null
  }
}

function isOn({ rect, disc }: SceneCard, { x, y }: Point): boolean {
  if (disc) return Math.hypot(x - disc.centre.x, y - disc.centre.y) <= disc.radius
  return x >= rect.x && x <= rect.x + rect.width && y >= rect.y && y <= rect.y + rect.height
}

function between(a: Point, b: Point): Rect {
  return { x: Math.min(a.x, b.x), y: Math.min(a.y, b.y), width: Math.abs(a.x - b.x), height: Math.abs(a.y - b.y) }
}

/** Pixels by which the map moves in a frame: more the further the pointer is into, or beyond, the edge. */
function push(at: number, room: number): number {
  if (at < EDGE) return EDGE_SPEED * Math.min(1, (EDGE - at) / EDGE)
  if (at > room - EDGE) return -EDGE_SPEED * Math.min(1, (at - room + EDGE) / EDGE)
  return 0
}

/** The point of a card that pins hold: its centre, on the influence map its disc's. */
export function pinPoint({ rect, disc }: SceneCard): Point {
  return disc?.centre ?? middle(rect)
}
