import { spawnSync } from 'node:child_process'

/** What one of poppler's programs says of a PDF; errors with its own words where it could not read it. */
export function poppler(
  program: 'pdftotext' | 'pdfinfo' | 'pdfimages' | 'pdffonts',
  args: readonly string[],
  pdf: Uint8Array,
): string {
  const { status, stdout, stderr } = spawnSync(program, args, { input: pdf, encoding: 'utf8', maxBuffer: 256 * 1024 * 1024 })
  if (status !== 0 || stderr !== '') throw new Error(`${program} ended with ${status}: ${stderr}`)
  return stdout
}

/** Text in the order of writing, without blanks and line breaks, which a layout puts where it likes. */
export function textOf(pdf: Uint8Array): string {
  return bare(poppler('pdftotext', ['-raw', '-enc', 'UTF-8', '-', '-'], pdf))
}

export function bare(text: string): string {
  return text.replace(/\s+/gu, '')
}

export interface PdfSheet {
  /** Points. */
  readonly width: number
  readonly height: number
  readonly words: readonly PdfWord[]
}

interface PdfWord {
  readonly text: string
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

/** Each page with its words and where they stand. */
export function sheetsOf(pdf: Uint8Array): PdfSheet[] {
  const xml = poppler('pdftotext', ['-bbox', '-enc', 'UTF-8', '-', '-'], pdf)
  return xml
    .split('<page ')
    .slice(1)
    .map((page) => {
      const [, width, height] = /^width="([\d.]+)" height="([\d.]+)"/u.exec(page) ?? []
      const words = Array.from(
        page.matchAll(/<word xMin="(-?[\d.]+)" yMin="(-?[\d.]+)" xMax="(-?[\d.]+)" yMax="(-?[\d.]+)">([^<]*)</gu),
        ([, left, top, right, bottom, text = '']) => ({
          text,
          left: Number(left),
          top: Number(top),
          right: Number(right),
          bottom: Number(bottom),
        }),
      )
      return { width: Number(width), height: Number(height), words }
    })
}
