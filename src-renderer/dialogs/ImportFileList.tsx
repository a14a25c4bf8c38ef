import { Button, Select } from 'antd'
import { FileSpreadsheet, FileWarning, Trash2 } from 'lucide-react'
import { ImportKind } from '../../src-shared/contract'
import { importLabel } from '../../src-shared/contract/importLabel'
import type { Translate } from '../../src-shared/i18n/translate'
import { sentenceOf, useText } from '../i18n/language'
import type { ChosenFile, FileKind } from '../import/chosenFile'
import type { ChosenFiles } from '../import/useChosenFiles'

const kinds = ImportKind.exclude(['text']).options

interface ImportFileListProps {
  readonly chosen: ChosenFiles
  /** Whose first rows are seen. */
  readonly shown: string | null
  readonly onShow: (name: string) => void
  readonly disabled: boolean
}

/** The chosen files: what each was found to be, what it is taken for, and what keeps it from being read. */
export function ImportFileList({ chosen, shown, onShow, disabled }: ImportFileListProps) {
  const { t } = useText()
  return (
    <>
      <ul>
        {chosen.files.map((one) => {
          const name = one.key
          const wrong = wrongWith(one, t)
          return (
            <li key={name} className="lp-import-file" data-shown={name === shown}>
              <button type="button" aria-pressed={name === shown} onClick={() => onShow(name)}>
                {wrong === null ? <FileSpreadsheet size={15} aria-hidden /> : <FileWarning size={15} aria-hidden />}
                <span className="lp-import-file-name">{name}</span>
                <FoundToBe chosen={one} />
              </button>
              <Select<FileKind>
                size="small"
                aria-label={t('screen.import.kindOf', { name })}
                disabled={disabled || !one.preview}
                value={one.preview && one.preview.kind !== 'text' ? one.preview.kind : null}
                options={kinds.map((value) => ({ value, label: t(`screen.import.${value}`) }))}
                onChange={(kind) => chosen.setKind(name, kind)}
              />
              <Button
                size="small"
                type="text"
                disabled={disabled}
                aria-label={t('screen.import.without', { name })}
                icon={<Trash2 size={14} aria-hidden />}
                onClick={() => chosen.remove(name)}
              />
              {wrong !== null && (
                <p className="lp-import-file-wrong lp-bad" role="alert">
                  {wrong}
                </p>
              )}
            </li>
          )
        })}
      </ul>
      <HiddenSheets chosen={chosen} disabled={disabled} />
    </>
  )
}

/** Sheets that whoever opens a workbook does not see are not taken in unasked. */
function HiddenSheets({ chosen, disabled }: Pick<ImportFileListProps, 'chosen' | 'disabled'>) {
  const { t } = useText()
  const taken = new Set(chosen.files.map(({ key }) => key))
  return [...Map.groupBy(chosen.files, ({ file }) => file)].map(([file, [one]]) => {
    const left = (one?.preview?.sheets ?? []).filter(
      ({ name, hidden, empty }) => hidden && !empty && !taken.has(importLabel(file.name, name)),
    )
    if (left.length === 0) return null
    return (
      <p key={file.name} className="lp-import-hidden lp-quiet">
        {t('import.dialog.hiddenSheets', { name: file.name })}
        {left.map(({ name }) => (
          <Button key={name} size="small" disabled={disabled} onClick={() => chosen.addSheet(file, name)}>
            {t('import.dialog.addSheet', { name })}
          </Button>
        ))}
      </p>
    )
  })
}

/** Encoding, delimiter and number of rows, as found. */
function FoundToBe({ chosen: { preview, failure } }: { readonly chosen: ChosenFile }) {
  const { t } = useText()
  if (failure !== null) return null
  if (!preview) return <span className="lp-import-file-about lp-quiet">{t('screen.import.reading')}</span>
  const { form, encoding, table } = preview
  const facts = [
    form === 'workbook' && t('import.dialog.workbook'),
    form === 'cards' && t('import.dialog.cards'),
    encoding?.toUpperCase(),
    table?.delimiter && t(`screen.import.delimiter.${delimiterNames[table.delimiter]}`),
    table && (table.rowCount === null ? t('screen.import.large') : t('screen.import.rowCount', { count: table.rowCount })),
  ]
  return <span className="lp-import-file-about lp-quiet">{facts.filter(Boolean).join(' · ')}</span>
}

const delimiterNames = { ',': 'comma', ';': 'semicolon', '\t': 'tab' } as const

function wrongWith({ file, preview, failure }: ChosenFile, t: Translate): string | null {
  if (failure === 'unreadable') return t('screen.import.unreadable', { name: file.name })
  return failure === null ? (preview?.problem ?? null) : sentenceOf(failure)
}
