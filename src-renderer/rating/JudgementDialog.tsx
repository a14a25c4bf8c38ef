import { Select } from 'antd'
import { useState } from 'react'
import type { PersonId } from '../../src-shared/model/ids'
import { judgementValues } from '../../src-shared/model/judgement'
import { JudgementKind, Stance } from '../../src-shared/model/scales'
import { useAccount } from '../account/AccountContext'
import { personOf } from '../account/names'
import type { ActionContext } from '../actions/context'
import { attempt } from '../client/useChange'
import { DayPicker } from '../components/DayPicker'
import { Field } from '../components/Field'
import { StanceMark } from '../components/Mark'
import { PersonPicker } from '../components/PersonPicker'
import { FormDialog } from '../dialogs/FormDialog'
import { judgementText } from '../dialogs/judgementText'
import { GroundsFields, noGrounds, recorded } from './GroundsFields'

interface JudgementDialogProps {
  readonly subjectId: PersonId
  /** What is judged at first. */
  readonly about: JudgementKind
  readonly context: ActionContext
  readonly onClose: () => void
}

const ours = ['ours'] as const

/** An opinion with all that makes it worth something: who says so, since when, why, how sure, until when. */
export function JudgementDialog({ subjectId, about, context, onClose }: JudgementDialogProps) {
  const { t } = context
  const { graph, snap, judgements, opportunity, asOf, method, me } = useAccount()
  const [kind, setKind] = useState(about)
  const [value, setValue] = useState<string | null>(null)
  const [ownPersonId, setOwn] = useState(me)
  const [authorId, setAuthor] = useState(me)
  const [madeOn, setMadeOn] = useState(asOf)
  const [grounds, setGrounds] = useState(noGrounds)
  const [error, setError] = useState<{ readonly at: 'value' | 'own'; readonly sentence: string } | null>(null)
  const subject = personOf(graph, subjectId)
  const errorAt = (at: 'value' | 'own') => (error?.at === at ? error.sentence : null)

  async function submit() {
    if (value === null) {
      setError({ at: 'value', sentence: t('rating.judge.valueNeeded') })
      return false
    }
    if (kind === 'depth' && ownPersonId === null) {
      setError({ at: 'own', sentence: t('rating.guided.noPair') })
      return false
    }
    const organizations = snap.people.get(subjectId)?.seats.map(({ seat }) => seat.organizationId) ?? []
    const result = await attempt('judgement.record', {
      subjectId,
      kind,
      value,
      authorId,
      madeOn,
      ...recorded(grounds, kind, madeOn, method),
      ...(kind === 'depth' && { ownPersonId }),
      ...(kind === 'stance' && { opportunityId: opportunity?.id ?? null }),
      ...(kind === 'political' && {
        organizationId: judgements.political(subjectId, organizations)?.organizationId ?? organizations[0] ?? null,
      }),
    })
    if (!result.ok) setError({ at: 'value', sentence: result.sentence })
    return result.ok
  }

  if (!subject) return null
  return (
    <FormDialog
      title={`${t('rating.judge.title')} · ${subject.name}`}
      okText={t('rating.judge.record')}
      width={520}
      onSubmit={submit}
      onClose={onClose}
    >
      <Field label={t('rating.judge.kind')}>
        {(control) => (
          <Select
            {...control}
            value={kind}
            options={JudgementKind.options.map((one) => ({ value: one, label: t(`model.judgement.${one}`) }))}
            onChange={(chosen) => {
              setKind(chosen)
              setValue(null)
            }}
          />
        )}
      </Field>
      {kind === 'depth' && (
        <Field label={t('rating.guided.own')} error={errorAt('own')}>
          {(control) => <PersonPicker {...control} sides={ours} value={ownPersonId} onChange={setOwn} />}
        </Field>
      )}
      <Field label={t('rating.judge.value')} error={errorAt('value')}>
        {(control) => (
          <Select
            {...control}
            autoFocus
            {...(value !== null && { value })}
            options={judgementValues(kind).map((one) => ({
              value: one,
              label: kind === 'stance' ? <StanceMark stance={Stance.parse(one)} /> : valueLabel(one),
            }))}
            onChange={(chosen: string) => {
              setValue(chosen)
              setError(null)
            }}
          />
        )}
      </Field>
      <Field label={t('rating.judge.author')}>
        {(control) => (
          <PersonPicker
            {...control}
            allowClear
            sides={ours}
            value={authorId}
            placeholder={t('screen.inspector.nobodyNamed')}
            onChange={setAuthor}
          />
        )}
      </Field>
      <Field label={t('rating.judge.on')}>
        {(control) => <DayPicker {...control} allowClear={false} value={madeOn} onChange={(day) => day && setMadeOn(day)} />}
      </Field>
      <GroundsFields kind={kind} madeOn={madeOn} grounds={grounds} onChange={setGrounds} />
      <p className="lp-quiet">{t('rating.guided.notHere')}</p>
    </FormDialog>
  )

  function valueLabel(one: string): string {
    return kind === 'depth' ? `${one} ${judgementText(t, kind, one)}` : judgementText(t, kind, one)
  }
}
