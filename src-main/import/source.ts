import type { CsvKind, Mapping } from './columns'
import { delimiterOf, gridOfText } from './csvText'
import type { Grid } from './grid'
import { isCalledLike } from './guessKind'
import { decodeText, type Encoding } from './textFile'
import { Unreadable } from './unreadable'
import { gridOfCards, looksLikeCards } from './vcards'
import { refuseOldWorkbook, Workbook } from './workbook'
import { looksZipped } from './zipParts'

/** What a file is by its bytes: text of rows (or a bundle, or quick entry), contact cards, or a workbook. */
export type Source =
  | { readonly form: 'text' | 'cards'; readonly text: string; readonly encoding: Encoding }
  | { readonly form: 'workbook'; readonly workbook: Workbook }

/**
 * Opens a file by what is in it, whatever it is called.
 *
 * @param partial the bytes are only the beginning of a text
 * @throws Unreadable
 */
export function openSource(name: string, bytes: Buffer, partial = false): Source {
  refuseOldWorkbook(bytes)
  if (looksZipped(bytes)) {
    try {
      return { form: 'workbook', workbook: Workbook.open(bytes) }
    } catch (error) {
      // Anything may begin with these four bytes; what calls itself a workbook is a broken one.
      const damaged = error instanceof Unreadable && error.code === 'workbook_damaged'
      throw damaged && !/\.xls[xm]$/i.test(name) ? new Unreadable('not_text', {}, error) : error
    }
  }
  const decoded = decodeText(bytes, partial)
  if (!decoded) throw new Unreadable('not_text', {})
  return { form: looksLikeCards(decoded.text) ? 'cards' : 'text', ...decoded }
}

/** The sheet that is meant where nobody says: the one called like the kind, else the first that is seen and not empty. */
export function sheetFor(workbook: Workbook, kind: CsvKind | null): string {
  const seen = workbook.sheets.filter(({ hidden }) => !hidden)
  const named = kind && seen.find(({ name }) => isCalledLike(kind, name))
  const filled = named ?? seen.find(({ name }) => !workbook.isEmpty(name))
  return (filled ?? seen[0] ?? workbook.sheets[0])?.name ?? ''
}

interface GridChoice {
  readonly mapping: Mapping
  readonly sheet: string | undefined
  /** Rows after which a workbook need not be read on. Default: all. */
  readonly most?: number
}

/** The rows of a file of a kind. @throws Unreadable */
export function gridOf(source: Source, kind: CsvKind, { mapping, sheet, most }: GridChoice): Grid {
  switch (source.form) {
    case 'text':
      return gridOfText(source.text, delimiterOf(kind, source.text, mapping))
    case 'cards':
      if (kind !== 'people') throw new Unreadable('card_needs_people', {})
      return gridOfCards(source.text)
    case 'workbook':
      return { rows: source.workbook.rows(sheet ?? sheetFor(source.workbook, kind), most), ofCards: false, broken: [] }
    default:
      return source satisfies never
  }
}
