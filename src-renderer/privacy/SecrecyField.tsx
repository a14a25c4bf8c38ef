import { Segmented } from 'antd'
import { SecrecyTier } from '../../src-shared/model/scales'
import { ChoiceEdit } from '../components/ChoiceEdit'
import { Field } from '../components/Field'
import type { Commit } from '../components/TextEdit'
import { useText } from '../i18n/language'
import { SecrecyWord } from './SecrecyMark'

interface SecrecyFieldProps {
  readonly value: SecrecyTier
  readonly onChange: (tier: SecrecyTier) => void
}

const options = SecrecyTier.options.map((value) => ({ value, label: <SecrecyWord tier={value} /> }))

/** Who may see what a dialog is about to record, and what that means. */
export function SecrecyField({ value, onChange }: SecrecyFieldProps) {
  const { t } = useText()
  const label = t('privacy.secrecy.label')
  return (
    <Field label={label} hint={t(`privacy.secrecy.${value}`)}>
      {(control) => <Segmented {...control} aria-label={label} value={value} options={options} onChange={onChange} />}
    </Field>
  )
}

interface SecrecyEditProps {
  readonly value: SecrecyTier
  readonly onCommit: Commit<SecrecyTier>
  /** Default: secrecy. */
  readonly label?: string
}

/** The same in the inspector, changed in place. */
export function SecrecyEdit({ value, onCommit, label }: SecrecyEditProps) {
  const { t } = useText()
  return (
    <ChoiceEdit
      label={label ?? t('privacy.secrecy.label')}
      value={value}
      choices={options}
      {...(value !== 'open' && { hint: t(`privacy.secrecy.${value}`) })}
      onCommit={async (tier) => tier && onCommit(tier)}
    />
  )
}
