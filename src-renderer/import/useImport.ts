import { useRef, useState } from 'react'
import type { ImportResult } from '../../src-shared/contract'
import type { DuplicateChoice } from './duplicateChoices'
import { localDay } from '../../src-shared/model/day'
import { call } from '../client/client'
import { attempt } from '../client/useChange'
import { toBase64 } from '../components/saveFile'
import { useText } from '../i18n/language'
import type { ChosenFile } from './chosenFile'

/** Where an import stands: nothing known, at work, looked through, taken in. */
export type ImportState =
  | { readonly at: 'start'; readonly note: Note | null }
  | { readonly at: 'work'; readonly dryRun: boolean; readonly share: number }
  | { readonly at: 'looked'; readonly result: ImportResult }
  | { readonly at: 'done'; readonly result: ImportResult; readonly step: number | null; readonly note: Note | null }

interface Note {
  readonly type: 'info' | 'error'
  readonly text: string
}

export interface Import {
  readonly state: ImportState
  /** Forgets what was found: something to import has changed. */
  readonly reset: () => void
  /**
   * @param account null where a whole workspace comes in
   * @param duplicates what was chosen about people who may be there already
   */
  readonly run: (
    files: readonly ChosenFile[],
    account: string | null,
    duplicates: readonly DuplicateChoice[],
    dryRun: boolean,
  ) => Promise<void>
  readonly stop: () => void
  /** Takes back the import that has just been done. */
  readonly undo: () => Promise<void>
}

const atStart = (note: Note | null = null): ImportState => ({ at: 'start', note })

/** Looks files through, takes them in, and takes that back. */
export function useImport(): Import {
  const { t, language } = useText()
  const [state, setState] = useState<ImportState>(atStart())
  const stopper = useRef<AbortController | null>(null)

  async function run(
    chosen: readonly ChosenFile[],
    account: string | null,
    duplicates: readonly DuplicateChoice[],
    dryRun: boolean,
  ) {
    const abort = new AbortController()
    stopper.current = abort
    setState({ at: 'work', dryRun, share: 0 })
    const files = await bytesOf(chosen)
    if ('unreadable' in files) {
      return setState(atStart({ type: 'error', text: t('screen.import.unreadable', { name: files.unreadable }) }))
    }
    // Reading cannot be stopped, but what follows need not begin.
    if (abort.signal.aborted) return setState(atStart({ type: 'info', text: t('screen.import.cancelled') }))
    const before = await latestStep()
    const reply = await attempt(
      'import.files',
      {
        ...(account !== null && { account }),
        files: files.read,
        duplicates: [...duplicates],
        dryRun,
        language,
        on: localDay(new Date()),
      },
      { signal: abort.signal, onProgress: (share) => setState({ at: 'work', dryRun, share }) },
    )
    if (!reply.ok && reply.failure.code === 'cancelled') {
      const late = !dryRun && (await settledStep()) !== before
      return setState(atStart({ type: 'info', text: t(late ? 'screen.import.tooLate' : 'screen.import.cancelled') }))
    }
    if (!reply.ok) return setState(atStart({ type: 'error', text: reply.sentence }))
    const result = reply.value
    if (dryRun || result.refused.length > 0) return setState({ at: 'looked', result })
    const after = await latestStep()
    setState({ at: 'done', result, step: after === before ? null : after, note: null })
  }

  async function undo() {
    if (state.at !== 'done') return
    // Another window may have changed something meanwhile, which is not what this takes back.
    if ((await latestStep()) !== state.step) {
      return setState({ ...state, step: null, note: { type: 'error', text: t('screen.import.undoLater') } })
    }
    const reply = await attempt('history.undo', {})
    if (reply.ok) setState(atStart({ type: 'info', text: t('screen.import.undone') }))
    else setState({ ...state, note: { type: 'error', text: reply.sentence } })
  }

  return { state, reset: () => setState(atStart()), run, stop: () => stopper.current?.abort(), undo }
}

/** The step that undo would take back. */
async function latestStep(): Promise<number | null> {
  const steps = await call('history.list', { limit: 100 })
  return steps.find(({ undone }) => !undone)?.id ?? null
}

/** The same once whatever is being written has been written or given up: changes wait for one another. */
async function settledStep(): Promise<number | null> {
  await call('workspace.setPreference', {})
  return latestStep()
}

async function bytesOf(chosen: readonly ChosenFile[]) {
  const read = []
  const bytesOfFiles = new Map<File, string>()
  for (const { file, sheet, reading, preview, mapping } of chosen) {
    if (!preview) continue
    try {
      const bytes = bytesOfFiles.get(file) ?? (await toBase64(file))
      bytesOfFiles.set(file, bytes)
      const how = { ...(preview.table && { mapping, ...reading }), ...(sheet !== null && { sheet }) }
      read.push({ kind: preview.kind, name: file.name, bytes, ...how })
    } catch {
      // The file system's reasons differ; what to do does not.
      return { unreadable: file.name }
    }
  }
  return { read }
}
