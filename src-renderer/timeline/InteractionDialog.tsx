import { Alert, Input, Segmented, Select } from 'antd'
import { useState } from 'react'
import type { InteractionId } from '../../src-shared/model/ids'
import { InteractionKind } from '../../src-shared/model/scales'
import { useAccount } from '../account/AccountContext'
import type { ActionContext } from '../actions/context'
import { attempt } from '../client/useChange'
import { DayPicker } from '../components/DayPicker'
import { Field } from '../components/Field'
import { PeoplePicker } from '../components/PeoplePicker'
import { PersonPicker } from '../components/PersonPicker'
import { TextField } from '../components/TextField'
import { FormDialog } from '../dialogs/FormDialog'
import { useText } from '../i18n/language'
import { GuardLine } from '../privacy/GuardLine'
import { SecrecyField } from '../privacy/SecrecyField'
import { AttachmentsEdit } from './AttachmentsEdit'
import { draftOf, fieldsOf, type InteractionDraft, type InteractionStart, newDraft } from './draft'
import { KindMark } from './KindMark'
import { MarkdownText } from './MarkdownText'
import './timeline.css'

const ours = ['ours'] as const
const others = ['theirs', 'third-party'] as const

interface InteractionDialogProps {
  /** Null: a new one. */
  readonly interactionId: InteractionId | null
  readonly start: InteractionStart
  readonly context: ActionContext
  readonly onClose: () => void
}

/** An interaction, new or to be changed: who met when, about what, and what comes next. */
export function InteractionDialog({ interactionId, start, context, onClose }: InteractionDialogProps) {
  const { t, change } = context
  const { graph, asOf, me, opportunity } = useAccount()
  const isOurs = (id: string) => graph.people.some((person) => person.id === id && person.side === 'ours')
  const [draft, setDraft] = useState<InteractionDraft>(() => {
    const known = graph.interactions.find(({ id }) => id === interactionId)
    const setting = { asOf, me, opportunityId: opportunity?.id ?? null }
    return known ? draftOf(known, graph.attachments, me) : newDraft(start, setting, isOurs)
  })
  const [error, setError] = useState<string | null>(null)
  const set = (part: Partial<InteractionDraft>) => setDraft((before) => ({ ...before, ...part }))
  const { kind, heldOn, participants, opportunityId, summary, attachments, secrecy, nextStep } = draft
  const mine = participants.filter(isOurs)
  const theirs = participants.filter((id) => !isOurs(id))

  async function submit() {
    if (participants.length === 0 && summary.trim() === '') {
      setError(t('timeline.dialog.kindNeeded'))
      return false
    }
    const fields = fieldsOf(draft)
    const result =
      interactionId === null
        ? await attempt('interaction.create', { accountId: graph.account.id, ...fields })
        : await attempt('interaction.update', { interactionId, ...fields })
    if (result.ok) change.tell('success', t(interactionId === null ? 'timeline.recorded' : 'timeline.saved'))
    else setError(result.sentence)
    return result.ok
  }

  return (
    <FormDialog
      width={720}
      title={t(interactionId === null ? 'timeline.log' : 'timeline.edit')}
      okText={t(interactionId === null ? 'timeline.record' : 'screen.common.save')}
      onSubmit={submit}
      onClose={onClose}
    >
      {error !== null && <Alert type="error" showIcon title={error} role="alert" />}
      <Field label={t('timeline.dialog.kind')}>
        {() => (
          <Segmented
            className="lp-kinds"
            aria-label={t('timeline.dialog.kind')}
            value={kind}
            options={InteractionKind.options.map((value) => ({
              value,
              icon: <KindMark kind={value} size={14} />,
              label: t(`model.interaction.${value}`),
            }))}
            onChange={(chosen) => set({ kind: chosen })}
          />
        )}
      </Field>
      <Field label={t('timeline.dialog.theirs')} hint={theirs.length === 0 ? t('timeline.dialog.theirsHint') : undefined}>
        {(control) => (
          <PeoplePicker
            {...control}
            autoFocus={theirs.length === 0}
            sides={others}
            value={theirs}
            onChange={(chosen) => set({ participants: [...chosen, ...mine] })}
          />
        )}
      </Field>
      <Field label={t('timeline.dialog.ours')}>
        {(control) => (
          <PeoplePicker
            {...control}
            sides={ours}
            value={mine}
            onChange={(chosen) => set({ participants: [...theirs, ...chosen] })}
          />
        )}
      </Field>
      <div className="lp-columns">
        <Field
          label={t('timeline.dialog.day')}
          hint={heldOn !== null && heldOn > asOf ? t('timeline.dialog.plannedHint') : undefined}
        >
          {(control) => (
            <DayPicker {...control} value={heldOn} placeholder={t('timeline.undated')} onChange={(day) => set({ heldOn: day })} />
          )}
        </Field>
        <Field label={t('timeline.dialog.opportunity')}>
          {(control) => (
            <Select
              {...control}
              allowClear
              placeholder={t('screen.common.notGiven')}
              {...(opportunityId !== null && { value: opportunityId })}
              options={graph.opportunities.map(({ id, name }) => ({ value: id, label: name }))}
              onChange={(id: typeof opportunityId | undefined) => set({ opportunityId: id ?? null })}
            />
          )}
        </Field>
      </div>
      <SummaryEdit value={summary} focused={theirs.length > 0} context={context} onChange={(words) => set({ summary: words })} />
      <TextField
        label={t('timeline.dialog.nextStep')}
        hint={t('timeline.dialog.nextStepHint')}
        value={nextStep.title}
        onChange={(title) => set({ nextStep: { ...nextStep, title } })}
      />
      {nextStep.title.trim() !== '' && (
        <div className="lp-columns">
          <Field label={t('timeline.dialog.due')}>
            {(control) => (
              <DayPicker
                {...control}
                value={nextStep.dueOn}
                placeholder={t('screen.common.notGiven')}
                onChange={(dueOn) => set({ nextStep: { ...nextStep, dueOn } })}
              />
            )}
          </Field>
          <Field label={t('timeline.dialog.owner')}>
            {(control) => (
              <PersonPicker
                {...control}
                allowClear
                sides={ours}
                placeholder={t('screen.common.notGiven')}
                value={nextStep.ownerId}
                onChange={(ownerId) => set({ nextStep: { ...nextStep, ownerId } })}
              />
            )}
          </Field>
        </div>
      )}
      <Field label={t('timeline.dialog.attachments')}>
        {() => <AttachmentsEdit value={attachments} context={context} onChange={(links) => set({ attachments: links })} />}
      </Field>
      <SecrecyField value={secrecy} onChange={(chosen) => set({ secrecy: chosen })} />
    </FormDialog>
  )
}

