import { CircleCheck, TriangleAlert } from 'lucide-react'
import { lastContact } from '../../src-shared/analytics/findings'
import type { PersonId } from '../../src-shared/model/ids'
import { TouchTier } from '../../src-shared/model/scales'
import type { ActionContext } from '../actions/context'
import { useFigures } from './figures'
import { Fold } from './Fold'
import { Gauge } from './Gauge'
import { figureText, percentText } from '../../src-shared/i18n/format'
import { PersonLink } from './PersonLink'

/** How many of each side are told by name. */
const TOP = 3

/** On whom the account hangs, theirs and ours, and whether every tier is met. */
export function ThreadingSection({ context }: { readonly context: ActionContext }) {
  const { t, language } = context
  const { threads } = useFigures()
  const h = threads.ours === null ? '–' : figureText(threads.ours, 2, language)
  return (
    <Fold id="threading" title={t('analysis.threading.title')} summary={t('analysis.threading.summary', { h })}>
      {() => (
        <>
          <Dependence side="ours" context={context} />
          <Dependence side="theirs" context={context} />
          <h4>{t('analysis.threading.tiers')}</h4>
          <ul className="lp-lines">
            {TouchTier.options.map((tier) => (
              <TierLine key={tier} tier={tier} context={context} />
            ))}
          </ul>
        </>
      )}
    </Fold>
  )
}

function Dependence({ side, context }: { readonly side: 'ours' | 'theirs'; readonly context: ActionContext }) {
  const { t, language } = context
  const { threads, evaluation } = useFigures()
  const { theirs, ours, method } = evaluation.situation
  const h = threads[side]
  const people: readonly PersonId[] = side === 'ours' ? ours.map(({ person }) => person.id) : theirs.map(({ id }) => id)
  const top = people
    .map((id) => ({ id, share: threads.shares.get(id) ?? 0 }))
    .filter(({ share }) => share > 0)
    .sort((a, b) => b.share - a.share)
    .slice(0, TOP)
  const warned = h !== null && h >= method.dependenceWarning
  return (
    <div className="lp-dependence">
      <div className="lp-more-line">
        <h4>{t(`analysis.threading.${side}`)}</h4>
        {warned && (
          <span className="lp-weak">
            <TriangleAlert size={13} aria-hidden />
            {t('analysis.threading.warned')}
          </span>
        )}
        <span className="lp-number lp-end">H = {h === null ? '–' : figureText(h, 2, language)}</span>
      </div>
      {h === null ? (
        <p className="lp-quiet">{t('analysis.threading.none')}</p>
      ) : (
        <>
          <Gauge value={h} limit={method.dependenceWarning} tone={warned ? 'warn' : 'plain'} />
          <dl className="lp-sums">
            {top.map(({ id, share }) => (
              <div key={id}>
                <dt>
                  <PersonLink id={id} context={context} />
                </dt>
                <dd className="lp-number">{percentText(share, language)}</dd>
              </div>
            ))}
          </dl>
        </>
      )}
    </div>
  )
}

function TierLine({ tier, context }: { readonly tier: TouchTier; readonly context: ActionContext }) {
  const { t } = context
  const { threads, evaluation } = useFigures()
  const now = evaluation.situation
  const people = now.theirs.filter(({ presence }) => presence.tier === tier)
  const last = people.reduce<number | null>((least, { id }) => {
    const ago = lastContact(now, id)
    return ago === null || (least !== null && least <= ago) ? least : ago
  }, null)
  const cadence = now.method.cadenceDays[tier]
  const met = threads.tiers[tier]
  return (
    <li className="lp-more-line">
      <span className="lp-tier">{t(`model.tier.${tier}`)}</span>
      <span className="lp-quiet">
        {people.length === 0
          ? t('analysis.threading.noTier')
          : last === null
            ? t('analysis.threading.never', { cadence })
            : t('analysis.threading.last', { days: last, cadence })}
      </span>
      {people.length > 0 && (
        <span className={met ? 'lp-word lp-good lp-end' : 'lp-word lp-warn lp-end'}>
          {met ? <CircleCheck size={13} aria-hidden /> : <TriangleAlert size={13} aria-hidden />}
          {t(met ? 'analysis.threading.engaged' : 'analysis.threading.gap')}
        </span>
      )}
    </li>
  )
}
