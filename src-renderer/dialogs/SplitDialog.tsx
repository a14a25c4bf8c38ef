import { Checkbox } from 'antd'
import { useState } from 'react'
import type { PersonRecord } from '../../src-shared/model/personRecord'
import type { PersonId } from '../../src-shared/model/ids'
import type { ActionContext } from '../actions/context'
import { useAnswer } from '../client/queries'
import { attempt } from '../client/useChange'
import { TextField } from '../components/TextField'
import { judgementText } from './judgementText'
import { FormDialog } from './FormDialog'

interface SplitDialogProps {
  readonly personId: PersonId
  readonly context: ActionContext
  readonly onClose: () => void
}

type Part = 'tenures' | 'ties' | 'judgements' | 'interactions' | 'signals'
const parts = ['tenures', 'ties', 'judgements', 'interactions', 'signals'] as const satisfies readonly Part[]

/** One record that is two people: what of it is ticked goes to a new person. */
export function SplitDialog({ personId, context, onClose }: SplitDialogProps) {
  const { t, window } = context
  const record = useAnswer('person.record', { personId }).data
  const [name, setName] = useState<string | null>(null)
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set())
  const [error, setError] = useState<string | null>(null)

  async function submit() {
    if (!record) return false
    const tenureIds = tickedOf(record.tenures)
    if (tenureIds.length === 0) {
      setError(t('screen.split.needed'))
      return false
    }
    const result = await attempt('person.split', {
      personId,
      newPerson: { name: name ?? record.person.name },
      tenureIds,
      tieIds: tickedOf(record.ties),
      judgementIds: tickedOf(record.judgements),
      interactionIds: tickedOf(record.interactions),
      signalIds: tickedOf(record.signals),
    })
    if (result.ok) window.select({ kind: 'person', id: result.value.personId })
    else setError(result.sentence)
    return result.ok
  }
  function tickedOf<Id extends string>(rows: readonly { readonly id: Id }[]): Id[] {
    return rows.map(({ id }) => id).filter((id) => ticked.has(id))
  }
  function tick(id: string, on: boolean) {
    setError(null)
    setTicked((before) => new Set(on ? [...before, id] : [...before].filter((each) => each !== id)))
  }

  return (
    <FormDialog
      title={t('screen.split.title', { name: record?.person.name ?? '' })}
      okText={t('screen.split.ok')}
      width={560}
      onSubmit={submit}
      onClose={onClose}
    >
      <p className="lp-quiet">{t('screen.split.text')}</p>
      <TextField
        label={t('screen.split.name')}
        error={error}
        autoFocus
        value={name ?? record?.person.name ?? ''}
        onChange={setName}
      />
      {record &&
        parts
          .filter((part) => record[part].length > 0)
          .map((part) => (
            <fieldset key={part} className="lp-ticks">
              <legend>{t(`screen.split.${part}`)}</legend>
              {linesOf(context, record, part).map(({ id, line }) => (
                <Checkbox key={id} checked={ticked.has(id)} onChange={(event) => tick(id, event.target.checked)}>
                  {line}
                </Checkbox>
              ))}
            </fieldset>
          ))}
    </FormDialog>
  )
}

interface Line {
  readonly id: string
  readonly line: string
}

function linesOf({ t }: ActionContext, record: PersonRecord, part: Part): Line[] {
  const told = (...words: readonly (string | null)[]) => words.filter(Boolean).join(' · ')
  switch (part) {
    case 'tenures':
      return record.tenures.map(({ id, title, organization, validFrom, validTo }) => ({
        id,
        line: told(title, organization, validFrom || validTo ? `${validFrom ?? ''} – ${validTo ?? ''}` : null),
      }))
    case 'ties':
      return record.ties.map(({ id, kind, other, outgoing }) => ({
        id,
        line: told(t(`model.tie.${kind}`), `${outgoing ? '→' : '←'} ${other}`),
      }))
    case 'judgements':
      return record.judgements.map(({ id, kind, value, madeOn, subject }) => ({
        id,
        line: told(
          t(`model.judgement.${kind}`),
          judgementText(t, kind, value),
          subject === record.person.name ? null : subject,
          madeOn,
        ),
      }))
    case 'interactions':
      return record.interactions.map(({ id, kind, heldOn, summary }) => ({
        id,
        line: told(t(`model.interaction.${kind}`), heldOn, summary),
      }))
    case 'signals':
      return record.signals.map(({ id, kind, notedOn }) => ({ id, line: told(t(`model.signal.${kind}`), notedOn) }))
    default:
      return part satisfies never
  }
}
