import { Button, Segmented } from 'antd'
import { AlarmClock, ListChecks } from 'lucide-react'
import type { Pair, PairRow } from '../../../src-shared/analytics/pairMatrix'
import { Depth } from '../../../src-shared/model/scales'
import { useAccount } from '../../account/AccountContext'
import { personOf } from '../../account/names'
import { Field } from '../../components/Field'
import { TextEdit } from '../../components/TextEdit'
import { useText } from '../../i18n/language'
import { commit } from '../../inspector/commit'
import { WeakSign } from '../../rating/WeakSign'
import { Trend } from './PairCell'
import { pairWords, trendWords } from './pairWords'

const levels = ['0', '1', '2', '3', '4'] as const
const NONE = 'none'

interface PairBarProps {
  readonly row: PairRow | undefined
  /** Where the keyboard is; undefined: at none. */
  readonly pair: Pair | undefined
  readonly aiming: boolean
  readonly onDepth: (pair: Pair, depth: Depth) => void
  readonly onTarget: (pair: Pair, depth: Depth | null) => void
  readonly onRate: (pair: Pair) => void
}

/** The pair that the keyboard is at, in words, with what a mouse can change of it. */
export function PairBar({ row, pair, aiming, onDepth, onTarget, onRate }: PairBarProps) {
  const { t } = useText()
  const { graph, method } = useAccount()
  if (!row || !pair) {
    return (
      <div className="lp-pair-bar">
        <p className="lp-quiet">{t('rating.matrix.choose')}</p>
      </div>
    )
  }
  const { judgement, weakness, trend, overdueDays, target } = pair
  const own = personOf(graph, pair.ownPersonId)?.name ?? ''
  const counting = weakness === 'expired' ? null : judgement
  return (
    <section className="lp-pair-bar" aria-label={t('rating.matrix.cell', { name: row.presence.person.name, own })}>
      <p role="status" className="lp-pair-words">
        <b>{t('rating.matrix.cell', { name: row.presence.person.name, own })}</b>
        <span className="lp-hidden">{pairWords(t, pair, method).join(t('map.listSeparator'))}</span>
        {aiming && <b className="lp-accent">{t('rating.matrix.targetKey')}</b>}
        {counting && (
          <span>
            {trend !== 0 && <Trend trend={trend} alone={false} />} {trendWords(t, trend, method.trendDays)}
          </span>
        )}
        {overdueDays !== null && (
          <span className="lp-bad lp-overdue">
            <AlarmClock size={13} aria-hidden />
            {t('rating.matrix.overdue', { days: method.cadenceDays[row.presence.tier] })}
          </span>
        )}
        <span className="lp-quiet">
          {pair.contactDays === null ? t('rating.matrix.notMet') : t('rating.matrix.met', { count: pair.contactDays })}
        </span>
        {pair.depth < pair.level && (
          <span className="lp-weak">{t('rating.matrix.faded', { level: pair.level, depth: pair.depth })}</span>
        )}
        {weakness && <WeakSign weakness={weakness} wordy />}
      </p>
      <div className="lp-pair-edit">
        <Field label={t('rating.matrix.setDepth')}>
          {(control) => (
            <Segmented<string>
              {...control}
              size="small"
              aria-label={t('rating.matrix.setDepth')}
              // Without a judgement no level is chosen.
              value={counting?.value ?? ''}
              options={levels.map((value) => ({ value, label: value, title: t(`model.depth.${value}`) }))}
              onChange={(value) => onDepth(pair, Depth.parse(Number(value)))}
            />
          )}
        </Field>
        <Field label={t('rating.matrix.setTarget')}>
          {(control) => (
            <Segmented<string>
              {...control}
              size="small"
              aria-label={t('rating.matrix.setTarget')}
              value={target === null ? NONE : String(target)}
              options={[{ value: NONE, label: t('rating.matrix.none') }, ...levels.map((value) => ({ value, label: value }))]}
              onChange={(value) => onTarget(pair, value === NONE ? null : Depth.parse(Number(value)))}
            />
          )}
        </Field>
        <Button size="small" icon={<ListChecks size={14} aria-hidden />} onClick={() => onRate(pair)}>
          {t('rating.guided.start')}
        </Button>
        {counting && (
          <div className="lp-pair-evidence">
            <TextEdit
              key={counting.id}
              label={t('screen.inspector.evidence')}
              value={counting.evidence}
              placeholder={t('screen.inspector.evidenceHint')}
              maxLength={20_000}
              onCommit={(evidence) => commit('judgement.update', { judgementId: counting.id, evidence })}
            />
          </div>
        )}
      </div>
    </section>
  )
}
