import { useState } from 'react'
import type { HistoryStep } from '../../src-shared/contract'
import { resources, type Translate } from '../../src-shared/i18n/translate'
import type { ActionContext } from '../actions/context'
import { useHistory } from '../client/queries'
import { instantText } from '../i18n/format'
import { useText } from '../i18n/language'

type StepKey = keyof (typeof resources)['en']['translation']['history']

/** What a step did, in words. */
export function stepName(t: Translate, step: HistoryStep): string {
  return isKnown(step.name) ? t(`history.${step.name}`, { ...noParams, ...step.params }) : step.name
}

// Every parameter that the sentences of history.json use: a step gives those of its own sentence.
const noParams = { name: '', from: '', to: '', files: '' }

function isKnown(name: string): name is StepKey {
  return Object.hasOwn(resources.en.translation.history, name)
}

/** The named steps, latest first; choosing one goes to the moment right after it. */
export function HistoryList({ context }: { readonly context: ActionContext }) {
  const { t, language } = useText()
  const steps = useHistory().data ?? []
  const [going, setGoing] = useState(false)

  async function goTo(index: number) {
    setGoing(true)
    const current = steps.findIndex((step) => !step.undone)
    const here = current === -1 ? steps.length : current
    const endpoint = index > here ? 'history.undo' : 'history.redo'
    for (let n = Math.abs(index - here); n > 0; n--) {
      if ((await context.change.change(endpoint, {})) === null) break
    }
    setGoing(false)
  }

  if (steps.length === 0) return <p className="lp-quiet">{t('screen.header.noHistory')}</p>
  const here = steps.findIndex((step) => !step.undone)
  return (
    <ol className="lp-steps" aria-busy={going}>
      {steps.map((step, index) => (
        <li key={step.id}>
          <button
            type="button"
            disabled={going}
            data-undone={step.undone}
            aria-current={index === here ? 'step' : undefined}
            onClick={() => void goTo(index)}
          >
            <span>{stepName(t, step)}</span>
            <time dateTime={step.madeAt}>{instantText(step.madeAt, language)}</time>
          </button>
        </li>
      ))}
      <li>
        <button
          type="button"
          disabled={going}
          aria-current={here === -1 ? 'step' : undefined}
          onClick={() => void goTo(steps.length)}
        >
          <span>{t('screen.header.beginning')}</span>
        </button>
      </li>
    </ol>
  )
}
