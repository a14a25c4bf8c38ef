import { Alert, Button, Segmented, Tooltip } from 'antd'
import { Copy, HelpCircle, RotateCcw } from 'lucide-react'
import { type KeyboardEvent, type ReactNode, useCallback, useMemo, useRef, useState } from 'react'
import { openChoices } from '../../src-shared/quickEntry/plan'
import { writeDocument, writeQuickEntry } from '../../src-shared/quickEntry/write'
import { useMaybeAccount } from '../account/AccountContext'
import type { ActionContext } from '../actions/context'
import { isMac } from '../client/client'
import { attempt } from '../client/useChange'
import { Dialog } from '../components/Dialog'
import { isComposing } from '../components/keyboard'
import { type Draft, draftKey, type Sheet, useDraft, useDrafts } from './draft'
import { replaceLines } from './editing'
import { Grammar } from './Grammar'
import { offerFor, type Pasted, PasteOffer } from './PasteOffer'
import { Preview } from './Preview'
import './quickEntry.css'
import { Remarks } from './Remarks'
import { TextEditor, type TextEditorHandle } from './TextEditor'
import { type PlannedText, useQuickPlan } from './useQuickPlan'

interface QuickEntryDialogProps {
  readonly context: ActionContext
  /** A table or list that was pasted on the map and is at the end of the text now; null: none. */
  readonly offer: Pasted | null
  readonly onClose: () => void
}

/** A map as text, with the map it makes beside it. Nothing is changed before it is entered, as one step; a text begun is kept. */
export function QuickEntryDialog({ context, offer, onClose }: QuickEntryDialogProps) {
  const { t, language, window, change } = context
  const open = useMaybeAccount()
  const key = draftKey(open?.graph.account.id ?? null)
  const draft = useDraft(key)
  const edit = useDrafts((state) => state.change)
  const forget = useDrafts((state) => state.forget)
  const editor = useRef<TextEditorHandle>(null)
  const [line, setLine] = useState(1)
  const [helping, setHelping] = useState(false)
  const [pasted, setPasted] = useState(offer)
  const [error, setError] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  /** How often the text was begun anew. */
  const [started, setStarted] = useState(0)
  /** The text as it was when an input method began to compose. */
  const [before, setBefore] = useState<string | null>(null)

  const whole = useMemo(
    () =>
      open && draft.sheet === 'map'
        ? writeQuickEntry(open.graph, open.opportunity?.id ?? null, open.asOf, language, open.method)
        : '',
    [open, draft.sheet, language],
  )
  const text = draft.texts[draft.sheet] ?? (draft.sheet === 'map' ? whole : '')
  const planned = useQuickPlan(before ?? text, useChoices(draft))
  const { target, plan, problems, counts } = planned
  const errors = problems.filter(({ severity }) => severity === 'error')
  const changes = counts.created + counts.updated
  const canApply =
    before === null && !busy && target.ready && errors.length === 0 && openChoices(plan).length === 0 && changes > 0

  function type(typed: string) {
    edit(key, { texts: { ...draft.texts, [draft.sheet]: typed } })
    setError(null)
  }
  const showLine = useCallback((at: number, goes: boolean) => {
    editor.current?.showLine(at)
    if (goes) editor.current?.focus()
    setLine(at)
  }, [])
  function startOver() {
    edit(key, { texts: { ...draft.texts, [draft.sheet]: null }, answers: {} })
    setPasted(null)
    setStarted(started + 1)
  }
  async function copy() {
    await navigator.clipboard.writeText(text)
    change.tell('success', t('quickEntry.copied'))
  }
  function show(sheet: Sheet) {
    edit(key, { sheet })
    setPasted(null)
    editor.current?.focus()
  }
  function accept({ text: raw, at, understood }: Pasted) {
    setPasted(null)
    if (text.slice(at, at + raw.length) !== raw) return
    const lines = writeDocument(understood.document, language, target.method)
    editor.current?.perform(replaceLines(text, at, at + raw.length, lines))
  }
  async function apply() {
    // Whoever is faster than the reading is answered by the core, which reads the text itself.
    if (busy || (planned.text === text && !canApply)) return
    setBusy(true)
    const { on, opportunityId } = target
    const choices = choicesOf(draft)
    const input = { accountId: target.accountId, text, choices, opportunityId, on, language }
    const result = await attempt('quickEntry.apply', input)
    setBusy(false)
    if (!result.ok) return setError(result.sentence)
    const { accountId, created, updated } = result.value
    forget(key)
    onClose()
    window.openAccount(accountId, open ? undefined : 'map')
    if (result.value.opportunityId !== null) window.look({ opportunityId: result.value.opportunityId })
    change.tell('success', t('quickEntry.done', { created, updated }))
  }
  function jump(back: boolean) {
    const from = editor.current?.line() ?? 0
    const next = back ? problems.findLast(({ place }) => place.line < from) : problems.find(({ place }) => place.line > from)
    const problem = next ?? (back ? problems.at(-1) : problems[0])
    if (problem) editor.current?.show(problem.place)
  }
  function onKeyDown(event: KeyboardEvent<HTMLElement>) {
    if (isComposing(event.nativeEvent)) return
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void apply()
    else if (event.key === 'F8') jump(event.shiftKey)
    else if (event.key === 'F6') leaveText(event.currentTarget, () => editor.current?.focus())
    else return
    event.preventDefault()
  }

  return (
    <Dialog
      className="lp-quick"
      width="min(1480px, 96vw)"
      style={{ top: 24 }}
      onCancel={onClose}
      title={
        <div className="lp-quick-head">
          <span>{t('quickEntry.title')}</span>
          <TargetName context={context} planned={planned} />
          {open && (
            <Segmented
              size="small"
              aria-label={t('quickEntry.tabs')}
              value={draft.sheet}
              options={[
                { value: 'entry' as const, label: t('quickEntry.tabEntry') },
                { value: 'map' as const, label: t('quickEntry.tabMap') },
              ]}
              onChange={show}
            />
          )}
        </div>
      }
      footer={
        <div className="lp-quick-foot">
          <Counts context={context} planned={planned} errors={errors.length} />
          <span className="lp-quiet lp-quick-keys">{t('quickEntry.keys')}</span>
          <span className="lp-grow" />
          <Button onClick={onClose}>{t('quickEntry.close')}</Button>
          <Button type="primary" disabled={!canApply} loading={busy} onClick={() => void apply()}>
            {t('quickEntry.apply')} <kbd>{isMac ? '⌘↩' : 'Ctrl+Enter'}</kbd>
          </Button>
        </div>
      }
      modalRender={(content) => <div onKeyDown={onKeyDown}>{content}</div>}
    >
      <div className="lp-quick-body">
        <div className="lp-quick-left">
          <div className="lp-quick-tools">
            <Tool
              label={t('quickEntry.help')}
              icon={<HelpCircle size={15} aria-hidden />}
              pressed={helping}
              onClick={() => setHelping(!helping)}
            />
            <Tool label={t('quickEntry.copy')} icon={<Copy size={15} aria-hidden />} onClick={() => void copy()} />
            <Tool label={t('quickEntry.clear')} icon={<RotateCcw size={15} aria-hidden />} onClick={startOver} />
          </div>
          {error !== null && <Alert type="error" showIcon title={error} />}
          {pasted && (
            <PasteOffer
              t={t}
              language={language}
              method={target.method}
              pasted={pasted}
              onAccept={() => accept(pasted)}
              onKeep={() => setPasted(null)}
            />
          )}
          <TextEditor
            key={`${key} ${draft.sheet} ${started}`}
            t={t}
            text={text}
            problems={problems}
            outcomes={planned.outcomes}
            onChange={type}
            onComposing={(composing) => setBefore(composing ? text : null)}
            onLine={setLine}
            onPaste={(raw, at) => setPasted(offerFor(raw, at, target.method))}
            handleRef={editor}
          />
          <Remarks
            t={t}
            language={language}
            planned={planned}
            answers={draft.answers}
            onAnswer={({ key: name }, answer) => edit(key, { answers: { ...draft.answers, [name]: answer } })}
            onShow={(problem) => editor.current?.show(problem.place)}
          />
        </div>
        <div className="lp-quick-right" role="region" aria-label={t('quickEntry.preview')}>
          {helping || text.trim() === '' ? <Grammar t={t} /> : <Preview t={t} planned={planned} line={line} onLine={showLine} />}
        </div>
      </div>
    </Dialog>
  )
}

