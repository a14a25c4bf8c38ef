import type { ActionContext } from '../actions/context'
import { signedText } from '../../src-shared/i18n/format'

interface OpinionScaleProps {
  /** −1…1, as people think today. */
  readonly now: number
  /** −1…1, once they have talked to each other. */
  readonly settled: number
  readonly context: ActionContext
}

const ticks = [-1, -0.5, 0, 0.5, 1] as const

/** Support on its scale from against us to for us: a ring where it is, a disc where it settles. */
export function OpinionScale({ now, settled, context }: OpinionScaleProps) {
  const { t, language } = context
  const figures = { now: signedText(now, 2, language), settled: signedText(settled, 2, language) }
  const [from, to] = [place(Math.min(now, settled)), place(Math.max(now, settled))]
  return (
    <figure className="lp-scale" role="img" aria-label={t('analysis.support.scale', figures)}>
      <div className="lp-scale-line" aria-hidden>
        {ticks.map((tick) => (
          <i key={tick} style={{ left: `${place(tick)}%` }} />
        ))}
        <span
          className="lp-scale-way"
          data-trend={settled >= now ? 'up' : 'down'}
          style={{ left: `${from}%`, width: `${to - from}%` }}
        />
        <span className="lp-scale-now" style={{ left: `${place(now)}%` }} />
        <span className="lp-scale-settled" style={{ left: `${place(settled)}%` }} />
      </div>
      <div className="lp-scale-words" aria-hidden>
        <span>{t('analysis.support.against')}</span>
        <span>0</span>
        <span>{t('analysis.support.for')}</span>
      </div>
      <figcaption className="lp-scale-key" aria-hidden>
        <span>
          <span className="lp-scale-now" />
          {t('analysis.support.now')} <b className="lp-number">{figures.now}</b>
        </span>
        <span>
          <span className="lp-scale-settled" />
          {t('analysis.support.settled')} <b className="lp-number">{figures.settled}</b>
        </span>
      </figcaption>
    </figure>
  )
}

function place(opinion: number): number {
  return 50 + 50 * Math.min(1, Math.max(-1, opinion))
}
