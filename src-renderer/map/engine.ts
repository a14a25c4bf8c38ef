import { hull, type Point, type Rect, type Size } from '../../src-shared/layout/geometry'
import type { Palette } from '../../src-shared/scene/palette'
import type { Scene, SceneCard, SceneTie } from '../../src-shared/scene/sceneTypes'
import {
  between,
  type Camera,
  centred,
  clampZoom,
  fitting,
  middle,
  onScreen,
  opening,
  revealing,
  switching,
  ZOOM,
  zoomedAt,
} from './camera'
import { type GestureMarks, handleOf } from './gestureMarks'
import { Gestures } from './gestures'
import { Painter } from './painter'
import { Stage, type Target } from './stage'
import { tieAt } from './tieAt'

/** What is under the pointer. */
export type Hit =
  | { readonly kind: 'card'; readonly card: SceneCard }
  | { readonly kind: 'tie'; readonly tie: SceneTie }
  | { readonly kind: 'department'; readonly unitId: string; readonly name: string }
  | null

export interface EngineEvents {
  tapped(hit: Hit): void
  /** A double click; `point` of the map, `at` in CSS pixels of the view. */
  opened(hit: Hit, point: Point, at: Point): void
  /** `at` in CSS pixels of the view, whose size is given too. */
  hovered(hit: Hit, at: Point, view: Size): void
  /** The keyboard is to be with the map. */
  grasped(): void
  toggled(card: SceneCard): void
  enclosed(cards: readonly SceneCard[], add: boolean): void
  tied(from: SceneCard, to: SceneCard, at: Point): void
  /** Cards were put down beside others, so far from their places. */
  placed(cards: readonly SceneCard[], shift: Point): void
  /** Cards were dropped on another. */
  subordinated(cards: readonly SceneCard[], superior: SceneCard, at: Point): void
  /** The map stands still again after having been moved or changed. */
  settled(): void
}

const GLIDE_MS = 220
const SETTLE_MS = 120
/** How near the pointer must be to a tie, in CSS pixels. */
const TIE_REACH = 6
const WHEEL_ZOOM = 0.0022

/** The map on the screen: one scene, seen through a camera, painted when something changes. */
export class MapEngine {
  private readonly painter: Painter
  private readonly stage: Stage
  private readonly gestures: Gestures
  private readonly motion = matchMedia('(prefers-reduced-motion: reduce)')
  private readonly off = new AbortController()
  private scene: Scene | null = null
  private selectedCard: string | null = null
  private selectedTie: string | null = null
  private marked: ReadonlySet<string> = new Set()
  private gesture: Omit<GestureMarks, 'handles'> = { link: null, target: null, marquee: null, guides: [] }
  private hoveredCard: string | null = null
  private shifts: ReadonlyMap<string, Point> = new Map()
  private appeared = 1
  private moving = false
  private ungrasped = false
  private frame = 0
  private glide = 0
  private settling: ReturnType<typeof setTimeout> | undefined

  constructor(
    private readonly container: HTMLElement,
    canvas: HTMLCanvasElement,
    private readonly events: EngineEvents,
  ) {
    this.painter = new Painter(canvas)
    this.stage = new Stage(container, {
      moved: () => this.stir(),
      tapped: (target) => events.tapped(this.hitOf(target)),
      opened: (target, at) => events.opened(this.hitOf(target), this.mapPoint(at), at),
      hovered: (target, at) => this.hover(this.hitOf(target), at),
    })
    const { signal } = this.off
    // Before Cytoscape, which would zoom: a wheel or two fingers move the map, with Ctrl or a pinch they zoom.
    container.addEventListener('wheel', (event) => this.wheel(event), { capture: true, passive: false, signal })
    this.gestures = new Gestures(
      container,
      {
        scene: () => this.scene,
        camera: () => this.stage.camera,
        pan: (by) => this.pan(by),
        size: () => this.size,
        handled: () => this.handled(),
        marked: () => this.marked,
        shown: (marks, shifts) => {
          this.gesture = marks
          this.shifts = shifts
          this.stir()
        },
        grasped: () => events.grasped(),
        toggled: (card) => events.toggled(card),
        enclosed: (cards, add) => events.enclosed(cards, add),
        tied: (from, to, at) => events.tied(from, to, at),
        placed: (cards, shift) => events.placed(cards, shift),
        subordinated: (cards, superior, at) => events.subordinated(cards, superior, at),
      },
      signal,
    )
    container.addEventListener('pointerleave', () => this.hover(null, { x: 0, y: 0 }), { signal })
  }

