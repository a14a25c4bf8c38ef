import type { Output, ParsedInput } from '../../src-shared/contract'
import type { OwnFields } from '../../src-shared/model/account'
import type { ReadContext } from './context'
import { ownJson } from './json'
import { personOf } from './lookup'

/** All that is on record about a person, on whichever accounts. @throws AppError `not_found` */
export async function personRecord({ db }: ReadContext, input: ParsedInput<'person.record'>): Promise<Output<'person.record'>> {
  const { personId } = input
  const person = await personOf(db, personId)
  const [formerNames, accounts, tenures, ties, judgements, interactions, signals] = await Promise.all([
    db
      .selectFrom('formerName')
      .selectAll()
      .where('personId', '=', personId)
      .orderBy('validTo', (to) => to.desc().nullsLast())
      .orderBy('id')
      .execute(),
    db
      .selectFrom('accountPerson')
      .innerJoin('account', 'account.id', 'accountPerson.accountId')
      .select(['account.id', 'account.name', 'accountPerson.side'])
      .where('accountPerson.personId', '=', personId)
      .orderBy('account.position')
      .execute(),
    db
      .selectFrom('tenure')
      .innerJoin('seat', 'seat.id', 'tenure.seatId')
      .innerJoin('organization', 'organization.id', 'seat.organizationId')
      .selectAll('tenure')
      .select(['organization.name as organization'])
      .select((of) =>
        of
          .selectFrom('seatState')
          .select('seatState.title')
          .whereRef('seatState.seatId', '=', 'tenure.seatId')
          .orderBy('seatState.validFrom', 'desc')
          .limit(1)
          .as('title'),
      )
      .where('tenure.personId', '=', personId)
      .orderBy('tenure.validFrom', 'desc')
      .orderBy('tenure.id')
      .execute(),
    db
      .selectFrom('tie')
      .innerJoin('person as source', 'source.id', 'tie.fromPersonId')
      .innerJoin('person as target', 'target.id', 'tie.toPersonId')
      .select(['tie.id', 'tie.kind', 'tie.validFrom', 'tie.validTo', 'tie.fromPersonId'])
      .select(['source.name as fromName', 'target.name as toName'])
      .where((is) => is.or([is('tie.fromPersonId', '=', personId), is('tie.toPersonId', '=', personId)]))
      .orderBy('tie.id')
      .execute(),
    db
      .selectFrom('judgement')
      .innerJoin('person', 'person.id', 'judgement.subjectId')
      .select(['judgement.id', 'judgement.kind', 'judgement.value', 'judgement.madeOn', 'person.name as subject'])
      .where((is) =>
        is.or([
          is('judgement.subjectId', '=', personId),
          is('judgement.authorId', '=', personId),
          is('judgement.ownPersonId', '=', personId),
        ]),
      )
      .orderBy('judgement.recordedSeq', 'desc')
      .execute(),
    db
      .selectFrom('interactionPerson')
      .innerJoin('interaction', 'interaction.id', 'interactionPerson.interactionId')
      .select(['interaction.id', 'interaction.kind', 'interaction.heldOn', 'interaction.summary'])
      .where('interactionPerson.personId', '=', personId)
      .orderBy('interaction.heldOn', 'desc')
      .orderBy('interaction.id')
      .execute(),
    db
      .selectFrom('signal')
      .select(['id', 'kind', 'notedOn'])
      .where('personId', '=', personId)
      .orderBy('notedOn', 'desc')
      .orderBy('id')
      .execute(),
  ])
  return {
    person: { ...person, own: ownJson<OwnFields>(person.own) },
    formerNames,
    accounts,
    tenures: tenures.map((tenure) => ({ ...tenure, title: tenure.title ?? '' })),
    ties: ties.map(({ fromPersonId, fromName, toName, ...tie }) => {
      const outgoing = fromPersonId === personId
      return { ...tie, outgoing, other: outgoing ? toName : fromName }
    }),
    judgements,
    interactions,
    signals,
  }
}
