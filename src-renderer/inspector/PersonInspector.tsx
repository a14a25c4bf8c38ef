import { Button, Popconfirm } from 'antd'
import type { Member } from '../../src-shared/model/person'
import { useAccount } from '../account/AccountContext'
import { removeSelected } from '../actions/selected'
import type { ActionContext } from '../actions/context'
import { TextEdit } from '../components/TextEdit'
import { GuardLine } from '../privacy/GuardLine'
import { SecrecyEdit } from '../privacy/SecrecyField'
import { runAction } from '../actions/actions'
import { commit } from './commit'
import { DepthsSection } from './DepthsSection'
import { IdentitySection } from './IdentitySection'
import { InspectorHead } from './InspectorHead'
import { InteractionsSection } from './InteractionsSection'
import { JudgementsSection } from './JudgementsSection'
import { OwnFieldsSection } from './OwnFieldsSection'
import { RolesSection } from './RolesSection'
import { SeatSection } from './SeatSection'
import { Section } from './Section'
import { SignalsSection } from './SignalsSection'
import { StrategySection } from './StrategySection'
import { TasksSection } from './TasksSection'
import { TiesSection } from './TiesSection'

/** A person: what they are, where they sit, what they decide, what we think of them, whom they are tied to. */
export function PersonInspector({ person, context }: { readonly person: Member; readonly context: ActionContext }) {
  const { snap } = useAccount()
  const { t } = context
  const seats = snap.people.get(person.id)?.seats ?? []
  const personId = person.id
  return (
    <>
      <InspectorHead
        kind={t(`model.side.${person.side}`)}
        name={person.name}
        about={seats[0]?.state.title ?? t('screen.inspector.noSeat')}
      />
      {seats.map((placed) => (
        <SeatSection key={placed.seat.id} placed={placed} context={context} />
      ))}
      {person.side !== 'ours' && (
        <>
          <RolesSection seatIds={seats.map((placed) => placed.seat.id)} context={context} />
          <JudgementsSection person={person} context={context} />
          <DepthsSection person={person} context={context} />
          <StrategySection personId={personId} context={context} />
          <TasksSection personId={personId} context={context} />
        </>
      )}
      <SignalsSection person={person} context={context} />
      <InteractionsSection personId={personId} context={context} />
      <TiesSection personId={personId} context={context} />
      <Section title={t('screen.inspector.person')}>
        <TextEdit
          label={t('screen.people.name')}
          value={person.name}
          onCommit={(name) => commit('person.update', { personId, name })}
        />
        <TextEdit
          label={t('screen.inspector.latinName')}
          value={person.latinName}
          onCommit={(latinName) => commit('person.update', { personId, latinName })}
        />
        <TextEdit
          label={t('screen.inspector.email')}
          value={person.email}
          onCommit={(email) => commit('person.update', { personId, email })}
        />
        <TextEdit
          label={t('screen.inspector.phone')}
          value={person.phone}
          onCommit={(phone) => commit('person.update', { personId, phone })}
        />
        <SecrecyEdit value={person.secrecy} onCommit={(secrecy) => commit('person.update', { personId, secrecy })} />
        <TextEdit
          label={t('screen.inspector.note')}
          value={person.note}
          lines={3}
          guard={<GuardLine />}
          onCommit={(note) => commit('person.update', { personId, note })}
        />
        {person.note !== '' && (
          <SecrecyEdit
            label={t('privacy.secrecy.note')}
            value={person.noteSecrecy}
            onCommit={(noteSecrecy) => commit('person.update', { personId, noteSecrecy })}
          />
        )}
      </Section>
      <IdentitySection personId={personId} context={context} />
      <OwnFieldsSection own={person.own} onCommit={(own) => commit('person.update', { personId, own })} />
      {!context.presenting && (
        <div className="lp-section">
          <Button onClick={() => runAction('personData', context)}>{t('privacy.person.action')}</Button>
        </div>
      )}
      <div className="lp-section lp-danger">
        <Popconfirm
          title={t('screen.inspector.removeTitle', { name: person.name })}
          description={<div className="lp-confirm">{t('screen.inspector.removeText')}</div>}
          okText={t('screen.common.delete')}
          cancelText={t('screen.common.cancel')}
          onConfirm={() => void removeSelected(context)}
        >
          <Button danger>{t('screen.inspector.remove')}</Button>
        </Popconfirm>
      </div>
    </>
  )
}
