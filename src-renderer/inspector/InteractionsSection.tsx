import { Button } from 'antd'
import { Plus } from 'lucide-react'
import type { PersonId } from '../../src-shared/model/ids'
import { useAccount } from '../account/AccountContext'
import type { ActionContext } from '../actions/context'
import { SecrecyMark } from '../privacy/SecrecyMark'
import { openDialog } from '../state/dialogs'
import { firstWords } from '../timeline/entries'
import { KindMark } from '../timeline/KindMark'
import { Section } from './Section'

/** Of a person's interactions so many are shown; the timeline has them all. */
const LATEST = 4

interface InteractionsSectionProps {
  readonly personId: PersonId
  readonly context: ActionContext
}

/** When somebody was met last and about what, with a new one at hand. */
export function InteractionsSection({ personId, context }: InteractionsSectionProps) {
  const { t, window } = context
  const { graph, asOf } = useAccount()
  const own = graph.interactions
    .filter(({ participants, heldOn }) => participants.includes(personId) && (heldOn === null || heldOn <= asOf))
    .sort((a, b) => ((a.heldOn ?? '') < (b.heldOn ?? '') ? 1 : -1))
  return (
    <Section
      title={t('timeline.inspector.title')}
      part="interactions"
      action={
        <Button
          type="text"
          size="small"
          aria-label={t('timeline.log')}
          icon={<Plus size={15} aria-hidden />}
          onClick={() => openDialog({ kind: 'interaction', start: { participants: [personId] } })}
        />
      }
    >
      {own.length === 0 && <p className="lp-quiet">{t('timeline.inspector.none')}</p>}
      <ul className="lp-last-met">
        {own.slice(0, LATEST).map(({ id, kind, heldOn, summary, secrecy }) => (
          <li key={id}>
            <button type="button" onClick={() => openDialog({ kind: 'interaction', interactionId: id })}>
              <span className="lp-last-met-head">
                <KindMark kind={kind} size={13} />
                <span>{t(`model.interaction.${kind}`)}</span>
                <span className="lp-quiet lp-number">{heldOn ?? t('timeline.undated')}</span>
                <SecrecyMark tier={secrecy} />
              </span>
              <span className="lp-last-met-words lp-quiet">{firstWords(summary) || t('timeline.noSummary')}</span>
            </button>
          </li>
        ))}
      </ul>
      {own.length > LATEST && (
        <Button type="link" size="small" onClick={() => window.set({ tab: 'timeline' })}>
          {t('timeline.inspector.all')} ({own.length})
        </Button>
      )}
    </Section>
  )
}
