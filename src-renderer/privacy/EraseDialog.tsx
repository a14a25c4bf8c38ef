import { Button, Input } from 'antd'
import { type ReactNode, useState } from 'react'
import type { Output } from '../../src-shared/contract'
import type { PersonId } from '../../src-shared/model/ids'
import type { ActionContext } from '../actions/context'
import { useAnswer } from '../client/queries'
import { attempt } from '../client/useChange'
import { Dialog } from '../components/Dialog'
import { ErrorNotice } from '../components/ErrorNotice'
import { Field } from '../components/Field'
import { TextField } from '../components/TextField'
import { useRecentChoices } from '../state/recentChoices'
import './privacy.css'

interface EraseDialogProps {
  readonly personId: PersonId
  readonly context: ActionContext
  readonly onClose: () => void
}

type Erased = Output<'person.erase'> & { readonly name: string }

/** Says what goes and what stays, and erases once the name is typed; then says where copies are left. */
export function EraseDialog({ personId, context, onClose }: EraseDialogProps) {
  const { t, window } = context
  const outlook = useAnswer('person.erasureOutlook', { personId })
  const [placeholder, setPlaceholder] = useState(t('privacy.erase.placeholderValue'))
  const [typed, setTyped] = useState('')
  const [error, setError] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const [erased, setErased] = useState<Erased | null>(null)

  if (erased) return <Done erased={erased} context={context} onClose={onClose} />
  const told = outlook.data
  const name = told?.name ?? ''

  async function erase() {
    if (!told || busy) return
    if (typed.trim() !== name) return setError(t('privacy.erase.mismatch', { name }))
    setBusy(true)
    const result = await attempt('person.erase', { personId, placeholder })
    setBusy(false)
    if (!result.ok) return setError(result.sentence)
    useRecentChoices.getState().forget(personId)
    window.select(null)
    setErased({ ...result.value, name })
  }

  return (
    <Dialog
      width={560}
      title={t('privacy.erase.title', { name })}
      okText={t('privacy.erase.ok')}
      cancelText={t('screen.common.cancel')}
      okButtonProps={{ danger: true, disabled: !told || typed.trim() !== name }}
      confirmLoading={busy}
      onOk={() => void erase()}
      onCancel={onClose}
    >
      {outlook.error && <ErrorNotice error={outlook.error} />}
      {told && (
        <form
          className="lp-form lp-erase"
          onSubmit={(event) => {
            event.preventDefault()
            void erase()
          }}
        >
          {told.isMe && <p role="note">{t('privacy.erase.isMe')}</p>}
          {told.owned.length > 0 && (
            <p role="note">
              {t('privacy.erase.owns', { count: told.owned.length })} {told.owned.join(' · ')}
            </p>
          )}
          <Part title={t('privacy.erase.goes')}>{t('privacy.erase.goesText')}</Part>
          <Part title={t('privacy.erase.stays')}>{t('privacy.erase.staysText', { placeholder })}</Part>
          <Part title={t('privacy.erase.final')}>{t('privacy.erase.finalText')}</Part>
          <Copies backups={told.backups} context={context} />
          <TextField label={t('privacy.erase.placeholder')} value={placeholder} onChange={setPlaceholder} />
          <Field label={t('privacy.erase.confirm', { name })} error={error} wide>
            {(control) => (
              <Input
                {...control}
                autoFocus
                autoComplete="off"
                value={typed}
                onChange={(event) => {
                  setTyped(event.target.value)
                  setError(null)
                }}
              />
            )}
          </Field>
        </form>
      )}
    </Dialog>
  )
}

function Done({ erased, context, onClose }: { readonly erased: Erased } & Omit<EraseDialogProps, 'personId'>) {
  const { t } = context
  return (
    <Dialog
      width={560}
      title={t('privacy.erase.doneTitle', { name: erased.name })}
      footer={
        <Button type="primary" autoFocus onClick={onClose}>
          {t('privacy.erase.close')}
        </Button>
      }
      onCancel={onClose}
    >
      <div className="lp-erase" role="status">
        {erased.mentions > 0 && <p>{t('privacy.erase.doneMentions', { count: erased.mentions })}</p>}
        <Copies backups={erased.backups} context={context} />
      </div>
    </Dialog>
  )
}

function Copies({ backups, context: { t } }: { readonly backups: readonly string[]; readonly context: ActionContext }) {
  return (
    <Part title={t('privacy.erase.copies')}>
      {backups.length === 0 ? (
        t('privacy.erase.noCopies')
      ) : (
        <>
          {t('privacy.erase.copiesText', { count: backups.length })}
          <ul>
            {backups.map((file) => (
              <li key={file}>
                <code>{file}</code>
              </li>
            ))}
          </ul>
        </>
      )}{' '}
      {t('privacy.erase.elsewhere')}
    </Part>
  )
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section>
      <h3>{title}</h3>
      <div>{children}</div>
    </section>
  )
}