  destroy(): void {
    this.off.abort()
    cancelAnimationFrame(this.frame)
    cancelAnimationFrame(this.glide)
    clearTimeout(this.settling)
    this.stage.destroy()
  }

  /** Shows a scene: a first one from where it reads best, another drawing around the same person, else without moving the camera. */
  setScene(scene: Scene, palette: Palette): void {
    const before = this.scene
    const anchor = before && before.drawing !== scene.drawing ? this.anchor(before, scene) : null
    this.scene = scene
    this.painter.setScene(scene, palette)
    // What can be grabbed follows what is seen, which must not wait for it.
    this.ungrasped ||= !before || !samePlaces(before, scene)
    this.hoveredCard = null
    const held = this.shifts
    this.shifts = new Map()
    if (!before) this.stage.camera = opening(scene.bounds, scene.entry, this.size)
    else {
      const to =
        before.drawing === scene.drawing
          ? this.stage.camera
          : switching(scene.bounds, scene.entry, anchor, this.stage.camera.zoom, this.size)
      this.glideTo(to, before, held)
    }
    this.stir()
    // At once rather than in a frame's time: whoever asked for another layer is waiting for it.
    this.paint()
  }

  mark(selectedCard: string | null, selectedTie: string | null, marked: ReadonlySet<string>): void {
    if (this.selectedCard === selectedCard && this.selectedTie === selectedTie && this.marked === marked) return
    this.selectedCard = selectedCard
    this.selectedTie = selectedTie
    this.marked = marked
    this.repaint()
  }

  resize(): void {
    const { width, height } = this.size
    this.stage.resize()
    const { camera, size } = this.stage
    // What was in the middle stays there.
    const pan = { x: camera.pan.x + (size.width - width) / 2, y: camera.pan.y + (size.height - height) / 2 }
    if (width > 0) this.stage.camera = { ...camera, pan }
    this.repaint()
  }

  fit(): void {
    if (this.scene) this.glideTo(fitting(this.scene.bounds, this.size))
  }

  /** One step nearer (1) or further (−1). */
  zoomStep(direction: 1 | -1): void {
    this.zoomTo(this.stage.camera.zoom * ZOOM.step ** direction)
  }

  zoomTo(zoom: number): void {
    const { width, height } = this.size
    this.glideTo(zoomedAt(this.stage.camera, clampZoom(zoom), { x: width / 2, y: height / 2 }))
  }

  /** A card to the middle of the view, large enough to be read. */
  centreOn(id: string): void {
    const card = this.card(id)
    if (card) this.glideTo(centred(middle(card.rect), Math.max(this.stage.camera.zoom, 0.8), this.size))
  }

  /** Moves the map no further than needed to see a card. */
  reveal(id: string): void {
    const card = this.card(id)
    if (card) this.revealAll([card])
  }

  /** Moves the map no further than needed to see several cards at once, and away from it only where they have no room. */
  revealAll(cards: readonly SceneCard[]): void {
    const around = hull(cards.map(({ rect }) => rect))
    if (!around) return
    const { camera } = this.stage
    const whole = fitting(around, this.size, camera.zoom)
    const to = whole.zoom < camera.zoom ? whole : revealing(camera, around, this.size)
    // Whatever is gliding goes on, as long as nothing has to move for this.
    if (to.zoom !== camera.zoom || to.pan.x !== camera.pan.x || to.pan.y !== camera.pan.y) this.glideTo(to)
  }

