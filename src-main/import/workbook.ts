import { type DayStyles, dayStyleReader } from './workbookDays'
import { type PartSink, partNames, readParts } from './zipParts'
import { readSheetRows } from './sheetRows'
import type { PackedRows } from './packedRows'
import { Unreadable } from './unreadable'
import { xmlSink } from './xmlEvents'

/** A sheet of rows; charts are none. */
export interface Sheet {
  readonly name: string
  /** Whoever opens the workbook does not see it. */
  readonly hidden: boolean
}

/** A sheet and the part that holds it. */
interface SheetPart extends Sheet {
  readonly part: string
}

/** What the cells of all sheets refer to. */
export interface CellContext {
  readonly strings: readonly string[]
  readonly styles: DayStyles
  /** Days are counted from 1904, as old Macs did. */
  readonly from1904: boolean
}

/** A few headings may stand above the first row that is one. */
const ROWS_LOOKED_AT = 50
const WORKBOOK = 'xl/workbook.xml'
const RELATIONS = 'xl/_rels/workbook.xml.rels'
const STYLES = 'xl/styles.xml'
const STRINGS = 'xl/sharedStrings.xml'
/** How a file begins that is a folder of streams: workbooks before 2007, and newer ones with a password. */
const OLD_MARK = [0xd0, 0xcf, 0x11, 0xe0]
const LOCKED_STREAM = Buffer.from('EncryptedPackage', 'utf16le')

/** A workbook (Office Open XML), of which only what everything refers to is in memory; rows are read a sheet at a time. */
export class Workbook {
  private constructor(
    private readonly bytes: Uint8Array,
    private readonly parts: readonly SheetPart[],
    private readonly context: CellContext,
  ) {}

  /** @throws Unreadable */
  static open(bytes: Uint8Array): Workbook {
    if (!partNames(bytes).has(WORKBOOK)) throw new Unreadable('not_a_workbook', {})
    const listed: { name: string; hidden: boolean; relation: string }[] = []
    const targets = new Map<string, string>()
    const strings: string[] = []
    const days = dayStyleReader()
    let from1904 = false
    const sinks: Readonly<Record<string, () => PartSink>> = {
      [WORKBOOK]: () =>
        xmlSink({
          open: (name, given) => {
            if (name === 'workbookPr') from1904 = isTrue(given['date1904'])
            if (name !== 'sheet') return
            const relation = Object.entries(given).find(([key]) => key.endsWith(':id'))?.[1] ?? ''
            listed.push({ name: given['name'] ?? '', hidden: (given['state'] ?? 'visible') !== 'visible', relation })
          },
        }),
      [RELATIONS]: () =>
        xmlSink({
          open: (name, { Id = '', Type = '', Target = '' }) => {
            if (name === 'Relationship' && Type.endsWith('/worksheet')) targets.set(Id, partOf(Target))
          },
        }),
      [STYLES]: () => xmlSink(days),
      [STRINGS]: () => stringsSink(strings),
    }
    readParts(bytes, (name) => (Object.hasOwn(sinks, name) ? (sinks[name]?.() ?? null) : null))
    const parts = listed.flatMap(({ relation, ...sheet }) => {
      const part = targets.get(relation)
      return part === undefined ? [] : [{ ...sheet, part }]
    })
    if (parts.length === 0) throw new Unreadable('workbook_damaged', {})
    return new Workbook(bytes, parts, { strings, styles: days.styles, from1904 })
  }

  get sheets(): readonly Sheet[] {
    return this.parts
  }

  /** Whether a sheet has no rows. @throws Unreadable */
  isEmpty(sheet: string): boolean {
    return this.rows(sheet, ROWS_LOOKED_AT).length === 0
  }

  /**
   * The rows of a sheet that hold anything. @param most rows after which it stops; default: all
   * @throws Unreadable `no_such_sheet` and what is wrong with the sheet
   */
  rows(sheet: string, most = Infinity): PackedRows {
    const part = this.parts.find(({ name }) => name === sheet)?.part
    if (part === undefined) throw new Unreadable('no_such_sheet', { words: this.parts.map(({ name }) => name).join(', ') })
    return readSheetRows(this.bytes, part, this.context, most)
  }
}

/** Says what to do about a file that is a workbook of another kind; nothing for any other file. @throws Unreadable */
export function refuseOldWorkbook(bytes: Buffer): void {
  if (OLD_MARK.some((byte, i) => bytes[i] !== byte)) return
  throw new Unreadable(bytes.includes(LOCKED_STREAM) ? 'workbook_locked' : 'old_workbook', {})
}

/** Strings that cells share. What says how to pronounce one (`rPh`) is no part of it. */
function stringsSink(strings: string[]): PartSink {
  let string: string | null = null
  let spoken = false
  let inText = false
  return xmlSink({
    open: (name) => {
      if (name === 'si') string = ''
      else if (name === 'rPh') spoken = true
      else if (name === 't') inText = true
    },
    text: (text) => {
      if (inText && !spoken && string !== null) string += text
    },
    close: (name) => {
      if (name === 't') inText = false
      else if (name === 'rPh') spoken = false
      else if (name === 'si') {
        strings.push(string ?? '')
        string = null
      }
    },
  })
}

const isTrue = (value: string | undefined): boolean => value === '1' || value === 'true'
/** Targets are relative to the workbook, or absolute. */
const partOf = (target: string): string => (target.startsWith('/') ? target.slice(1) : `xl/${target}`)
