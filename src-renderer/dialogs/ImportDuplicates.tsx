import { Button, Radio } from 'antd'
import { useState } from 'react'
import type { Duplicate } from '../../src-shared/contract'
import { useText } from '../i18n/language'
import { asProposed, type DuplicateChoice, type DuplicateChoices } from '../import/duplicateChoices'

/** Duplicates seen at once; further ones come when asked for. */
const SHOWN = 20

interface ImportDuplicatesProps {
  readonly duplicates: readonly Duplicate[]
  /** Further ones that are not listed. */
  readonly more: number
  readonly choices: DuplicateChoices
}

/** Rows of people who may be there already: what differs, and what is done about each. */
export function ImportDuplicates({ duplicates, more, choices }: ImportDuplicatesProps) {
  const { t } = useText()
  const [shown, setShown] = useState(SHOWN)
  const open = duplicates.filter((duplicate) => !choices.of(duplicate)).length
  return (
    <section className="lp-duplicates" aria-label={t('import.dialog.duplicates', { count: duplicates.length + more })}>
      <header>
        <h3>{t('import.dialog.duplicates', { count: duplicates.length + more })}</h3>
        <span className={open > 0 ? 'lp-bad' : 'lp-quiet'} role="status">
          {open > 0 ? t('import.dialog.toChoose', { count: open }) : t('import.dialog.allChosen')}
        </span>
        <Button size="small" onClick={() => choices.chooseAll(duplicates, 'merge')}>
          {t('import.dialog.mergeAll')}
        </Button>
        <Button size="small" onClick={() => choices.chooseAll(duplicates, 'both')}>
          {t('import.dialog.keepAll')}
        </Button>
      </header>
      <p className="lp-quiet">{t('import.dialog.duplicatesHint')}</p>
      <ol>
        {duplicates.slice(0, shown).map((duplicate) => (
          <DuplicateRow key={`${duplicate.file} ${duplicate.line}`} duplicate={duplicate} choices={choices} />
        ))}
      </ol>
      {duplicates.length > shown && (
        <Button size="small" type="link" onClick={() => setShown(shown + SHOWN)}>
          {t('screen.import.more', { count: duplicates.length - shown })}
        </Button>
      )}
      {more > 0 && <p className="lp-quiet">{t('import.dialog.moreDuplicates', { count: more })}</p>}
    </section>
  )
}

interface DuplicateRowProps {
  readonly duplicate: Duplicate
  readonly choices: DuplicateChoices
}

function DuplicateRow({ duplicate, choices }: DuplicateRowProps) {
  const { t } = useText()
  const { name, known, line, file, fields } = duplicate
  const choice = choices.of(duplicate)
  const take = (how: DuplicateChoice['take']) => choices.choose({ ...(choice ?? asProposed(duplicate, how)), take: how })
  const place = known.place ? t('import.dialog.onRow', known.place) : t('import.dialog.onAccount')
  return (
    <li className="lp-duplicate" data-open={!choice}>
      <div className="lp-duplicate-head">
        <span>
          <strong>{name}</strong> <span className="lp-quiet">{t('import.dialog.onRow', { file, line })}</span>
        </span>
        <span aria-hidden>↔</span>
        <span>
          <strong>{known.name}</strong> <span className="lp-quiet">{place}</span>
        </span>
        {duplicate.reasons.map((reason) => (
          <span key={reason} className="lp-duplicate-reason">
            {t(`import.dialog.reason.${reason}`)}
          </span>
        ))}
        <Radio.Group
          size="small"
          optionType="button"
          aria-label={t('import.dialog.decide', { name, line })}
          value={choice?.take ?? null}
          options={(['merge', 'both'] as const).map((value) => ({ value, label: t(`import.dialog.${value}`) }))}
          onChange={({ target }) => take(target.value === 'merge' ? 'merge' : 'both')}
        />
      </div>
      {choice?.take === 'merge' && <MergedFields duplicate={duplicate} choice={choice} choices={choices} fields={fields} />}
    </li>
  )
}

interface MergedFieldsProps extends DuplicateRowProps {
  readonly choice: DuplicateChoice
  readonly fields: Duplicate['fields']
}

/** Field by field what the one record is going to say; what both say alike is not asked about. */
function MergedFields({ duplicate, choice, choices, fields }: MergedFieldsProps) {
  const { t } = useText()
  const differing = fields.filter(({ ours, theirs }) => ours !== theirs && theirs !== '')
  if (differing.length === 0) return null
  return (
    <dl>
      {differing.map(({ field, ours, theirs }) => (
        <div key={field}>
          <dt>{t(`import.dialog.field.${field}`)}</dt>
          <dd>
            <Radio.Group
              size="small"
              aria-label={t('import.dialog.fieldFrom', { field: t(`import.dialog.field.${field}`), name: duplicate.name })}
              value={choice.theirs.includes(field) ? 'theirs' : 'ours'}
              onChange={({ target }) => {
                const others = choice.theirs.filter((each) => each !== field)
                choices.choose({ ...choice, theirs: target.value === 'theirs' ? [...others, field] : others })
              }}
            >
              <Radio value="ours">
                {ours || t('import.dialog.nothing')} <span className="lp-quiet">{t('import.dialog.existing')}</span>
              </Radio>
              <Radio value="theirs">
                {theirs} <span className="lp-quiet">{t('import.dialog.incoming')}</span>
              </Radio>
            </Radio.Group>
          </dd>
        </div>
      ))}
    </dl>
  )
}