  /** The point of the map at a point of the view. */
  mapPoint(at: Point): Point {
    const { zoom, pan } = this.stage.camera
    return { x: (at.x - pan.x) / zoom, y: (at.y - pan.y) / zoom }
  }

  /** Where a part of the map is on the screen, in CSS pixels of the view. */
  screenRect(rect: Rect): Rect {
    return onScreen(this.stage.camera, rect)
  }

  get zoom(): number {
    return this.stage.camera.zoom
  }

  private get size(): Size {
    return this.stage.size
  }

  private card(id: string): SceneCard | undefined {
    return this.scene?.cards.find((card) => card.id === id)
  }

  private hitOf(target: Target): Hit {
    switch (target.kind) {
      case 'card': {
        const card = this.card(target.id)
        return card ? { kind: 'card', card } : null
      }
      case 'department': {
        const name = this.scene?.departments.find(({ unitId }) => unitId === target.unitId)?.label.full ?? ''
        return { ...target, name }
      }
      case 'ground': {
        const tie = this.scene && tieAt(this.scene, target.point, TIE_REACH / this.stage.camera.zoom)
        return tie ? { kind: 'tie', tie } : null
      }
      default:
        return target satisfies never
    }
  }

  private pan(by: Point): void {
    const { camera } = this.stage
    this.stage.camera = { ...camera, pan: { x: camera.pan.x + by.x, y: camera.pan.y + by.y } }
  }

  /** Ties are drawn from the card under the pointer and from the selected one. */
  private handled(): readonly SceneCard[] {
    const ids = [this.hoveredCard, this.selectedCard]
    return this.scene?.cards.filter(({ id, personId }) => personId !== null && ids.includes(id)) ?? []
  }

  private hover(hit: Hit, at: Point): void {
    if (this.gestures.busy) return this.events.hovered(null, at, this.size)
    const card = hit?.kind === 'card' ? hit.card.id : null
    this.container.style.cursor = hit === null ? 'grab' : 'pointer'
    this.events.hovered(hit, at, this.size)
    if (card === this.hoveredCard) return
    this.hoveredCard = card
    this.repaint()
  }

  private wheel(event: WheelEvent): void {
    event.preventDefault()
    event.stopPropagation()
    cancelAnimationFrame(this.glide)
    const unit = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 18 : 1
    const { camera } = this.stage
    const box = this.container.getBoundingClientRect()
    if (event.ctrlKey || event.metaKey) {
      const at = { x: event.clientX - box.left, y: event.clientY - box.top }
      this.stage.camera = zoomedAt(camera, camera.zoom * Math.exp(-event.deltaY * unit * WHEEL_ZOOM), at)
      return
    }
    const [dx, dy] = event.shiftKey && event.deltaX === 0 ? [event.deltaY, 0] : [event.deltaX, event.deltaY]
    this.stage.camera = { ...camera, pan: { x: camera.pan.x - dx * unit, y: camera.pan.y - dy * unit } }
  }

  /** The place, in the coming scene, of whom one looks at: the selected card, else the one nearest to the middle. */
  private anchor(before: Scene, after: Scene): Rect | null {
    const { camera, size } = this.stage
    const centre = { x: (size.width / 2 - camera.pan.x) / camera.zoom, y: (size.height / 2 - camera.pan.y) / camera.zoom }
    const away = ({ rect }: SceneCard): number => Math.hypot(middle(rect).x - centre.x, middle(rect).y - centre.y)
    const selected = before.cards.find(({ id }) => id === this.selectedCard)
    const candidates = selected ? [selected] : [...before.cards].sort((a, b) => away(a) - away(b))
    for (const card of candidates) {
      const same = after.cards.find((other) => sameHolder(card, other))
      if (same) return same.rect
    }
    return null
  }

