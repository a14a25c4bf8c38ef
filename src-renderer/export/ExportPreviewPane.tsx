import { Alert, Spin } from 'antd'
import { EyeOff, Lock } from 'lucide-react'
import type { ReactNode } from 'react'
import type { ExportPreview } from '../../src-shared/contract'
import { hidesNothing, type RedactionProfile } from '../../src-shared/model/redaction'
import { layersOf } from '../../src-shared/scene/redact'
import { useAccount } from '../account/AccountContext'
import { ErrorNotice } from '../components/ErrorNotice'
import { useText } from '../i18n/language'
import type { ExportChoice } from './choice'
import { PreviewPart } from './PreviewPart'

interface ExportPreviewPaneProps {
  readonly choice: ExportChoice
  readonly profile: RedactionProfile
  /** Null: not known yet. */
  readonly preview: ExportPreview | null
  /** Whether it is still that of an earlier choice. */
  readonly stale: boolean
  readonly error: Error | null
}

/** Exactly what leaves, page by page, and what stays behind. */
export function ExportPreviewPane({ choice, profile, preview, stale, error }: ExportPreviewPaneProps) {
  const { t } = useText()
  return (
    <section className="lp-export-preview" aria-label={t('export.preview.label')} aria-busy={stale}>
      {error && <ErrorNotice error={error} />}
      {preview && !error && (
        <>
          <WithheldNote withheld={preview.withheld} profile={profile} />
          <MissingLettersNote missing={preview.missingLetters} />
          <div className="lp-export-pages" tabIndex={0} role="region" aria-label={preview.title}>
            <Pages choice={choice} profile={profile} preview={preview} />
          </div>
        </>
      )}
      {stale && (
        <div className="lp-export-making" role="status" aria-label={t('export.preview.making')}>
          <Spin delay={250} />
        </div>
      )}
    </section>
  )
}

function Pages({
  choice,
  profile,
  preview,
}: { readonly preview: ExportPreview } & Omit<ExportPreviewPaneProps, 'stale' | 'error'>) {
  const { t } = useText()
  const reason = useReason(choice, profile)
  const { title, subtitle, sourceNote, parts, notes } = preview
  if (choice.format === 'json') return <Sheet title={title}>{t('export.preview.whole')}</Sheet>
  if (parts.length === 0) return <p className="lp-export-empty">{reason}</p>
  return (
    <>
      <p className="lp-export-head">
        <strong>{title}</strong>
        <span>{[subtitle, sourceNote].filter((words) => words !== '').join(' · ')}</span>
      </p>
      {parts.map((part, i) => (
        // Parts of a document have no names; they never move among each other.
        <PreviewPart key={`${i} ${part.kind} ${part.title}`} part={part} />
      ))}
      {notes.length > 0 && (
        <Sheet title={t('export.preview.notes')}>
          <ul>
            {notes.map((words, i) => (
              <li key={i}>{words}</li>
            ))}
          </ul>
        </Sheet>
      )}
    </>
  )
}

function Sheet({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <article className="lp-sheet" aria-label={title}>
      <h4>{title}</h4>
      {children}
    </article>
  )
}

/** Why there is nothing to write. */
function useReason({ deck, leaves }: ExportChoice, profile: RedactionProfile): string {
  const { t } = useText()
  const { opportunity } = useAccount()
  if (deck === 'drill') {
    if (!layersOf(profile).has('risk')) return t('export.empty.withheld')
    if (opportunity === null) return t('export.empty.opportunity')
    if (leaves.length === 0) return t('export.empty.leaves')
  }
  return t('export.empty.nothing')
}

interface WithheldNoteProps extends Pick<ExportPreview, 'withheld'> {
  readonly profile: RedactionProfile
}

function WithheldNote({ withheld, profile }: WithheldNoteProps) {
  const { t } = useText()
  if (withheld.length === 0)
    return (
      <p className="lp-export-withheld" data-open>
        <Lock size={14} aria-hidden />
        <span>{t('export.withheld.none')}</span>
        {hidesNothing(profile) && <span className="lp-quiet">{t('export.withheld.internal')}</span>}
      </p>
    )
  return (
    <div className="lp-export-withheld" role="note" aria-label={t('export.withheld.title')}>
      <EyeOff size={14} aria-hidden />
      <span>{t('export.withheld.title')}</span>
      <ul>
        {withheld.map(({ kind, count }) => (
          <li key={kind}>{t(`export.withheld.${kind}`, { count })}</li>
        ))}
      </ul>
    </div>
  )
}

/** More than this many are counted alone. */
const NAMED = 5

/** What would be boxes in the file, told before somebody sends it. */
function MissingLettersNote({ missing }: { readonly missing: ExportPreview['missingLetters'] }) {
  const { t } = useText()
  if (missing.length === 0) return null
  const rest = missing.length - NAMED
  return (
    <Alert
      type="warning"
      showIcon
      title={t('export.missing.title', { count: missing.length })}
      description={
        <ul className="lp-export-missing">
          {missing.slice(0, NAMED).map(({ words, letters }) => (
            <li key={words}>{t('export.missing.one', { words, letters: letters.join(' ') })}</li>
          ))}
          {rest > 0 && <li>{t('export.missing.more', { count: rest })}</li>}
        </ul>
      }
    />
  )
}
