import { Button, Progress, Steps } from 'antd'
import { FileOutput, RotateCcw } from 'lucide-react'
import { useState } from 'react'
import type { ListedHandOver } from '../../../src-shared/contract'
import { localDay } from '../../../src-shared/model/day'
import type { HandOverId } from '../../../src-shared/model/ids'
import { useAccount } from '../../account/AccountContext'
import { personOf } from '../../account/names'
import type { ActionContext } from '../../actions/context'
import { useAnswer } from '../../client/queries'
import { dayText } from '../../../src-shared/i18n/format'
import { Dialog } from '../../components/Dialog'
import { openDialog } from '../../state/dialogs'
import './change.css'
import { type HandOverStep, handOverSteps, itemsOf, progressOf } from './handOverItems'
import { HandOverTable } from './HandOverTable'
import { InAccount } from './InAccount'
import { LeaverFollowed } from './LeaverFollowed'

interface HandOverDialogProps {
  readonly handOverId: HandOverId
  readonly context: ActionContext
  readonly onClose: () => void
}

/** What somebody who leaves has to pass on, step by step; left at any time and taken up again. */
export function HandOverDialog({ handOverId, context, onClose }: HandOverDialogProps) {
  const handOver = useAnswer('handOver.list', {}).data?.find(({ id }) => id === handOverId)
  if (!handOver) return null
  return (
    <InAccount accountId={handOver.accountId}>
      <Wizard handOver={handOver} context={context} onClose={onClose} />
    </InAccount>
  )
}

interface WizardProps extends Pick<HandOverDialogProps, 'context' | 'onClose'> {
  readonly handOver: ListedHandOver
}

function Wizard({ handOver, context, onClose }: WizardProps) {
  const { t, language, change } = context
  const { graph } = useAccount()
  const ours = personOf(graph, handOver.personId)?.side === 'ours'
  // One of ours has no role of theirs to be inherited, and is not followed to another customer.
  const steps = handOverSteps.filter((step) => !ours || (step !== 'role' && step !== 'where'))
  const [step, setStep] = useState<HandOverStep>(() => firstOpen(handOver, steps))
  const at = steps.indexOf(step)
  const { id: handOverId, personName: name, closedOn } = handOver
  const { done, total, percent } = progressOf(handOver)

  async function close() {
    const words = t('change.handOver.closedDone', { name })
    if (await change.remove('handOver.close', { handOverId, on: localDay(new Date()) }, words)) onClose()
  }
  async function remove() {
    if (await change.remove('handOver.remove', { handOverId }, t('change.handOver.removed', { name }))) onClose()
  }
  return (
    <Dialog
      width={920}
      title={t('change.handOver.title', { name })}
      onCancel={onClose}
      footer={
        <div className="lp-handover-foot">
          <Button danger type="text" onClick={() => void remove()}>
            {t('change.handOver.remove')}
          </Button>
          <Button
            icon={<FileOutput size={14} aria-hidden />}
            onClick={() => {
              context.window.openAccount(handOver.accountId)
              openDialog({ kind: 'export', deck: 'hand-over', leaves: [handOver.personId] })
            }}
          >
            {t('change.handOver.sheet')}
          </Button>
          <span className="lp-grow" />
          {at > 0 && <Button onClick={() => setStep(steps[at - 1] ?? step)}>{t('change.handOver.back')}</Button>}
          {step !== 'finish' && (
            <Button type="primary" onClick={() => setStep(steps[at + 1] ?? step)}>
              {t('change.handOver.next')}
            </Button>
          )}
          {step === 'finish' && closedOn === null && (
            <>
              <Button onClick={onClose}>{t('change.handOver.later')}</Button>
              <Button type="primary" onClick={() => void close()}>
                {t('change.handOver.close')}
              </Button>
            </>
          )}
          {step === 'finish' && closedOn !== null && (
            <Button
              icon={<RotateCcw size={14} aria-hidden />}
              onClick={() => void change.change('handOver.close', { handOverId, on: null })}
            >
              {t('change.handOver.reopen')}
            </Button>
          )}
        </div>
      }
    >
      <div className="lp-handover-head">
        <span className="lp-quiet">
          {handOver.accountName} ·{' '}
          {closedOn === null
            ? t('change.handOver.opened', { day: dayText(handOver.openedOn, language) })
            : t('change.handOver.closed', { day: dayText(closedOn, language) })}
        </span>
        <span className="lp-handover-progress" role="status">
          <Progress percent={percent} showInfo={false} size="small" aria-hidden />
          <span>{t('change.handOver.progress', { done, total })}</span>
        </span>
      </div>
      <Steps
        size="small"
        current={at}
        items={steps.map((each) => ({
          status: each === step ? 'process' : passedOn(handOver, each) ? 'finish' : 'wait',
          title: [t(`change.handOver.step.${each}`), counted(handOver, each)].filter(Boolean).join(' '),
        }))}
        onChange={(chosen) => setStep(steps[chosen] ?? step)}
      />
      <div className="lp-handover-body">
        <p className="lp-quiet">{about(handOver, step, ours, context)}</p>
        {step === 'where' && <LeaverFollowed handOver={handOver} context={context} />}
        {step === 'finish' && (
          <HandOverTable handOver={handOver} items={handOver.items.filter(({ doneOn }) => doneOn === null)} context={context} />
        )}
        {step !== 'where' && step !== 'finish' && (
          <HandOverTable handOver={handOver} items={itemsOf(handOver, step)} context={context} />
        )}
      </div>
    </Dialog>
  )
}

/** Where one left off: the first step with something that is not passed on. */
function firstOpen(handOver: ListedHandOver, steps: readonly HandOverStep[]): HandOverStep {
  const open = steps.find((step) => itemsOf(handOver, step).some(({ doneOn }) => doneOn === null))
  return open ?? steps.find((step) => itemsOf(handOver, step).length > 0) ?? 'finish'
}

/** Whether a step has something to pass on, and all of it is. */
function passedOn(handOver: ListedHandOver, step: HandOverStep): boolean {
  if (step === 'where') return handOver.destination !== ''
  if (step === 'finish') return handOver.closedOn !== null
  const items = itemsOf(handOver, step)
  return items.length > 0 && items.every(({ doneOn }) => doneOn !== null)
}

function counted(handOver: ListedHandOver, step: HandOverStep): string {
  const { length } = itemsOf(handOver, step)
  return length === 0 ? '' : `(${length})`
}

function about({ personName: name }: ListedHandOver, step: HandOverStep, ours: boolean, { t }: ActionContext): string {
  switch (step) {
    case 'role':
      return t('change.handOver.about.roleTheirs')
    case 'relationship':
      return ours ? t('change.handOver.about.relationshipOurs') : t('change.handOver.about.relationshipTheirs', { name })
    case 'promise':
      return t('change.handOver.about.promise')
    case 'where':
      return t('change.handOver.about.where', { name })
    case 'finish':
      return t('change.handOver.about.finish')
    default:
      return step satisfies never
  }
}
