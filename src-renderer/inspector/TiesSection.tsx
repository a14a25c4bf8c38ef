import { Button } from 'antd'
import { ArrowLeft, ArrowLeftRight, ArrowRight, Plus } from 'lucide-react'
import { holds } from '../../src-shared/model/day'
import type { PersonId } from '../../src-shared/model/ids'
import type { Tie } from '../../src-shared/model/tie'
import { useAccount } from '../account/AccountContext'
import { personOf } from '../account/names'
import { nearestStrength } from '../account/ratioWords'
import type { ActionContext } from '../actions/context'
import { SecrecyMark } from '../privacy/SecrecyMark'
import { openDialog } from '../state/dialogs'
import { Section } from './Section'

/** Whom a person is tied to on the day. */
export function TiesSection({ personId, context }: { readonly personId: PersonId; readonly context: ActionContext }) {
  const { graph, asOf } = useAccount()
  const { t } = context
  const ties = graph.ties.filter((tie) => (tie.fromPersonId === personId || tie.toPersonId === personId) && holds(tie, asOf))
  return (
    <Section
      title={t('screen.inspector.ties')}
      action={
        <Button
          type="text"
          size="small"
          aria-label={t('screen.action.addTie')}
          icon={<Plus size={15} aria-hidden />}
          onClick={() => openDialog({ kind: 'addTie', fromId: personId })}
        />
      }
    >
      {ties.length === 0 && <p className="lp-quiet">{t('screen.inspector.noTies')}</p>}
      <ul className="lp-items lp-ties">
        {ties.map((tie) => (
          <TieItem key={tie.id} tie={tie} personId={personId} context={context} />
        ))}
      </ul>
    </Section>
  )
}

function TieItem({
  tie,
  personId,
  context,
}: {
  readonly tie: Tie
  readonly personId: PersonId
  readonly context: ActionContext
}) {
  const { graph, method } = useAccount()
  const { t, window } = context
  const outgoing = tie.fromPersonId === personId
  const other = personOf(graph, outgoing ? tie.toPersonId : tie.fromPersonId)
  const Arrow = tie.kind !== 'influences' ? ArrowLeftRight : outgoing ? ArrowRight : ArrowLeft
  return (
    <li>
      <button type="button" className="lp-tie" onClick={() => window.select({ kind: 'tie', id: tie.id })}>
        <Arrow
          size={14}
          aria-label={t(
            tie.kind !== 'influences'
              ? 'screen.inspector.both'
              : outgoing
                ? 'screen.inspector.outgoing'
                : 'screen.inspector.incoming',
          )}
        />
        <span>{other?.name}</span>
        <span>{t(`model.tie.${tie.kind}`)}</span>
        <span className="lp-quiet">{t(`model.strength.${nearestStrength(method, tie.strength)}`)}</span>
        <SecrecyMark tier={tie.secrecy} />
      </button>
    </li>
  )
}
