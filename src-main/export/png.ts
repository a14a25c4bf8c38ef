import { initWasm, Resvg } from '@resvg/resvg-wasm'
import { shippedFile } from './shippedFile'

/** Pixels a map unit, unless the picture would become larger than computers like to open. */
const SCALE = 2
const MOST_PIXELS = 64_000_000
const FAMILY = 'Noto Sans SC'

let ready: Promise<readonly Uint8Array[]> | undefined

/**
 * Draws an SVG of ours as a PNG with the fonts that travel with the program, so that the picture is the same on every machine and
 * needs no browser. `width` and `height` are those of the SVG, `scale` the pixels a unit of it.
 */
export async function toPng(svg: string, width: number, height: number, scale = pngScale(width, height)): Promise<Uint8Array> {
  const fontBuffers = await (ready ??= prepare())
  const drawing = new Resvg(svg, {
    fitTo: { mode: 'zoom', value: scale },
    font: { fontBuffers: [...fontBuffers], defaultFontFamily: FAMILY, sansSerifFamily: FAMILY },
  })
  const image = drawing.render()
  try {
    return image.asPng()
  } finally {
    // Memory of WebAssembly is not collected.
    image.free()
    drawing.free()
  }
}

/** Pixels a unit for a picture of a size: two, or as many as keep it under 64 million pixels. */
export function pngScale(width: number, height: number): number {
  return Math.min(SCALE, Math.sqrt(MOST_PIXELS / (width * height)))
}

async function prepare(): Promise<readonly Uint8Array[]> {
  const [wasm, ...fonts] = await Promise.all([
    shippedFile('resvg.wasm'),
    shippedFile('NotoSansSC-Regular.ttf'),
    shippedFile('NotoSansSC-Bold.ttf'),
  ])
  await initWasm(wasm)
  return fonts
}
