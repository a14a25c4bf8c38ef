import type { Pair } from '../../../src-shared/analytics/pairMatrix'
import type { Translate } from '../../../src-shared/i18n/translate'
import type { Method } from '../../../src-shared/model/method'
import { Depth } from '../../../src-shared/model/scales'

/** What there is to say of a pair, one thing each: depth, target, trend, contact, and what weakens it. */
export function pairWords(t: Translate, pair: Pair, method: Method): string[] {
  const { judgement, weakness, level, depth, target, gap, overdueDays, contactDays } = pair
  const word = t(`model.depth.${Depth.parse(depth)}`)
  const known = judgement !== null && weakness !== 'expired'
  return [
    known ? t('rating.matrix.depth', { depth, word }) : t('rating.matrix.notJudged'),
    depth < level && t('rating.matrix.faded', { level, depth }),
    weakness && t(`map.weakness.${weakness}`),
    target === null ? t('rating.matrix.noTarget') : t('rating.matrix.target', { depth: target }),
    gap > 0 && t('rating.matrix.missing', { count: gap }),
    known && trendWords(t, pair.trend, method.trendDays),
    contactDays === null ? t('rating.matrix.notMet') : t('rating.matrix.met', { count: contactDays }),
    overdueDays !== null && t('rating.matrix.overdueShort'),
  ].filter((part) => part !== false && part !== null)
}

export function trendWords(t: Translate, trend: number, days: number): string {
  if (trend === 0) return t('rating.matrix.steady', { days })
  return t(trend > 0 ? 'rating.matrix.up' : 'rating.matrix.down', { count: Math.abs(trend), days })
}
