import { Form, Input, Select } from 'antd'
import { useState } from 'react'
import type { AccountSummary } from '../../../src-shared/contract'
import type { Account } from '../../../src-shared/model/account'
import type { AccountId, OrganizationId, PersonId } from '../../../src-shared/model/ids'
import { AccountClass, LifecycleStage } from '../../../src-shared/model/scales'
import { useGraph, useOurs } from '../../client/queries'
import { attempt } from '../../client/useChange'
import { Dialog } from '../../components/Dialog'
import { useText } from '../../i18n/language'
import { GroupFields } from './GroupFields'
import { useWindow } from '../../state/windowStore'

interface AccountValues {
  readonly name: string
  readonly industry: string
  readonly class: Account['class']
  readonly lifecycle: Account['lifecycle']
  readonly ownerId: PersonId | null
}

interface AccountDialogProps {
  /** Null: a new one. */
  readonly account: AccountSummary | null
  readonly onClose: () => void
}

/** What an account says of itself, new or known. */
export function AccountDialog({ account, onClose }: AccountDialogProps) {
  const { t } = useText()
  const openAccount = useWindow((state) => state.openAccount)
  // The list does not say who answers for an account, nor which company it is; its graph does.
  const known = useGraph(account?.id ?? null).data?.account ?? null
  const organizationId = known?.organizationId ?? null
  const ours = useOurs().data ?? []
  const [changed, setChanged] = useState<Partial<AccountValues>>({})
  /** Undefined: as it is. */
  const [parentId, setParentId] = useState<OrganizationId | null>()
  const [error, setError] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)

  const values: AccountValues = {
    name: account?.name ?? '',
    industry: account?.industry ?? '',
    class: account?.class ?? null,
    lifecycle: account?.lifecycle ?? 'acquisition',
    ownerId: known?.ownerId ?? null,
    ...changed,
  }
  const change = (part: Partial<AccountValues>) => setChanged((before) => ({ ...before, ...part }))

  async function submit() {
    setBusy(true)
    const refused = account ? await update(account.id) : await create()
    setBusy(false)
    setError(refused)
    if (refused === null) onClose()
  }
  async function update(accountId: AccountId) {
    if (Object.keys(changed).length === 0 && parentId === undefined) return null
    const updated = await attempt('account.update', { accountId, ...changed, ...(parentId !== undefined && { parentId }) })
    return updated.ok ? null : updated.sentence
  }
  async function create() {
    const { name, industry, class: accountClass, lifecycle } = values
    const created = await attempt('account.create', { name, industry, class: accountClass, lifecycle })
    if (!created.ok) return created.sentence
    openAccount(created.value.accountId, 'map')
    return null
  }

  return (
    <Dialog
      title={t(account ? 'screen.accounts.editTitle' : 'screen.accounts.newTitle')}
      okText={t(account ? 'screen.common.save' : 'screen.common.create')}
      cancelText={t('screen.common.cancel')}
      confirmLoading={busy}
      onOk={() => void submit()}
      onCancel={onClose}
      width={460}
    >
      <Form layout="vertical" onSubmitCapture={(event) => (event.preventDefault(), void submit())}>
        <Form.Item
          label={t('screen.accounts.name')}
          htmlFor="account-name"
          required
          {...(error !== null && { validateStatus: 'error' as const, help: error })}
        >
          <Input
            id="account-name"
            autoFocus
            maxLength={500}
            value={values.name}
            onChange={(event) => change({ name: event.target.value })}
          />
        </Form.Item>
        <Form.Item label={t('screen.accounts.industry')} htmlFor="account-industry">
          <Input
            id="account-industry"
            maxLength={500}
            value={values.industry}
            onChange={(event) => change({ industry: event.target.value })}
          />
        </Form.Item>
        <div className="lp-columns">
          <Form.Item label={t('screen.accounts.classLabel')} htmlFor="account-class">
            <Select
              id="account-class"
              allowClear
              placeholder={t('screen.common.notGiven')}
              {...(values.class && { value: values.class })}
              options={AccountClass.options.map((value) => ({ value, label: value }))}
              onChange={(value: AccountClass | undefined) => change({ class: value ?? null })}
            />
          </Form.Item>
          <Form.Item label={t('screen.accounts.lifecycle')} htmlFor="account-lifecycle">
            <Select
              id="account-lifecycle"
              value={values.lifecycle}
              options={LifecycleStage.options.map((value) => ({ value, label: t(`model.lifecycle.${value}`) }))}
              onChange={(lifecycle) => change({ lifecycle })}
            />
          </Form.Item>
        </div>
        {account && ours.length > 0 && (
          <Form.Item label={t('screen.accounts.owner')} htmlFor="account-owner">
            <Select
              id="account-owner"
              allowClear
              showSearch={{ optionFilterProp: 'label' }}
              placeholder={t('screen.common.notGiven')}
              {...(values.ownerId && { value: values.ownerId })}
              options={ours.map(({ id, name, title }) => ({ value: id, label: [name, title].filter(Boolean).join(' · ') }))}
              onChange={(value: PersonId | undefined) => change({ ownerId: value ?? null })}
            />
          </Form.Item>
        )}
        {organizationId !== null && <GroupFields organizationId={organizationId} parentId={parentId} onParent={setParentId} />}
        <button type="submit" hidden />
      </Form>
    </Dialog>
  )
}
