import type { AccountFigures } from '../analytics/accountFigures'
import { signalChances } from '../analytics/likelihood'
import type { RankedPerson } from '../analytics/ranking'
import type { Situation } from '../analytics/situation'
import type { Translate } from '../i18n/translate'
import type { PersonId } from '../model/ids'
import type { Signal } from '../model/interaction'
import type { Method } from '../model/method'
import type { Notice } from './notice'
import { wordsIn } from './words'

const NOUGHT = '0.0'

/** The layer of change risk: the light with its number, and the parts of likelihood and impact (domain.md 6.8–6.10). */
export function riskNotice(figures: AccountFigures, t: Translate): (id: PersonId) => Notice | undefined {
  const { theirs, ours } = figures.ranked
  const ranked = new Map([...theirs, ...ours].map((row) => [row.presence.person.id, row]))
  const signals = Map.groupBy(figures.situation.snapshot.graph.signals, ({ personId }) => personId)

  const word = wordsIn(t)
  return (id) => {
    const row = ranked.get(id)
    if (!row) return undefined
    const reasons = (): readonly string[] => reasonsOf(row, signals.get(id) ?? [], figures.situation, t)
    const { risk, light } = row
    // Without a deal there is nothing to lose, and so no risk to show.
    if (risk === null || light === null) return { reasons }
    const text = risk.toFixed(1)
    const tone = { family: 'light', light } as const
    // A map full of noughts would hide the others.
    if (text === NOUGHT) return { tone, reasons }
    return { tone, marks: [{ kind: `risk-${light}`, text, words: word(`map.mark.risk-${light}`) }], reasons }
  }
}

function reasonsOf(row: RankedPerson, signals: readonly Signal[], { on, method }: Situation, t: Translate): string[] {
  const { likelihood, risk, impact, loss, presence } = row
  const base = { tier: t(`model.tier.${presence.tier}`), chance: method.departure.base[presence.tier] }
  const parts = [
    t('map.risk.base', base),
    ...signalChances(signals, on, method).map(({ signal, age, chance }) =>
      t('map.risk.signal', { signal: t(`model.signal.${signal.kind}`), age, chance }),
    ),
  ]
  if (risk === null || impact === null || loss === null) return [t('map.risk.likelihood', { likelihood }), ...parts]
  return [t('map.risk.figure', { risk, likelihood, impact }), ...parts, t('map.risk.impact', impactPoints(loss, method))]
}

/** What each part adds to an impact of 0–100. */
function impactPoints(
  loss: NonNullable<RankedPerson['loss']>,
  { impact }: Method,
): Record<'coverage' | 'support' | 'access', number> {
  return {
    coverage: 100 * impact.coverage * loss.coverage,
    support: 100 * impact.support * loss.support,
    access: 100 * impact.access * loss.access,
  }
}
