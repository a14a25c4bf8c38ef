import { TextRun } from 'docx'

/** Text for XML 1.0, without the control characters and lone surrogates that no XML file may hold; line breaks stay. */
export function xmlText(words: string): string {
  return words.toWellFormed().replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/gu, '')
}

/** Words as a run of text; a line break in them is one on the page. */
export function runs(words: string, style?: string): TextRun[] {
  const named = style === undefined ? {} : { style }
  return linesOf(words).map((text, i) => new TextRun({ text, ...named, ...(i > 0 && { break: 1 }) }))
}

/** The paragraphs of a text. */
export function linesOf(words: string): string[] {
  return xmlText(words).split(/\r\n?|\n/u)
}
