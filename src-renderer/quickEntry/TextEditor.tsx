import { type ClipboardEvent, type KeyboardEvent, memo, type Ref, useImperativeHandle, useRef } from 'react'
import type { Translate } from '../../src-shared/i18n/translate'
import type { Place } from '../../src-shared/quickEntry/document'
import type { Outcome } from '../../src-shared/quickEntry/plan'
import type { Problem } from '../../src-shared/quickEntry/problems'
import { isComposing } from '../components/keyboard'
import { breakLine, indentLines, offsetOf, perform, type TextEdit } from './editing'

/** Height of a line in CSS pixels, as quickEntry.css has it. */
const LINE = 22

export interface TextEditorHandle {
  focus(): void
  /** Selects a place and brings it into view. */
  show(place: Place): void
  /** Brings a line, from 1, into view, with the caret at its end; the keyboard stays where it is. */
  showLine(line: number): void
  /** The line of the caret, from 1. */
  line(): number
  perform(edit: TextEdit): void
}

interface TextEditorProps {
  readonly t: Translate
  readonly text: string
  readonly problems: readonly Problem[]
  readonly outcomes: ReadonlyMap<number, Outcome>
  readonly onChange: (text: string) => void
  /** An input method began or ended to compose: its letters are not words yet. */
  readonly onComposing: (composing: boolean) => void
  readonly onPaste: (pasted: string, at: number) => void
  /** The caret is on a line, from 1. */
  readonly onLine: (line: number) => void
  readonly handleRef: Ref<TextEditorHandle>
}

/**
 * A plain field with numbered lines and marks at the places of problems. Tab indents; what it changes its own undo takes back. The field
 * keeps its own text, so that no drawing of anything else can ever take a letter back: for another text, give it another key.
 */
export function TextEditor({ t, text, problems, outcomes, onChange, onComposing, onPaste, onLine, handleRef }: TextEditorProps) {
  const field = useRef<HTMLTextAreaElement>(null)
  const gutter = useRef<HTMLDivElement>(null)
  const marks = useRef<HTMLDivElement>(null)

  useImperativeHandle(handleRef, () => ({
    focus: () => field.current?.focus(),
    show: (place) => {
      field.current?.focus()
      if (field.current) select(field.current, place)
    },
    showLine: (line) => field.current && select(field.current, { line, from: Infinity, to: Infinity }),
    line: () => (field.current ? caretLine(field.current) : 1),
    perform: (edit) => field.current && perform(field.current, edit),
  }))

  function onKeyDown(event: KeyboardEvent<HTMLTextAreaElement>) {
    const area = event.currentTarget
    if (isComposing(event.nativeEvent) || event.ctrlKey || event.metaKey || event.altKey) return
    const { value, selectionStart, selectionEnd } = area
    if (event.key === 'Tab') perform(area, indentLines(value, selectionStart, selectionEnd, event.shiftKey))
    else if (event.key === 'Enter' && !event.shiftKey) perform(area, breakLine(value, selectionStart, selectionEnd))
    else return
    event.preventDefault()
  }
  function onPasted(event: ClipboardEvent<HTMLTextAreaElement>) {
    onPaste(event.clipboardData.getData('text/plain').replace(/\r\n?/g, '\n'), event.currentTarget.selectionStart)
  }
  function follow() {
    const { scrollTop = 0, scrollLeft = 0 } = field.current ?? {}
    if (gutter.current) gutter.current.style.transform = `translateY(${-scrollTop}px)`
    if (marks.current) marks.current.style.transform = `translate(${-scrollLeft}px, ${-scrollTop}px)`
  }
  return (
    <div className="lp-quick-editor">
      <div className="lp-quick-gutter" aria-hidden>
        <div ref={gutter}>
          <Numbers count={lineCount(text)} outcomes={outcomes} problems={problems} />
        </div>
      </div>
      <div className="lp-quick-text">
        <div className="lp-quick-marks" aria-hidden>
          <div ref={marks}>
            <Marks text={text} problems={problems} />
          </div>
        </div>
        <textarea
          ref={field}
          autoFocus
          wrap="off"
          spellCheck={false}
          autoComplete="off"
          autoCapitalize="off"
          aria-label={t('quickEntry.editor')}
          defaultValue={text}
          onChange={(event) => onChange(event.target.value)}
          onCompositionStart={() => onComposing(true)}
          onCompositionEnd={() => onComposing(false)}
          onKeyDown={onKeyDown}
          onPaste={onPasted}
          onSelect={(event) => onLine(caretLine(event.currentTarget))}
          onScroll={follow}
        />
      </div>
    </div>
  )
}

interface NumbersProps {
  readonly count: number
  readonly outcomes: ReadonlyMap<number, Outcome>
  readonly problems: readonly Problem[]
}

const signs: Readonly<Record<Outcome, string>> = { created: '+', updated: '~', unchanged: '' }

const Numbers = memo(function Numbers({ count, outcomes, problems }: NumbersProps) {
  const worst = new Map<number, Problem['severity']>()
  for (const { place, severity } of problems) if (worst.get(place.line) !== 'error') worst.set(place.line, severity)
  return Array.from({ length: count }, (_, index) => {
    const outcome = outcomes.get(index + 1)
    return (
      <div key={index} data-line={index + 1} data-outcome={outcome} data-problem={worst.get(index + 1)}>
        <span>{outcome && signs[outcome]}</span>
        {index + 1}
      </div>
    )
  })
})

const Marks = memo(function Marks({ text, problems }: Pick<TextEditorProps, 'text' | 'problems'>) {
  if (problems.length === 0) return null
  const lines = text.split('\n')
  return problems.map(({ code, severity, place }, index) => {
    const line = lines[place.line - 1] ?? ''
    return (
      <div key={index} style={{ top: (place.line - 1) * LINE }}>
        {line.slice(0, place.from)}
        <mark data-mark={code} data-severity={severity}>
          {line.slice(place.from, Math.max(place.to, place.from + 1)) || ' '}
        </mark>
      </div>
    )
  })
})

function select(area: HTMLTextAreaElement, { line, from, to }: Place): void {
  area.setSelectionRange(offsetOf(area.value, line, from), offsetOf(area.value, line, to))
  area.scrollTop = (line - 1) * LINE - area.clientHeight / 2
}

function caretLine({ value, selectionStart }: HTMLTextAreaElement): number {
  return lineCount(value.slice(0, selectionStart))
}

function lineCount(text: string): number {
  let count = 1
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count += 1
  return count
}
