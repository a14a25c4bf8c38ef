import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import type { HistoryStep } from '../../src-shared/contract'
import { resources, type Translate } from '../../src-shared/i18n/translate'
import type { ActionContext } from '../actions/context'
import { useHistory } from '../client/queries'
import { instantText } from '../../src-shared/i18n/format'
import { useText } from '../i18n/language'

type StepKey = keyof (typeof resources)['en']['translation']['history']

/** What a step did, in words. */
export function stepName(t: Translate, step: HistoryStep): string {
  return isKnown(step.name) ? t(`history.${step.name}`, { ...noParams, ...step.params }) : step.name
}

// Every parameter that the sentences of history.json use: a step gives those of its own sentence.
const noParams = { name: '', other: '', from: '', to: '', files: '' }

function isKnown(name: string): name is StepKey {
  return Object.hasOwn(resources.en.translation.history, name)
}

/** Steps that the list shows: further back one goes in several leaps. */
const SHOWN = 100

interface HistoryListProps {
  readonly context: ActionContext
  /** The keyboard begins here. */
  readonly focused?: boolean
}

/** The named steps, latest first, and where one is among them; choosing one goes to the moment right after it. */
export function HistoryList({ context, focused = false }: HistoryListProps) {
  const { t, language } = useText()
  const steps = useHistory().data ?? []
  const [going, setGoing] = useState(false)
  const list = useRef<HTMLOListElement>(null)
  useEffect(() => {
    if (focused) list.current?.querySelector<HTMLElement>('[aria-current]')?.focus()
  }, [focused])

  async function goTo(stepId: number | null) {
    setGoing(true)
    await context.change.change('history.jump', { stepId })
    setGoing(false)
  }
  function onKeyDown(event: KeyboardEvent) {
    const buttons = [...(list.current?.querySelectorAll('button') ?? [])]
    const at = buttons.findIndex((button) => button === document.activeElement)
    const next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: buttons.length - 1 }[event.key]
    if (next === undefined || at === -1) return
    event.preventDefault()
    buttons[next]?.focus()
  }

  if (steps.length === 0) return <p className="lp-quiet">{t('screen.header.noHistory')}</p>
  const here = steps.find((step) => !step.undone)?.id ?? null
  const moment = (stepId: number | null, undone: boolean, words: ReactNode) => (
    <li key={stepId}>
      <button
        type="button"
        aria-disabled={going}
        data-undone={undone}
        tabIndex={stepId === here ? 0 : -1}
        aria-current={stepId === here ? 'step' : undefined}
        onClick={() => !going && void goTo(stepId)}
      >
        {words}
      </button>
    </li>
  )
  return (
    <ol ref={list} className="lp-steps" aria-busy={going} onKeyDown={onKeyDown}>
      {steps.map((step) =>
        moment(
          step.id,
          step.undone,
          <>
            <span>{stepName(t, step)}</span>
            <time dateTime={step.madeAt}>{instantText(step.madeAt, language)}</time>
          </>,
        ),
      )}
      {steps.length < SHOWN && moment(null, false, <span>{t('screen.header.beginning')}</span>)}
    </ol>
  )
}
