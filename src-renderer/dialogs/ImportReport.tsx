import { Alert } from 'antd'
import type { ImportResult } from '../../src-shared/contract'
import { useText } from '../i18n/language'

/** Refused rows listed at most; the rest is counted. */
const MOST = 200

/** What an import would do, or which rows keep it from being done. */
export function ImportReport({ result }: { readonly result: ImportResult }) {
  const { t } = useText()
  const { files, refused } = result
  return (
    <div className="lp-report" role="status">
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
      {refused.length === 0 ? (
        <Alert type="success" showIcon title={t('screen.import.passed')} />
      ) : (
        <>
          <Alert type="error" showIcon title={t('screen.import.refused', { count: refused.length })} />
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
                {refused.slice(0, MOST).map((row, index) => (
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
          {refused.length > MOST && <p className="lp-quiet">{t('screen.import.more', { count: refused.length - MOST })}</p>}
        </>
      )}
    </div>
  )
}
