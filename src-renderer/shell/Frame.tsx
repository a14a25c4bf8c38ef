import { lazy, Suspense, useEffect, useRef, useState } from 'react'
import { AccountFollower, AccountProvider, useMaybeAccount } from '../account/AccountContext'
import { useActionContext } from '../actions/context'
import { useShortcuts } from '../actions/useShortcuts'
import { Watch } from '../alerts/Watch'
import { CallFailure } from '../client/client'
import { useFollowed } from '../client/following'
import { useAccounts, useGraph, useLiveAnswers, useWorkspace } from '../client/queries'
import { ErrorBoundary } from '../components/ErrorBoundary'
import { ErrorNotice } from '../components/ErrorNotice'
import { Loading } from '../components/Loading'
import { Dialogs } from '../dialogs/Dialogs'
import { ImportDrop } from '../dialogs/ImportDrop'
import { speak, useText } from '../i18n/language'
import { AccountsScreen } from '../screens/accounts/AccountsScreen'
import { InboxScreen } from '../screens/change/InboxScreen'
import { SettingsScreen } from '../screens/settings/SettingsScreen'
import { TasksScreen } from '../screens/tasks/TasksScreen'
import { useDialogs } from '../state/dialogs'
import { useWindow } from '../state/windowStore'
import { AccountTabs } from './AccountTabs'
import { Header } from './Header'
import { Rail } from './Rail'
import { Reminders } from './Reminders'
import { ToolbarPlace } from './Toolbar'

const AccountScreen = lazy(async () => ({ default: (await import('../screens/AccountScreen')).AccountScreen }))

/** Rail, header and the chosen screen; asks the workspace's first questions. */
export function Frame() {
  const { t } = useText()
  const { connected } = useLiveAnswers()
  const workspace = useWorkspace()
  const accounts = useAccounts()
  const { screen, accountId, show } = useWindow()
  // An account of another workspace, or one that was deleted, is not asked for.
  const known = accounts.data?.some((account) => account.id === accountId) ?? false
  const graph = useGraph(known ? accountId : null)

  const language = workspace.data?.language ?? null
  useEffect(() => {
    if (language) speak(language)
  }, [language])
  useEffect(() => {
    if (accounts.data && !known && screen === 'account') show('accounts')
  }, [accounts.data, known, screen, show])

  const signedOut = workspace.error instanceof CallFailure && workspace.error.failure.code !== 'connection_lost'
  return (
    <AccountProvider graph={known ? (graph.data ?? null) : null}>
      <a className="lp-skip" href="#main">
        {t('screen.common.skip')}
      </a>
      {!connected && (
        <div className="lp-banner" role="alert">
          {t('error.connection_lost')}
        </div>
      )}
      {signedOut ? (
        <main id="main" className="lp-centre lp-fill">
          <ErrorNotice error={workspace.error} />
        </main>
      ) : (
        <Shell error={workspace.error ?? accounts.error ?? graph.error} />
      )}
    </AccountProvider>
  )
}

function Shell({ error }: { readonly error: Error | null }) {
  const context = useActionContext()
  // What stands around the screen follows it, instead of making every key wait for menus and tooltips.
  const followed = useFollowed(context)
  useShortcuts(context)
  useFirstQuestion()
  const screen = useWindow((state) => state.screen)
  const open = useMaybeAccount()
  const [toolbar, setToolbar] = useState<HTMLElement | null>(null)

  return (
    <div className="lp-shell">
      <Rail context={followed} />
      <div className="lp-body">
        <AccountFollower>
          <Header context={followed} />
        </AccountFollower>
        {screen === 'account' && open && <AccountTabs toolbarRef={setToolbar} />}
        <main id="main" className="lp-main" tabIndex={-1}>
          <ErrorBoundary key={screen}>
            {error && <ErrorNotice error={error} />}
            {screen === 'accounts' && <AccountsScreen />}
            {screen === 'tasks' && <TasksScreen context={context} />}
            {screen === 'inbox' && <InboxScreen context={context} />}
            {screen === 'settings' && <SettingsScreen context={context} />}
            {screen === 'account' &&
              (open ? (
                <Suspense fallback={<Loading />}>
                  <ToolbarPlace value={toolbar}>
                    <AccountScreen context={context} />
                  </ToolbarPlace>
                </Suspense>
              ) : (
                !error && <Loading />
              ))}
          </ErrorBoundary>
        </main>
      </div>
      <Dialogs context={context} />
      <Reminders context={followed} />
      <Watch />
      <ImportDrop />
    </div>
  )
}

/** "Which of ours are you": asked once, when there is somebody to be and nobody was named. */
function useFirstQuestion(): void {
  const workspace = useWorkspace()
  const open = useMaybeAccount()
  const skipped = useWindow((state) => state.skippedMe)
  const file = workspace.data?.fileName
  const due = workspace.data?.me === null && (open?.graph.people.some((person) => person.side === 'ours') ?? false)
  const ask = due && file !== undefined && !skipped.includes(file)
  // While everything is read anew nobody is known for a moment: that must not bring the question back.
  const asked = useRef<string>(undefined)
  useEffect(() => {
    if (!ask || asked.current === file || useDialogs.getState().dialog !== null) return
    asked.current = file
    useDialogs.getState().open({ kind: 'whoAmI' })
  }, [ask, file])
}