  /** Moves the camera, and with `before` the cards from where they were, in a moment, or at once for those who want no motion. */
  private glideTo(to: Camera, before?: Scene, held: ReadonlyMap<string, Point> = new Map()): void {
    cancelAnimationFrame(this.glide)
    const from = this.stage.camera
    const starts = before && this.scene ? shiftsBetween(before, this.scene, held) : new Map<string, Point>()
    const still = from.zoom === to.zoom && from.pan.x === to.pan.x && from.pan.y === to.pan.y && starts.size === 0
    if (still || this.motion.matches || document.hidden) {
      this.stage.camera = to
      this.appeared = 1
      return
    }
    const begun = performance.now()
    const step = (now: number): void => {
      const time = Math.min(1, Math.max(0, (now - begun) / GLIDE_MS))
      const share = 1 - (1 - time) ** 3
      this.shifts = new Map([...starts].map(([id, { x, y }]) => [id, { x: x * (1 - share), y: y * (1 - share) }]))
      this.appeared = starts.size > 0 ? share : 1
      this.stage.camera = between(from, to, share, this.size)
      if (time < 1) this.glide = requestAnimationFrame(step)
      else this.shifts = new Map()
      this.stir()
    }
    step(begun)
  }

  /** Something moves: paint soon, quickly; and once more, sharply, when it has come to rest. */
  private stir(): void {
    this.moving = true
    clearTimeout(this.settling)
    this.settling = setTimeout(() => {
      this.moving = false
      this.repaint()
      this.events.settled()
    }, SETTLE_MS)
    this.repaint()
  }

  private grasp(): void {
    if (!this.ungrasped || !this.scene || this.off.signal.aborted) return
    this.ungrasped = false
    this.stage.setScene(this.scene)
  }

  private repaint(): void {
    if (this.frame === 0) this.frame = requestAnimationFrame(() => this.paint())
  }

  private paint(): void {
    cancelAnimationFrame(this.frame)
    this.frame = 0
    const ratio = window.devicePixelRatio
    this.painter.resize(this.size, ratio)
    this.painter.paint(this.stage.camera, this.size, ratio, {
      selectedCard: this.selectedCard,
      selectedTie: this.selectedTie,
      hovered: this.hoveredCard,
      shifts: this.shifts,
      appeared: this.appeared,
      moving: this.moving,
      marked: this.marked,
      gesture: { ...this.gesture, handles: this.gestures.busy ? [] : this.handled().map(handleOf) },
    })
    if (this.ungrasped) setTimeout(() => this.grasp())
  }
}

/** Whether nothing but the dress has changed: places are the same objects as long as nothing is arranged anew. */
function samePlaces(a: Scene, b: Scene): boolean {
  return (
    a.cards.length === b.cards.length &&
    a.cards.every(({ rect }, i) => rect === b.cards[i]?.rect) &&
    a.departments.length === b.departments.length
  )
}

function sameHolder(a: SceneCard, b: SceneCard): boolean {
  return a.personId === null ? a.seatId === b.seatId : a.personId === b.personId
}

/** How far each card's old place, with what `held` it away from there, is from its new one; of those whose place changed. */
function shiftsBetween(before: Scene, after: Scene, held: ReadonlyMap<string, Point>): Map<string, Point> {
  const placeOf = (card: SceneCard): Point => {
    const [place, shift] = [middle(card.rect), held.get(card.id)]
    return shift ? { x: place.x + shift.x, y: place.y + shift.y } : place
  }
  const places = new Map(before.cards.map((card) => [card.personId ?? card.seatId, placeOf(card)]))
  const shifts = new Map<string, Point>()
  for (const card of after.cards) {
    const old = places.get(card.personId ?? card.seatId)
    const place = middle(card.rect)
    if (old && (old.x !== place.x || old.y !== place.y)) shifts.set(card.id, { x: old.x - place.x, y: old.y - place.y })
  }
  return shifts
}
