import cytoscape from 'cytoscape'
import svg, { type WithSvg } from 'cytoscape-svg'
import { translator } from '../../../src-shared/i18n/translate'
import { shippedMethod } from '../../../src-shared/model/method'
import { buildScene } from '../../../src-shared/scene/buildScene'
import { pageOf } from '../../../src-shared/scene/page'
import { palettes } from '../../../src-shared/scene/palette'
import { toSvg } from '../../../src-shared/scene/svg'
import { DEAL, TODAY } from '../../unit/analytics/builder'
import { benchAccount } from '../mapPaint/account'
import { stockMap } from '../mapPaint/stock'

const PEOPLE = 1_000

cytoscape.use(svg)
const place = document.getElementById('stage')
if (!place) throw new Error('no place to draw')
const scene = buildScene({
  graph: benchAccount(PEOPLE),
  method: shippedMethod,
  on: TODAY,
  opportunityId: DEAL,
  drawing: 'role',
  layer: 'roles',
  t: translator('zh-CN'),
})
// The extension is registered above, which the types of Cytoscape cannot know.
const stock = stockMap(place, scene) as ReturnType<typeof stockMap> & WithSvg

const writers = {
  ours: () => toSvg(pageOf(scene, palettes.light)),
  stock: () => stock.svg({ full: true }),
}
export type Writer = keyof typeof writers

/** Writes the file once. @returns the time that took in ms, and the file's length in characters */
function write(writer: Writer): { readonly ms: number; readonly length: number } {
  const start = performance.now()
  performance.mark('begin')
  const { length } = writers[writer]()
  performance.mark('end')
  return { ms: performance.now() - start, length }
}

declare global {
  interface Window {
    writeSvg?: typeof write
  }
}
window.writeSvg = write
