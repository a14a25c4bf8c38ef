import { Select } from 'antd'
import type { DateOrder, ImportPreview } from '../../src-shared/contract'
import type { Translate } from '../../src-shared/i18n/translate'
import { Field } from '../components/Field'
import { useText } from '../i18n/language'
import type { ChosenFile } from '../import/chosenFile'
import type { ChosenFiles } from '../import/useChosenFiles'

interface ImportReadingProps {
  readonly one: ChosenFile
  readonly table: NonNullable<ImportPreview['table']>
  readonly chosen: ChosenFiles
  readonly disabled: boolean
}

/** Where the names of the columns are and how dates are meant, as found; both can be said otherwise. */
export function ImportReading({ one, table, chosen, disabled }: ImportReadingProps) {
  const { t } = useText()
  const { headerLine, headerLines, dates } = table
  return (
    <div className="lp-import-reading">
      {headerLines.length > 1 && (
        <Field wide label={t('import.dialog.headerLine')}>
          {(control) => (
            <Select<number>
              {...control}
              size="small"
              disabled={disabled}
              value={headerLine}
              options={headerLines.map(({ line, text }) => ({
                value: line,
                label: t('import.dialog.headerChoice', { line, text }),
              }))}
              onChange={(line) => chosen.setReading(one.key, { headerLine: line })}
            />
          )}
        </Field>
      )}
      {dates && (
        <Field wide label={t('import.dialog.dateOrder')} hint={hintFor(dates, t)}>
          {(control) => (
            <Select<DateOrder>
              {...control}
              size="small"
              disabled={disabled}
              value={dates.order}
              placeholder={t('import.dialog.dateUnknown')}
              options={[
                { value: 'day-first', label: t('import.dialog.dayFirst') },
                { value: 'month-first', label: t('import.dialog.monthFirst') },
              ]}
              onChange={(dateOrder) => chosen.setReading(one.key, { dateOrder })}
            />
          )}
        </Field>
      )}
    </div>
  )
}

type Dates = NonNullable<NonNullable<ImportPreview['table']>['dates']>

/** Why the order is as it is; what somebody said needs no reason. */
function hintFor({ order, found }: Dates, t: Translate): string {
  if (order === null) return t('import.dialog.dateAsk')
  return order === found ? t('import.dialog.dateFound') : ''
}
