import type { PairRow } from '../../../src-shared/analytics/pairMatrix'
import type { Method } from '../../../src-shared/model/method'
import { RoleLetters } from '../../components/Mark'
import { useText } from '../../i18n/language'
import { LightMark } from '../../insight/LightMark'
import type { FigureKey, RowRisk } from './matrixRows'

interface FigureCellProps {
  readonly row: PairRow
  readonly figure: FigureKey
  readonly risk: RowRisk | undefined
  readonly method: Method
}

/** What the matrix tells of one of theirs before their pairs. */
export function FigureCell({ row, figure, risk, method }: FigureCellProps) {
  const { t } = useText()
  const { presence, roles, gap, contactDays } = row
  switch (figure) {
    case 'name': {
      const title = presence.seats[0]?.state.title ?? ''
      return (
        <span className="lp-matrix-name" title={[presence.person.name, title].join(' · ')}>
          <b>{presence.person.name}</b>
          <span className="lp-quiet">{title}</span>
        </span>
      )
    }
    case 'tier':
      return t(`model.tier.${presence.tier}`)
    case 'roles':
      return <RoleLetters roles={roles} method={method} />
    case 'risk':
      return risk?.light ? <LightMark light={risk.light} /> : <span className="lp-quiet">–</span>
    case 'gap':
      return gap > 0 ? (
        <b className="lp-warn" title={t('rating.matrix.gapOf', { gap })}>
          −{gap}
        </b>
      ) : (
        <span className="lp-quiet" title={t('rating.matrix.noGap')}>
          –
        </span>
      )
    case 'contact':
      return (
        <span className="lp-quiet">
          {contactDays === null ? t('rating.matrix.never') : t('rating.matrix.days', { count: contactDays })}
        </span>
      )
    default:
      return figure satisfies never
  }
}
