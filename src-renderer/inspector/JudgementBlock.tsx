import { Button } from 'antd'
import { ChevronDown, ChevronRight, Trash2, TriangleAlert } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { counts } from '../../src-shared/analytics/judgements'
import type { Judgement } from '../../src-shared/model/judgement'
import { ConfidenceWord } from '../../src-shared/model/scales'
import { useAccount } from '../account/AccountContext'
import { personOf } from '../account/names'
import { nearestConfidence } from '../account/ratioWords'
import type { ActionContext } from '../actions/context'
import { type Choice, ChoiceEdit } from '../components/ChoiceEdit'
import { DayEdit } from '../components/DayEdit'
import { TextEdit } from '../components/TextEdit'
import { dayText } from '../i18n/format'
import { useText } from '../i18n/language'
import { commit } from './commit'

interface JudgementBlockProps<V extends string> {
  readonly label: string
  /** Every judgement of this matter, earliest first. */
  readonly all: readonly Judgement[]
  /** The one that counts on the day. */
  readonly current: Judgement | undefined
  readonly value: V | null
  readonly choices: readonly Choice<V>[]
  readonly onRecord: (value: V) => Promise<string | null>
  /** How a value reads in the list of earlier ones. */
  readonly words: (value: string) => ReactNode
  readonly context: ActionContext
  readonly hint?: ReactNode
}

/** One matter of opinion about a person: its value, who said so when and why, and what was said before. */
export function JudgementBlock<V extends string>(props: JudgementBlockProps<V>) {
  const { label, all, current, value, choices, onRecord, words, context, hint } = props
  const { t, language } = useText()
  const { graph, asOf } = useAccount()
  const [open, setOpen] = useState(false)
  const lapsed = current
    ? undefined
    : all.filter((judgement) => judgement.expiresOn !== null && judgement.expiresOn <= asOf).at(-1)
  const told = current ?? lapsed
  const author = told && personOf(graph, told.authorId)
  const earlier = all.filter((judgement) => judgement !== told).reverse()
  const Chevron = open ? ChevronDown : ChevronRight

  return (
    <div className="lp-judgement">
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
                <Weakness judgement={told} expired={!counts(told, asOf)} />
              </button>
            )}
          </>
        }
        // There is no such thing as taking an opinion back: an expiry or another opinion does that.
        onCommit={async (chosen) => (chosen === null ? null : onRecord(chosen))}
      />
      {open && told && (
        <div className="lp-judgement-details">
          <JudgementDetails judgement={told} />
          {earlier.length > 0 && (
            <>
              <h4>{t('screen.inspector.earlier')}</h4>
              <ul className="lp-earlier">
                {earlier.map((judgement) => (
                  <li key={judgement.id}>
                    <span>{words(judgement.value)}</span>
                    <span className="lp-quiet">
                      {[personOf(graph, judgement.authorId)?.name, judgement.madeOn && dayText(judgement.madeOn, language)]
                        .filter(Boolean)
                        .join(' · ')}
                    </span>
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
    </>
  )
}

/** Says why an opinion is to be taken with caution. */
function Weakness({ judgement, expired }: { readonly judgement: Judgement; readonly expired: boolean }) {
  const { t } = useText()
  const reason = expired ? 'screen.inspector.expired' : judgement.evidence === '' ? 'screen.inspector.noEvidence' : null
  return (
    reason && (
      <span className="lp-weak">
        <TriangleAlert size={12} aria-hidden /> {t(reason)}
      </span>
    )
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
