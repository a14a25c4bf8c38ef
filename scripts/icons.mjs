/** Draws the program's icon, resources/icons/icon.svg, as the pictures that systems ask for. Run after changing it. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { initWasm, Resvg } from '@resvg/resvg-wasm'
import { root } from './ensureBuilt.mjs'

const folder = join(root, 'resources/icons')
const svg = readFileSync(join(folder, 'icon.svg'), 'utf8')
/** Edge lengths inside of an .ico, in pixels. */
const icoSizes = [16, 24, 32, 48, 64, 128, 256]

await initWasm(readFileSync(join(root, 'node_modules/@resvg/resvg-wasm/index_bg.wasm')))
writeFileSync(join(folder, 'icon.png'), draw(1024))
writeFileSync(join(folder, 'icon.ico'), ico(icoSizes.map((size) => ({ size, png: draw(size) }))))

function draw(size) {
  return Buffer.from(new Resvg(svg, { fitTo: { mode: 'width', value: size } }).render().asPng())
}

/** An .ico whose pictures are PNG: a header, an entry of 16 bytes a picture, the pictures. Sizes of 256 are written as 0. */
function ico(pictures) {
  const header = Buffer.alloc(6 + 16 * pictures.length)
  header.writeUInt16LE(1, 2)
  header.writeUInt16LE(pictures.length, 4)
  let offset = header.length
  pictures.forEach(({ size, png }, n) => {
    const entry = 6 + 16 * n
    header.writeUInt8(size % 256, entry)
    header.writeUInt8(size % 256, entry + 1)
    header.writeUInt16LE(1, entry + 4)
    header.writeUInt16LE(32, entry + 6)
    header.writeUInt32LE(png.length, entry + 8)
    header.writeUInt32LE(offset, entry + 12)
    offset += png.length
  })
  return Buffer.concat([header, ...pictures.map(({ png }) => png)])
}
