import { Checkbox, Select } from 'antd'
import { useId } from 'react'
import type { RedactionProfile } from '../../src-shared/model/redaction'
import { Field } from '../components/Field'
import { useText } from '../i18n/language'
import { audiences } from './choice'
import type { ChoiceProps } from './ExportForm'

const switches = [
  'stance',
  'political',
  'depth',
  'risk',
  'strategies',
  'notes',
  'hiddenChain',
  'privateTies',
  'contacts',
] as const satisfies readonly Exclude<keyof RedactionProfile, 'secrecy'>[]

/** For whom the file is, and, put together by hand, what may be in it. */
export function AudienceFields({ choice, onChange, disabled }: ChoiceProps) {
  const { t } = useText()
  const legend = useId()
  const { audience, custom } = choice
  if (choice.format === 'json') return <p className="lp-field-hint">{t('export.wholeRecord')}</p>
  const put = (changed: Partial<RedactionProfile>): void => onChange({ ...choice, custom: { ...custom, ...changed } })
  return (
    <>
      <Field label={t('export.audience')} hint={t(`export.audienceHint.${audience}`)}>
        {(control) => (
          <Select
            {...control}
            disabled={disabled}
            value={audience}
            options={audiences.map((value) => ({ value, label: t(`export.audienceName.${value}`) }))}
            onChange={(value) => onChange({ ...choice, audience: value })}
          />
        )}
      </Field>
      {audience === 'custom' && (
        <div className="lp-export-switches" role="group" aria-labelledby={legend}>
          <span id={legend} className="lp-quiet">
            {t('export.switches')}
          </span>
          {switches.map((name) => (
            <Checkbox
              key={name}
              disabled={disabled}
              checked={custom[name]}
              onChange={({ target }) => put({ [name]: target.checked })}
            >
              {t(`export.switch.${name}`)}
            </Checkbox>
          ))}
          <Checkbox
            disabled={disabled}
            checked={custom.secrecy !== 'open'}
            onChange={({ target }) => put({ secrecy: target.checked ? 'team' : 'open' })}
          >
            {t('export.team')}
          </Checkbox>
        </div>
      )}
    </>
  )
}
