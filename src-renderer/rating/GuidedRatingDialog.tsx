import { type KeyboardEvent, useRef, useState } from 'react'
import { lastGuided } from '../../src-shared/analytics/judgements'
import type { PersonId } from '../../src-shared/model/ids'
import { DepthFactor, DepthFactors, factorSum, FactorScore, guidedDepth } from '../../src-shared/model/judgement'
import { useAccount } from '../account/AccountContext'
import { personOf } from '../account/names'
import type { ActionContext } from '../actions/context'
import { attempt } from '../client/useChange'
import { pressed } from '../components/keyboard'
import { Field } from '../components/Field'
import { DepthPips } from '../components/Mark'
import { PersonPicker } from '../components/PersonPicker'
import { FormDialog } from '../dialogs/FormDialog'
import { dayText } from '../../src-shared/i18n/format'
import { FactorQuestion } from './FactorQuestion'
import { GroundsFields, noGrounds, recorded } from './GroundsFields'
import './rating.css'

interface GuidedRatingDialogProps {
  readonly subjectId: PersonId
  /** Whose relationship it is. Default: the user's. */
  readonly ownPersonId: PersonId | null
  readonly context: ActionContext
  readonly onClose: () => void
}

const ours = ['ours'] as const
const factors = DepthFactor.options

/**
 * Four questions lead to a depth (domain.md 4). One hand on the keyboard is enough: a digit answers and goes on, Backspace or an arrow
 * goes back, Enter records.
 */
export function GuidedRatingDialog({ subjectId, ownPersonId: asked, context, onClose }: GuidedRatingDialogProps) {
  const { t, language } = context
  const { graph, asOf, method, me } = useAccount()
  const [ownPersonId, setOwn] = useState(asked ?? me)
  const [answers, setAnswers] = useState<Partial<DepthFactors>>({})
  const [active, setActive] = useState(0)
  const [grounds, setGrounds] = useState(noGrounds)
  const [error, setError] = useState<{ readonly at: 'own' | 'answers'; readonly sentence: string } | null>(null)
  const questions = useRef<HTMLDivElement>(null)

  const subject = personOf(graph, subjectId)
  const own = personOf(graph, ownPersonId)
  const last = ownPersonId === null ? undefined : lastGuided(graph, ownPersonId, subjectId, asOf)
  const depth = guidedDepth(answers, method)
  const open = factors.filter((factor) => answers[factor] === undefined).length
  const word = t(`model.depth.${depth}`)

  function goTo(index: number) {
    const to = Math.min(Math.max(index, 0), factors.length - 1)
    setActive(to)
    questions.current?.querySelector<HTMLElement>(`[data-factor=${factors[to]}] [role=radio][tabindex="0"]`)?.focus()
  }
  function answer(index: number, score: FactorScore) {
    const factor = factors[index]
    if (factor) setAnswers((before) => ({ ...before, [factor]: score }))
    setError(null)
  }
  function onKeyDown(event: KeyboardEvent<HTMLDivElement>) {
    const digit = FactorScore.safeParse(Number(event.key))
    if (digit.success && pressed(event, event.key)) {
      answer(active, digit.data)
      goTo(active + 1)
    } else if (pressed(event, 'Backspace') || pressed(event, 'ArrowUp')) goTo(active - 1)
    else if (pressed(event, 'ArrowDown')) goTo(active + 1)
    else if (pressed(event, 'Enter')) event.currentTarget.closest('form')?.requestSubmit()
    else return
    event.preventDefault()
  }

  async function submit() {
    const whole = DepthFactors.safeParse(answers)
    if (ownPersonId === null) setError({ at: 'own', sentence: t('rating.guided.noPair') })
    else if (!whole.success) {
      setError({ at: 'answers', sentence: t('rating.guided.unanswered') })
      goTo(factors.findIndex((factor) => answers[factor] === undefined))
    } else {
      const result = await attempt('judgement.record', {
        subjectId,
        kind: 'depth',
        value: String(depth),
        ownPersonId,
        authorId: me ?? ownPersonId,
        madeOn: asOf,
        factors: whole.data,
        ...recorded(grounds, 'depth', asOf, method),
      })
      if (result.ok) return true
      setError({ at: 'answers', sentence: result.sentence })
    }
    return false
  }

  if (!subject) return null
  return (
    <FormDialog
      title={t('rating.guided.title')}
      okText={t('rating.guided.record')}
      width={820}
      onSubmit={submit}
      onClose={onClose}
    >
      <p className="lp-rating-who">
        {own ? t('rating.guided.who', { own: own.name, name: subject.name }) : subject.name}
        {last?.madeOn && <span className="lp-quiet">{t('rating.guided.lastTime', { day: dayText(last.madeOn, language) })}</span>}
      </p>
      {asked === null && (
        <Field label={t('rating.guided.own')} error={error?.at === 'own' ? error.sentence : null}>
          {(control) => <PersonPicker {...control} autoFocus={me === null} sides={ours} value={ownPersonId} onChange={setOwn} />}
        </Field>
      )}
      <p className="lp-quiet">{t('rating.guided.keys')}</p>
      <div ref={questions} className="lp-factors" onKeyDown={onKeyDown}>
        {factors.map((factor, index) => (
          <FactorQuestion
            key={factor}
            factor={factor}
            answer={answers[factor]}
            before={last?.factors?.[factor]}
            active={index === active}
            autoFocus={index === 0 && ownPersonId !== null}
            onAnswer={(score) => answer(index, score)}
            onFocus={() => setActive(index)}
          />
        ))}
      </div>
      {error?.at === 'answers' && (
        <p className="lp-field-error" role="alert">
          {error.sentence}
        </p>
      )}
      <p className="lp-rating-level" role="status">
        <DepthPips depth={depth} />
        <b>{t(open === 0 ? 'rating.guided.level' : 'rating.guided.levelSoFar', { depth, word })}</b>
        <span className="lp-quiet">
          {[t('rating.guided.sum', { sum: factorSum(answers) }), open > 0 && t('rating.guided.open', { count: open })]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </p>
      <GroundsFields kind="depth" madeOn={asOf} grounds={grounds} onChange={setGrounds} />
      <p className="lp-quiet">{t('rating.guided.notHere')}</p>
    </FormDialog>
  )
}
