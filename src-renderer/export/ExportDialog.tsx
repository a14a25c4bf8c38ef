import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Alert, Button, Progress } from 'antd'
import { type KeyboardEvent, useId, useMemo, useRef, useState } from 'react'
import { sinceDay } from '../../src-shared/analytics/changes'
import type { PersonId } from '../../src-shared/model/ids'
import type { Deck } from '../../src-shared/report/decks'
import { useAccount } from '../account/AccountContext'
import type { ActionContext } from '../actions/context'
import { call, CallFailure } from '../client/client'
import { Dialog } from '../components/Dialog'
import { saveFile } from '../components/saveFile'
import { sentenceOf } from '../i18n/language'
import { useInsight } from '../insight/insightStore'
import { askedOf, type ExportChoice, fileAskedOf, profileIn } from './choice'
import { ExportForm } from './ExportForm'
import { ExportPreviewPane } from './ExportPreviewPane'
import { rememberedFor, rememberExport, useExportMemory } from './exportMemory'
import './export.css'

interface ExportDialogProps {
  readonly deck: Deck
  readonly leaves: readonly PersonId[]
  readonly context: ActionContext
  readonly onClose: () => void
}

/** Takes something of the account away as a file, with everything that would be in it shown before. */
export function ExportDialog({ deck, leaves, context, onClose }: ExportDialogProps) {
  const { t, language, view, change } = context
  const [choice, setChoice] = useState((): ExportChoice => {
    const { custom, paper, slides, template } = useExportMemory.getState()
    const { drawing, layer } = view
    return { ...rememberedFor(deck), drawing, layer, language, leaves, custom, paper, slides, template }
  })
  const asked = useAsked(choice, context)
  const preview = useQuery({
    queryKey: ['export.preview', asked],
    queryFn: ({ signal }) => call('export.preview', asked, { signal }),
    // The file before stays in sight until the next one is known: nothing flickers while somebody chooses.
    placeholderData: keepPreviousData,
  })
  const [error, setError] = useState<string | null>(null)
  const { write, stop, busy } = useWriting()
  const needsTemplate = choice.format === 'pptx' && choice.slides === 'template' && choice.template === null
  const nothing = choice.format !== 'json' && !preview.isPlaceholderData && preview.data?.parts.length === 0
  const ready = !needsTemplate && !nothing && !busy

  async function submit() {
    if (!ready) return
    setError(null)
    try {
      const name = await write(choice, asked)
      if (name === null) return
      rememberExport(choice)
      change.tell('success', t('export.done', { name }))
      onClose()
    } catch (failure) {
      if (!(failure instanceof CallFailure)) throw failure
      setError(sentenceOf(failure.failure))
    }
  }
  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
    event.preventDefault()
    void submit()
  }
  function close() {
    stop()
    onClose()
  }
  return (
    <Dialog
      title={t('export.title')}
      className="lp-export-dialog"
      width="min(1240px, calc(100vw - 48px))"
      centered
      onCancel={close}
      footer={
        busy ? (
          <Writing label={t('export.writing')} cancel={t('screen.common.cancel')} onCancel={stop} />
        ) : (
          <>
            <Button onClick={close}>{t('screen.common.cancel')}</Button>
            <Button type="primary" autoFocus disabled={!ready} onClick={() => void submit()}>
              {t('export.ok')}
            </Button>
          </>
        )
      }
    >
      <div className="lp-export" onKeyDown={onKeyDown}>
        <div className="lp-export-form">
          {error !== null && <Alert type="error" showIcon title={error} />}
          <ExportForm choice={choice} onChange={setChoice} disabled={busy} />
        </div>
        <ExportPreviewPane
          choice={choice}
          profile={profileIn(choice)}
          preview={preview.data ?? null}
          stale={preview.isPlaceholderData || preview.isPending}
          error={preview.error}
        />
      </div>
    </Dialog>
  )
}

function useAsked(choice: ExportChoice, { view, window }: ActionContext) {
  const { graph, opportunity, asOf } = useAccount()
  const since = useInsight((state) => state.since)
  return useMemo(
    () =>
      askedOf(choice, {
        accountId: graph.account.id,
        opportunityId: opportunity?.id ?? null,
        asOf,
        since: sinceDay(since, asOf),
        foldedUnits: [...view.foldedUnits],
        ...(window.lens !== null && { lens: window.lens }),
      }),
    [choice, graph.account.id, opportunity, asOf, since, view.foldedUnits, window.lens],
  )
}

/** Writing one file, which may be given up. */
function useWriting() {
  const [busy, setBusy] = useState(false)
  const running = useRef<AbortController | null>(null)
  return {
    busy,
    stop: () => running.current?.abort(),
    /** @returns the file's name; null: given up. @throws CallFailure */
    write: async (choice: ExportChoice, asked: ReturnType<typeof askedOf>): Promise<string | null> => {
      const work = new AbortController()
      running.current = work
      setBusy(true)
      try {
        const file = await call('export.file', fileAskedOf(choice, asked), { signal: work.signal })
        if (work.signal.aborted) return null
        await saveFile(file.fileName, file.mediaType, file.bytes)
        return file.fileName
      } catch (failure) {
        if (work.signal.aborted) return null
        throw failure
      } finally {
        setBusy(false)
      }
    },
  }
}

interface WritingProps {
  readonly label: string
  readonly cancel: string
  readonly onCancel: () => void
}

/** How long a file takes is not known beforehand: the bar moves, without a share. */
function Writing({ label, cancel, onCancel }: WritingProps) {
  const id = useId()
  return (
    <div className="lp-export-writing">
      <span id={id} className="lp-quiet" role="status">
        {label}
      </span>
      <Progress percent={100} status="active" showInfo={false} size="small" strokeColor="var(--lp-accent)" aria-labelledby={id} />
      <Button autoFocus onClick={onCancel}>
        {cancel}
      </Button>
    </div>
  )
}
