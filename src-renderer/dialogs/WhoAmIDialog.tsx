import { Select } from 'antd'
import { useState } from 'react'
import type { PersonId } from '../../src-shared/model/ids'
import { useOurs, useWorkspace } from '../client/queries'
import { attempt } from '../client/useChange'
import { useMatcher } from '../account/search'
import { Field } from '../components/Field'
import { useText } from '../i18n/language'
import { useWindow } from '../state/windowStore'
import { FormDialog } from './FormDialog'

/** Which of ours the user is: the author of what they judge. Asked once; putting it off is remembered. */
export function WhoAmIDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useText()
  const match = useMatcher()
  const workspace = useWorkspace().data
  const ours = useOurs().data ?? []
  const { skippedMe, set } = useWindow()
  const [me, setMe] = useState<PersonId | null>(workspace?.me ?? null)
  const [error, setError] = useState<string | null>(null)

  function skip() {
    if (workspace) set({ skippedMe: [...skippedMe, workspace.fileName] })
    onClose()
  }
  async function submit() {
    if (me === null) {
      setError(t('screen.common.choosePerson'))
      return false
    }
    const result = await attempt('workspace.setPreference', { me })
    if (!result.ok) setError(result.sentence)
    return result.ok
  }
  return (
    <FormDialog
      title={t('screen.whoAmI.title')}
      okText={t('screen.whoAmI.ok')}
      cancelText={t('screen.whoAmI.later')}
      onSubmit={submit}
      onCancel={skip}
      onClose={onClose}
    >
      <p className="lp-quiet">{t('screen.whoAmI.text')}</p>
      <Field label={t('screen.settings.you')} error={error}>
        {(control) => (
          <Select
            {...control}
            autoFocus
            placeholder={t('screen.whoAmI.placeholder')}
            {...(me && { value: me })}
            showSearch={{ filterOption: (query, option) => option !== undefined && match(query, option.label) }}
            options={ours.map(({ id, name, title }) => ({ value: id, label: [name, title].filter(Boolean).join(' · ') }))}
            onChange={setMe}
          />
        )}
      </Field>
    </FormDialog>
  )
}