interface SummaryEditProps {
  readonly value: string
  readonly focused: boolean
  readonly context: ActionContext
  readonly onChange: (text: string) => void
}

/** What was said, in Markdown, and how it will be drawn. */
function SummaryEdit({ value, focused, context, onChange }: SummaryEditProps) {
  const { t } = context
  const [view, setView] = useState<'write' | 'preview'>('write')
  return (
    <Field label={t('timeline.dialog.summary')} hint={<SummaryHint />}>
      {(control) => (
        <div className="lp-summary-edit">
          <Segmented
            size="small"
            aria-label={t('timeline.dialog.preview')}
            value={view}
            options={(['write', 'preview'] as const).map((each) => ({ value: each, label: t(`timeline.dialog.${each}`) }))}
            onChange={setView}
          />
          {view === 'write' ? (
            <Input.TextArea
              {...control}
              autoFocus={focused}
              maxLength={20_000}
              autoSize={{ minRows: 4, maxRows: 12 }}
              value={value}
              onChange={(event) => onChange(event.target.value)}
            />
          ) : (
            <div className="lp-summary-preview" tabIndex={0} role="region" aria-label={t('timeline.dialog.preview')}>
              {value.trim() === '' ? (
                <p className="lp-quiet">{t('timeline.noSummary')}</p>
              ) : (
                <MarkdownText text={value} context={context} />
              )}
            </div>
          )}
        </div>
      )}
    </Field>
  )
}

function SummaryHint() {
  const { t } = useText()
  return (
    <>
      {t('timeline.dialog.summaryHint')}
      <GuardLine />
    </>
  )
}
