import { Alert, AutoComplete, Button, Progress } from 'antd'
import { FileUp } from 'lucide-react'
import { useEffect, useId, useRef, useState } from 'react'
import { useMaybeAccount } from '../account/AccountContext'
import { useAccounts } from '../client/queries'
import { Dialog } from '../components/Dialog'
import { Field } from '../components/Field'
import { useText } from '../i18n/language'
import { isReadable, missingFields } from '../import/chosenFile'
import { useDuplicateChoices } from '../import/duplicateChoices'
import { useChosenFiles } from '../import/useChosenFiles'
import { type Import, useImport } from '../import/useImport'
import { useWindow } from '../state/windowStore'
import './import.css'
import { ImportDuplicates } from './ImportDuplicates'
import { ImportFileList } from './ImportFileList'
import { ImportMapping } from './ImportMapping'
import { ImportPaste } from './ImportPaste'
import { ImportCounts, ImportReport } from './ImportReport'

interface ImportDialogProps {
  /** Files dropped on the window; a new list adds its files. */
  readonly dropped: readonly File[]
  readonly onClose: () => void
}

/** Files into an account: seen and mapped, looked through, then taken in whole or not at all. */
export function ImportDialog({ dropped, onClose }: ImportDialogProps) {
  const { t } = useText()
  const accounts = useAccounts().data ?? []
  const current = useMaybeAccount()?.graph.account.name
  const [account, setAccount] = useState(current ?? accounts[0]?.name ?? '')
  const [shown, setShown] = useState<string | null>(null)
  const work = useImport()
  const { state } = work
  const choices = useDuplicateChoices()
  const forget = () => {
    choices.forget()
    work.reset()
  }
  const chosen = useChosenFiles(forget)
  const { files } = chosen
  const busy = state.at === 'work'

  const taken = useRef<readonly File[] | null>(null)
  useEffect(() => {
    if (dropped === taken.current) return
    taken.current = dropped
    // What comes while an import runs is no part of it.
    if (!busy) chosen.add(dropped)
  }, [dropped, busy, chosen])

  const whole = files.some(({ preview }) => preview?.kind === 'bundle')
  const complete = files.every((one) => isReadable(one) && missingFields(one).length === 0)
  const ready = files.length > 0 && chosen.settled && complete && (whole || account.trim() !== '')
  const duplicates = state.at === 'looked' && state.result.refused.length === 0 ? state.result.duplicates : []
  const undecided = duplicates.some((duplicate) => !choices.of(duplicate))
  // What is shown unless somebody chose: what needs attention, or else the first.
  const open = files.find(({ key }) => key === shown) ?? files.find((one) => missingFields(one).length > 0) ?? files[0]
  const table = open?.preview?.table

  function run(dryRun: boolean) {
    chosen.keep()
    const decided = duplicates.flatMap((duplicate) => choices.of(duplicate) ?? [])
    void work.run(files, whole ? null : account.trim(), dryRun ? choices.made : decided, dryRun)
  }

  return (
    <Dialog
      title={t('screen.action.importFiles')}
      width={920}
      style={{ top: 40 }}
      onCancel={() => (busy ? work.stop() : onClose())}
      mask={{ closable: false }}
      footer={<ImportFooter work={work} ready={ready} undecided={undecided} onRun={run} onClose={onClose} />}
    >
      {state.at === 'done' ? (
        <ImportDone work={work} account={whole ? null : account.trim()} />
      ) : (
        <div className="lp-import">
          <ChooseFiles some={files.length > 0} disabled={busy} onChoose={chosen.add} />
          <ImportPaste disabled={busy} onFiles={chosen.add} />
          {chosen.notTaken !== null && <Alert type="error" showIcon title={chosen.notTaken} />}
          {files.length > 0 && <ImportFileList chosen={chosen} shown={open?.key ?? null} onShow={setShown} disabled={busy} />}
          {open && table && <ImportMapping one={open} table={table} chosen={chosen} disabled={busy} />}
          {!whole && (
            <Field
              label={t('screen.header.account')}
              hint={t(
                accounts.some(({ name }) => name === account.trim()) || account.trim() === ''
                  ? 'screen.import.accountKnown'
                  : 'screen.import.accountNew',
              )}
            >
              {(control) => (
                <AutoComplete
                  {...control}
                  disabled={busy}
                  value={account}
                  options={accounts.map(({ name }) => ({ value: name }))}
                  onChange={(name: string) => {
                    setAccount(name)
                    forget()
                  }}
                />
              )}
            </Field>
          )}
          {state.at === 'start' && state.note && <Alert type={state.note.type} showIcon title={state.note.text} />}
          {state.at === 'looked' && <ImportReport result={state.result} />}
          {state.at === 'looked' && duplicates.length > 0 && (
            <ImportDuplicates duplicates={duplicates} more={state.result.moreDuplicates} choices={choices} />
          )}
        </div>
      )}
    </Dialog>
  )
}

