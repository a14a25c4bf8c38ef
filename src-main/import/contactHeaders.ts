import { z } from 'zod'
import headerWords from '../../resources/importHeaders.json'
import { type Column, columnsOf } from './columns'

type PeopleColumn = Column<'people'>

const words = z.record(z.string(), z.array(z.string())).parse(headerWords.people)

/**
 * How contact exports call what people have (resources/importHeaders.json): by header, the field and how much the header is preferred over
 * others that mean the same field (0: most).
 */
const contactWords = new Map(
  Object.entries(words).flatMap(([field, headers]) =>
    isPeopleColumn(field) ? headers.map((header, rank) => [contactPlain(header), { field, rank }] as const) : [],
  ),
)

/** Fields that people have several of; a file's further columns of these become own fields. */
const severalOf: ReadonlySet<PeopleColumn> = new Set(['title', 'department', 'organization', 'email', 'phone', 'manager'])

/** What a header of a contact export means. */
export function contactWord(header: string): { readonly field: PeopleColumn; readonly rank: number } | undefined {
  return contactWords.get(contactPlain(header))
}

export function hasSeveral(field: string): boolean {
  return isPeopleColumn(field) && severalOf.has(field)
}

/** How departments are written. */
export interface DepartmentStyle {
  /** What stands between a department and the one above it. */
  readonly between: string
  /** What stands between several departments of one person, of whom the first counts. */
  readonly several: string
}

/** The way of the program that a header betrays: it has two of its words at least. Null: as interfaces.md says. */
export function departmentStyle(header: readonly string[]): DepartmentStyle | null {
  const present = new Set(header.map(contactPlain))
  const known = headerWords.departments.map((style) => ({
    style,
    count: style.headers.filter((word) => present.has(contactPlain(word))).length,
  }))
  const best = known.reduce((most, each) => (each.count > most.count ? each : most))
  return best.count >= 2 ? best.style : null
}

/** The way down to a department as `A/B`, from the way a contact export writes it. */
export function departmentPath(text: string, { between, several }: DepartmentStyle): string {
  const [main = ''] = text.split(several)
  return main
    .split(between)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .join('/')
}

/** A header whatever its width, case, blanks, the star of a needed column, and the remark in brackets behind it. */
function contactPlain(header: string): string {
  const plain = header.normalize('NFKC').trim().toLowerCase()
  const bare = plain
    .replace(/^\*\s*/, '')
    .replace(/\s*\*$/, '')
    .replace(/(.)\s*\([^)]*\)$/, '$1')
  return bare.replace(/[’‘]/g, "'").replace(/[\s_-]+/g, ' ')
}

function isPeopleColumn(field: string): field is PeopleColumn {
  return Object.hasOwn(columnsOf.people, field)
}
