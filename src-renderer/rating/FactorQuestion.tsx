import type { KeyboardEvent } from 'react'
import { type DepthFactor, FactorScore } from '../../src-shared/model/judgement'
import { pressed } from '../components/keyboard'
import { useText } from '../i18n/language'

export const scores = [0, 1, 2, 3] as const satisfies readonly FactorScore[]

interface FactorQuestionProps {
  readonly factor: DepthFactor
  readonly answer: FactorScore | undefined
  /** What was answered at the last guided rating of the pair. */
  readonly before: FactorScore | undefined
  /** Whether digits answer this question. */
  readonly active: boolean
  readonly autoFocus: boolean
  readonly onAnswer: (score: FactorScore) => void
  readonly onFocus: () => void
}

/** One question of the guided rating as a group of radio buttons: four anchors in words, 0–3. */
export function FactorQuestion({ factor, answer, before, active, autoFocus, onAnswer, onFocus }: FactorQuestionProps) {
  const { t } = useText()
  const reached = answer ?? before ?? 0

  function onKeyDown(event: KeyboardEvent<HTMLElement>) {
    const step = pressed(event, 'ArrowRight') ? 1 : pressed(event, 'ArrowLeft') ? -1 : null
    if (step === null) return
    event.preventDefault()
    const to = FactorScore.safeParse(answer === undefined ? reached : answer + step)
    if (!to.success) return
    onAnswer(to.data)
    event.currentTarget.querySelectorAll<HTMLElement>('[role=radio]')[to.data]?.focus()
  }

  return (
    <div className="lp-factor" data-factor={factor} data-active={active}>
      <div className="lp-factor-name">
        <b>{t(`rating.factor.${factor}.label`)}</b>
        <span className="lp-quiet">{t(`rating.factor.${factor}.question`)}</span>
      </div>
      <div
        role="radiogroup"
        aria-label={`${t(`rating.factor.${factor}.label`)}: ${t(`rating.factor.${factor}.question`)}`}
        className="lp-anchors"
        onKeyDown={onKeyDown}
        onFocus={onFocus}
      >
        {scores.map((score) => (
          <button
            key={score}
            type="button"
            role="radio"
            aria-checked={score === answer}
            tabIndex={score === reached ? 0 : -1}
            autoFocus={autoFocus && score === reached}
            className="lp-anchor"
            onClick={() => onAnswer(score)}
          >
            <kbd>{score}</kbd>
            <span>{t(`rating.factor.${factor}.${score}`)}</span>
            {score === before && <small className="lp-quiet">{t('rating.guided.lastAnswer')}</small>}
          </button>
        ))}
      </div>
    </div>
  )
}