interface ChooseFilesProps {
  /** Whether any are chosen yet. */
  readonly some: boolean
  readonly disabled: boolean
  readonly onChoose: (files: readonly File[]) => void
}

/** Files are read here, never sent anywhere; those dropped are taken by the window as a whole. */
function ChooseFiles({ some, disabled, onChoose }: ChooseFilesProps) {
  const { t } = useText()
  return (
    <label className="lp-import-choose" data-some={some}>
      <FileUp size={22} aria-hidden />
      <span>
        {t('screen.import.drop')}
        <span className="lp-quiet">{t('screen.import.dropHint')}</span>
        <span className="lp-quiet">{t('import.dialog.dropHint')}</span>
      </span>
      <input
        type="file"
        className="lp-hidden"
        multiple
        accept=".csv,.tsv,.txt,.json,.xlsx,.xlsm,.vcf"
        disabled={disabled}
        onChange={({ target }) => {
          onChoose([...(target.files ?? [])])
          // The same file can be chosen again once it was corrected.
          target.value = ''
        }}
      />
    </label>
  )
}

interface ImportFooterProps {
  readonly work: Import
  readonly ready: boolean
  /** Whether somebody has to choose what is done with a duplicate. */
  readonly undecided: boolean
  readonly onRun: (dryRun: boolean) => void
  readonly onClose: () => void
}

/** What can be done next; the likeliest button has the focus, so that Enter goes on. */
function ImportFooter({ work, ready, undecided, onRun, onClose }: ImportFooterProps) {
  const { t } = useText()
  const openAccount = useWindow((state) => state.openAccount)
  const labelId = useId()
  const { state } = work
  switch (state.at) {
    case 'work':
      return (
        <div className="lp-progress">
          <span id={labelId} className="lp-quiet">
            {t(state.dryRun ? 'screen.import.looking' : 'screen.import.importing')}
          </span>
          <Progress percent={Math.round(state.share * 100)} size="small" aria-labelledby={labelId} />
          <Button autoFocus onClick={work.stop}>
            {t('screen.common.cancel')}
          </Button>
        </div>
      )
    case 'done': {
      const { accountId } = state.result
      return (
        <>
          {state.step !== null && <Button onClick={() => void work.undo()}>{t('screen.import.undo')}</Button>}
          <Button
            type="primary"
            autoFocus
            onClick={() => {
              if (accountId !== null) openAccount(accountId, 'map')
              onClose()
            }}
          >
            {t(accountId === null ? 'screen.common.close' : 'screen.import.openAccount')}
          </Button>
        </>
      )
    }
    case 'start':
    case 'looked': {
      const passed = state.at === 'looked' && state.result.refused.length === 0
      return (
        <>
          <Button onClick={onClose}>{t('screen.common.close')}</Button>
          <Button
            key={`look-${state.at}`}
            type={passed && !undecided ? 'default' : 'primary'}
            disabled={!ready}
            autoFocus={state.at === 'looked' && !passed}
            onClick={() => onRun(true)}
          >
            {t('screen.import.look')}
          </Button>
          <Button
            key={`import-${passed}`}
            type={passed && !undecided ? 'primary' : 'default'}
            disabled={!ready || !passed || undecided}
            autoFocus={passed}
            onClick={() => onRun(false)}
          >
            {t('screen.import.ok')}
          </Button>
        </>
      )
    }
    default:
      return state satisfies never
  }
}

/** What came in. */
function ImportDone({ work: { state }, account }: { readonly work: Import; readonly account: string | null }) {
  const { t } = useText()
  if (state.at !== 'done') return null
  const title = account === null ? t('screen.import.doneWhole') : t('screen.import.done', { account })
  return (
    <div className="lp-import lp-report" role="status">
      <Alert type="success" showIcon title={title} />
      <ImportCounts files={state.result.files} />
      {state.note && <Alert type={state.note.type} showIcon title={state.note.text} />}
    </div>
  )
}
