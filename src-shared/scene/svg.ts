import type { Page } from './page'
import { coordinate, type Paint, type Primitive } from './primitives'
import { FONT_FAMILY } from './text'

/**
 * A page as an SVG file: real text, one group a part with its id as `data-id`, a title and a description for screen readers. Every
 * text that a user typed is escaped, and nothing in the file runs or points anywhere. Equal pages give equal bytes.
 */
export function toSvg(page: Page): string {
  const { width, height, origin } = page
  const out = [
    '<?xml version="1.0" encoding="UTF-8"?>\n',
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="title description" font-family="${escape(FONT_FAMILY)}">\n`,
    `<title id="title">${escape(page.title)}</title>\n<desc id="description">${escape(page.about)}</desc>\n`,
    `<rect width="${width}" height="${height}" fill="${page.ground}"/>\n`,
    `<g data-part="title">${page.head.map(element).join('')}</g>\n`,
    `<g data-part="map" transform="translate(${coordinate(origin.x)} ${coordinate(origin.y)})">\n`,
  ]
  for (const { id, kind, words, opacity, primitives } of page.groups) {
    const faint = opacity < 1 ? ` opacity="${opacity}"` : ''
    const title = words === '' ? '' : `<title>${escape(words)}</title>`
    out.push(`<g data-kind="${kind}" data-id="${escape(id)}"${faint}>${title}${primitives.map(element).join('')}</g>\n`)
  }
  out.push('</g>\n', `<g data-part="legend">${page.legend.map(element).join('')}</g>\n`, '</svg>\n')
  return out.join('')
}

/** One primitive as an element. */
function element(primitive: Primitive): string {
  const c = coordinate
  switch (primitive.shape) {
    case 'rect': {
      const { x, y, width, height, radius } = primitive
      const round = radius === undefined ? '' : ` rx="${c(radius)}"`
      return `<rect x="${c(x)}" y="${c(y)}" width="${c(width)}" height="${c(height)}"${round}${paint(primitive)}/>`
    }
    case 'circle':
      return `<circle cx="${c(primitive.centre.x)}" cy="${c(primitive.centre.y)}" r="${c(primitive.radius)}"${paint(primitive)}/>`
    case 'path':
      return `<path d="${primitive.d}"${paint(primitive)}/>`
    case 'text': {
      const { x, y, text, font, fill, anchor = 'start' } = primitive
      const end = anchor === 'start' ? '' : ` text-anchor="${anchor}"`
      const weight = font.weight === 400 ? '' : ` font-weight="${font.weight}"`
      return `<text x="${c(x)}" y="${c(y)}" font-size="${c(font.size)}"${weight}${end} fill="${fill}">${escape(text)}</text>`
    }
    default:
      return primitive satisfies never
  }
}

function paint({ fill, stroke, strokeWidth = 1, dash, round }: Paint): string {
  const parts = [` fill="${fill ?? 'none'}"`]
  if (stroke !== undefined) parts.push(` stroke="${stroke}" stroke-width="${coordinate(strokeWidth)}"`)
  if (dash) parts.push(` stroke-dasharray="${dash.map(coordinate).join(' ')}"`)
  if (round) parts.push(' stroke-linecap="round" stroke-linejoin="round"')
  return parts.join('')
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

/** Text for XML 1.0, without the control characters and lone surrogates that no XML file may hold. */
function escape(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/gu, '')
    .replace(/[&<>"']/gu, (char) => entities[char] ?? char)
}
