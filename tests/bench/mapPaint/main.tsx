import type { Core } from 'cytoscape'
import { createRoot } from 'react-dom/client'
import { dressScene } from '../../../src-shared/scene/buildScene'
import { arranged, fresh, mapOf, nextFrame, quiet } from '../page/stage'
import { benchAccount } from './account'
import { restyle, stockMap } from './stock'

/** Milliseconds from asking until the picture is there, for one mounting. */
export interface PaintTimes {
  readonly first: number
  readonly layer: number
}

const graph = benchAccount(300)
/** MapView from the loaded graph: layout, scene, mirror for screen readers and picture. */
async function ours(): Promise<PaintTimes> {
  const root = createRoot(fresh())
  const first = await untilPictured(() => root.render(mapOf(graph, 'roles')))
  const layer = await untilPictured(() => root.render(mapOf(graph, 'stance')))
  root.unmount()
  return { first, layer }
}

/** Stock Cytoscape from the same graph, laid out by the same layout: it has to get its places and words from somewhere, too. */
async function stock(): Promise<PaintTimes> {
  const container = fresh()
  let cy: Core | undefined
  const first = await untilPictured(() => {
    cy = stockMap(container, dressScene(arranged(graph), { layer: 'roles' }))
    cy.fit(undefined, 24)
  })
  const scene = arranged(graph)
  const layer = await untilPictured(() => cy && restyle(cy, dressScene(scene, { layer: 'stance' })))
  cy?.destroy()
  return { first, layer }
}

/** Time from `change` until a frame shows another picture. Reading pixels back makes sure that they were drawn, for both alike. */
async function untilPictured(change: () => void): Promise<number> {
  await quiet(400)
  const before = fingerprint()
  const start = performance.now()
  change()
  for (;;) {
    await nextFrame()
    if (fingerprint() !== before) return performance.now() - start
    if (performance.now() - start > 20_000) throw new Error('no picture within 20 s')
  }
}

const probe = new OffscreenCanvas(64, 40)

function fingerprint(): string {
  const context = probe.getContext('2d', { willReadFrequently: true })
  if (!context) throw new Error('no canvas')
  context.clearRect(0, 0, 64, 40)
  for (const canvas of document.querySelectorAll('canvas')) {
    if (canvas.width > 0 && canvas.height > 0) context.drawImage(canvas, 0, 0, 64, 40)
  }
  return context.getImageData(0, 0, 64, 40).data.join(' ')
}

async function measure(runs: number): Promise<{ readonly ours: PaintTimes[]; readonly stock: PaintTimes[] }> {
  const times = { ours: [] as PaintTimes[], stock: [] as PaintTimes[] }
  // One round first that does not count; then in turns, so that a busy moment of the machine hits both.
  await ours()
  await stock()
  for (let run = 0; run < runs; run += 1) {
    times.ours.push(await ours())
    times.stock.push(await stock())
  }
  return times
}

declare global {
  interface Window {
    measureMapPaint: typeof measure
  }
}
window.measureMapPaint = measure
