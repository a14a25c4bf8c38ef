import { Button } from 'antd'
import { ChevronDown, ChevronRight, Trash2 } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { weaknessOf } from '../../src-shared/analytics/judgements'
import { DepthFactor, type DepthFactors, factorSum, type Judgement, judgementValues } from '../../src-shared/model/judgement'
import { ConfidenceWord, type JudgementKind } from '../../src-shared/model/scales'
import { useAccount } from '../account/AccountContext'
import { personOf } from '../account/names'
import { nearestConfidence } from '../account/ratioWords'
import type { ActionContext } from '../actions/context'
import { type Choice, ChoiceEdit } from '../components/ChoiceEdit'
import { DayEdit } from '../components/DayEdit'
import { TextEdit } from '../components/TextEdit'
import { dayText } from '../../src-shared/i18n/format'
import { useText } from '../i18n/language'
import { GuardLine } from '../privacy/GuardLine'
import { SecrecyEdit } from '../privacy/SecrecyField'
import { SecrecyMark } from '../privacy/SecrecyMark'
import { AuthorViews } from '../rating/AuthorViews'
import { HistoryChart } from '../rating/HistoryChart'
import { WeakSign } from '../rating/WeakSign'
import '../rating/rating.css'
import { commit } from './commit'

interface JudgementBlockProps<V extends string> {
  readonly label: string
  readonly kind: JudgementKind
  /** Every judgement of this matter, earliest first. */
  readonly all: readonly Judgement[]
  /** The one that counts on the day. */
  readonly current: Judgement | undefined
  readonly value: V | null
  readonly choices: readonly Choice<V>[]
  readonly onRecord: (value: V) => Promise<string | null>
  /** How a value reads in the list of earlier ones. */
  readonly words: (value: string) => string
  readonly context: ActionContext
  readonly hint?: ReactNode
}

/** One matter of opinion about a person: its value, who said so when and why, and what was said before. */
export function JudgementBlock<V extends string>(props: JudgementBlockProps<V>) {
  const { label, kind, all, current, value, choices, onRecord, words, context, hint } = props
  const { t, language } = useText()
  const { graph, asOf } = useAccount()
  const [open, setOpen] = useState(false)
  const lapsed = current
    ? undefined
    : all.filter((judgement) => judgement.expiresOn !== null && judgement.expiresOn <= asOf).at(-1)
  const told = current ?? lapsed
  const author = told && personOf(graph, told.authorId)
  const earlier = all.filter((judgement) => judgement !== told).reverse()
  const weakness = weaknessOf(current, lapsed)
  const values = judgementValues(kind)
  const Chevron = open ? ChevronDown : ChevronRight

  return (
    <div className="lp-judgement" data-weak={weakness !== null}>
      <ChoiceEdit
        label={label}
        value={value}
        choices={choices}
        none={t('model.stance.unknown')}
        hint={
          <>
            {hint}
            {told && (
              <button type="button" className="lp-judgement-about" aria-expanded={open} onClick={() => setOpen(!open)}>
                <Chevron size={13} aria-hidden />
                {[author?.name ?? t('screen.inspector.nobodyNamed'), told.madeOn && dayText(told.madeOn, language)]
                  .filter(Boolean)
                  .join(' · ')}
                {weakness && <WeakSign weakness={weakness} wordy />}
                <SecrecyMark tier={told.secrecy} />
              </button>
            )}
          </>
        }
        // There is no such thing as taking an opinion back: an expiry or another opinion does that.
        onCommit={async (chosen) => (chosen === null ? null : onRecord(chosen))}
      />
      <AuthorViews judgements={all} values={values} words={words} />
      {open && told && (
        <div className="lp-judgement-details">
          <HistoryChart label={label} judgements={all} values={values} words={words} />
          {told.factors && <FactorsLine factors={told.factors} />}
          <JudgementDetails judgement={told} />
          {earlier.length > 0 && (
            <>
              <h4>{t('screen.inspector.earlier')}</h4>
              <ul className="lp-earlier">
                {earlier.map((judgement) => (
                  <li key={judgement.id}>
                    <span>{words(judgement.value)}</span>
                    <span className="lp-quiet">
                      {[
                        personOf(graph, judgement.authorId)?.name,
                        judgement.madeOn && dayText(judgement.madeOn, language),
                        judgement.factors && t('rating.history.guided'),
                      ]
                        .filter(Boolean)
                        .join(' · ')}
                    </span>
                    <SecrecyMark tier={judgement.secrecy} />
                    <RemoveJudgement judgement={judgement} context={context} />
                    {judgement.evidence !== '' && <p className="lp-quiet">{judgement.evidence}</p>}
                  </li>
                ))}
              </ul>
            </>
          )}
          <RemoveJudgement judgement={told} context={context} labelled />
        </div>
      )}
    </div>
  )
}

function JudgementDetails({ judgement }: { readonly judgement: Judgement }) {
  const { t } = useText()
  const { method } = useAccount()
  const judgementId = judgement.id
  return (
    <>
      <TextEdit
        label={t('screen.inspector.evidence')}
        value={judgement.evidence}
        placeholder={t('screen.inspector.evidenceHint')}
        lines={2}
        guard={<GuardLine />}
        onCommit={(evidence) => commit('judgement.update', { judgementId, evidence })}
      />
      <ChoiceEdit
        label={t('screen.inspector.confidence')}
        value={nearestConfidence(method, judgement.confidence)}
        choices={ConfidenceWord.options.map((value) => ({ value, label: t(`model.confidence.${value}`) }))}
        onCommit={async (word) => word && commit('judgement.update', { judgementId, confidence: method.confidence[word] })}
      />
      <DayEdit
        label={t('screen.inspector.expires')}
        value={judgement.expiresOn}
        none={t('screen.inspector.never')}
        onCommit={(expiresOn) => commit('judgement.update', { judgementId, expiresOn })}
      />
      <SecrecyEdit value={judgement.secrecy} onCommit={(secrecy) => commit('judgement.update', { judgementId, secrecy })} />
    </>
  )
}

/** What a guided rating was made of. */
function FactorsLine({ factors }: { readonly factors: DepthFactors }) {
  const { t } = useText()
  const answers = DepthFactor.options.map((factor) => `${t(`rating.factor.${factor}.label`)} ${factors[factor]}`)
  return (
    <p className="lp-quiet">
      {[t('rating.history.guided'), t('rating.guided.sum', { sum: factorSum(factors) }), ...answers].join(' · ')}
    </p>
  )
}

interface RemoveJudgementProps {
  readonly judgement: Judgement
  readonly context: ActionContext
  readonly labelled?: boolean
}

function RemoveJudgement({ judgement, context, labelled = false }: RemoveJudgementProps) {
  const { t, change } = context
  const label = t('screen.inspector.removeJudgement')
  return (
    <Button
      type="text"
      size="small"
      icon={<Trash2 size={13} aria-hidden />}
      {...(!labelled && { 'aria-label': label })}
      onClick={() =>
        void change.remove('judgement.remove', { judgementId: judgement.id }, t('screen.inspector.judgementRemoved'))
      }
    >
      {labelled && label}
    </Button>
  )
}
