/** Numbers from each row to some columns, in compressed rows: entries of row i stand at start[i] … start[i+1]−1. */
export interface Sparse {
  readonly start: Int32Array
  readonly column: Int32Array
  readonly value: Float64Array
}

/** One entry before compression. */
export interface Entry {
  readonly row: number
  readonly column: number
  readonly value: number
}

/** Compresses entries by row, keeping their order within a row. */
export function sparse(rows: number, entries: readonly Entry[]): Sparse {
  const start = new Int32Array(rows + 1)
  for (const { row } of entries) start[row + 1] = (start[row + 1] ?? 0) + 1
  for (let row = 0; row < rows; row++) start[row + 1] = (start[row + 1] ?? 0) + (start[row] ?? 0)
  const next = start.slice()
  const column = new Int32Array(entries.length)
  const value = new Float64Array(entries.length)
  for (const entry of entries) {
    const slot = next[entry.row] ?? 0
    next[entry.row] = slot + 1
    column[slot] = entry.column
    value[slot] = entry.value
  }
  return { start, column, value }
}

/** The same numbers by column. */
export function transpose(matrix: Sparse, columns: number): Sparse {
  const entries: Entry[] = []
  for (let row = 0; row + 1 < matrix.start.length; row++) {
    for (let slot = matrix.start[row] ?? 0; slot < (matrix.start[row + 1] ?? 0); slot++) {
      entries.push({ row: matrix.column[slot] ?? 0, column: row, value: matrix.value[slot] ?? 0 })
    }
  }
  return sparse(columns, entries)
}
