import { App, Button } from 'antd'
import { FileText } from 'lucide-react'
import { useState } from 'react'
import { localDay } from '../../src-shared/model/day'
import type { PersonId } from '../../src-shared/model/ids'
import type { ActionContext } from '../actions/context'
import { call, CallFailure } from '../client/client'
import { useAnswer } from '../client/queries'
import { Dialog } from '../components/Dialog'
import { ErrorNotice } from '../components/ErrorNotice'
import { Loading } from '../components/Loading'
import { saveFile } from '../components/saveFile'
import { sentenceOf } from '../i18n/language'
import { openDialog } from '../state/dialogs'
import './privacy.css'

interface PersonDataDialogProps {
  readonly personId: PersonId
  readonly context: ActionContext
  readonly onClose: () => void
}

type Format = 'docx' | 'pdf' | 'json'
const formats = ['json', 'pdf', 'docx'] as const satisfies readonly Format[]

/** Everything that is held about one person, to be read and to be handed over to whoever asks. */
export function PersonDataDialog({ personId, context, onClose }: PersonDataDialogProps) {
  const { message } = App.useApp()
  const { t, language } = context
  const answer = useAnswer('person.dataSheet', { personId, language })
  const [writing, setWriting] = useState<Format | null>(null)

  async function save(format: Format) {
    setWriting(format)
    try {
      const file = await call('person.dataDocument', { personId, language, format, on: localDay(new Date()) })
      await saveFile(file.fileName, file.mediaType, file.bytes)
      message.success(t('privacy.person.saved', { name: file.fileName }))
    } catch (error) {
      if (!(error instanceof CallFailure)) throw error
      message.error(sentenceOf(error.failure))
    } finally {
      setWriting(null)
    }
  }

  const words = { docx: t('privacy.person.document'), pdf: t('privacy.person.pdf'), json: t('privacy.person.json') }
  return (
    <Dialog
      width={760}
      title={t('privacy.person.title', { name: answer.data?.name ?? '' })}
      onCancel={onClose}
      footer={
        <div className="lp-person-data-foot">
          <Button danger onClick={() => openDialog({ kind: 'erase', personId })}>
            {t('privacy.person.erase')}
          </Button>
          <span className="lp-grow" />
          {formats.map((format) => (
            <Button
              key={format}
              type={format === 'docx' ? 'primary' : 'default'}
              icon={<FileText size={14} aria-hidden />}
              loading={writing === format}
              disabled={!answer.data}
              onClick={() => void save(format)}
            >
              {words[format]}
            </Button>
          ))}
        </div>
      }
    >
      <p className="lp-quiet">{t('privacy.person.intro')}</p>
      {answer.error && <ErrorNotice error={answer.error} />}
      {answer.isPending && <Loading />}
      {answer.data && (
        <div
          className="lp-person-data"
          tabIndex={0}
          role="region"
          aria-label={t('privacy.person.title', { name: answer.data.name })}
        >
          {answer.data.sections.map(({ table, title, entries }) => (
            <section key={table}>
              <h3>{entries.length > 1 ? `${title} (${entries.length})` : title}</h3>
              {entries.map((fields, index) => (
                <dl key={index}>
                  {fields.map(({ label, value }) => (
                    <div key={label}>
                      <dt>{label}</dt>
                      <dd>{value}</dd>
                    </div>
                  ))}
                </dl>
              ))}
            </section>
          ))}
        </div>
      )}
    </Dialog>
  )
}