interface ToolProps {
  readonly label: string
  readonly icon: ReactNode
  readonly pressed?: boolean
  readonly onClick: () => void
}

function Tool({ label, icon, pressed, onClick }: ToolProps) {
  return (
    <Tooltip title={label}>
      <Button type="text" size="small" aria-label={label} aria-pressed={pressed} icon={icon} onClick={onClick} />
    </Tooltip>
  )
}

interface PartProps {
  readonly context: ActionContext
  readonly planned: PlannedText
}

/** The account that the text goes into, or what it has to say to have one. */
function TargetName({ context: { t }, planned: { target } }: PartProps) {
  if (target.name === '') return <span className="lp-quiet">{t('error.heading_missing')}</span>
  const words = target.accountId === null ? 'quickEntry.newAccount' : 'quickEntry.into'
  return <span className="lp-quiet">{t(words, { name: target.name })}</span>
}

function Counts({ context: { t }, planned: { counts }, errors }: PartProps & { readonly errors: number }) {
  return (
    <span className="lp-quick-counts" role="status">
      <span data-outcome="created">{t('quickEntry.created', { count: counts.created })}</span>
      <span data-outcome="updated">{t('quickEntry.updated', { count: counts.updated })}</span>
      <span>{t('quickEntry.unchanged', { count: counts.unchanged })}</span>
      {errors > 0 && <span data-severity="error">{t('quickEntry.errors', { count: errors })}</span>}
    </span>
  )
}

function choicesOf({ answers }: Pick<Draft, 'answers'>) {
  return Object.fromEntries(Object.entries(answers).map(([key, { choice }]) => [key, choice]))
}

/** The choices alone, the same object until one of them changes. */
function useChoices({ answers }: Draft) {
  return useMemo(() => choicesOf({ answers }), [answers])
}

/** Tab belongs to the text, so another key leads out of it: to the first question or remark, else to the buttons; and back. */
function leaveText(dialog: HTMLElement, back: () => void): void {
  if (!(document.activeElement instanceof HTMLTextAreaElement)) return back()
  const first = '.lp-quick-offer button, .lp-quick-remarks input, .lp-quick-remarks button, .lp-quick-foot button'
  dialog.querySelector<HTMLElement>(first)?.focus()
}
