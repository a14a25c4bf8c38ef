import { Button, Segmented, Select } from 'antd'
import { FileUp } from 'lucide-react'
import { useRef, useState } from 'react'
import { SlideSize } from '../../src-shared/contract/exportEndpoints'
import { call, CallFailure } from '../client/client'
import { Field } from '../components/Field'
import { toBase64 } from '../components/saveFile'
import { sentenceOf, useText } from '../i18n/language'
import type { ChoiceProps } from './ExportForm'

/** The shape of slides, or the presentation that they take their look from. */
export function SlideFields({ choice, onChange, disabled }: ChoiceProps) {
  const { t } = useText()
  return (
    <>
      <Field label={t('export.slides')}>
        {() => (
          <Segmented
            block
            aria-label={t('export.slides')}
            disabled={disabled}
            value={choice.slides}
            options={[...SlideSize.options, 'template' as const].map((value) => ({
              value,
              label: value === 'template' ? t('export.template.own') : value,
            }))}
            onChange={(slides) => onChange({ ...choice, slides })}
          />
        )}
      </Field>
      {choice.slides === 'template' && <TemplateFields choice={choice} onChange={onChange} disabled={disabled} />}
    </>
  )
}

const AUTO = ''

/** The file is read here and by the core of this machine, and sent nowhere. */
function TemplateFields({ choice, onChange, disabled }: ChoiceProps) {
  const { t } = useText()
  const { template } = choice
  const picker = useRef<HTMLInputElement>(null)
  const [error, setError] = useState<string | null>(null)

  async function read(file: File) {
    setError(null)
    try {
      const bytes = await toBase64(file)
      const { layouts } = await call('export.templateLayouts', { bytes })
      onChange({ ...choice, template: { name: file.name, bytes, layouts, layout: null } })
    } catch (failure) {
      if (!(failure instanceof CallFailure)) throw failure
      setError(sentenceOf(failure.failure))
    }
  }
  return (
    <>
      <Field label={t('export.template.own')} error={error} hint={template?.name ?? t('export.template.hint')}>
        {(control) => (
          <>
            <Button
              {...control}
              block
              disabled={disabled}
              icon={<FileUp size={14} aria-hidden />}
              onClick={() => picker.current?.click()}
            >
              {t(template ? 'export.template.other' : 'export.template.choose')}
            </Button>
            <input
              ref={picker}
              type="file"
              className="lp-hidden"
              tabIndex={-1}
              aria-hidden
              accept=".pptx,.potx"
              onChange={({ target }) => {
                const [file] = target.files ?? []
                if (file) void read(file)
                // The same file can be chosen again once it was corrected.
                target.value = ''
              }}
            />
          </>
        )}
      </Field>
      {template && (
        <Field label={t('export.template.layout')}>
          {(control) => (
            <Select
              {...control}
              disabled={disabled}
              value={template.layout ?? AUTO}
              options={[
                { value: AUTO, label: t('export.template.auto') },
                ...template.layouts.map((value) => ({ value, label: value })),
              ]}
              onChange={(layout) => onChange({ ...choice, template: { ...template, layout: layout === AUTO ? null : layout } })}
            />
          )}
        </Field>
      )}
    </>
  )
}
