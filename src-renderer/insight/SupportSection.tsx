import { Minus, TrendingDown, TrendingUp } from 'lucide-react'
import { moversOf } from '../../src-shared/analytics/movers'
import type { Subject } from '../../src-shared/analytics/situation'
import type { ActionContext } from '../actions/context'
import { useFigures } from './figures'
import { Fold, LongList, MoreLine } from './Fold'
import { figureText, isSeen, signedText } from '../../src-shared/i18n/format'
import { NoDeal } from './NoDeal'
import { OpinionScale } from './OpinionScale'
import { PersonLink } from './PersonLink'

const FIRST = 8
/** Whoever moves somebody less than these do is not told. */
const MOVERS = 4

/** Support as people think today and once they have talked to each other, and who moves whom. */
export function SupportSection({ context }: { readonly context: ActionContext }) {
  const { t, language } = context
  const { evaluation } = useFigures()
  const { support, situation } = evaluation
  const holders = situation.theirs.filter(({ weight }) => weight > 0).sort((a, b) => b.weight - a.weight)
  return (
    <Fold
      id="support"
      title={t('analysis.support.title')}
      summary={support && `${signedText(support.now, 2, language)} → ${signedText(support.settled, 2, language)}`}
    >
      {() => {
        if (situation.opportunity === null) return <NoDeal context={context} />
        if (!support) return <p className="lp-quiet">{t('analysis.support.nobody')}</p>
        return (
          <>
            <OpinionScale {...support} context={context} />
            <p className="lp-quiet">{t(`analysis.support.${trendOf(support.settled - support.now)}`)}</p>
            <LongList items={holders} first={FIRST} more={(count) => t('analysis.situation.more', { count })}>
              {(holder) => (
                <li key={holder.id}>
                  <HolderLine holder={holder} context={context} />
                </li>
              )}
            </LongList>
          </>
        )
      }}
    </Fold>
  )
}

function HolderLine({ holder, context }: { readonly holder: Subject; readonly context: ActionContext }) {
  const { t, language } = context
  const { evaluation } = useFigures()
  const settled = evaluation.settled[evaluation.situation.placeOf.get(holder.id) ?? -1] ?? 0
  const name = holder.presence.person.name
  const trend = trendOf(settled - holder.opinion)
  return (
    <MoreLine
      label={t('analysis.support.whoMoves', { name })}
      line={
        <>
          <PersonLink id={holder.id} context={context} />
          <span className="lp-number lp-end">
            {holder.stance === null ? t('model.stance.unknown') : signedText(holder.opinion, 2, language)}
          </span>
          <TrendIcon trend={trend} label={t(`analysis.support.trend.${trend}`)} />
          <span className="lp-number">{signedText(settled, 2, language)}</span>
        </>
      }
    >
      {() => <Movers holder={holder} settled={settled} context={context} />}
    </MoreLine>
  )
}

interface MoversProps {
  readonly holder: Subject
  readonly settled: number
  readonly context: ActionContext
}

function Movers({ holder, settled, context }: MoversProps) {
  const { t, language } = context
  const movers = moversOf(useFigures().evaluation, holder.id)
  if (movers.length === 0) return <p className="lp-quiet">{t('analysis.support.unmoved')}</p>
  const rest = movers.slice(MOVERS).reduce((sum, { shift }) => sum + shift, 0)
  return (
    <dl className="lp-sums">
      {movers.slice(0, MOVERS).map(({ person, shift }) => (
        <div key={person}>
          <dt>
            <PersonLink id={person} context={context} />
          </dt>
          <dd className="lp-number">{signedText(shift, 2, language)}</dd>
        </div>
      ))}
      {movers.length > MOVERS && (
        <div>
          <dt>{t('analysis.support.others', { count: movers.length - MOVERS })}</dt>
          <dd className="lp-number">{signedText(rest, 2, language)}</dd>
        </div>
      )}
      <div className="lp-total">
        <dt>{t('analysis.support.sum', { from: figureText(holder.opinion, 2, language) })}</dt>
        <dd className="lp-number">{figureText(settled, 2, language)}</dd>
      </div>
    </dl>
  )
}

type Trend = 'up' | 'down' | 'same'

function trendOf(change: number): Trend {
  if (!isSeen(change, 2)) return 'same'
  return change > 0 ? 'up' : 'down'
}

const trendIcons = { up: TrendingUp, down: TrendingDown, same: Minus } as const

function TrendIcon({ trend, label }: { readonly trend: Trend; readonly label: string }) {
  const Icon = trendIcons[trend]
  return <Icon size={14} role="img" aria-label={label} className={trendTone[trend]} />
}

const trendTone = { up: 'lp-good', down: 'lp-bad', same: 'lp-quiet' } as const
