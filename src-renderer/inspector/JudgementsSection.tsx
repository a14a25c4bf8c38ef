import { Button } from 'antd'
import { Plus } from 'lucide-react'
import { counts, politicalOf, stanceOf, weaknessOf } from '../../src-shared/analytics/judgements'
import type { Member } from '../../src-shared/model/person'
import { judgementValues } from '../../src-shared/model/judgement'
import { PoliticalStatus, Stance } from '../../src-shared/model/scales'
import { useAccount } from '../account/AccountContext'
import type { ActionContext } from '../actions/context'
import { StanceMark } from '../components/Mark'
import { judgementText } from '../dialogs/judgementText'
import { openDialog } from '../state/dialogs'
import { commit } from './commit'
import { JudgementBlock } from './JudgementBlock'
import { Section } from './Section'

/** What we think of somebody: stance in the chosen deal, political status where they sit. */
export function JudgementsSection({ person, context }: { readonly person: Member; readonly context: ActionContext }) {
  const { graph, snap, judgements, opportunity, asOf, me } = useAccount()
  const { t } = context
  const about = opportunity?.id ?? null
  const seats = snap.people.get(person.id)?.seats ?? []
  const organizations = seats.map((placed) => placed.seat.organizationId)
  const own = graph.judgements.filter((judgement) => judgement.subjectId === person.id)
  const stance = judgements.stance(person.id, about)
  const adaptabilities = own.filter((judgement) => judgement.kind === 'adaptability')
  const adaptability = adaptabilities.findLast((judgement) => counts(judgement, asOf))
  const political = judgements.political(person.id, organizations)

  return (
    <Section
      title={t('screen.inspector.judgements')}
      part="judgements"
      action={
        <Button
          type="text"
          size="small"
          aria-label={t('screen.action.judge')}
          icon={<Plus size={15} aria-hidden />}
          onClick={() => openDialog({ kind: 'judge', subjectId: person.id })}
        />
      }
    >
      <JudgementBlock<Stance>
        label={t('model.judgement.stance')}
        kind="stance"
        context={context}
        all={own.filter(
          (judgement) => judgement.kind === 'stance' && (judgement.opportunityId === about || judgement.opportunityId === null),
        )}
        current={stance}
        value={stanceOf(stance)}
        choices={Stance.options.map((value) => ({
          value,
          label: <StanceMark stance={value} weak={value === stance?.value && weaknessOf(stance, undefined) !== null} />,
        }))}
        words={(value) => t(`model.stance.${Stance.parse(value)}`)}
        hint={
          stance && stance.opportunityId === null && about !== null ? <div>{t('screen.inspector.generalStance')}</div> : undefined
        }
        onRecord={(value) =>
          commit('judgement.record', {
            subjectId: person.id,
            kind: 'stance',
            value,
            authorId: me,
            opportunityId: about,
            madeOn: asOf,
          })
        }
      />
      <JudgementBlock<PoliticalStatus>
        label={t('model.judgement.political')}
        kind="political"
        context={context}
        all={own.filter((judgement) => judgement.kind === 'political')}
        current={political}
        value={politicalOf(political)}
        choices={PoliticalStatus.options.map((value) => ({ value, label: t(`model.political.${value}`) }))}
        words={(value) => t(`model.political.${PoliticalStatus.parse(value)}`)}
        onRecord={(value) =>
          commit('judgement.record', {
            subjectId: person.id,
            kind: 'political',
            value,
            authorId: me,
            organizationId: political?.organizationId ?? organizations[0] ?? null,
            madeOn: asOf,
          })
        }
      />
      {adaptabilities.length > 0 && (
        <JudgementBlock
          label={t('model.judgement.adaptability')}
          kind="adaptability"
          context={context}
          all={adaptabilities}
          current={adaptability}
          value={adaptability?.value ?? null}
          choices={judgementValues('adaptability').map((value) => ({ value, label: judgementText(t, 'adaptability', value) }))}
          words={(value) => judgementText(t, 'adaptability', value)}
          onRecord={(value) =>
            commit('judgement.record', { subjectId: person.id, kind: 'adaptability', value, authorId: me, madeOn: asOf })
          }
        />
      )}
    </Section>
  )
}
