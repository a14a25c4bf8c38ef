import {
  type CSSProperties,
  type KeyboardEvent,
  type MouseEvent,
  type Ref,
  useEffect,
  useEffectEvent,
  useId,
  useImperativeHandle,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react'
import type { Layer } from '../../src-shared/contract'
import type { Translate } from '../../src-shared/i18n/translate'
import type { Point, Rect, Size } from '../../src-shared/layout/geometry'
import type { Day } from '../../src-shared/model/day'
import type { AccountGraph, Drawing, LayoutMemory, Pin } from '../../src-shared/model/graph'
import type { OpportunityId, PersonId } from '../../src-shared/model/ids'
import type { LensId } from '../../src-shared/model/lens'
import type { Method } from '../../src-shared/model/method'
import { dressScene } from '../../src-shared/scene/buildScene'
import { type Palette, palettes, type Theme } from '../../src-shared/scene/palette'
import type { Question, Scene, SceneCard, Selection, TieChoice } from '../../src-shared/scene/sceneTypes'
import { CardMirror, noteRects } from './CardMirror'
import { type Hit, MapEngine } from './engine'
import { pinPoint } from './gestures'
import { LegendPanel } from './LegendPanel'
import './map.css'
import type { MapGesture } from './mapGesture'
import { MapTooltip, type TooltipHandle } from './MapTooltip'
import { alongTie, type Direction, nearestCard, neighbour } from './navigation'
import { cardById, cardOf, firstCard, selectionOf } from './selection'
import { useArranged } from './useArranged'

export interface MapViewProps {
  readonly graph: AccountGraph
  readonly method: Method
  readonly opportunityId: OpportunityId | null
  readonly drawing: Drawing
  readonly layer: Layer
  readonly asOf: Day
  readonly theme: Theme
  readonly t: Translate
  readonly selection: Selection | null
  readonly onSelect: (selection: Selection | null) => void
  /** Cards selected beside the selection, by person or seat. Default: none. */
  readonly marked?: ReadonlySet<string>
  /** A double click. */
  readonly onOpen?: (selection: Selection) => void
  readonly foldedUnits: ReadonlySet<string>
  readonly onToggleUnit: (unitId: string) => void
  readonly focusPersonId: PersonId | null
  readonly ties: TieChoice
  /** From which day the layer of changes tells them; null: the usual time back. */
  readonly since: Day | null
  readonly question: Question | null
  readonly lens: LensId | null
  readonly legendOpen: boolean
  /** An edit with the mouse. */
  readonly onGesture?: (gesture: MapGesture) => void
  /** What a layout wants to be told the next time; called when it differs from what the graph remembers. */
  readonly onLayoutMemory?: (memory: LayoutMemory) => void
  readonly handleRef?: Ref<MapHandle>
}

/** What menus and shortcuts do with the map. */
export interface MapHandle {
  fit(): void
  zoomIn(): void
  zoomOut(): void
  zoomTo(zoom: number): void
  /** Brings a person, or a seat, to the middle. */
  centreOn(id: string): void
  focusCanvas(): void
  /** Where the card of a person or seat is in the browser's window, in CSS pixels; null when it is not on the map. */
  screenRect(id: string): Rect | null
  /** Everybody on the map. */
  cards(): readonly SceneCard[]
  /** The cards of people and seats, by id. */
  cardsOf(ids: readonly string[]): readonly SceneCard[]
}

/** A layout for a window that is not there yet would be a strip. */
const LEAST_AREA: Size = { width: 320, height: 240 }

/**
 * The map of an account: draws, pans, zooms, and tells what people pick and move. Everything it shows comes from its props; it
 * changes nothing itself.
 */
export function MapView(props: MapViewProps) {
  const {
    graph,
    method,
    opportunityId,
    drawing,
    layer,
    asOf,
    theme,
    t,
    selection,
    foldedUnits,
    focusPersonId,
    ties,
    since,
    question,
    lens,
    legendOpen,
  } = props
  const { onSelect, onOpen, onToggleUnit, onGesture, onLayoutMemory, handleRef, marked } = props
  const root = useRef<HTMLElement>(null)
  const canvas = useRef<HTMLCanvasElement>(null)
  const hands = useRef<HTMLDivElement>(null)
  const list = useRef<HTMLDivElement>(null)
  const tooltip = useRef<TooltipHandle>(null)
  const engine = useRef<MapEngine | null>(null)
  const told = useRef(new Set<string>())
  const [area, setArea] = useState<Size | null>(null)
  const idPrefix = `${useId()}card`
  const palette = palettes[theme]

  const asked = useMemo(
    () => area && { graph, method, on: asOf, opportunityId, drawing, t, area, foldedUnits },
    [graph, method, asOf, opportunityId, drawing, t, area, foldedUnits],
  )
  const arranged = useArranged(asked)
  const scene = useMemo(
    () => arranged && dressScene(arranged, { layer, ties, focus: focusPersonId, selection, since, question, lens }),
    [arranged, layer, ties, focusPersonId, selection, since, question, lens],
  )
  // The list for screen readers follows when the picture has come to rest, instead of delaying it.
  const [heard, setHeard] = useState<Scene | null>(null)
  const selectedCard = scene && selection ? cardOf(scene, selection) : undefined
  const selectedTie = selection?.kind === 'tie' ? selection.id : null

  const tapped = useEffectEvent((hit: Hit) => {
    if (hit?.kind === 'department') onToggleUnit(hit.unitId)
    else onSelect(selectionOf(hit))
  })
  /** From CSS pixels of the view to those of the window. */
  const inWindow = (at: Point): Point => {
    const box = hands.current?.getBoundingClientRect()
    return { x: at.x + (box?.left ?? 0), y: at.y + (box?.top ?? 0) }
  }
  const opened = useEffectEvent((hit: Hit, point: Point, at: Point) => {
    const picked = selectionOf(hit)
    if (picked) onOpen?.(picked)
    else if (hit === null && scene) onGesture?.({ kind: 'new', point, nearest: nearestCard(scene, point), at: inWindow(at) })
  })
  const gestured = useEffectEvent((gesture: MapGesture) => onGesture?.(gesture))
  const placed = useEffectEvent((cards: readonly SceneCard[], shift: Point) => {
    if (!arranged) return
    // Of the map that is seen, which may be the one before that is asked for.
    const { graph: shown, drawing, opportunityId } = arranged.input
    const accountId = shown.account.id
    const pins = cards.flatMap((card): Pin[] => {
      const { x, y } = pinPoint(card)
      const place = { x: x + shift.x, y: y + shift.y }
      if (drawing === 'role') return [{ accountId, drawing, scope: '', nodeId: card.seatId, ...place }]
      if (drawing === 'grid' || card.personId === null) return []
      return [{ accountId, drawing, scope: opportunityId ?? '', nodeId: card.personId, ...place }]
    })
    if (pins.length > 0) onGesture?.({ kind: 'pin', pins })
  })
  const settled = useEffectEvent((map: MapEngine) => {
    setHeard(scene)
    if (list.current && scene) noteRects(list.current, scene, (rect) => map.screenRect(rect))
  })

  useLayoutEffect(() => {
    if (!canvas.current || !hands.current || !root.current) return
    const made: MapEngine = new MapEngine(hands.current, canvas.current, {
      tapped: (hit) => tapped(hit),
      opened: (hit, point, at) => opened(hit, point, at),
      hovered: (hit, at, view) => tooltip.current?.show(hit, at, view),
      grasped: () => list.current?.focus({ preventScroll: true }),
      toggled: (card) => gestured({ kind: 'toggle', card }),
      enclosed: (cards, add) => gestured({ kind: 'enclose', cards, add }),
      tied: (from, to, at) => gestured({ kind: 'tie', from, to, at: inWindow(at) }),
      placed: (cards, shift) => placed(cards, shift),
      subordinated: (cards, superior, at) => gestured({ kind: 'report', cards, superior, at: inWindow(at) }),
      settled: () => settled(made),
    })
    engine.current = made
    const { clientWidth, clientHeight } = root.current
    // Measured once: later changes of the window's size move nobody.
    setArea({ width: Math.max(clientWidth, LEAST_AREA.width), height: Math.max(clientHeight, LEAST_AREA.height) })
    const observer = new ResizeObserver(() => made.resize())
    observer.observe(root.current)
    return () => {
      observer.disconnect()
      made.destroy()
      engine.current = null
    }
  }, [])

  useLayoutEffect(() => {
    if (scene) engine.current?.setScene(scene, palette)
  }, [scene, palette])
  useLayoutEffect(() => {
    const map = engine.current
    if (map && heard && list.current) noteRects(list.current, heard, (rect) => map.screenRect(rect))
  }, [heard])
  // After the scene, whose camera follows who was selected in the one before.
  const markedCards = useMemo(
    () => new Set(scene?.cards.filter(({ personId, seatId }) => marked?.has(personId ?? seatId)).map(({ id }) => id)),
    [scene, marked],
  )
  useLayoutEffect(
    () => engine.current?.mark(selectedCard?.id ?? null, selectedTie, markedCards),
    [selectedCard?.id, selectedTie, markedCards],
  )
  // Whoever is selected is seen, without more of the map moving than that takes; so is somebody new.
  const selectedId = selectedCard?.id
  useLayoutEffect(() => {
    if (selectedId !== undefined) engine.current?.reveal(selectedId)
  }, [selectedId])
  // So is the whole of a way that is asked for.
  const target = question?.kind === 'warmPath' ? question.target : null
  const showWay = useEffectEvent(() => engine.current?.revealAll(scene?.cards.filter(({ faded }) => !faded) ?? []))
  useLayoutEffect(() => {
    if (target !== null) showWay()
  }, [target])
  // The keyboard is with the map as soon as there is one, unless it is somewhere already.
  const drawn = scene !== null
  useEffect(() => {
    if (drawn && document.activeElement === document.body) list.current?.focus({ preventScroll: true })
  }, [drawn])

  const memory = arranged?.arrangement.memory
  const tell = useEffectEvent((learned: LayoutMemory) => onLayoutMemory?.(learned))
  const shownGraph = arranged?.input.graph
  useEffect(() => {
    if (!memory || !shownGraph) return
    const stored = shownGraph.layoutMemories.find((other) => other.drawing === memory.drawing && other.scope === memory.scope)
    const text = canonical(memory)
    // Told once: a layout that should ever answer its own memory with another must not keep a workspace busy for good.
    if (told.current.has(text) || (stored && canonical(stored) === text)) return
    told.current.add(text)
    tell(memory)
  }, [memory, shownGraph])

  useImperativeHandle(
    handleRef,
    () => ({
      fit: () => engine.current?.fit(),
      zoomIn: () => engine.current?.zoomStep(1),
      zoomOut: () => engine.current?.zoomStep(-1),
      zoomTo: (zoom) => engine.current?.zoomTo(zoom),
      centreOn: (id) => {
        const card = scene && cardById(scene, id)
        if (card) engine.current?.centreOn(card.id)
      },
      focusCanvas: () => list.current?.focus({ preventScroll: true }),
      screenRect: (id) => {
        const card = scene && cardById(scene, id)
        const rect = card && engine.current?.screenRect(card.rect)
        const box = hands.current?.getBoundingClientRect()
        return rect && box ? { ...rect, x: rect.x + box.left, y: rect.y + box.top } : null
      },
      cards: () => scene?.cards ?? [],
      cardsOf: (ids) =>
        scene?.cards.filter(({ personId, seatId }) => (personId !== null && ids.includes(personId)) || ids.includes(seatId)) ??
        [],
    }),
    [scene],
  )

  const select = (cardId: string): void => {
    const card = scene?.cards.find(({ id }) => id === cardId)
    if (!card) return
    onSelect(selectionOf({ kind: 'card', card }))
    engine.current?.reveal(card.id)
  }
  const open = (cardId: string): void => {
    const card = scene?.cards.find(({ id }) => id === cardId)
    const picked = card && selectionOf({ kind: 'card', card })
    if (picked) onOpen?.(picked)
  }
  const press = (event: KeyboardEvent): void => {
    // What is under a pointer that rests would be in the way of what is being typed.
    tooltip.current?.show(null, { x: 0, y: 0 }, LEAST_AREA)
    if (!scene || event.altKey) return
    const direction = directions[event.key]
    const along = event.ctrlKey || event.metaKey
    if (direction && along) {
      const next = selectedCard && alongTie(scene, selectedCard, direction)
      if (next) select(next.id)
    } else if (along) return
    else if (direction) {
      const next = selectedCard ? neighbour(scene, selectedCard, direction) : firstCard(scene)
      if (next) select(next.id)
    } else if (event.key === 'Escape' && selection && question === null) onSelect(null)
    else if (event.key === '+' || event.key === '=') engine.current?.zoomStep(1)
    else if (event.key === '-') engine.current?.zoomStep(-1)
    else if (event.key === '0') engine.current?.fit()
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  // Pressing on a canvas would leave the focus nowhere, and the keyboard without an effect.
  const takeFocus = (event: MouseEvent): void => {
    event.preventDefault()
    list.current?.focus({ preventScroll: true })
  }

  return (
    <section ref={root} className="lp-map" style={colourProperties(palette)} aria-label={t('map.region')}>
      <canvas ref={canvas} aria-hidden="true" />
      <div ref={hands} className="lp-map-hands" onMouseDown={takeFocus} />
      {scene && (
        <CardMirror
          scene={heard}
          label={t('map.cards', { account: scene.title.full })}
          t={t}
          selectedCard={selectedCard?.id ?? null}
          listRef={list}
          idPrefix={idPrefix}
          onKeyDown={press}
          onSelect={select}
          onOpen={open}
        />
      )}
      {legendOpen && scene && <LegendPanel groups={scene.legend} palette={palette} t={t} />}
      <MapTooltip t={t} handleRef={tooltip} />
    </section>
  )
}

const directions: Readonly<Record<string, Direction>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
}

function colourProperties(palette: Palette): CSSProperties {
  return {
    '--lp-map-ground': palette.ground,
    '--lp-map-ink': palette.ink,
    '--lp-map-soft': palette.inkSoft,
    '--lp-map-card': palette.card,
    '--lp-map-border': palette.cardBorder,
    '--lp-map-selection': palette.selection,
  } as CSSProperties // It knows no custom properties.
}

const canonicalTexts = new WeakMap<LayoutMemory, string>()

/** JSON with keys in order, so that equal memories are equal texts. */
function canonical(memory: LayoutMemory): string {
  const text =
    canonicalTexts.get(memory) ??
    JSON.stringify(memory, (_, value: unknown) =>
      typeof value === 'object' && value !== null && !Array.isArray(value)
        ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
        : value,
    )
  canonicalTexts.set(memory, text)
  return text
}
