import { translator } from '../../../src-shared/i18n/translate'
import type { Layer } from '../../../src-shared/contract'
import type { AccountGraph } from '../../../src-shared/model/graph'
import { shippedMethod } from '../../../src-shared/model/method'
import { arrangeScene } from '../../../src-shared/scene/buildScene'
import type { Selection } from '../../../src-shared/scene/sceneTypes'
import { MapView } from '../../../src-renderer/map/MapView'
import { DEAL, TODAY } from '../../unit/analytics/builder'

const t = translator('zh-CN')
const foldedUnits: ReadonlySet<string> = new Set()
const nothing = (): void => undefined

/** An empty place of 1440 × 900 CSS pixels, in the stead of what was drawn before. */
export function fresh(): HTMLElement {
  const container = document.createElement('div')
  container.style.cssText = 'width: 1440px; height: 900px'
  const stage = document.getElementById('stage')
  if (!stage) throw new Error('no place to draw')
  stage.replaceChildren(container)
  return container
}

/** After the coming frame has been painted. */
export function nextFrame(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel()
      port1.onmessage = () => resolve()
      port2.postMessage(null)
    })
  })
}

/** Lets timers and animations of what was before run out. */
export function quiet(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}

/** The role map of a bench account as the program shows it. */
export function mapOf(graph: AccountGraph, layer: Layer, selection: Selection | null = null) {
  return (
    <MapView
      graph={graph}
      method={shippedMethod}
      opportunityId={DEAL}
      drawing="role"
      layer={layer}
      asOf={TODAY}
      theme="light"
      t={t}
      selection={selection}
      onSelect={nothing}
      foldedUnits={foldedUnits}
      onToggleUnit={nothing}
      focusPersonId={null}
      ties="relevant"
      since={null}
      question={null}
      lens={null}
      legendOpen={false}
    />
  )
}

/** Where the same map has its cards, for another program to draw. */
export function arranged(graph: AccountGraph) {
  const area = { width: 1440, height: 900 }
  return arrangeScene({ graph, method: shippedMethod, on: TODAY, opportunityId: DEAL, drawing: 'role', t, area })
}
