import PptxGenJS from 'pptxgenjs'
import { writePptx } from '../../src-main/export/pptx/writePptx'
import type { Report } from '../../src-shared/report/report'
import { palettes } from '../../src-shared/scene/palette'
import type { Primitive } from '../../src-shared/scene/primitives'
import { sceneGroups } from '../../src-shared/scene/scenePrimitives'
import type { Scene } from '../../src-shared/scene/sceneTypes'
import { TODAY } from '../unit/analytics/builder'
import { sceneOf } from '../unit/scene/scenes'
import type { BenchRow } from './benchRow'
import { benchAccount } from './mapPaint/account'

const RUNS = 7
const INCHES = 1 / 72

/** A map of 300 people as a slide: ours, with groups, glue, alt text and theme colours, against pptxgenjs writing the same shapes. */
export async function run(): Promise<BenchRow[]> {
  const scene = sceneOf(benchAccount(300))
  const report: Report = {
    title: scene.title.full,
    subtitle: '',
    language: 'zh-CN',
    asOf: TODAY,
    sourceNote: '',
    parts: [{ kind: 'map', key: 'map', title: scene.title.full, subtitle: '', notes: [], scene, references: [] }],
  }
  const ours = await medianOf(() => writePptx(report, { size: '16:9' }))
  const theirs = await medianOf(() => plainSlide(scene))
  return [
    {
      name: 'PPTX, 300 people',
      ...ours.time,
      baseline: 'pptxgenjs, same shapes',
      baselineMs: theirs.time.ms,
      baselineCpuMs: theirs.time.cpuMs,
      note: `${kilobytes(ours.bytes)} against ${kilobytes(theirs.bytes)}; theirs without groups, glue, alt text and theme colours`,
    },
  ]
}

/** The same primitives by pptxgenjs; it knows neither paths of a map's own nor connectors: their place is taken by boxes and lines. */
async function plainSlide(scene: Scene): Promise<Uint8Array> {
  const deck = new PptxGenJS()
  const slide = deck.addSlide()
  const scale = (Math.min(900 / scene.bounds.width, 420 / scene.bounds.height) || 1) * INCHES
  const at = (x: number, y: number, width: number, height: number) => ({
    x: (x - scene.bounds.x) * scale,
    y: (y - scene.bounds.y) * scale,
    w: width * scale,
    h: height * scale,
  })
  const add = (primitive: Primitive, around: { x: number; y: number; width: number; height: number }): void => {
    const fill = primitive.fill === undefined ? {} : { fill: { color: primitive.fill.slice(1) } }
    switch (primitive.shape) {
      case 'rect':
        slide.addShape('roundRect', { ...at(primitive.x, primitive.y, primitive.width, primitive.height), ...fill })
        break
      case 'circle': {
        const { centre, radius } = primitive
        slide.addShape('ellipse', { ...at(centre.x - radius, centre.y - radius, 2 * radius, 2 * radius), ...fill })
        break
      }
      case 'path':
        slide.addShape(primitive.fill === undefined ? 'line' : 'roundRect', {
          ...at(around.x, around.y, around.width, around.height),
          ...fill,
        })
        break
      case 'text': {
        const { x, y, text, font } = primitive
        slide.addText(text, {
          ...at(x, y - font.size, text.length * font.size, font.size),
          fontSize: font.size * scale * 72,
          margin: 0,
        })
        break
      }
      default:
        primitive satisfies never
    }
  }
  for (const { primitives, rect } of sceneGroups(scene, palettes.light)) for (const primitive of primitives) add(primitive, rect)
  // It writes what it was asked to: bytes, packed as ours are.
  return (await deck.stream({ compression: true })) as Uint8Array
}

interface Measured {
  readonly time: { readonly ms: number; readonly cpuMs: number }
  readonly bytes: number
}

async function medianOf(write: () => Promise<Uint8Array>): Promise<Measured> {
  const [clock, processor]: [number[], number[]] = [[], []]
  let bytes = 0
  for (let i = 0; i < RUNS; i += 1) {
    const [start, before] = [performance.now(), process.cpuUsage()]
    bytes = (await write()).length
    const { user, system } = process.cpuUsage(before)
    clock.push(performance.now() - start)
    processor.push((user + system) / 1_000)
  }
  return { time: { ms: middle(clock), cpuMs: middle(processor) }, bytes }
}

function middle(times: readonly number[]): number {
  return [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0
}

function kilobytes(bytes: number): string {
  return `${Math.round(bytes / 1024)} kB`
}
