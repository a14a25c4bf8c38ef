import type { Core } from 'cytoscape'
import { createRoot, type Root } from 'react-dom/client'
import type { Layer } from '../../../src-shared/contract'
import { translator } from '../../../src-shared/i18n/translate'
import { shippedMethod } from '../../../src-shared/model/method'
import { arrangeScene, dressScene } from '../../../src-shared/scene/buildScene'
import { MapView } from '../../../src-renderer/map/MapView'
import { DEAL, TODAY } from '../../unit/analytics/builder'
import { benchAccount } from './account'
import { restyle, stockMap } from './stock'

/** Milliseconds from asking until the picture is there, for one mounting. */
export interface PaintTimes {
  readonly first: number
  readonly layer: number
}

const graph = benchAccount(300)
const t = translator('zh-CN')
const place = document.getElementById('stage')
if (!place) throw new Error('no place to draw')
const foldedUnits: ReadonlySet<string> = new Set()
const nothing = (): void => undefined
const input = {
  graph,
  method: shippedMethod,
  on: TODAY,
  opportunityId: DEAL,
  drawing: 'role',
  t,
  area: { width: 1440, height: 900 },
} as const

/** MapView from the loaded graph: layout, scene, mirror for screen readers and picture. */
async function ours(): Promise<PaintTimes> {
  const root = createRoot(fresh())
  const first = await untilPictured(() => show(root, 'roles'))
  const layer = await untilPictured(() => show(root, 'stance'))
  root.unmount()
  return { first, layer }
}

function show(root: Root, layer: Layer): void {
  root.render(
    <MapView
      graph={graph}
      method={shippedMethod}
      opportunityId={DEAL}
      drawing="role"
      layer={layer}
      asOf={TODAY}
      theme="light"
      t={t}
      selection={null}
      onSelect={nothing}
      foldedUnits={foldedUnits}
      onToggleUnit={nothing}
      focusPersonId={null}
      ties="relevant"
      legendOpen={false}
      since={null}
      question={null}
      lens={null}
    />,
  )
}

/** Stock Cytoscape from the same graph, laid out by the same layout: it has to get its places and words from somewhere, too. */
async function stock(): Promise<PaintTimes> {
  const container = fresh()
  let cy: Core | undefined
  const first = await untilPictured(() => {
    cy = stockMap(container, dressScene(arrangeScene(input), { layer: 'roles' }))
    cy.fit(undefined, 24)
  })
  const arranged = arrangeScene(input)
  const layer = await untilPictured(() => cy && restyle(cy, dressScene(arranged, { layer: 'stance' })))
  cy?.destroy()
  return { first, layer }
}

/** An empty place of the same size. */
function fresh(): HTMLElement {
  const container = document.createElement('div')
  container.style.cssText = 'width: 1440px; height: 900px'
  place?.replaceChildren(container)
  return container
}

/** Time from `change` until a frame shows another picture. Reading pixels back makes sure that they were drawn, for both alike. */
async function untilPictured(change: () => void): Promise<number> {
  await quiet()
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

/** After the coming frame has been painted. */
function nextFrame(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel()
      port1.onmessage = () => resolve()
      port2.postMessage(null)
    })
  })
}

/** Lets timers and animations of what was before run out. */
async function quiet(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 400))
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
