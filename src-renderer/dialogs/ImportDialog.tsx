import { Alert, AutoComplete, Button, Modal, Progress, Select, Upload } from 'antd'
import { FileSpreadsheet, FileUp, Trash2 } from 'lucide-react'
import { useRef, useState } from 'react'
import { ImportKind, type ImportResult } from '../../src-shared/contract'
import { localDay } from '../../src-shared/model/day'
import { useMaybeAccount } from '../account/AccountContext'
import { useAccounts } from '../client/queries'
import { attempt } from '../client/useChange'
import { Field } from '../components/Field'
import { toBase64 } from '../components/saveFile'
import { useText } from '../i18n/language'
import { useWindow } from '../state/windowStore'
import { guessKind } from './guessKind'
import { ImportReport } from './ImportReport'

/** Kinds that the window offers; quick-entry text comes with its own surface. */
const kinds = ImportKind.options.filter((kind) => kind !== 'text')
/** How much of a file is read to guess its kind, in bytes. */
const HEADER_BYTES = 4_096

interface Chosen {
  readonly file: File
  readonly kind: ImportKind
}

type Work = { readonly dryRun: boolean; readonly share: number }

/** Files into an account: first looked through, then taken in whole or not at all. */
export function ImportDialog({ onClose }: { readonly onClose: () => void }) {
  const { t, language } = useText()
  const accounts = useAccounts().data ?? []
  const current = useMaybeAccount()?.graph.account.name
  const openAccount = useWindow((state) => state.openAccount)
  const [account, setAccount] = useState(current ?? accounts[0]?.name ?? '')
  const [chosen, setChosen] = useState<readonly Chosen[]>([])
  const [looked, setLooked] = useState<ImportResult | null>(null)
  const [work, setWork] = useState<Work | null>(null)
  const [error, setError] = useState<string | null>(null)
  const stop = useRef<AbortController | null>(null)
  const whole = chosen.some(({ kind }) => kind === 'bundle')

  function change(files: readonly Chosen[]) {
    setChosen(files)
    setLooked(null)
    setError(null)
  }
  async function add(files: readonly File[]) {
    const added = await Promise.all(
      files.map(async (file) => ({ file, kind: guessKind(file.name, await file.slice(0, HEADER_BYTES).text()) })),
    )
    setChosen((before) => [...before, ...added])
    setLooked(null)
    setError(null)
  }

  async function run(dryRun: boolean) {
    setError(null)
    setWork({ dryRun, share: 0 })
    stop.current = new AbortController()
    const files = await Promise.all(
      chosen.map(async ({ file, kind }) => ({ kind, name: file.name, bytes: await toBase64(file) })),
    )
    const result = await attempt(
      'import.files',
      { ...(!whole && { account }), files, dryRun, language, on: localDay(new Date()) },
      { signal: stop.current.signal, onProgress: (share) => setWork({ dryRun, share }) },
    )
    setWork(null)
    if (!result.ok) return setError(result.sentence)
    setLooked(result.value)
    if (!dryRun && result.value.refused.length === 0) {
      if (result.value.accountId) openAccount(result.value.accountId, 'map')
      onClose()
    }
  }

  const ready = chosen.length > 0 && (whole || account.trim() !== '')
  const passed = looked !== null && looked.refused.length === 0
  return (
    <Modal
      open
      title={t('screen.action.importFiles')}
      width={680}
      onCancel={() => (work ? stop.current?.abort() : onClose())}
      mask={{ closable: false }}
      footer={
        work ? (
          <div className="lp-progress">
            <Progress
              percent={Math.round(work.share * 100)}
              size="small"
              aria-label={t(work.dryRun ? 'screen.import.looking' : 'screen.import.importing')}
            />
            <Button onClick={() => stop.current?.abort()}>{t('screen.common.cancel')}</Button>
          </div>
        ) : (
          <>
            <Button onClick={onClose}>{t('screen.common.close')}</Button>
            <Button type={passed ? 'default' : 'primary'} disabled={!ready} onClick={() => void run(true)}>
              {t('screen.import.look')}
            </Button>
            <Button type={passed ? 'primary' : 'default'} disabled={!ready || !passed} onClick={() => void run(false)}>
              {t('screen.import.ok')}
            </Button>
          </>
        )
      }
    >
      <div className="lp-import">
        <Upload.Dragger
          multiple
          accept=".csv,.tsv,.txt,.json"
          showUploadList={false}
          disabled={work !== null}
          // Files are read here, never sent anywhere by the widget.
          beforeUpload={(file, batch) => {
            if (file === batch[0]) void add(batch)
            return false
          }}
        >
          <FileUp size={22} aria-hidden />
          <p>{t('screen.import.drop')}</p>
          <p className="lp-quiet">{t('screen.import.dropHint')}</p>
        </Upload.Dragger>
        {chosen.length > 0 && (
          <ul className="lp-files">
            {chosen.map(({ file, kind }, index) => (
              <li key={`${file.name}-${index}`}>
                <FileSpreadsheet size={15} aria-hidden />
                <span className="lp-file-name">{file.name}</span>
                <Select
                  size="small"
                  aria-label={t('screen.import.kindOf', { name: file.name })}
                  value={kind}
                  options={kinds.map((value) => ({ value, label: t(`screen.import.${value}`) }))}
                  onChange={(value) => change(chosen.map((one, at) => (at === index ? { ...one, kind: value } : one)))}
                />
                <Button
                  size="small"
                  type="text"
                  aria-label={t('screen.import.without', { name: file.name })}
                  icon={<Trash2 size={14} aria-hidden />}
                  onClick={() => change(chosen.filter((_, at) => at !== index))}
                />
              </li>
            ))}
          </ul>
        )}
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
                value={account}
                options={accounts.map(({ name }) => ({ value: name }))}
                onChange={(name: string) => {
                  setAccount(name)
                  setLooked(null)
                }}
              />
            )}
          </Field>
        )}
        {error !== null && <Alert type="error" showIcon title={error} />}
        {looked && <ImportReport result={looked} />}
      </div>
    </Modal>
  )
}
