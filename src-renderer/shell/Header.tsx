import { Button, Select, Tooltip } from 'antd'
import { PanelRight, Search } from 'lucide-react'
import { memo } from 'react'
import { shortcutText } from '../../src-shared/actions'
import { useMaybeAccount } from '../account/AccountContext'
import type { ActionContext } from '../actions/context'
import { runAction } from '../actions/actions'
import { AlertBell } from '../alerts/AlertBell'
import { isMac } from '../client/client'
import { useAccounts, useWorkspace } from '../client/queries'
import { DayPicker } from '../components/DayPicker'
import { useText } from '../i18n/language'
import { PresentingSign } from '../privacy/PresentingSign'
import type { Screen } from '../state/windowStore'
import { HistoryControls } from './HistoryControls'

const titles = {
  accounts: 'screen.accounts.title',
  tasks: 'task.title',
  inbox: 'change.inbox.title',
  settings: 'screen.settings.title',
} as const satisfies Record<Exclude<Screen, 'account'>, string>

/** Which account, which deal, which day; search; what can be taken back. */
export const Header = memo(function Header({ context }: { readonly context: ActionContext }) {
  const { t } = useText()
  const workspace = useWorkspace()
  const { screen } = context.window
  return (
    <header className="lp-header">
      {screen === 'account' ? (
        <AccountPickers context={context} />
      ) : (
        <h1 className="lp-header-title">
          {t(titles[screen])}
          <span className="lp-quiet">{workspace.data?.fileName}</span>
        </h1>
      )}
      <span className="lp-grow" />
      <PresentingSign context={context} />
      <button type="button" className="lp-search" onClick={() => runAction('openPalette', context)}>
        <Search size={14} aria-hidden />
        <span>{t('screen.header.search')}</span>
        <kbd>{shortcutText('openPalette', isMac)}</kbd>
      </button>
      <HistoryControls context={context} />
      <AlertBell context={context} />
      {screen === 'account' && <InspectorToggle context={context} />}
    </header>
  )
})

function InspectorToggle({ context }: { readonly context: ActionContext }) {
  const { t, window } = context
  const label = t('screen.action.toggleInspector')
  return (
    <Tooltip title={`${label}  ${shortcutText('toggleInspector', isMac)}`} placement="bottomRight">
      <Button
        type="text"
        aria-label={label}
        aria-pressed={window.inspectorOpen}
        icon={<PanelRight size={16} aria-hidden />}
        onClick={() => runAction('toggleInspector', context)}
      />
    </Tooltip>
  )
}

function AccountPickers({ context }: { readonly context: ActionContext }) {
  const { t } = useText()
  const accounts = useAccounts()
  const open = useMaybeAccount()
  const { window, view } = context
  return (
    <>
      <h1 className="lp-hidden">{open?.graph.account.name}</h1>
      <Select
        className="lp-account-picker"
        variant="borderless"
        aria-label={t('screen.header.account')}
        value={window.accountId}
        options={(accounts.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        popupMatchSelectWidth={260}
        onChange={(id) => id && window.openAccount(id)}
      />
      {open && (
        <>
          <Select
            className="lp-opportunity-picker"
            aria-label={t('screen.header.opportunity')}
            value={open.opportunity?.id ?? NONE}
            popupMatchSelectWidth={280}
            options={[
              ...open.graph.opportunities.map(({ id, name }) => ({ value: id, label: name })),
              { value: NONE, label: t('screen.header.noOpportunity') },
            ]}
            onChange={(value) =>
              window.look({ opportunityId: open.graph.opportunities.find(({ id }) => id === value)?.id ?? null })
            }
          />
          <DayPicker
            aria-label={t('screen.header.asOf')}
            value={open.asOf}
            allowClear={false}
            onChange={(asOf) => window.look({ asOf })}
          />
          {view.asOf !== null && (
            <Button className="lp-today" onClick={() => window.look({ asOf: null })}>
              {t('screen.action.today')}
            </Button>
          )}
        </>
      )}
    </>
  )
}

const NONE = ''
