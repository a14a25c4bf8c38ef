import { inflateSync } from 'node:zlib'

/** A decoded picture: four bytes a pixel, red, green, blue, opacity. */
export interface Pixels {
  readonly width: number
  readonly height: number
  readonly rgba: Uint8Array
}

/** Decodes a PNG of eight bits a channel, RGBA, not interlaced (W3C PNG, 2025), as the exporter writes it. */
export function decodePng(png: Buffer): Pixels {
  if (png.toString('latin1', 1, 4) !== 'PNG') throw new Error('not a PNG')
  const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)]
  if (png.readUInt8(24) !== 8 || png.readUInt8(25) !== 6 || png.readUInt8(28) !== 0) throw new Error('not plain 8-bit RGBA')
  const parts: Buffer[] = []
  for (let at = 8; at < png.length; at += 12 + png.readUInt32BE(at)) {
    if (png.toString('latin1', at + 4, at + 8) === 'IDAT') parts.push(png.subarray(at + 8, at + 8 + png.readUInt32BE(at)))
  }
  const packed = inflateSync(Buffer.concat(parts))
  const stride = width * 4
  const rgba = new Uint8Array(stride * height)
  for (let y = 0; y < height; y += 1) {
    const filter = packed[y * (stride + 1)] ?? 0
    for (let i = 0; i < stride; i += 1) {
      const left = i < 4 ? 0 : (rgba[y * stride + i - 4] ?? 0)
      const up = y === 0 ? 0 : (rgba[(y - 1) * stride + i] ?? 0)
      const corner = i < 4 || y === 0 ? 0 : (rgba[(y - 1) * stride + i - 4] ?? 0)
      rgba[y * stride + i] = (packed[y * (stride + 1) + 1 + i] ?? 0) + predicted(filter, left, up, corner)
    }
  }
  return { width, height, rgba }
}

function predicted(filter: number, left: number, up: number, corner: number): number {
  switch (filter) {
    case 0:
      return 0
    case 1:
      return left
    case 2:
      return up
    case 3:
      return (left + up) >> 1
    default: {
      const guess = left + up - corner
      const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)]
      return a <= b && a <= c ? left : b <= c ? up : corner
    }
  }
}

/** How many pixels of a rectangle are darker than mid-grey. */
export function darkPixels({ width, rgba }: Pixels, x: number, y: number, across: number, down: number): number {
  let count = 0
  for (let row = Math.round(y); row < y + down; row += 1) {
    for (let column = Math.round(x); column < x + across; column += 1) {
      const at = (row * width + column) * 4
      if ((rgba[at] ?? 255) + (rgba[at + 1] ?? 255) + (rgba[at + 2] ?? 255) < 384) count += 1
    }
  }
  return count
}
