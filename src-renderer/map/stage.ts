import cytoscape, { type Core, type EventObject, type NodeSingular } from 'cytoscape'
import type { Point, Rect, Size } from '../../src-shared/layout/geometry'
import { DEPARTMENT_LABEL_HEIGHT } from '../../src-shared/layout/roleMapTypes'
import type { Scene } from '../../src-shared/scene/sceneTypes'
import { type Camera, middle, ZOOM } from './camera'

/** What people do on the map. Ids are those of cards and departments in the scene; `at` is in CSS pixels of the view. */
export interface StageEvents {
  moved(camera: Camera): void
  tapped(target: Target): void
  opened(target: Target, at: Point): void
  hovered(target: Target, at: Point): void
}

export type Target =
  | { readonly kind: 'card'; readonly id: string }
  | { readonly kind: 'department'; readonly unitId: string }
  | { readonly kind: 'ground'; readonly point: Point }

/** Nothing of Cytoscape's own is to be seen where somebody presses. */
const noIndicators = {
  'active-bg-color': 'transparent',
  'active-bg-opacity': 0,
  'active-bg-size': 0,
  'selection-box-color': 'transparent',
  'selection-box-border-color': 'transparent',
  'selection-box-border-width': 0,
  'selection-box-opacity': 0,
  'outside-texture-bg-color': 'transparent',
  'outside-texture-bg-opacity': 0,
} as const

/**
 * Cytoscape as the map's hands: it pans, zooms and pinches, and finds the card under the pointer; drags that edit are gestures.ts's.
 * What is seen is painted by the painter underneath, so its own elements are transparent and its canvases as small as can be.
 */
export class Stage {
  private readonly cy: Core

  constructor(container: HTMLElement, events: StageEvents) {
    this.cy = cytoscape({
      container,
      minZoom: ZOOM.least,
      maxZoom: ZOOM.most,
      boxSelectionEnabled: false,
      autounselectify: true,
      autoungrabify: true,
      // Its own picture is never seen, so that a tenth of the pixels is enough.
      pixelRatio: 0.1,
      style: [
        { selector: 'core', style: noIndicators },
        {
          selector: 'node',
          style: { shape: 'rectangle', opacity: 0, 'overlay-opacity': 0, width: 'data(width)', height: 'data(height)' },
        },
        { selector: 'node[kind = "department"]', style: { 'z-index': 0 } },
        { selector: 'node[kind = "card"]', style: { 'z-index': 1 } },
      ],
    })
    this.listen(events)
  }

  /** Puts what can be grabbed where it is drawn. What stays is moved rather than made anew, which is several times as much work. */
  setScene(scene: Scene): void {
    const cards = scene.cards.map(({ id, rect, disc }) => ({
      group: 'nodes' as const,
      data: {
        id: `card ${id}`,
        kind: 'card',
        key: id,
        width: disc ? 2 * disc.radius : rect.width,
        height: disc ? 2 * disc.radius : rect.height,
      },
      position: { ...(disc ? disc.centre : middle(rect)) },
    }))
    const departments = scene.departments.map(({ key, unitId, rect, folded }) => {
      const handle: Rect = folded ? rect : { ...rect, height: DEPARTMENT_LABEL_HEIGHT + 4 }
      return {
        group: 'nodes' as const,
        data: { id: `department ${key}`, kind: 'department', key: unitId, width: handle.width, height: handle.height },
        position: middle(handle),
        grabbable: false,
        // A drag that begins on a department's name moves the map.
        pannable: true,
      }
    })
    const all = [...departments, ...cards]
    const ids = new Set(all.map(({ data }) => data.id))
    const { cy } = this
    cy.batch(() => {
      cy.nodes()
        .filter((node) => !ids.has(node.id()))
        .remove()
      const known = new Map(cy.nodes().map((node) => [node.id(), node]))
      const added = all.filter(({ data }) => !known.has(data.id))
      for (const { data, position } of all) {
        const node = known.get(data.id)
        if (!node) continue
        const { x, y } = node.position()
        if (x !== position.x || y !== position.y) node.position(position)
        if (node.data('width') !== data.width || node.data('height') !== data.height || keyOf(node) !== data.key) node.data(data)
      }
      cy.add(added)
    })
  }

  get camera(): Camera {
    return { zoom: this.cy.zoom(), pan: { ...this.cy.pan() } }
  }

  set camera({ zoom, pan }: Camera) {
    this.cy.viewport({ zoom, pan: { ...pan } })
  }

  get size(): Size {
    return { width: this.cy.width(), height: this.cy.height() }
  }

  resize(): void {
    this.cy.resize()
  }

  destroy(): void {
    this.cy.destroy()
  }

  private listen(events: StageEvents): void {
    const { cy } = this
    cy.on('viewport', () => events.moved(this.camera))
    cy.on('tap', (event) => events.tapped(this.target(event)))
    cy.on('dbltap', (event) => events.opened(this.target(event), event.renderedPosition))
    cy.on('mousemove', (event) => events.hovered(this.target(event), event.renderedPosition))
  }

  private target(event: EventObject): Target {
    if (event.target === this.cy) return { kind: 'ground', point: event.position }
    const node = nodeOf(event)
    return node.data('kind') === 'card' ? { kind: 'card', id: keyOf(node) } : { kind: 'department', unitId: keyOf(node) }
  }
}

/** There are no edges, so that whatever an event is about, but the map itself, is a node. */
function nodeOf(event: EventObject): NodeSingular {
  return event.target as NodeSingular // Cytoscape types the target of every event as any.
}

function keyOf(node: NodeSingular): string {
  return String(node.data('key'))
}
