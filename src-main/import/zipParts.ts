import { Unzip, UnzipInflate, unzipSync } from 'fflate'
import { Unreadable } from './unreadable'

/** How much a workbook may hold inflated, in bytes: half a million rows of ten cells. More is no list of people. */
export const INFLATED_LIMIT = 200_000_000
/**
 * Sheets become 10 to 40 times as large, those of equal rows 100 times; bombs 1,000 times. A part may be more often itself than this only while
 * it is small, in bytes.
 */
const INFLATED_TIMES = 200
const INFLATED_FREELY = 10_000_000
const PARTS_LIMIT = 10_000
/** Deflate makes at most 1,032 bytes of one, so that a piece never becomes more than 16 MB at once. */
const PIECE_BYTES = 16_384
/** The bit of a part's flags that says it is encrypted, and where the first part has them. */
const ENCRYPTED_BIT = 1
const FLAGS_AT = 6

/** Takes the inflated bytes of a part as they come; true: no more of any part is wanted. */
export type PartSink = (bytes: Uint8Array, last: boolean) => boolean | void

export function looksZipped(bytes: Uint8Array): boolean {
  return [0x50, 0x4b, 0x03, 0x04].every((byte, i) => bytes[i] === byte)
}

/**
 * Names of the parts of a zip archive. @throws Unreadable where it is none, is encrypted, or says that it holds more than the limit
 */
export function partNames(bytes: Uint8Array): ReadonlySet<string> {
  if (((bytes[FLAGS_AT] ?? 0) & ENCRYPTED_BIT) !== 0) throw new Unreadable('workbook_locked', {})
  const names = new Set<string>()
  let declared = 0
  try {
    unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        names.add(name)
        declared += originalSize
        return false
      },
    })
  } catch (error) {
    throw new Unreadable('workbook_damaged', {}, error)
  }
  if (declared > INFLATED_LIMIT || names.size > PARTS_LIMIT) throw tooLarge()
  return names
}

/**
 * Inflates parts of a zip archive one after the other, in the archive's order and in pieces, so that no part is ever whole in memory. What it
 * says of its sizes is not believed: the bytes that come out are counted.
 *
 * @param sinkOf who takes a part; null: nobody
 * @throws Unreadable
 */
export function readParts(bytes: Uint8Array, sinkOf: (name: string) => PartSink | null): void {
  let pushed = 0
  let inflated = 0
  let enough = false
  const unzip = new Unzip((part) => {
    const sink = sinkOf(part.name)
    if (!sink) return
    part.ondata = (error, piece, last) => {
      if (error) throw error
      inflated += piece.length
      if (inflated > Math.min(INFLATED_LIMIT, INFLATED_FREELY + INFLATED_TIMES * pushed)) throw tooLarge()
      enough ||= sink(piece, last) === true
    }
    part.start()
  })
  unzip.register(UnzipInflate)
  try {
    while (pushed < bytes.length && !enough) {
      const piece = bytes.subarray(pushed, pushed + PIECE_BYTES)
      pushed += piece.length
      unzip.push(piece, pushed === bytes.length)
    }
  } catch (error) {
    throw error instanceof Unreadable ? error : new Unreadable('workbook_damaged', {}, error)
  }
}

const tooLarge = () => new Unreadable('workbook_too_large', { limit: INFLATED_LIMIT / 1_000_000 })
