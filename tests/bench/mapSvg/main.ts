import cytoscape from 'cytoscape'
import svg, { type WithSvg } from 'cytoscape-svg'
import { pageOf } from '../../../src-shared/scene/page'
import { palettes } from '../../../src-shared/scene/palette'
import { toSvg } from '../../../src-shared/scene/svg'
import { sceneOf } from '../../unit/scene/scenes'
import { benchAccount } from '../mapPaint/account'
import { stockMap } from '../mapPaint/stock'
import { fresh } from '../page/stage'

const PEOPLE = 1_000

cytoscape.use(svg)
const scene = sceneOf(benchAccount(PEOPLE))
// The extension is registered above, which the types of Cytoscape cannot know.
const stock = stockMap(fresh(), scene) as ReturnType<typeof stockMap> & WithSvg

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
