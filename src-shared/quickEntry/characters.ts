/** Signs that an input method types in other shapes, one character for one, so that columns stay what they are. */
const shapes: Readonly<Record<string, string>> = {
  '\u3000': ' ',
  '\u00A0': ' ',
  '【': '[',
  '】': ']',
  '〔': '[',
  '〕': ']',
  '“': '"',
  '「': '"',
  '『': '"',
  '«': '"',
  '—': '-',
  '–': '-',
  '−': '-',
  '✕': '×',
  '✖': '×',
  '╳': '×',
  '⟶': '→',
  '➔': '→',
  '➜': '→',
  '⇒': '→',
  '⇔': '↔',
  '⇄': '↔',
  '⇐': '←',
}
const otherShape = /[\u3000\u00A0\uFF01-\uFF5E【】〔〕“「『«—–−✕✖╳⟶➔➜⇒⇔⇄⇐]/g

/** The text with full-width and look-alike signs in their plain shape, of the same length. */
export function folded(text: string): string {
  return text.replace(otherShape, (sign) => shapes[sign] ?? String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
}

const han = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u

/** Whether a text holds a character of a script that is written without blanks between words. */
export function isHan(text: string): boolean {
  return han.test(text)
}

export function isBlank(character: string | undefined): boolean {
  return character === ' ' || character === '\t'
}

/** What closes a quotation, by what opens it. */
const closing: Readonly<Record<string, string>> = { '"': '"', '＂': '＂', '“': '”', '「': '」', '『': '』', '«': '»' }

export interface Quotation {
  readonly text: string
  /** First column after it. */
  readonly to: number
  readonly closed: boolean
}

/** Whether a quotation opens at a column: not in the middle of a word, where a sign may mean inches or a nickname. */
export function opensQuotation(raw: string, at: number): boolean {
  return Object.hasOwn(closing, raw.charAt(at)) && !(at > 0 && /[\p{L}\p{N}]/u.test(raw.charAt(at - 1)))
}

const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', '"': '"', '\\': '\\' }

/** Reads the quotation that opens at a column. In plain quotation marks `\"`, `\\`, `\n`, `\r` and `\t` are what they are in JSON. */
export function quotationAt(raw: string, at: number): Quotation {
  const close = closing[raw.charAt(at)] ?? '"'
  let text = ''
  let from = at + 1
  for (let i = from; i < raw.length; i += 1) {
    const character = raw.charAt(i)
    if (character === close) return { text: text + raw.slice(from, i), to: i + 1, closed: true }
    const escaped = close === '"' && character === '\\' ? escapes[raw.charAt(i + 1)] : undefined
    if (escaped === undefined) continue
    text += raw.slice(from, i) + escaped
    i += 1
    from = i + 1
  }
  return { text: text + raw.slice(from), to: raw.length, closed: false }
}

/** A text in quotation marks, as `quotationAt` reads it back. */
export function quoted(text: string): string {
  const names: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t', '"': '\\"', '\\': '\\\\' }
  return `"${text.replace(/[\n\r\t"\\]/g, (character) => names[character] ?? character)}"`
}
