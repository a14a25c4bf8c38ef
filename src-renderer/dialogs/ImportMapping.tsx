import { Alert, Button, Select } from 'antd'
import type { ImportPreview } from '../../src-shared/contract'
import { useText } from '../i18n/language'
import { type ChosenFile, missingFields } from '../import/chosenFile'
import type { ChosenFiles } from '../import/useChosenFiles'
import { ImportReading } from './ImportReading'

/** Columns that are shown to be mapped; a file with more is read as guessed from there on. */
const MOST_COLUMNS = 60

interface ImportMappingProps {
  readonly one: ChosenFile
  readonly table: NonNullable<ImportPreview['table']>
  readonly chosen: ChosenFiles
  readonly disabled: boolean
}

/** The first rows of a file as they are read, with what each column becomes. */
export function ImportMapping({ one, table, chosen, disabled }: ImportMappingProps) {
  const { t, language } = useText()
  const name = one.key
  const columns = table.columns.slice(0, MOST_COLUMNS)
  const missing = missingFields(one)
  const options = [
    {
      label: t('screen.import.fields'),
      options: table.fields.map(({ key, label }) => ({
        value: key,
        label: missing.some((field) => field.key === key) ? t('screen.import.required', { name: label }) : label,
      })),
    },
    {
      label: t('screen.import.otherwise'),
      options: [
        { value: 'own', label: t('screen.import.own') },
        { value: 'ignore', label: t('screen.import.ignore') },
      ],
    },
  ]
  return (
    <section className="lp-import-preview" aria-label={t('screen.import.previewOf', { name })}>
      {missing.length > 0 && (
        <Alert
          type="warning"
          showIcon
          title={t('screen.import.missing', { names: new Intl.ListFormat(language).format(missing.map(({ label }) => label)) })}
        />
      )}
      <ImportReading one={one} table={table} chosen={chosen} disabled={disabled} />
      {one.recalled && (
        <p className="lp-quiet">
          {t('screen.import.recalled')}
          <Button type="link" size="small" disabled={disabled} onClick={() => chosen.guess(name)}>
            {t('screen.import.guess')}
          </Button>
        </p>
      )}
      <div className="lp-import-cells" tabIndex={0} role="region" aria-label={t('screen.import.previewOf', { name })}>
        <table>
          <thead>
            <tr>
              {columns.map(({ header }, at) => (
                <th key={at} scope="col">
                  <span title={header}>{header === '' ? t('screen.import.unnamed') : header}</span>
                  <Select
                    size="small"
                    showSearch={{ optionFilterProp: 'label' }}
                    popupMatchSelectWidth={false}
                    disabled={disabled}
                    aria-label={t('screen.import.fieldOf', { name: header === '' ? t('screen.import.unnamed') : header })}
                    value={one.mapping[header] ?? null}
                    options={options}
                    onChange={(meaning: string) => chosen.map(name, header, meaning)}
                  />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {table.rows.map((cells, row) => (
              <tr key={row}>
                {columns.map(({ header }, at) => (
                  <td key={at} data-left-out={one.mapping[header] === 'ignore'}>
                    {cells[at]}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {table.columns.length > MOST_COLUMNS && (
        <p className="lp-quiet">{t('screen.import.moreColumns', { count: table.columns.length - MOST_COLUMNS })}</p>
      )}
    </section>
  )
}
