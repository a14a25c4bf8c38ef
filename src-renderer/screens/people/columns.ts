import type { Translate } from '../../../src-shared/i18n/translate'
import { Stance, TouchTier } from '../../../src-shared/model/scales'
import { collator } from '../../account/search'
import type { PersonRow } from '../../account/peopleRows'
import { type Sort, sortedBy } from '../../components/sorting'

export const columnKeys = [
  'name',
  'title',
  'department',
  'side',
  'tier',
  'roles',
  'stance',
  'political',
  'depth',
  'contact',
] as const
export type ColumnKey = (typeof columnKeys)[number]

/** Whether a cell can be changed in the list. */
export function isEditable(row: PersonRow, key: ColumnKey): boolean {
  switch (key) {
    case 'name':
      return true
    case 'title':
    case 'department':
    case 'tier':
      return row.seatId !== null
    case 'stance':
      return row.personId !== null && row.side !== 'ours'
    case 'side':
    case 'roles':
    case 'political':
    case 'depth':
    case 'contact':
      return false
    default:
      return key satisfies never
  }
}

/** The text of a cell that is edited as text. */
export function cellText(row: PersonRow, key: 'name' | 'title' | 'department'): string {
  // An empty seat has a word for its name, which nobody wants to edit.
  if (key === 'name') return row.personId === null ? '' : row.name
  return row[key]
}

/** Rows in a column's order: texts by pinyin, scales by their order, unknown last either way. Equal rows are sorted by name. */
export function sorted(rows: readonly PersonRow[], { by, descending }: Sort<ColumnKey>, t: Translate): PersonRow[] {
  return sortedBy(rows, descending, (row) => sortValue(row, by, t), byName)
}

function byName(a: PersonRow, b: PersonRow): number {
  return collator.compare(a.name, b.name) || (a.key < b.key ? -1 : 1)
}

function sortValue(row: PersonRow, key: ColumnKey, t: Translate): string | number | null {
  switch (key) {
    case 'name':
      // Seats without a holder stand together after the people.
      return row.personId === null ? null : row.name
    case 'title':
    case 'department':
      return row[key] === '' ? null : row[key]
    case 'side':
      return t(`model.side.${row.side}`)
    case 'tier':
      return row.tier === null ? null : TouchTier.options.indexOf(row.tier)
    case 'roles':
      return row.roles.length === 0 ? null : -row.roles.length
    case 'stance':
      return row.stance === null ? null : -Stance.options.indexOf(row.stance)
    case 'political':
      return row.political === null ? null : -['outside', 'structure', 'inner'].indexOf(row.political)
    case 'depth':
      return row.best === null ? null : -row.best.depth
    case 'contact':
      return row.lastContact === null ? null : -Date.parse(row.lastContact)
    default:
      return key satisfies never
  }
}
