import { Alert, App, Button } from 'antd'
import { Copy, Download } from 'lucide-react'
import type { ImportedFile, ImportResult, RefusedRow } from '../../src-shared/contract'
import { useText } from '../i18n/language'
import { copyRefused, saveRefused } from '../import/refusedRows'

/** Refused rows listed at most; the rest is counted, and copied and saved with the others. */
const MOST = 200

/** What an import would do, or which rows keep it from being done. */
export function ImportReport({ result }: { readonly result: ImportResult }) {
  const { t } = useText()
  const { files, refused, notices } = result
  return (
    <div className="lp-report" role="status">
      {refused.length === 0 ? (
        <>
          <Alert type="success" showIcon title={t('screen.import.passed')} />
          <ImportCounts files={files} />
          {notices.length > 0 && (
            <details>
              <summary>{t('import.dialog.notices', { count: notices.length })}</summary>
              <RefusedRows rows={notices} />
            </details>
          )}
        </>
      ) : (
        <>
          <Alert type="error" showIcon title={t('screen.import.refused', { count: refused.length })} />
          <RefusedRows rows={refused} />
          <p className="lp-quiet">{t('screen.import.fixHint')}</p>
        </>
      )}
    </div>
  )
}

/** Rows that are new, changed and the same, file by file. */
export function ImportCounts({ files }: { readonly files: readonly ImportedFile[] }) {
  const { t } = useText()
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{t('screen.import.file')}</th>
          <th scope="col">{t('screen.import.rows')}</th>
          <th scope="col">{t('screen.import.created')}</th>
          <th scope="col">{t('screen.import.updated')}</th>
          <th scope="col">{t('screen.import.unchanged')}</th>
        </tr>
      </thead>
      <tbody>
        {files.map((file, index) => (
          <tr key={index}>
            <td>{file.file}</td>
            <td>{file.rows}</td>
            <td>{file.created}</td>
            <td>{file.updated}</td>
            <td>{file.unchanged}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function RefusedRows({ rows }: { readonly rows: readonly RefusedRow[] }) {
  const { t } = useText()
  const { message } = App.useApp()
  const copy = async () => {
    await copyRefused(rows, t)
    message.success(t('screen.import.copied'))
  }
  return (
    <>
      <div className="lp-refused" tabIndex={0} role="region" aria-label={t('screen.import.refusedRows')}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t('screen.import.line')}</th>
              <th scope="col">{t('screen.import.column')}</th>
              <th scope="col">{t('screen.import.value')}</th>
              <th scope="col">{t('screen.import.why')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, MOST).map((row, index) => (
              <tr key={index}>
                <td>
                  {row.file}
                  {row.line > 0 && `:${row.line}`}
                </td>
                <td>{row.column}</td>
                <td>{row.value}</td>
                <td>{row.message}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="lp-report-more">
        <Button size="small" icon={<Copy size={13} aria-hidden />} onClick={() => void copy()}>
          {t('screen.import.copyRows')}
        </Button>
        <Button size="small" icon={<Download size={13} aria-hidden />} onClick={() => void saveRefused(rows, t)}>
          {t('screen.import.saveRows')}
        </Button>
        {rows.length > MOST && <span className="lp-quiet">{t('screen.import.more', { count: rows.length - MOST })}</span>}
      </p>
    </>
  )
}
