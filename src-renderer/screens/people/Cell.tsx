import type { Method } from '../../../src-shared/model/method'
import { type PersonRow } from '../../account/peopleRows'
import { DepthPips, RoleLetters, StanceMark } from '../../components/Mark'
import { dayText } from '../../../src-shared/i18n/format'
import { useText } from '../../i18n/language'
import { WeakSign } from '../../rating/WeakSign'
import type { ColumnKey } from './columns'

interface CellProps {
  readonly row: PersonRow
  readonly column: ColumnKey
  readonly method: Method
}

/** What a cell of the people list shows. */
export function Cell({ row, column, method }: CellProps) {
  const { t, language } = useText()
  switch (column) {
    case 'name':
      return (
        <span className={row.personId === null ? 'lp-vacant' : undefined}>
          {row.name}
          {row.latinName !== '' && <span className="lp-quiet"> {row.latinName}</span>}
        </span>
      )
    case 'title':
      return <span title={row.title}>{row.title}</span>
    case 'department': {
      const company = row.side === 'theirs' ? '' : row.organization
      const whole = [company, row.department].filter(Boolean).join(' · ')
      // The innermost department says most in a narrow column.
      return <span title={whole}>{[company, row.department.split('/').at(-1)].filter(Boolean).join(' · ')}</span>
    }
    case 'side':
      return t(`model.side.${row.side}`)
    case 'tier':
      return row.tier && t(`model.tier.${row.tier}`)
    case 'roles':
      return <RoleLetters roles={row.roles} method={method} />
    case 'stance':
      return row.personId === null || row.side === 'ours' ? null : (
        <span className="lp-mark">
          <StanceMark stance={row.stance} weak={row.stanceWeakness !== null} />
          {row.stanceWeakness && <WeakSign weakness={row.stanceWeakness} />}
        </span>
      )
    case 'political':
      return row.political && t(`model.political.${row.political}`)
    case 'depth':
      return (
        row.best && (
          <span className="lp-mark">
            <DepthPips depth={row.best.depth} weak={row.best.weakness !== null} />
            {row.best.weakness && <WeakSign weakness={row.best.weakness} />}
            <span className="lp-quiet">{row.best.ownName}</span>
          </span>
        )
      )
    case 'contact':
      return row.lastContact && dayText(row.lastContact, language)
    default:
      return column satisfies never
  }
}
