import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from 'fflate'

/** The earliest day a zip can tell: the library writes the time of day, which would make every file another one. */
const NO_TIME = new Date(1980, 0, 1)

/**
 * The same package without times (when it was made, changed, packed) and with numbers of its own, where the library counts through all
 * documents of a run: equal content then is equal bytes.
 */
export function settled(docx: Uint8Array): Uint8Array {
  const files: Zippable = {}
  for (const [path, content] of Object.entries(unzipSync(docx))) {
    const change = changes[path]
    const bytes = change ? strToU8(change(strFromU8(content))) : content
    // Rasters are packed already.
    files[path] = [bytes, { mtime: NO_TIME, level: path.endsWith('.png') ? 0 : 6 }]
  }
  return zipSync(files)
}

const changes: Readonly<Record<string, (xml: string) => string>> = {
  'docProps/core.xml': (xml) => xml.replace(/<dcterms:(created|modified)\b[^>]*>[^<]*<\/dcterms:\1>/gu, ''),
  'word/document.xml': (xml) =>
    renumbered(
      renumbered(xml, /((?:w:(?:anchor|name)="|PAGEREF )_Toc)(\d+)\b/gu),
      /(<w:bookmark(?:Start|End)\b[^>]* w:id=")(\d+)(?=")/gu,
    ),
}

/** Counts anew, from 1 in order of appearance, what `pattern` finds as its second group. */
function renumbered(xml: string, pattern: RegExp): string {
  const numbers = new Map<string, number>()
  return xml.replace(pattern, (_, before: string, number: string) => {
    const mine = numbers.get(number) ?? numbers.size + 1
    numbers.set(number, mine)
    return `${before}${mine}`
  })
}
