import { Segmented } from 'antd'
import { useState } from 'react'
import type { RankedPerson } from '../../src-shared/analytics/ranking'
import { signalChances } from '../../src-shared/analytics/likelihood'
import type { ActionContext } from '../actions/context'
import { useFigures } from './figures'
import { Fold, LongList, MoreLine } from './Fold'
import { LightMark } from './LightMark'
import { figureText, isSeen, percentText, signedText } from '../../src-shared/i18n/format'
import { PersonLink } from './PersonLink'
import { RemedyList } from './RemedyList'

const FIRST = 6
type Side = 'theirs' | 'ours'
const sides = ['theirs', 'ours'] as const satisfies readonly Side[]

/** Whose leaving would hurt, and how likely it is, with the reasons behind both. */
export function RiskSection({ context }: { readonly context: ActionContext }) {
  const { t } = context
  const figures = useFigures()
  return (
    <Fold id="risk" title={t('analysis.risk.title')} summary={t('analysis.risk.formula')}>
      {() => <RiskList key={figures.open.opportunity?.id} context={context} />}
    </Fold>
  )
}

function RiskList({ context }: { readonly context: ActionContext }) {
  const { t } = context
  const { ranked } = useFigures()
  const [side, setSide] = useState<Side>('theirs')
  return (
    <>
      <Segmented
        size="small"
        block
        aria-label={t('analysis.risk.side')}
        value={side}
        options={sides.map((value) => ({ value, label: t(`analysis.risk.${value}`) }))}
        onChange={setSide}
      />
      {ranked[side].length === 0 && <p className="lp-quiet">{t('analysis.risk.nobody')}</p>}
      <LongList key={side} items={ranked[side]} first={FIRST} more={(count) => t('analysis.situation.more', { count })}>
        {(row) => (
          <li key={row.presence.person.id}>
            <RiskLine row={row} context={context} />
          </li>
        )}
      </LongList>
    </>
  )
}

function RiskLine({ row, context }: { readonly row: RankedPerson; readonly context: ActionContext }) {
  const { t, language } = context
  const { likelihood, impact, risk, light, presence } = row
  return (
    <MoreLine
      label={t('analysis.risk.why', { name: presence.person.name })}
      line={
        <>
          <PersonLink id={presence.person.id} context={context} />
          {light && <LightMark light={light} />}
          <span className="lp-number lp-end lp-product">
            <span className="lp-quiet">
              {percentText(likelihood, language)}
              {impact !== null && ` × ${figureText(impact, 1, language)}`}
            </span>
            {risk !== null && <b>{figureText(risk, 1, language)}</b>}
          </span>
        </>
      }
    >
      {() => (
        <>
          <Reasons row={row} context={context} />
          {risk !== null && <RemedyList personId={presence.person.id} context={context} />}
        </>
      )}
    </MoreLine>
  )
}

/** What makes the departure likely and what it would cost, part by part. */
function Reasons({ row, context }: { readonly row: RankedPerson; readonly context: ActionContext }) {
  const { t, language } = context
  const { graph, asOf, method } = useFigures().open
  const { tier, person } = row.presence
  const signals = graph.signals.filter(({ personId }) => personId === person.id)
  const points = (share: number) => percentText(share, language)
  return (
    <dl className="lp-sums">
      <div className="lp-total">
        <dt>{t('analysis.risk.likelihood')}</dt>
        <dd className="lp-number">{points(row.likelihood)}</dd>
      </div>
      <div>
        <dt>{t('analysis.risk.base', { tier: t(`model.tier.${tier}`) })}</dt>
        <dd className="lp-number">{points(method.departure.base[tier])}</dd>
      </div>
      {signalChances(signals, asOf, method).map(({ signal, age, chance }) => (
        <div key={signal.id}>
          <dt>{t('analysis.risk.signal', { kind: t(`model.signal.${signal.kind}`), days: age })}</dt>
          <dd className="lp-number">{points(chance)}</dd>
        </div>
      ))}
      {row.loss && (
        <>
          <div className="lp-total">
            <dt>{t('analysis.risk.impact')}</dt>
            <dd className="lp-number">{figureText(row.loss.impact, 1, language)}</dd>
          </div>
          {(['coverage', 'support', 'access'] as const).map((part) => (
            <div key={part}>
              <dt>{t(`analysis.risk.loss.${part}`)}</dt>
              <dd className="lp-number">
                {isSeen(row.loss?.[part] ?? 0, 3)
                  ? t('analysis.risk.part', {
                      lost: figureText(row.loss?.[part] ?? 0, 3, language),
                      weight: method.impact[part],
                      points: signedText(100 * method.impact[part] * (row.loss?.[part] ?? 0), 1, language),
                    })
                  : '–'}
              </dd>
            </div>
          ))}
        </>
      )}
    </dl>
  )
}
