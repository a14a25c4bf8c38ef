import type { AccountFigures } from '../analytics/accountFigures'
import { signalChances } from '../analytics/likelihood'
import type { RankedPerson } from '../analytics/ranking'
import type { Translate } from '../i18n/translate'
import type { PersonId } from '../model/ids'
import type { Notice } from './notice'

const NOUGHT = '0.0'

/** The layer of change risk: the light with its number, and the parts of likelihood and impact (domain.md 6.8–6.10). */
export function riskNotice(figures: AccountFigures, t: Translate): (id: PersonId) => Notice | undefined {
  const { theirs, ours } = figures.ranked
  const ranked = new Map([...theirs, ...ours].map((row) => [row.presence.person.id, row]))
  const signals = Map.groupBy(figures.situation.snapshot.graph.signals, ({ personId }) => personId)

  return (id) => {
    const row = ranked.get(id)
    if (!row) return undefined
    const { on, method } = figures.situation
    const { tier } = row.presence
    const likelihoodParts = [
      t('map.risk.base', { tier: t(`model.tier.${tier}`), chance: method.departure.base[tier] }),
      ...signalChances(signals.get(id) ?? [], on, method).map(({ signal, age, chance }) =>
        t('map.risk.signal', { signal: t(`model.signal.${signal.kind}`), age, chance }),
      ),
    ]
    const { likelihood, risk, impact, light, loss } = row
    const bare = t('map.risk.likelihood', { likelihood })
    // Without a deal there is nothing to lose, and so no risk to show.
    if (risk === null || impact === null || light === null || loss === null) return { reasons: [bare, ...likelihoodParts] }
    const figure = t('map.risk.figure', { risk, likelihood, impact })
    const parts = [...likelihoodParts, t('map.risk.impact', impactPoints(loss, method))]
    const text = risk.toFixed(1)
    const tone = { family: 'light', light } as const
    // A map full of noughts would hide the others.
    if (text === NOUGHT) return { tone, reasons: [figure, ...parts] }
    return { tone, marks: [{ kind: `risk-${light}`, text, words: figure }], reasons: parts }
  }
}

/** What each part adds to an impact of 0–100. */
function impactPoints(
  loss: NonNullable<RankedPerson['loss']>,
  { impact }: AccountFigures['situation']['method'],
): Record<'coverage' | 'support' | 'access', number> {
  return {
    coverage: 100 * impact.coverage * loss.coverage,
    support: 100 * impact.support * loss.support,
    access: 100 * impact.access * loss.access,
  }
}
