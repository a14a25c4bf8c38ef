import { z } from 'zod'
import { DateOrder, ImportKind, type ImportPreview } from '../../src-shared/contract'

/** What columns hold, by header: a field's key, `own` or `ignore`. */
export type Mapping = Readonly<Record<string, string>>

const STORED = 'linchpin.importMappings'
/** Headers remembered; the longest unused is forgotten first. */
const MOST = 100

const Remembered = z.object({
  headers: z.string(),
  kind: ImportKind,
  mapping: z.record(z.string(), z.string()),
  dateOrder: DateOrder.optional(),
})
type Remembered = z.infer<typeof Remembered>

/** How files with these very columns, in whatever order, were read the last time; null for the first. */
export function recall(preview: ImportPreview): Omit<Remembered, 'headers'> | null {
  const headers = headersOf(preview)
  return headers === null ? null : (stored().find((one) => one.headers === headers) ?? null)
}

/** Remembers how files with these columns are read. */
export function remember(preview: ImportPreview, mapping: Mapping, dateOrder?: DateOrder): void {
  const headers = headersOf(preview)
  if (headers === null) return
  const others = stored().filter((one) => one.headers !== headers)
  localStorage.setItem(STORED, JSON.stringify([{ headers, kind: preview.kind, mapping, dateOrder }, ...others].slice(0, MOST)))
}

/** What the core takes the columns for; of two columns with one header, the first counts. */
export function guessedMapping(preview: ImportPreview): Mapping {
  const columns = preview.table?.columns ?? []
  return Object.fromEntries(columns.toReversed().map(({ header, meaning }) => [header, meaning]))
}

export function sameMapping(a: Mapping, b: Mapping): boolean {
  const keys = Object.keys(a)
  return keys.length === Object.keys(b).length && keys.every((key) => a[key] === b[key])
}

function headersOf({ table }: ImportPreview): string | null {
  return table && JSON.stringify(table.columns.map(({ header }) => header).sort())
}

/** Whatever is there that this version did not write is as good as nothing. */
function stored(): readonly Remembered[] {
  try {
    return z.array(Remembered).parse(JSON.parse(localStorage.getItem(STORED) ?? '[]'))
  } catch {
    return []
  }
}
