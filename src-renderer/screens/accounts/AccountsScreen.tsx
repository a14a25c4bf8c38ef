import { Button, Tag } from 'antd'
import { Building2, FileUp, Plus, Ellipsis, Sparkles, Users } from 'lucide-react'
import { useState } from 'react'
import type { AccountSummary } from '../../../src-shared/contract'
import { shell } from '../../client/client'
import { useAccounts } from '../../client/queries'
import { useChange } from '../../client/useChange'
import { DropMenu } from '../../components/DropMenu'
import { EmptyState } from '../../components/EmptyState'
import { Loading } from '../../components/Loading'
import { useText } from '../../i18n/language'
import { openDialog } from '../../state/dialogs'
import { useWindow } from '../../state/windowStore'
import { AccountDialog } from './AccountDialog'

/** Every account of the workspace. */
export function AccountsScreen() {
  const { t } = useText()
  const accounts = useAccounts()
  const [edited, setEdited] = useState<AccountSummary | null>(null)
  if (!accounts.data) return accounts.error ? null : <Loading />
  if (accounts.data.length === 0) return <NoAccounts />
  return (
    <div className="lp-page">
      <div className="lp-page-head">
        <p className="lp-quiet">{t('screen.accounts.count', { count: accounts.data.length })}</p>
        <span className="lp-grow" />
        <Button icon={<FileUp size={15} aria-hidden />} onClick={() => openDialog({ kind: 'import' })}>
          {t('screen.action.importFiles')}
        </Button>
        <Button type="primary" icon={<Plus size={15} aria-hidden />} onClick={() => openDialog({ kind: 'newAccount' })}>
          {t('screen.action.newAccount')}
        </Button>
      </div>
      <ul className="lp-accounts">
        {accounts.data.map((account) => (
          <AccountCard key={account.id} account={account} onEdit={() => setEdited(account)} />
        ))}
      </ul>
      {edited && <AccountDialog key={edited.id} account={edited} onClose={() => setEdited(null)} />}
    </div>
  )
}

function AccountCard({ account, onEdit }: { readonly account: AccountSummary; readonly onEdit: () => void }) {
  const { t } = useText()
  const openAccount = useWindow((state) => state.openAccount)
  const { remove } = useChange()
  const about = [account.industry, t(`model.lifecycle.${account.lifecycle}`)].filter(Boolean).join(' · ')
  const menu = {
    items: [
      { key: 'edit', label: t('screen.common.edit') },
      { key: 'remove', label: t('screen.common.delete'), danger: true },
    ],
    onClick: ({ key }: { key: string }) => {
      if (key === 'edit') onEdit()
      else void remove('account.remove', { accountId: account.id }, t('screen.inspector.removed', { name: account.name }))
    },
  }
  return (
    <li className="lp-account">
      <div className="lp-account-head">
        <h2>
          <button type="button" className="lp-account-open" onClick={() => openAccount(account.id)}>
            {account.name}
          </button>
        </h2>
        {account.class && <Tag className="lp-class">{t('screen.accounts.class', { value: account.class })}</Tag>}
        <DropMenu menu={menu}>
          <Button
            type="text"
            size="small"
            aria-label={t('screen.accounts.more', { name: account.name })}
            icon={<Ellipsis size={16} aria-hidden />}
          />
        </DropMenu>
      </div>
      <p className="lp-quiet">{about}</p>
      <p className="lp-account-count">
        <Users size={14} aria-hidden /> {t('screen.accounts.people', { count: account.people })}
      </p>
      {account.opportunities.length > 0 && (
        <ul className="lp-account-deals" aria-label={t('screen.tab.opportunities')}>
          {account.opportunities.map((opportunity) => (
            <li key={opportunity.id}>{opportunity.name}</li>
          ))}
        </ul>
      )}
    </li>
  )
}

function NoAccounts() {
  const { t } = useText()
  return (
    <EmptyState
      icon={<Building2 size={36} aria-hidden />}
      title={t('screen.accounts.emptyTitle')}
      text={t('screen.accounts.emptyText')}
    >
      <Button type="primary" icon={<Plus size={15} aria-hidden />} onClick={() => openDialog({ kind: 'newAccount' })}>
        {t('screen.action.newAccount')}
      </Button>
      <Button icon={<FileUp size={15} aria-hidden />} onClick={() => openDialog({ kind: 'import' })}>
        {t('screen.action.importFiles')}
      </Button>
      {shell && (
        <Button icon={<Sparkles size={15} aria-hidden />} onClick={() => void shell?.newWorkspace(true)}>
          {t('screen.accounts.sample')}
        </Button>
      )}
    </EmptyState>
  )
}
