import { deserialize, serialize } from 'node:v8'
import type { GridRow } from './grid'

/** Cells that are packed together: few enough to be nothing once unpacked, enough that a block costs little more than they do. */
const CELLS_A_BLOCK = 4_000
/** Different cells of a column up to which equal ones are looked for. */
const MOST_WORDS = 10_000

/** A row as it is packed: its line, then its cells, each as itself or as the number of a word of its column. */
type PackedRow = (string | number)[]

/** Rows in their order, which can be gone through any number of times. */
export interface Rows extends Iterable<GridRow> {
  readonly length: number
}

/**
 * Rows packed into blocks of bytes, of which one at a time is unpacked: 100,000 rows of ten short cells take 5 MB instead of 60. Cells that
 * are unpacked are equal to those that were added; of a column of few words, as departments, titles and days are, they are the same strings
 * each time.
 */
export class PackedRows implements Rows {
  private readonly blocks: { readonly first: number; readonly bytes: Uint8Array }[] = []
  private readonly columns: Words[] = []
  private waiting: PackedRow[] = []
  private waitingCells = 0
  private count = 0

  get length(): number {
    return this.count
  }

  add({ line, cells }: GridRow): void {
    this.waiting.push([line, ...cells.map((cell, index) => (this.columns[index] ??= new Words()).pack(cell))])
    this.count += 1
    this.waitingCells += cells.length
    if (this.waitingCells < CELLS_A_BLOCK) return
    // A copy: the serializer's own is up to twice as long as what is in it.
    this.blocks.push({ first: this.count - this.waiting.length, bytes: new Uint8Array(serialize(this.waiting)) })
    this.waiting = []
    this.waitingCells = 0
  }

  /** The first rows, at most so many. */
  first(count: number): GridRow[] {
    return [...this.from(0).take(count)]
  }

  /** The rows behind so many. */
  after(count: number): Rows {
    return { length: Math.max(this.count - count, 0), [Symbol.iterator]: () => this.from(count) }
  }

  [Symbol.iterator](): IteratorObject<GridRow> {
    return this.from(0)
  }

  private *from(start: number): Generator<GridRow, undefined> {
    const at = this.blocks.findLastIndex(({ first }) => first <= start)
    for (const { first, bytes } of this.blocks.slice(Math.max(at, 0))) {
      // What `add` has serialized.
      yield* this.unpacked(deserialize(bytes) as PackedRow[], start - first)
    }
    yield* this.unpacked(this.waiting, start - (this.count - this.waiting.length))
  }

  private *unpacked(rows: readonly PackedRow[], start: number): Generator<GridRow, undefined> {
    for (const packed of rows.slice(Math.max(start, 0))) {
      const cells = packed.slice(1).map((cell, index) => (typeof cell === 'number' ? this.wordOf(index, cell) : cell))
      yield { line: Number(packed[0]), cells }
    }
  }

  private wordOf(column: number, number: number): string {
    return this.columns[column]?.words[number] ?? ''
  }
}

/** The words of a column, numbered as they come while they are few. */
class Words {
  readonly words: string[] = []
  private numbers: Map<string, number> | null = new Map()

  pack(cell: string): string | number {
    const known = this.numbers?.get(cell)
    if (known !== undefined || !this.numbers) return known ?? cell
    if (this.words.length === MOST_WORDS) {
      this.numbers = null
      return cell
    }
    // A copy: what was cut from a large text keeps all of it in memory.
    const word = Buffer.from(cell, 'utf16le').toString('utf16le')
    this.numbers.set(word, this.words.length)
    return this.words.push(word) - 1
  }
}
