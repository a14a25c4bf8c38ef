import type { ReactNode } from 'react'
import { viewsByAuthor } from '../../src-shared/analytics/disagreement'
import { weaknessOf } from '../../src-shared/analytics/judgements'
import type { Judgement } from '../../src-shared/model/judgement'
import { useAccount } from '../account/AccountContext'
import { personOf } from '../account/names'
import { dayText } from '../../src-shared/i18n/format'
import { useText } from '../i18n/language'
import { WeakSign } from './WeakSign'

interface AuthorViewsProps {
  /** Every opinion of one matter. */
  readonly judgements: readonly Judgement[]
  /** The words of its scale, the lowest first. */
  readonly values: readonly string[]
  readonly words: (value: string) => ReactNode
}

/** What each of several authors thinks on the day, side by side from the lowest up, and how far apart they are in steps of the scale. */
export function AuthorViews({ judgements, values, words }: AuthorViewsProps) {
  const { t, language } = useText()
  const { graph, asOf } = useAccount()
  const views = [...viewsByAuthor(judgements, asOf).values()].sort((a, b) => level(a) - level(b))
  const [lowest, highest] = [views[0], views.at(-1)]
  if (!lowest || !highest || lowest === highest) return null
  const spread = level(highest) - level(lowest)

  return (
    <div className="lp-authors">
      <h4>
        {t('rating.authors.title')}
        <span className={spread > 0 ? 'lp-warn' : 'lp-quiet'}>
          {spread === 0 ? t('rating.authors.agree') : t('rating.authors.spread', { spread, most: values.length - 1 })}
        </span>
      </h4>
      <ul>
        {views.map((judgement) => {
          const weakness = weaknessOf(judgement, undefined)
          return (
            <li key={judgement.id} data-weak={weakness !== null}>
              <b>{personOf(graph, judgement.authorId)?.name}</b>
              <span>{words(judgement.value)}</span>
              <span className="lp-quiet">
                {judgement.madeOn ? dayText(judgement.madeOn, language) : t('rating.history.undated')}
              </span>
              {weakness && <WeakSign weakness={weakness} wordy />}
            </li>
          )
        })}
      </ul>
    </div>
  )

  function level(judgement: Judgement): number {
    return values.indexOf(judgement.value)
  }
}
