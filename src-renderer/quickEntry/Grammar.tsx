import type { Translate } from '../../src-shared/i18n/translate'

const parts = [
  'heading',
  'person',
  'below',
  'vacant',
  'unit',
  'side',
  'role',
  'stance',
  'political',
  'depth',
  'influence',
  'tie',
  'same',
] as const

/** How a map is written, by example. */
export function Grammar({ t }: { readonly t: Translate }) {
  return (
    <section className="lp-quick-grammar" aria-label={t('quickEntry.help')}>
      <h3>{t('quickEntry.help')}</h3>
      <dl>
        {parts.map((part) => (
          <div key={part}>
            <dt>{t(`quickEntry.grammar.${part}.write`)}</dt>
            <dd>{t(`quickEntry.grammar.${part}.means`)}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
