/** Written XML. Made only by `xml`, so that no text gets into a file without being escaped. */
export class Xml {
  constructor(readonly text: string) {}
}

type Value = string | number | Xml | readonly Xml[]

/** XML with values in it: texts and numbers are escaped, XML and lists of it are put in as they are. */
export function xml(strings: TemplateStringsArray, ...values: readonly Value[]): Xml {
  let text = strings[0] ?? ''
  values.forEach((value, i) => {
    text += written(value) + (strings[i + 1] ?? '')
  })
  return new Xml(text)
}

/** A whole file of XML. */
export function xmlFile(root: Xml): Uint8Array {
  return new TextEncoder().encode(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${root.text}`)
}

function written(value: Value): string {
  if (value instanceof Xml) return value.text
  if (typeof value === 'string') return escape(value)
  if (typeof value === 'number') return String(value)
  return value.map(({ text }) => text).join('')
}

/** Line breaks and tabs too: in an attribute a reader would take them for spaces. */
const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\n': '&#10;',
  '\r': '&#13;',
  '\t': '&#9;',
}

/** Text for XML 1.0, without the control characters and lone surrogates that no XML file may hold. */
function escape(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/gu, '')
    .replace(/[&<>"\n\r\t]/gu, (char) => entities[char] ?? char)
}
