import { Button, Select } from 'antd'
import { useState } from 'react'
import type { ListedHandOver } from '../../../src-shared/contract'
import { localDay } from '../../../src-shared/model/day'
import type { AccountId } from '../../../src-shared/model/ids'
import type { ActionContext } from '../../actions/context'
import { useAccounts } from '../../client/queries'
import { DayPicker } from '../../components/DayPicker'
import { Field } from '../../components/Field'
import { TextEdit } from '../../components/TextEdit'
import { TextField } from '../../components/TextField'
import { commit } from '../../inspector/commit'

interface LeaverFollowedProps {
  readonly handOver: ListedHandOver
  readonly context: ActionContext
}

/** What a select calls an account that is still to be made. */
const NEW = ''

/** Where the leaver went, and the way to keep the tie: a seat on the map of that company, here on record or new. */
export function LeaverFollowed({ handOver, context }: LeaverFollowedProps) {
  const { t, change } = context
  const { id: handOverId, personName: name, destination, destinationAccountId } = handOver
  const accounts = useAccounts().data ?? []
  const others = accounts.filter(({ id }) => id !== handOver.accountId)
  const known = others.find((account) => account.name === destination)
  const [accountId, setAccountId] = useState<AccountId | null>(known?.id ?? null)
  const [company, setCompany] = useState(destination)
  const [title, setTitle] = useState('')
  const [on, setOn] = useState(() => localDay(new Date()))
  const [error, setError] = useState<string | null>(null)
  const followed = accounts.find(({ id }) => id === destinationAccountId)

  async function follow() {
    const organization = others.find(({ id }) => id === accountId)?.name ?? company.trim()
    if (organization === '' || title.trim() === '') return setError(t('change.handOver.where.needed'))
    setError(null)
    const input = { handOverId, accountId, organization, title: title.trim(), on }
    const words = t('change.handOver.where.followed', { name, account: organization })
    await change.remove('handOver.follow', input, words)
  }
  return (
    <div className="lp-handover-where">
      <TextEdit
        label={t('change.handOver.where.destination')}
        value={destination}
        onCommit={(words) => commit('handOver.update', { handOverId, destination: words })}
      />
      {followed ? (
        <p role="status">{t('change.handOver.where.followed', { name, account: followed.name })}</p>
      ) : (
        <fieldset>
          <legend>{t('change.handOver.where.followTitle', { name })}</legend>
          <Field label={t('change.handOver.where.account')}>
            {(control) => (
              <Select
                {...control}
                value={accountId ?? NEW}
                options={[
                  ...others.map((account) => ({ value: account.id, label: account.name })),
                  { value: NEW, label: t('change.handOver.where.newAccount', { name: company.trim() || '…' }) },
                ]}
                onChange={(value) => setAccountId(others.find(({ id }) => id === value)?.id ?? null)}
              />
            )}
          </Field>
          {accountId === null && (
            <TextField label={t('change.handOver.where.accountName')} value={company} onChange={setCompany} />
          )}
          <TextField label={t('change.handOver.where.position')} error={error} value={title} onChange={setTitle} />
          <Field label={t('change.record.day')}>
            {(control) => <DayPicker {...control} allowClear={false} value={on} onChange={(day) => day && setOn(day)} />}
          </Field>
          <Button onClick={() => void follow()}>{t('change.handOver.where.follow')}</Button>
        </fieldset>
      )}
    </div>
  )
}
