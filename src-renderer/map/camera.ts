import type { Point, Rect, Size } from '../../src-shared/layout/geometry'

/** Where the window looks: a map point p is drawn at p · zoom + pan, in CSS pixels. */
export interface Camera {
  readonly zoom: number
  readonly pan: Point
}

export const ZOOM = { least: 0.05, most: 3, step: 1.25 }
const PADDING = 24
/** Zoom from which a map of cards reads without effort; one that would have to be smaller opens at its decision chain. */
const READABLE = 0.5

/** The whole of `rect` in view, no larger than life. */
export function fitting(rect: Rect, view: Size, most = 1): Camera {
  const room = { width: Math.max(1, view.width - 2 * PADDING), height: Math.max(1, view.height - 2 * PADDING) }
  const zoom = clampZoom(Math.min(most, room.width / Math.max(1, rect.width), room.height / Math.max(1, rect.height)))
  return centred(middle(rect), zoom, view)
}

/** A point in the middle of the view. */
export function centred(point: Point, zoom: number, view: Size): Camera {
  return { zoom, pan: { x: view.width / 2 - point.x * zoom, y: view.height / 2 - point.y * zoom } }
}

/** How a map opens: whole if that reads, else at what is to be looked at first. */
export function opening(bounds: Rect, entry: Rect, view: Size): Camera {
  const whole = fitting(bounds, view)
  if (whole.zoom >= READABLE) return whole
  const first = fitting(entry, view)
  return first.zoom > whole.zoom ? first : whole
}

/** How another drawing opens: whole if that reads, else with the person one looked at in the middle. */
export function switching(bounds: Rect, entry: Rect, anchor: Rect | null, zoom: number, view: Size): Camera {
  const whole = fitting(bounds, view)
  if (whole.zoom >= READABLE || !anchor) return opening(bounds, entry, view)
  return centred(middle(anchor), Math.min(1, Math.max(zoom, whole.zoom)), view)
}

/** The camera moved just so far that `rect` is in view. */
export function revealing(camera: Camera, rect: Rect, view: Size): Camera {
  const shift = (near: number, length: number, room: number): number => {
    const far = near + length
    if (near < PADDING) return PADDING - near
    if (far > room - PADDING) return room - PADDING - far
    return 0
  }
  const { zoom, pan } = camera
  const dx = shift(rect.x * zoom + pan.x, rect.width * zoom, view.width)
  const dy = shift(rect.y * zoom + pan.y, rect.height * zoom, view.height)
  return { zoom, pan: { x: pan.x + dx, y: pan.y + dy } }
}

/** Zoomed about a point of the view that stays where it is. */
export function zoomedAt(camera: Camera, zoom: number, at: Point): Camera {
  const next = clampZoom(zoom)
  const share = next / camera.zoom
  return { zoom: next, pan: { x: at.x - (at.x - camera.pan.x) * share, y: at.y - (at.y - camera.pan.y) * share } }
}

export function clampZoom(zoom: number): number {
  return Math.min(ZOOM.most, Math.max(ZOOM.least, zoom))
}

/** The part of the map in view. */
export function visible({ zoom, pan }: Camera, view: Size): Rect {
  return { x: -pan.x / zoom, y: -pan.y / zoom, width: view.width / zoom, height: view.height / zoom }
}

export function onScreen({ zoom, pan }: Camera, rect: Rect): Rect {
  return { x: rect.x * zoom + pan.x, y: rect.y * zoom + pan.y, width: rect.width * zoom, height: rect.height * zoom }
}

export function middle({ x, y, width, height }: Rect): Point {
  return { x: x + width / 2, y: y + height / 2 }
}

/** Between two cameras, `share` from 0 to 1; zooms change by equal factors. */
export function between(from: Camera, to: Camera, share: number, view: Size): Camera {
  if (share >= 1) return to
  const zoom = from.zoom * (to.zoom / from.zoom) ** share
  const centre = (camera: Camera): Point => middle(visible(camera, view))
  const [a, b] = [centre(from), centre(to)]
  return centred({ x: a.x + (b.x - a.x) * share, y: a.y + (b.y - a.y) * share }, zoom, view)
}
