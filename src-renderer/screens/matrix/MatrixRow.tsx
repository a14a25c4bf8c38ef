import { memo } from 'react'
import type { PairRow } from '../../../src-shared/analytics/pairMatrix'
import type { Presence } from '../../../src-shared/analytics/snapshot'
import { useAccount } from '../../account/AccountContext'
import { useText } from '../../i18n/language'
import { FigureCell } from './FigureCell'
import { figureKeys, type RowRisk } from './matrixRows'
import { ROW } from './measures'
import { PairCell } from './PairCell'
import { pairWords } from './pairWords'

interface MatrixRowProps {
  readonly row: PairRow
  readonly index: number
  readonly ours: readonly Presence[]
  readonly risk: RowRisk | undefined
  readonly template: string
  /** Of the pairs: the first and the one after the last to draw. */
  readonly firstColumn: number
  readonly lastColumn: number
  /** Where the keyboard is, the figures counted in; null: in another row. */
  readonly activeColumn: number | null
  readonly aiming: boolean
  readonly onGo: (row: number, column: number) => void
}

/** One of theirs: figures, then a cell a person of ours. Kept as it is while the keyboard is elsewhere. */
export const MatrixRow = memo(function MatrixRow(props: MatrixRowProps) {
  const { row, index, ours, risk, template, firstColumn, lastColumn, activeColumn, aiming, onGo } = props
  const { t } = useText()
  const { method } = useAccount()
  const { name } = row.presence.person
  // The cell with the keyboard is there even while it is out of view.
  const activePair = activeColumn === null ? -1 : activeColumn - figureKeys.length
  const drawn = row.pairs.map((pair, at) => ({ pair, at })).filter(({ at }) => isDrawn(at))

  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      aria-selected={activeColumn !== null}
      className="lp-matrix-row lp-matrix-columns"
      style={{ top: index * ROW, gridTemplateColumns: template }}
    >
      {figureKeys.map((figure, column) => (
        <div
          key={figure}
          role="gridcell"
          aria-colindex={column + 1}
          aria-readonly
          tabIndex={column === activeColumn ? 0 : -1}
          className={figure === 'name' ? 'lp-matrix-cell lp-matrix-fixed' : 'lp-matrix-cell'}
          style={{ gridColumn: column + 1 }}
          onClick={() => onGo(index, column)}
        >
          <FigureCell row={row} figure={figure} risk={risk} method={method} />
        </div>
      ))}
      {drawn.map(({ pair, at }) => {
        const column = figureKeys.length + at
        const words = pairWords(t, pair, method).join(t('map.listSeparator'))
        const own = ours[at]?.person.name ?? ''
        return (
          <div
            key={pair.ownPersonId}
            role="gridcell"
            aria-colindex={column + 1}
            title={words}
            tabIndex={column === activeColumn ? 0 : -1}
            className="lp-matrix-cell lp-matrix-pair"
            data-weak={pair.weakness !== null}
            data-overdue={pair.overdueDays !== null}
            data-aiming={aiming && column === activeColumn}
            style={{ gridColumn: column + 1 }}
            onClick={() => onGo(index, column)}
          >
            <span className="lp-hidden">{`${t('rating.matrix.cell', { name, own })}: ${words}`}</span>
            <span aria-hidden className="lp-pair-glance">
              <PairCell pair={pair} />
            </span>
          </div>
        )
      })}
    </div>
  )

  function isDrawn(at: number): boolean {
    return (at >= firstColumn && at < lastColumn) || at === activePair
  }
})
