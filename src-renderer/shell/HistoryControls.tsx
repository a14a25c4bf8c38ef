import { Button, Popover, Tooltip } from 'antd'
import { History, Redo2, Undo2 } from 'lucide-react'
import { useEffect, useState } from 'react'
import { type ActionId, actionLabelKey, shortcutText } from '../../src-shared/actions'
import type { HistoryStep } from '../../src-shared/contract'
import { canRun, runAction } from '../actions/actions'
import type { ActionContext } from '../actions/context'
import { isMac } from '../client/client'
import { useHistory } from '../client/queries'
import { useText } from '../i18n/language'
import { HistoryList, stepName } from './HistoryList'

/** How long the name of what was just done stays, in ms. */
const SAID_MS = 4_000

/** Undo, redo, the list of named steps, and a word about the latest. */
export function HistoryControls({ context }: { readonly context: ActionContext }) {
  const { t } = useText()
  const history = useHistory()
  const steps = history.data ?? []
  const next = steps.find((step) => !step.undone)
  const undone = steps.filter((step) => step.undone).at(-1)
  return (
    <div className="lp-history" role="group" aria-label={t('screen.header.history')}>
      {history.data && <LatestStep step={next} />}
      <StepButton id="undo" step={next} icon={<Undo2 size={16} aria-hidden />} context={context} />
      <StepButton id="redo" step={undone} icon={<Redo2 size={16} aria-hidden />} context={context} />
      <Popover
        trigger="click"
        placement="bottomRight"
        title={t('screen.header.history')}
        content={<HistoryList context={context} />}
      >
        <Button type="text" aria-label={t('screen.header.history')} icon={<History size={16} aria-hidden />} />
      </Popover>
    </div>
  )
}

interface StepButtonProps {
  readonly id: ActionId & ('undo' | 'redo')
  readonly step: HistoryStep | undefined
  readonly icon: React.ReactNode
  readonly context: ActionContext
}

function StepButton({ id, step, icon, context }: StepButtonProps) {
  const { t } = useText()
  const label = t(actionLabelKey(id))
  // The list of steps is there before the context that follows the map: a button that is not grey has to do what it says.
  const ready = step !== undefined && canRun(id, context)
  return (
    <Tooltip title={[step ? `${label}: ${stepName(t, step)}` : label, shortcutText(id, isMac)].join('  ')}>
      <Button type="text" aria-label={label} disabled={!ready} icon={icon} onClick={() => runAction(id, context)} />
    </Tooltip>
  )
}

/** Says what a change did, where its undo is, and falls silent. */
function LatestStep({ step }: { readonly step: HistoryStep | undefined }) {
  const { t } = useText()
  const [seen, setSeen] = useState(step?.id ?? 0)
  const [said, setSaid] = useState<HistoryStep | null>(null)
  if (step && step.id > seen) {
    // Taking a step back brings an earlier one to the top, which is no news.
    setSeen(step.id)
    setSaid(step)
  }
  useEffect(() => {
    if (!said) return
    const timer = setTimeout(() => setSaid(null), SAID_MS)
    return () => clearTimeout(timer)
  }, [said])
  return (
    <span className="lp-latest" role="status">
      {said && stepName(t, said)}
    </span>
  )
}
