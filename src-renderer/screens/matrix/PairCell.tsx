import { AlarmClock } from 'lucide-react'
import type { Pair } from '../../../src-shared/analytics/pairMatrix'
import { DepthPips } from '../../components/Mark'
import { useText } from '../../i18n/language'
import { WeakSign } from '../../rating/WeakSign'

/** A pair at a glance: depth now and aimed at, how it moved, when the two last met. The cell around it says the same in words. */
export function PairCell({ pair }: { readonly pair: Pair }) {
  const { t } = useText()
  const { judgement, weakness, depth, target, gap, trend, contactDays, overdueDays } = pair
  if (judgement === null && target === null && contactDays === null) return <span className="lp-quiet">–</span>
  return (
    <>
      <span className="lp-pair-line">
        {judgement === null ? (
          <span className="lp-quiet">–</span>
        ) : (
          <>
            <DepthPips depth={depth} weak={weakness !== null} />
            <b>{depth}</b>
          </>
        )}
        {target !== null && <span className={gap > 0 ? 'lp-warn' : 'lp-quiet'}>→ {target}</span>}
        {weakness && <WeakSign weakness={weakness} />}
      </span>
      <span className="lp-pair-line">
        {trend !== 0 && <Trend trend={trend} />}
        {overdueDays !== null && (
          <span className="lp-bad lp-overdue">
            <AlarmClock size={11} aria-hidden /> {t('rating.matrix.overdueShort')}
          </span>
        )}
        {contactDays !== null && <span className="lp-quiet">{t('rating.matrix.days', { count: contactDays })}</span>}
      </span>
    </>
  )
}

/** Whether a depth rose or fell; without words beside it, also by how much. */
export function Trend({ trend, alone = true }: { readonly trend: number; readonly alone?: boolean }) {
  return (
    <span className={trend > 0 ? 'lp-good' : 'lp-bad'} aria-hidden={!alone}>
      {trend > 0 ? '▲' : '▼'}
      {alone && Math.abs(trend)}
    </span>
  )
}
