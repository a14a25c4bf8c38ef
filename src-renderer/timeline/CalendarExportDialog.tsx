import { Alert, Checkbox, Segmented, Select } from 'antd'
import { useState } from 'react'
import { localDay } from '../../src-shared/model/day'
import type { PersonId } from '../../src-shared/model/ids'
import { useMaybeAccount } from '../account/AccountContext'
import type { ActionContext } from '../actions/context'
import { call, CallFailure } from '../client/client'
import { useOurs, useWorkspace } from '../client/queries'
import { Field } from '../components/Field'
import { saveFile } from '../components/saveFile'
import { FormDialog } from '../dialogs/FormDialog'
import { sentenceOf } from '../i18n/language'

/** Takes tasks and next touches away as an iCalendar file. */
export function CalendarExportDialog({ context, onClose }: { readonly context: ActionContext; readonly onClose: () => void }) {
  const { t, language, change } = context
  const open = useMaybeAccount()
  const me = useWorkspace().data?.me ?? null
  const ours = useOurs().data ?? []
  const [ownerId, setOwnerId] = useState<PersonId | null>(me)
  const [scope, setScope] = useState<'this' | 'all'>(open ? 'this' : 'all')
  const [tasksAs, setTasksAs] = useState<'event' | 'todo'>('event')
  const [touches, setTouches] = useState(true)
  const [error, setError] = useState<string | null>(null)

  async function submit() {
    try {
      const file = await call('calendar.export', {
        ...(scope === 'this' && open && { accountId: open.graph.account.id }),
        ...(ownerId !== null && { ownerId }),
        tasksAs,
        touches,
        asOf: open?.asOf ?? localDay(new Date()),
        language,
      })
      await saveFile(file.fileName, file.mediaType, file.bytes)
      change.tell('success', t('export.done', { name: file.fileName }))
      return true
    } catch (failure) {
      if (!(failure instanceof CallFailure)) throw failure
      setError(sentenceOf(failure.failure))
      return false
    }
  }
  return (
    <FormDialog
      focusOk
      title={t('timeline.calendar.title')}
      okText={t('timeline.calendar.ok')}
      onSubmit={submit}
      onClose={onClose}
    >
      {error !== null && <Alert type="error" showIcon title={error} />}
      {open && (
        <Field label={t('timeline.calendar.accounts')}>
          {() => (
            <Segmented
              block
              aria-label={t('timeline.calendar.accounts')}
              value={scope}
              options={[
                { value: 'this', label: t('timeline.calendar.thisAccount') },
                { value: 'all', label: t('timeline.calendar.allAccounts') },
              ]}
              onChange={setScope}
            />
          )}
        </Field>
      )}
      <Field label={t('timeline.calendar.whose')}>
        {(control) => (
          <Select
            {...control}
            allowClear
            placeholder={t('timeline.calendar.everybody')}
            {...(ownerId !== null && { value: ownerId })}
            options={ours.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={(id: PersonId | undefined) => setOwnerId(id ?? null)}
          />
        )}
      </Field>
      <Field label={t('timeline.calendar.tasksAs')} hint={t(`timeline.calendar.${tasksAs}Hint`)}>
        {() => (
          <Segmented
            block
            aria-label={t('timeline.calendar.tasksAs')}
            value={tasksAs}
            options={(['event', 'todo'] as const).map((value) => ({ value, label: t(`timeline.calendar.${value}`) }))}
            onChange={setTasksAs}
          />
        )}
      </Field>
      <Checkbox checked={touches} onChange={(event) => setTouches(event.target.checked)}>
        {t('timeline.calendar.touches')}
      </Checkbox>
      <p className="lp-field-hint">{t('timeline.calendar.privateOut')}</p>
    </FormDialog>
  )
}
