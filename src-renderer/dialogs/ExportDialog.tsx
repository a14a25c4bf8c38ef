import { Alert, Segmented, Select } from 'antd'
import { useState } from 'react'
import { sinceDay } from '../../src-shared/analytics/changes'
import { ExportFormat, Layer, Redaction } from '../../src-shared/contract'
import { Drawing } from '../../src-shared/model/graph'
import { useAccount } from '../account/AccountContext'
import type { ActionContext } from '../actions/context'
import { call, CallFailure } from '../client/client'
import { Field } from '../components/Field'
import { saveFile } from '../components/saveFile'
import { useInsight } from '../insight/insightStore'
import { sentenceOf } from '../i18n/language'
import { FormDialog } from './FormDialog'

/** Takes the account away as a picture or as data. */
export function ExportDialog({ context, onClose }: { readonly context: ActionContext; readonly onClose: () => void }) {
  const { t, language, view, window, change } = context
  const { graph, opportunity, asOf } = useAccount()
  const since = useInsight((state) => state.since)
  const [format, setFormat] = useState<ExportFormat>('png')
  const [drawing, setDrawing] = useState(view.drawing)
  const [layer, setLayer] = useState(view.layer)
  const [redaction, setRedaction] = useState<Redaction>('internal')
  const [error, setError] = useState<string | null>(null)
  const picture = format === 'svg' || format === 'png'

  async function submit() {
    setError(null)
    try {
      const file = await call('export.file', {
        format,
        accountId: graph.account.id,
        opportunityId: opportunity?.id ?? null,
        asOf,
        language,
        ...(picture && { drawing, layer, foldedUnits: [...view.foldedUnits] }),
        ...(format !== 'json' && { redaction }),
        ...(picture && layer === 'changes' && { since: sinceDay(since, asOf) }),
        ...(picture && window.lens !== null && { lens: window.lens }),
      })
      saveFile(file.fileName, file.mediaType, file.bytes)
      change.tell('success', t('screen.export.done', { name: file.fileName }))
      return true
    } catch (failure) {
      if (!(failure instanceof CallFailure)) throw failure
      setError(sentenceOf(failure.failure))
      return false
    }
  }
  return (
    <FormDialog focusOk title={t('screen.action.exportFile')} okText={t('screen.export.ok')} onSubmit={submit} onClose={onClose}>
      {error !== null && <Alert type="error" showIcon title={error} />}
      <Field label={t('screen.export.format')} hint={t(`screen.export.${format}Hint`)}>
        {() => (
          <Segmented
            block
            aria-label={t('screen.export.format')}
            value={format}
            options={ExportFormat.options.map((value) => ({ value, label: t(`screen.export.${value}`) }))}
            onChange={setFormat}
          />
        )}
      </Field>
      {picture && (
        <>
          <Field label={t('screen.map.drawing')}>
            {(control) => (
              <Select
                {...control}
                value={drawing}
                options={Drawing.options.map((value) => ({ value, label: t(`model.drawing.${value}`) }))}
                onChange={setDrawing}
              />
            )}
          </Field>
          <Field label={t('screen.map.layer')}>
            {(control) => (
              <Select
                {...control}
                value={layer}
                options={Layer.options.map((value) => ({ value, label: t(`model.layer.${value}`) }))}
                onChange={setLayer}
              />
            )}
          </Field>
        </>
      )}
      {format !== 'json' && (
        <Field label={t('screen.export.redaction')} hint={t(`screen.export.${redaction}Hint`)}>
          {(control) => (
            <Select
              {...control}
              value={redaction}
              options={Redaction.options.map((value) => ({ value, label: t(`screen.export.${value}`) }))}
              onChange={setRedaction}
            />
          )}
        </Field>
      )}
    </FormDialog>
  )
}
