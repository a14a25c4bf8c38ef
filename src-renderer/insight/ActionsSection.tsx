import { Button } from 'antd'
import { ArrowRight } from 'lucide-react'
import { type JudgementKind, PoliticalStatus, Stance } from '../../src-shared/model/scales'
import { roleWords } from '../../src-shared/scene/roleWords'
import { useAccount } from '../account/AccountContext'
import { personOf } from '../account/names'
import type { ActionContext } from '../actions/context'
import { ErrorNotice } from '../components/ErrorNotice'
import { Loading } from '../components/Loading'
import { openDialog } from '../state/dialogs'
import { useFigures } from './figures'
import { Fold, LongList } from './Fold'
import { figureText, isSeen, signedText } from '../../src-shared/i18n/format'
import { NoDeal } from './NoDeal'
import { PeoplePath } from './PersonLink'
import { showPart } from './showPart'
import { type NextAction, useNextActions } from './useNextActions'

const FIRST = 5

/** What to do next, by what it would gain. */
export function ActionsSection({ context }: { readonly context: ActionContext }) {
  const { t } = context
  return (
    <Fold id="actions" title={t('analysis.actions.title')} summary={t('analysis.actions.summary')}>
      {() => <Actions context={context} />}
    </Fold>
  )
}

function Actions({ context }: { readonly context: ActionContext }) {
  const { t } = context
  const { opportunity } = useAccount()
  const found = useNextActions()
  if (opportunity === null) return <NoDeal context={context} />
  if (found.error) return <ErrorNotice error={found.error} />
  if (found.actions === null) return <Loading />
  if (found.actions.length === 0) return <p className="lp-quiet">{t('analysis.actions.none')}</p>
  return (
    <div aria-busy={found.stale}>
      <LongList items={found.actions} first={FIRST} more={(count) => t('analysis.situation.more', { count })}>
        {(action, index) => (
          <li key={index} className="lp-action">
            <ActionItem action={action} ids={found} context={context} />
          </li>
        )}
      </LongList>
    </div>
  )
}

type Ids = Pick<ReturnType<typeof useNextActions>, 'person' | 'seat'>

interface ActionItemProps {
  readonly action: NextAction
  readonly ids: Ids
  readonly context: ActionContext
}

function ActionItem({ action, ids, context }: ActionItemProps) {
  const { t, language } = context
  const { evaluation } = useFigures()
  const sentence = useSentence(action.step, ids, context)
  const start = t(`analysis.actions.start.${action.step.kind}`)
  const { gain } = action
  const target = action.step.kind === 'name-holder' ? undefined : ids.person(action.step.person)
  const path = target === undefined ? [] : evaluation.path(target)
  const gains = [
    isSeen(100 * gain.coverage, 1) && t('analysis.actions.coverage', { points: signedText(100 * gain.coverage, 1, language) }),
    isSeen(2 * gain.support, 2) && t('analysis.actions.support', { points: signedText(2 * gain.support, 2, language) }),
    isSeen(gain.access, 2) && t('analysis.actions.access', { points: signedText(gain.access, 2, language) }),
  ].filter((part) => part !== false)
  return (
    <>
      <p className="lp-action-sentence">{sentence}</p>
      <span className="lp-number lp-action-gain" title={t('analysis.actions.gain')}>
        {signedText(gain.impact, 1, language)}
      </span>
      <p className="lp-gains">
        {gains.map((part) => (
          <span key={part} className="lp-number">
            {part}
          </span>
        ))}
      </p>
      {path.length > 2 && (
        <p className="lp-action-path lp-quiet">
          {t('analysis.actions.path')} <PeoplePath people={path} context={context} />
        </p>
      )}
      <Button
        size="small"
        className="lp-action-start"
        icon={<ArrowRight size={13} aria-hidden />}
        iconPlacement="end"
        aria-label={t('analysis.actions.startOf', { start, action: sentence })}
        onClick={() => begin(action.step, ids, context)}
      >
        {start}
      </Button>
    </>
  )
}

function useSentence(step: NextAction['step'], ids: Ids, { t, language }: ActionContext): string {
  const { graph, method } = useAccount()
  const name = (id: string): string => personOf(graph, ids.person(id) ?? null)?.name ?? id
  const depth = (level: number | string): string => t(`model.depth.${depthKey(String(level))}`)
  switch (step.kind) {
    case 'deepen':
      return t('analysis.actions.deepen', {
        own: name(step.own),
        person: name(step.person),
        from: depth(step.from),
        to: depth(step.to),
      })
    case 'win':
      return t('analysis.actions.win', {
        person: name(step.person),
        from: t(`model.stance.${step.from ?? 'unknown'}`),
        to: t(`model.stance.${step.to}`),
      })
    case 'name-holder':
      return t('analysis.actions.nameHolder', { role: roleWords(step.role, method, t).label })
    case 'meet':
      return t('analysis.actions.meet', {
        own: name(step.own),
        person: name(step.person),
        days: figureText(step.idleDays, 0, language),
      })
    case 'refresh':
      return t('analysis.actions.refresh', {
        person: name(step.person),
        kind: t(`model.judgement.${step.judgement}`),
        value: judgedWord(step.judgement, step.value),
      })
    default:
      return step satisfies never
  }

  function judgedWord(kind: JudgementKind, value: string): string {
    switch (kind) {
      case 'stance':
        return t(`model.stance.${Stance.parse(value)}`)
      case 'political':
        return t(`model.political.${PoliticalStatus.parse(value)}`)
      case 'depth':
        return depth(value)
      case 'adaptability':
        return value
      default:
        return kind satisfies never
    }
  }
}

const depthKeys = ['0', '1', '2', '3', '4'] as const

function depthKey(level: string): (typeof depthKeys)[number] {
  return depthKeys.find((key) => key === level) ?? '0'
}

/** Opens what the step is done with: the dialog that names somebody, or the part of the inspector that records it. */
function begin(step: NextAction['step'], ids: Ids, context: ActionContext): void {
  if (step.kind === 'name-holder') {
    const seatId = step.seat === null ? undefined : ids.seat(step.seat)
    openDialog(seatId ? { kind: 'fillSeat', seatId } : { kind: 'giveRole', role: step.role })
    return
  }
  const id = ids.person(step.person)
  if (id === undefined) return
  if (step.kind === 'meet') {
    const own = ids.person(step.own)
    openDialog({ kind: 'interaction', start: { participants: own === undefined ? [id] : [own, id] } })
    return
  }
  const ofPair = step.kind === 'deepen' || (step.kind === 'refresh' && step.judgement === 'depth')
  showPart(context, { kind: 'person', id }, ofPair ? 'depths' : 'judgements')
}
