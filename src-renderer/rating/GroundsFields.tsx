import { Input, Segmented } from 'antd'
import type { Day } from '../../src-shared/model/day'
import { defaultExpiry } from '../../src-shared/model/judgement'
import type { Method } from '../../src-shared/model/method'
import { ConfidenceWord, type JudgementKind, type SecrecyTier } from '../../src-shared/model/scales'
import { useAccount } from '../account/AccountContext'
import { DayPicker } from '../components/DayPicker'
import { Field } from '../components/Field'
import { useText } from '../i18n/language'
import { GuardLine } from '../privacy/GuardLine'
import { SecrecyField } from '../privacy/SecrecyField'

/** What an opinion rests on and how long it is good. */
export interface Grounds {
  readonly evidence: string
  readonly confidence: ConfidenceWord
  /** undefined: nobody touched it, so the method's number for the kind applies. */
  readonly expiresOn: Day | null | undefined
  readonly secrecy: SecrecyTier
}

export const noGrounds: Grounds = { evidence: '', confidence: 'confirmed', expiresOn: undefined, secrecy: 'open' }

/** Grounds as `judgement.record` takes them. */
export function recorded(
  { evidence, confidence, expiresOn, secrecy }: Grounds,
  kind: JudgementKind,
  madeOn: Day,
  method: Method,
) {
  return {
    evidence: evidence.trim(),
    confidence: method.confidence[confidence],
    expiresOn: expiresOn === undefined ? defaultExpiry(kind, madeOn, method) : expiresOn,
    secrecy,
  }
}

interface GroundsFieldsProps {
  readonly kind: JudgementKind
  readonly madeOn: Day
  readonly grounds: Grounds
  readonly onChange: (grounds: Grounds) => void
}

/** Evidence, confidence and expiry of an opinion about to be recorded; the expiry is filled in by kind until somebody changes it. */
export function GroundsFields({ kind, madeOn, grounds, onChange }: GroundsFieldsProps) {
  const { t } = useText()
  const { method } = useAccount()
  const count = method.judgementDays[kind]
  const named = { kind: t(`model.judgement.${kind}`) }
  return (
    <>
      <Field label={t('screen.inspector.evidence')} hint={<GuardLine />}>
        {(control) => (
          <Input.TextArea
            {...control}
            value={grounds.evidence}
            maxLength={20_000}
            autoSize={{ minRows: 2, maxRows: 8 }}
            placeholder={t('screen.inspector.evidenceHint')}
            onChange={(event) => onChange({ ...grounds, evidence: event.target.value })}
          />
        )}
      </Field>
      <Field label={t('screen.inspector.confidence')}>
        {(control) => (
          <Segmented
            {...control}
            aria-label={t('screen.inspector.confidence')}
            value={grounds.confidence}
            options={ConfidenceWord.options.map((value) => ({ value, label: t(`model.confidence.${value}`) }))}
            onChange={(confidence) => onChange({ ...grounds, confidence })}
          />
        )}
      </Field>
      <Field
        label={t('screen.inspector.expires')}
        hint={count === null ? t('rating.judge.expiryNever', named) : t('rating.judge.expiryHint', { ...named, count })}
      >
        {(control) => (
          <DayPicker
            {...control}
            value={grounds.expiresOn === undefined ? defaultExpiry(kind, madeOn, method) : grounds.expiresOn}
            placeholder={t('screen.inspector.never')}
            onChange={(expiresOn) => onChange({ ...grounds, expiresOn })}
          />
        )}
      </Field>
      <SecrecyField value={grounds.secrecy} onChange={(secrecy) => onChange({ ...grounds, secrecy })} />
    </>
  )
}
