import { Button } from 'antd'
import { ChevronRight, Paperclip, Pencil, Trash2 } from 'lucide-react'
import { useEffect, useRef } from 'react'
import type { PersonId } from '../../src-shared/model/ids'
import type { Interaction } from '../../src-shared/model/interaction'
import { useAccount } from '../account/AccountContext'
import { personOf } from '../account/names'
import type { ActionContext } from '../actions/context'
import { useAnswer } from '../client/queries'
import { SecrecyWord } from '../privacy/SecrecyMark'
import { PersonLink } from '../insight/PersonLink'
import { openDialog } from '../state/dialogs'
import { firstWords } from './entries'
import { KindMark, PlannedSign } from './KindMark'
import { MarkdownText } from './MarkdownText'
import { OutsideLink } from './OutsideLink'
import { removeInteraction } from './removeInteraction'

interface InteractionRowProps {
  readonly interaction: Interaction
  readonly planned: boolean
  readonly open: boolean
  /** Whether Tab stops here; it does at one row of the list. */
  readonly tabStop: boolean
  readonly context: ActionContext
  readonly onFocus: () => void
  readonly onToggle: () => void
  /** Told how high it is, unfolded. */
  readonly onHeight: (height: number) => void
}

/** An interaction in two lines; unfolded with all it holds. */
export function InteractionRow(props: InteractionRowProps) {
  const { interaction, planned, open, tabStop, context, onFocus, onToggle, onHeight } = props
  const { t } = context
  const { graph } = useAccount()
  const { id, kind, heldOn, summary, secrecy, participants, opportunityId } = interaction
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const element = box.current
    if (!open || !element) return
    const observer = new ResizeObserver(() => onHeight(element.offsetHeight))
    observer.observe(element)
    return () => observer.disconnect()
  })

  const papers = graph.attachments.filter(({ interactionId }) => interactionId === id)
  const deal = graph.opportunities.find((opportunity) => opportunity.id === opportunityId)?.name
  const { theirs, ours } = bySide(participants, (person) => personOf(graph, person)?.side === 'ours')
  const names = (ids: readonly PersonId[]) => ids.flatMap((person) => personOf(graph, person)?.name ?? []).join(', ')
  const words = firstWords(summary)

  return (
    <div ref={box} className="lp-interaction" data-open={open}>
      <button
        type="button"
        className="lp-interaction-head"
        data-entry={id}
        aria-expanded={open}
        tabIndex={tabStop ? 0 : -1}
        onFocus={onFocus}
        onClick={onToggle}
      >
        <span className="lp-timeline-day lp-number">{heldOn?.slice(5) ?? '–'}</span>
        <span className="lp-interaction-kind">
          <KindMark kind={kind} />
          {t(`model.interaction.${kind}`)}
        </span>
        <span className="lp-interaction-who">
          <b>{names(theirs) || t('timeline.nobody')}</b>
          {ours.length > 0 && <span className="lp-quiet"> · {names(ours)}</span>}
        </span>
        <span className="lp-interaction-signs lp-quiet">
          {planned && (
            <span className="lp-planned">
              <PlannedSign size={13} aria-hidden /> {t('timeline.planned')}
            </span>
          )}
          {deal !== undefined && <span className="lp-interaction-deal">{deal}</span>}
          {papers.length > 0 && (
            <span aria-label={`${t('timeline.dialog.attachments')}: ${papers.length}`}>
              <Paperclip size={13} aria-hidden /> {papers.length}
            </span>
          )}
          {secrecy !== 'open' && <SecrecyWord tier={secrecy} />}
          <ChevronRight size={14} aria-hidden className="lp-chevron" data-open={open} />
        </span>
        <span className="lp-interaction-words lp-quiet">{open ? '' : words || t('timeline.noSummary')}</span>
      </button>
      {open && (
        <div className="lp-interaction-body">
          {summary === '' ? (
            <p className="lp-quiet">{t('timeline.noSummary')}</p>
          ) : (
            <MarkdownText text={summary} context={context} />
          )}
          <p className="lp-interaction-people">
            {[...theirs, ...ours].map((person) => (
              <PersonLink key={person} id={person} context={context} />
            ))}
          </p>
          {papers.length > 0 && (
            <ul className="lp-interaction-papers" aria-label={t('timeline.dialog.attachments')}>
              {papers.map(({ id: paper, label, target }) => (
                <li key={paper}>
                  <OutsideLink target={target} context={context}>
                    {label || target}
                  </OutsideLink>
                </li>
              ))}
            </ul>
          )}
          <NextSteps interaction={interaction} context={context} />
          <div className="lp-interaction-tools">
            <Button
              size="small"
              icon={<Pencil size={13} aria-hidden />}
              onClick={() => openDialog({ kind: 'interaction', interactionId: id })}
            >
              {t('screen.common.edit')}
            </Button>
            <Button
              size="small"
              danger
              icon={<Trash2 size={13} aria-hidden />}
              onClick={() => void removeInteraction(id, context)}
            >
              {t('screen.common.delete')}
            </Button>
          </div>
        </div>
      )}
    </div>
  )
}

/** The tasks that came of an interaction. */
function NextSteps({ interaction, context }: { readonly interaction: Interaction; readonly context: ActionContext }) {
  const { t } = context
  const tasks = useAnswer('task.list', { accountId: interaction.accountId, done: 1_000 })
  const own = (tasks.data ?? []).filter(({ originId }) => originId === interaction.id)
  return own.map(({ id, title, dueOn, doneOn, ownerName }) => (
    <p key={id} className="lp-quiet" data-done={doneOn !== null}>
      {t('timeline.dialog.nextStep')}: {[title, ownerName, dueOn].filter(Boolean).join(' · ')}
      {doneOn !== null && ` ✓ ${doneOn}`}
    </p>
  ))
}

function bySide(people: readonly PersonId[], isOurs: (id: PersonId) => boolean) {
  return { theirs: people.filter((id) => !isOurs(id)), ours: people.filter(isOurs) }
}
