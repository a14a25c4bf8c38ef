import { Button, InputNumber } from 'antd'
import { type ReactNode, useState } from 'react'
import { type Method, shippedMethod } from '../../../src-shared/model/method'
import { JudgementKind, TouchTier } from '../../../src-shared/model/scales'
import { useWorkspace } from '../../client/queries'
import { attempt } from '../../client/useChange'
import { useText } from '../../i18n/language'
import '../../rating/rating.css'

const MOST_DAYS = 3650

/** The numbers of the method that a team settles for itself: how long opinions are good, and how often people want to be seen. */
export function MethodPart() {
  const { t } = useText()
  const method = useWorkspace().data?.method
  const [refused, setRefused] = useState<string | null>(null)
  if (!method) return null
  const { judgementDays, cadenceDays } = method

  async function set(changes: Partial<Pick<Method, 'judgementDays' | 'cadenceDays'>>) {
    const result = await attempt('workspace.setMethod', changes)
    setRefused(result.ok ? null : result.sentence)
  }

  return (
    <>
      <Numbers
        title={t('rating.method.judgementDays')}
        hint={t('rating.method.judgementDaysHint')}
        asShipped={JudgementKind.options.every((kind) => judgementDays[kind] === shippedMethod.judgementDays[kind])}
        onReset={() => set({ judgementDays: shippedMethod.judgementDays })}
      >
        {JudgementKind.options.map((kind) => (
          <DaysInput
            key={kind}
            label={t(`model.judgement.${kind}`)}
            value={judgementDays[kind]}
            none={t('rating.method.never')}
            onCommit={(days) => set({ judgementDays: { ...judgementDays, [kind]: days } })}
          />
        ))}
      </Numbers>
      <Numbers
        title={t('rating.method.cadenceDays')}
        hint={t('rating.method.cadenceDaysHint')}
        asShipped={TouchTier.options.every((tier) => cadenceDays[tier] === shippedMethod.cadenceDays[tier])}
        onReset={() => set({ cadenceDays: shippedMethod.cadenceDays })}
      >
        {TouchTier.options.map((tier) => (
          <DaysInput
            key={tier}
            label={t(`model.tier.${tier}`)}
            value={cadenceDays[tier]}
            none={null}
            onCommit={async (days) => (days === null ? undefined : set({ cadenceDays: { ...cadenceDays, [tier]: days } }))}
          />
        ))}
      </Numbers>
      {refused !== null && (
        <p className="lp-field-error" role="alert">
          {refused}
        </p>
      )}
    </>
  )
}

interface NumbersProps {
  readonly title: string
  readonly hint: string
  readonly asShipped: boolean
  readonly onReset: () => Promise<void>
  readonly children: ReactNode
}

function Numbers({ title, hint, asShipped, onReset, children }: NumbersProps) {
  const { t } = useText()
  return (
    <div className="lp-line" role="group" aria-label={title}>
      <div>
        <div>{title}</div>
        <div className="lp-quiet">{hint}</div>
      </div>
      <div className="lp-method-numbers">
        {children}
        <Button size="small" disabled={asShipped} onClick={() => void onReset()}>
          {t('rating.method.shipped')}
        </Button>
      </div>
    </div>
  )
}

interface DaysInputProps {
  readonly label: string
  readonly value: number | null
  /** Word for no number; null: one must be given. */
  readonly none: string | null
  readonly onCommit: (days: number | null) => Promise<void>
}

/** A number of days; Enter or leaving commits, what is none is not taken and falls back to the last. */
function DaysInput({ label, value, none, onCommit }: DaysInputProps) {
  const { t } = useText()
  const [draft, setDraft] = useState<number | null>(value)
  const [kept, setKept] = useState(value)
  // Undo, or somebody else's window, changed it.
  if (kept !== value) {
    setKept(value)
    setDraft(value)
  }

  function commit() {
    if (draft === value) return
    if (draft === null && none === null) setDraft(value)
    else void onCommit(draft)
  }
  return (
    <label>
      <span>{label}</span>
      <InputNumber<number>
        size="small"
        aria-label={t('rating.method.daysOf', { label })}
        min={1}
        max={MOST_DAYS}
        precision={0}
        value={draft}
        suffix={draft === null ? undefined : t('rating.method.days')}
        {...(none !== null && { placeholder: none })}
        onChange={setDraft}
        onBlur={commit}
        onPressEnter={commit}
      />
    </label>
  )
}
