import { Radio } from 'antd'
import { useState } from 'react'
import type { PersonId } from '../../src-shared/model/ids'
import type { Person } from '../../src-shared/model/person'
import { useAccount } from '../account/AccountContext'
import type { ActionContext } from '../actions/context'
import { useAnswer } from '../client/queries'
import { attempt } from '../client/useChange'
import { AnyonePicker } from '../components/AnyonePicker'
import { Field } from '../components/Field'
import { FormDialog } from './FormDialog'

interface MergeDialogProps {
  readonly personId: PersonId
  readonly context: ActionContext
  readonly onClose: () => void
}

/** What is chosen between, where the two records differ. */
const fields = ['name', 'latinName', 'email', 'phone', 'secrecy', 'note'] as const
type FieldName = (typeof fields)[number]
type Side = 'one' | 'other'

/** Two records of one person become one; of every field in which they differ somebody says which stays. */
export function MergeDialog({ personId, context, onClose }: MergeDialogProps) {
  const { t, window } = context
  const { graph, asOf } = useAccount()
  const [otherId, setOtherId] = useState<PersonId | null>(null)
  const [chosen, setChosen] = useState<Partial<Record<FieldName, Side>>>({})
  const [error, setError] = useState<string | null>(null)
  const one = useAnswer('person.record', { personId }).data?.person
  // Without a choice nothing is asked, so this id is never the other's.
  const other = useAnswer('person.record', { personId: otherId ?? personId }, { enabled: otherId !== null }).data?.person
  const differing = one && other ? fields.filter((field) => one[field] !== other[field]) : []

  /** A field that one record left empty is taken from the other, unless somebody says so. */
  const sideOf = (field: FieldName): Side => chosen[field] ?? (one?.[field] === '' ? 'other' : 'one')

  async function submit() {
    if (otherId === null || !one || !other) {
      setError(t('screen.common.choosePerson'))
      return false
    }
    const values: Partial<Person> = {
      ...Object.fromEntries(differing.map((field) => [field, (sideOf(field) === 'one' ? one : other)[field]])),
      own: { ...other.own, ...one.own },
    }
    const result = await attempt('person.merge', { personId, mergedId: otherId, values, on: asOf })
    if (result.ok) window.select({ kind: 'person', id: personId })
    else setError(result.sentence)
    return result.ok
  }

  return (
    <FormDialog
      title={t('screen.merge.title', { name: one?.name ?? '' })}
      okText={t('screen.merge.ok')}
      width={560}
      onSubmit={submit}
      onClose={onClose}
    >
      <p className="lp-quiet">{t('screen.merge.text')}</p>
      <Field label={t('screen.merge.other')} error={error}>
        {(control) => (
          <AnyonePicker
            {...control}
            value={otherId}
            like={one?.name ?? ''}
            except={personId}
            accountId={graph.account.id}
            onChange={(id) => {
              setOtherId(id)
              setChosen({})
              setError(null)
            }}
          />
        )}
      </Field>
      {one &&
        other &&
        differing.map((field) => (
          <Field key={field} label={t(fieldLabel[field])}>
            {({ id }) => (
              <Radio.Group
                id={id}
                aria-label={t(fieldLabel[field])}
                value={sideOf(field)}
                options={[
                  { value: 'one', label: told(one, field) },
                  { value: 'other', label: told(other, field) },
                ]}
                onChange={(event) =>
                  setChosen((before) => ({ ...before, [field]: event.target.value === 'other' ? 'other' : 'one' }))
                }
              />
            )}
          </Field>
        ))}
      {one && other && one.name !== other.name && (
        <p className="lp-quiet">{t('screen.merge.nameStays', { name: sideOf('name') === 'one' ? other.name : one.name })}</p>
      )}
    </FormDialog>
  )

  function told(person: Person, field: FieldName): string {
    if (field === 'secrecy') return t(`model.secrecy.${person.secrecy}`)
    return person[field] === '' ? t('screen.common.notGiven') : person[field]
  }
}

const fieldLabel = {
  name: 'screen.people.name',
  latinName: 'screen.inspector.latinName',
  email: 'screen.inspector.email',
  phone: 'screen.inspector.phone',
  secrecy: 'screen.inspector.secrecy',
  note: 'screen.inspector.note',
} as const satisfies Record<FieldName, string>
