import { ArrowDown, ArrowUp } from 'lucide-react'
import type { Sort } from './sorting'

interface SortableHeadProps<Key extends string> {
  readonly column: Key
  /** Of the column, from 0. */
  readonly index: number
  readonly label: string
  readonly className?: string
  readonly sort: Sort<Key>
  readonly onSort: (sort: Sort<Key>) => void
}

/** The head of a grid's column: pressed, it sorts by that, pressed again the other way round. */
export function SortableHead<Key extends string>({ column, index, label, className, sort, onSort }: SortableHeadProps<Key>) {
  const sortedBy = sort.by === column
  const Arrow = sort.descending ? ArrowDown : ArrowUp
  return (
    <div
      role="columnheader"
      aria-colindex={index + 1}
      aria-sort={sortedBy ? (sort.descending ? 'descending' : 'ascending') : 'none'}
      className={className}
      style={{ gridColumn: index + 1 }}
    >
      <button type="button" onClick={() => onSort({ by: column, descending: sortedBy && !sort.descending })}>
        {label}
        {sortedBy && <Arrow size={12} aria-hidden />}
      </button>
    </div>
  )
}
