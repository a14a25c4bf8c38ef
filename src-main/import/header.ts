import { type Column, columnNamed, type CsvKind, isColumn, type Mapping, requiredColumns } from './columns'
import { contactWord, hasSeveral } from './contactHeaders'
import type { GridRow } from './grid'
import type { PackedRows } from './packedRows'

/** What becomes of a column of a file; null where it was decided to be something that the kind does not have. */
export type Meaning<K extends CsvKind> = { readonly column: Column<K> } | 'own' | 'ignore' | null

/** Rows in which a header is looked for: titles and remarks above it take a few. */
const HEADER_TRIED = 30

/**
 * What the columns of a header mean: what was decided, else what the words of interfaces.md say, else those of contact exports where no other
 * column has the field. Of several columns for something that people have several of, as telephones, the one that is preferred is it.
 */
export function meaningsOf<K extends CsvKind>(kind: K, header: readonly string[], mapping: Mapping): Meaning<K>[] {
  const names = header.map((cell) => cell.trim())
  const decided = names.map((name) => decision(kind, name, mapping))
  const guessed = names.map((name, i) => (decided[i] === undefined ? columnNamed(kind, name) : undefined))
  const taken = new Set<string>()
  for (const meaning of decided) if (typeof meaning === 'object' && meaning !== null) taken.add(meaning.column)

  const chosen = new Map<string, number>()
  if (kind === 'people') {
    for (const column of new Set(guessed)) if (column !== undefined && !hasSeveral(column)) taken.add(column)
    const candidates = names.flatMap((name, index) => candidate(name, guessed[index], decided[index] === undefined, index))
    for (const { field, index } of candidates.toSorted((a, b) => a.rank - b.rank || a.index - b.index)) {
      if (taken.has(field)) continue
      taken.add(field)
      chosen.set(field, index)
    }
  }
  const isChosen = (field: string, index: number): boolean => chosen.get(field) === index
  return names.map((_, index) => {
    const said = decided[index]
    if (said !== undefined) return said
    const named = guessed[index]
    if (named !== undefined && !(kind === 'people' && hasSeveral(named))) return { column: named }
    for (const [field] of chosen) if (isChosen(field, index) && isColumn(kind, field)) return { column: field }
    return 'own'
  })
}

/** Whether a header was understood by the words of contact exports. */
export function isContactExport(kind: CsvKind, header: readonly string[]): boolean {
  return kind === 'people' && header.some((cell) => columnNamed(kind, cell) === undefined && contactWord(cell) !== undefined)
}

/** The place of the header among the first rows: the row whose cells mean most, if that is at least two things more than the first row's. */
export function headerAt(kind: CsvKind, rows: readonly GridRow[], mapping: Mapping): number {
  const known = rows.slice(0, HEADER_TRIED).map(({ cells }) => knownIn(kind, cells, mapping))
  const best = known.reduce((most, count, i) => (count > (known[most] ?? 0) ? i : most), 0)
  return (known[best] ?? 0) >= (known[0] ?? 0) + 2 ? best : 0
}

/** The header among all rows of a file with its place: the one on a line that somebody said, else as `headerAt` finds it; none where there is none. */
export function headerIn(
  kind: CsvKind,
  rows: PackedRows,
  mapping: Mapping,
  line: number | undefined,
): { readonly at: number; readonly header: GridRow | undefined } {
  if (line === undefined) {
    const first = rows.first(HEADER_TRIED)
    const at = headerAt(kind, first, mapping)
    return { at, header: first[at] }
  }
  let at = 0
  for (const row of rows) {
    if (row.line === line) return { at, header: row }
    at += 1
  }
  return { at, header: undefined }
}

/** How many columns of a header mean something. */
export function knownIn(kind: CsvKind, cells: readonly string[], mapping: Mapping): number {
  return cells.filter((cell) => {
    const name = cell.trim()
    if (name === '') return false
    return (
      Object.hasOwn(mapping, name) ||
      columnNamed(kind, name) !== undefined ||
      (kind === 'people' && contactWord(name) !== undefined)
    )
  }).length
}

/** Groups of needed columns of which none is there, each by its first. */
export function missingColumns<K extends CsvKind>(kind: K, held: { has(column: Column<K>): boolean }): Column<K>[] {
  return requiredColumns[kind].flatMap((group) => (group.some((column) => held.has(column)) ? [] : [group[0]]))
}

function decision<K extends CsvKind>(kind: K, name: string, mapping: Mapping): Meaning<K> | undefined {
  const decided = Object.hasOwn(mapping, name) ? mapping[name] : undefined
  if (decided === undefined || decided === 'own' || decided === 'ignore') return decided
  return isColumn(kind, decided) ? { column: decided } : null
}

/** What a column of people may become, and how soon: a name of interfaces.md before the words of contact exports. */
function candidate(name: string, named: string | undefined, open: boolean, index: number) {
  if (!open) return []
  const word = contactWord(name)
  if (named === undefined) return word ? [{ ...word, index }] : []
  if (!hasSeveral(named)) return []
  return [{ field: named, rank: name === named ? -1 : (word?.rank ?? Infinity), index }]
}
