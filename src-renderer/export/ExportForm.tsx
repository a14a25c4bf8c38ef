import { Radio, Segmented, Select } from 'antd'
import { Layer } from '../../src-shared/contract'
import { Paper } from '../../src-shared/contract/exportEndpoints'
import { Drawing } from '../../src-shared/model/graph'
import { Language } from '../../src-shared/model/language'
import { Deck } from '../../src-shared/report/decks'
import { layersOf } from '../../src-shared/scene/redact'
import type { Side } from '../../src-shared/model/scales'
import { Field } from '../components/Field'
import { PeoplePicker } from '../components/PeoplePicker'
import { useText } from '../i18n/language'
import { AudienceFields } from './AudienceFields'
import { asksWhoLeaves, type ExportChoice, formatsOf, isPicture, profileIn } from './choice'
import { rememberedFor } from './exportMemory'
import { SlideFields } from './SlideFields'

const anySide = ['ours', 'theirs', 'third-party'] as const satisfies readonly Side[]

export interface ChoiceProps {
  readonly choice: ExportChoice
  readonly onChange: (choice: ExportChoice) => void
  readonly disabled: boolean
}

/** What leaves, in which format and for whom: every question is asked only where it makes a difference. */
export function ExportForm({ choice, onChange, disabled }: ChoiceProps) {
  const { t } = useText()
  const { deck, format } = choice
  const set = (changed: Partial<ExportChoice>): void => onChange({ ...choice, ...changed })
  return (
    <>
      <Radio.Group
        className="lp-export-decks"
        aria-label={t('export.what')}
        disabled={disabled}
        value={deck}
        options={Deck.options.map((value) => ({ value, label: <DeckLabel deck={value} chosen={value === deck} /> }))}
        onChange={({ target }) => set(rememberedFor(Deck.parse(target.value)))}
      />
      {asksWhoLeaves(deck) && (
        <Field label={t('export.leaves')} hint={t(`export.leavesHint.${deck}`)}>
          {(control) => (
            <PeoplePicker {...control} value={choice.leaves} sides={anySide} onChange={(leaves) => set({ leaves })} />
          )}
        </Field>
      )}
      {isPicture(deck) && <MapFields choice={choice} onChange={onChange} disabled={disabled} />}
      <Field label={t('export.format')} hint={t(`export.formatHint.${format}`)}>
        {(control) => (
          <Select
            {...control}
            disabled={disabled}
            value={format}
            options={formatsOf[deck].map((value) => ({ value, label: t(`export.formatName.${value}`) }))}
            onChange={(value) => set({ format: value })}
          />
        )}
      </Field>
      {(format === 'pdf' || format === 'docx') && (
        <Field label={t('export.paper')}>
          {() => (
            <Segmented
              block
              aria-label={t('export.paper')}
              disabled={disabled}
              value={choice.paper}
              options={Paper.options.map((value) => ({ value, label: t(`export.paperName.${value}`) }))}
              onChange={(paper) => set({ paper })}
            />
          )}
        </Field>
      )}
      {format === 'pptx' && <SlideFields choice={choice} onChange={onChange} disabled={disabled} />}
      {format !== 'json' && (
        <Field label={t('export.language')}>
          {() => (
            <Segmented
              block
              aria-label={t('export.language')}
              disabled={disabled}
              value={choice.language}
              // Each in its own words, for those who read but one of them.
              options={Language.options.map((value) => ({ value, label: t(`export.languageName.${value}`) }))}
              onChange={(language) => set({ language })}
            />
          )}
        </Field>
      )}
      <AudienceFields choice={choice} onChange={onChange} disabled={disabled} />
    </>
  )
}

/** What it is; of the chosen one also what it is for, so that all that follows has room. */
function DeckLabel({ deck, chosen }: { readonly deck: Deck; readonly chosen: boolean }) {
  const { t } = useText()
  return (
    <>
      {t(`export.deck.${deck}`)}
      {chosen && <span className="lp-quiet">{t(`export.deckHint.${deck}`)}</span>}
    </>
  )
}

function MapFields({ choice, onChange, disabled }: ChoiceProps) {
  const { t } = useText()
  const layers = layersOf(profileIn(choice))
  return (
    <>
      <Field label={t('export.drawing')}>
        {(control) => (
          <Select
            {...control}
            disabled={disabled}
            value={choice.drawing}
            options={Drawing.options.map((value) => ({ value, label: t(`model.drawing.${value}`) }))}
            onChange={(drawing) => onChange({ ...choice, drawing })}
          />
        )}
      </Field>
      <Field label={t('export.layer')}>
        {(control) => (
          <Select
            {...control}
            disabled={disabled}
            value={layers.has(choice.layer) ? choice.layer : 'roles'}
            options={Layer.options
              .filter((value) => layers.has(value))
              .map((value) => ({ value, label: t(`model.layer.${value}`) }))}
            onChange={(layer) => onChange({ ...choice, layer })}
          />
        )}
      </Field>
    </>
  )
}
