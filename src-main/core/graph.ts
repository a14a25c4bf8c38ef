import type { OwnFields } from '../../src-shared/model/account'
import type { AccountGraph, LayoutMemory } from '../../src-shared/model/graph'
import type { AccountId, InteractionId, PersonId } from '../../src-shared/model/ids'
import type { DepthFactors } from '../../src-shared/model/judgement'
import type { Chain } from '../../src-shared/model/scales'
import type { ReadContext } from './context'
import { ownJson } from './json'
import { accountOf } from './lookup'

/**
 * Loads everything about an account, with all its dates: one statement a table, whatever the number of people.
 *
 * Ties, judgements and interactions are those among the account's own people, so that a person shared with another account brings
 * only what concerns this one. @throws AppError `not_found`
 */
export async function loadGraph({ db }: Pick<ReadContext, 'db'>, accountId: AccountId): Promise<AccountGraph> {
  const account = await accountOf(db, accountId)

  const memberIds = db.selectFrom('accountPerson').select('personId').where('accountId', '=', accountId)
  const seatIds = db.selectFrom('accountSeat').select('seatId').where('accountId', '=', accountId)
  const opportunityIds = db.selectFrom('opportunity').select('id').where('accountId', '=', accountId)

  const [
    people,
    seats,
    seatStates,
    tenures,
    ties,
    opportunities,
    decisionRoles,
    judgements,
    targetDepths,
    interactions,
    participants,
    attachments,
    signals,
    strategies,
    pins,
    layoutMemories,
  ] = await Promise.all([
    db
      .selectFrom('accountPerson')
      .innerJoin('person', 'person.id', 'accountPerson.personId')
      .selectAll('person')
      .select(['accountPerson.side', 'accountPerson.sourceId'])
      .where('accountPerson.accountId', '=', accountId)
      .orderBy('accountPerson.personId')
      .execute(),
    db
      .selectFrom('accountSeat')
      .innerJoin('seat', 'seat.id', 'accountSeat.seatId')
      .select(['seat.id', 'seat.organizationId', 'seat.own', 'accountSeat.side', 'accountSeat.sourceId'])
      .where('accountSeat.accountId', '=', accountId)
      .orderBy('accountSeat.seatId')
      .execute(),
    db.selectFrom('seatState').selectAll().where('seatId', 'in', seatIds).orderBy('id').execute(),
    db.selectFrom('tenure').selectAll().where('seatId', 'in', seatIds).where('personId', 'in', memberIds).orderBy('id').execute(),
    db
      .selectFrom('tie')
      .select([
        'id',
        'fromPersonId',
        'toPersonId',
        'kind',
        'strength',
        'confidence',
        'note',
        'validFrom',
        'validTo',
        'secrecy',
        'recordedOn',
        'own',
      ])
      .where('fromPersonId', 'in', memberIds)
      .where('toPersonId', 'in', memberIds)
      .orderBy('id')
      .execute(),
    db.selectFrom('opportunity').selectAll().where('accountId', '=', accountId).orderBy('position').orderBy('id').execute(),
    db.selectFrom('decisionRole').selectAll().where('opportunityId', 'in', opportunityIds).orderBy('id').execute(),
    db
      .selectFrom('judgement')
      .selectAll()
      .where('subjectId', 'in', memberIds)
      .where((is) => is.or([is('opportunityId', 'is', null), is('opportunityId', 'in', opportunityIds)]))
      .where((is) => is.or([is('ownPersonId', 'is', null), is('ownPersonId', 'in', memberIds)]))
      .orderBy('recordedSeq')
      .execute(),
    db.selectFrom('targetDepth').select(['ownPersonId', 'subjectId', 'depth']).where('accountId', '=', accountId).execute(),
    db.selectFrom('interaction').selectAll().where('accountId', '=', accountId).orderBy('id').execute(),
    db
      .selectFrom('interactionPerson')
      .innerJoin('interaction', 'interaction.id', 'interactionPerson.interactionId')
      .select(['interactionPerson.interactionId', 'interactionPerson.personId'])
      .where('interaction.accountId', '=', accountId)
      .orderBy('interactionPerson.interactionId')
      .orderBy('interactionPerson.personId')
      .execute(),
    db
      .selectFrom('interactionAttachment')
      .innerJoin('interaction', 'interaction.id', 'interactionAttachment.interactionId')
      .selectAll('interactionAttachment')
      .where('interaction.accountId', '=', accountId)
      .orderBy('interactionAttachment.interactionId')
      .orderBy('interactionAttachment.position')
      .execute(),
    db.selectFrom('signal').selectAll().where('accountId', '=', accountId).orderBy('id').execute(),
    db.selectFrom('strategy').selectAll().where('accountId', '=', accountId).orderBy('id').execute(),
    db.selectFrom('pin').selectAll().where('accountId', '=', accountId).execute(),
    db.selectFrom('layoutMemory').select(['drawing', 'scope', 'memory']).where('accountId', '=', accountId).execute(),
  ])

  const organizationIds = [...new Set([account.organizationId, ...seats.map((seat) => seat.organizationId)])]
  const [organizations, units] = await Promise.all([
    db.selectFrom('organization').selectAll().where('id', 'in', organizationIds).orderBy('id').execute(),
    db.selectFrom('orgUnit').selectAll().where('organizationId', 'in', organizationIds).orderBy('id').execute(),
  ])

  const participantsOf = new Map<InteractionId, PersonId[]>()
  for (const { interactionId, personId } of participants) {
    const list = participantsOf.get(interactionId)
    if (list) list.push(personId)
    else participantsOf.set(interactionId, [personId])
  }

  return {
    account: withOwn(account),
    organizations,
    units,
    people: people.map(withOwn),
    seats: seats.map(withOwn),
    seatStates,
    tenures,
    ties: ties.map(withOwn),
    opportunities: opportunities.map((row) => ({ ...withOwn(row), switchedOffRoles: ownJson<string[]>(row.switchedOffRoles) })),
    decisionRoles: decisionRoles.map((row) => ({ ...withOwn(row), chains: ownJson<Chain[]>(row.chains) })),
    judgements: judgements.map((row) => withFactors(withOwn(row))),
    targetDepths,
    interactions: interactions.map((row) => ({ ...withOwn(row), participants: participantsOf.get(row.id) ?? [] })),
    attachments,
    signals: signals.map(withOwn),
    strategies: strategies.map(withOwn),
    pins,
    layoutMemories: layoutMemories.map((row) => ({ ...row, memory: ownJson<LayoutMemory['memory']>(row.memory) })),
  }
}

const noOwnFields: OwnFields = {}

/** In place: the row is nobody else's, and a copy of each is a fifth of the whole loading. */
function withOwn<T extends { own: string }>(row: T): Omit<T, 'own'> & { own: OwnFields } {
  const own = row.own === '{}' ? noOwnFields : ownJson<OwnFields>(row.own)
  return Object.assign<Omit<T, 'own'>, { own: OwnFields }>(row, { own })
}

function withFactors<T extends { factors: string | null }>(row: T): Omit<T, 'factors'> & { factors: DepthFactors | null } {
  const factors = row.factors === null ? null : ownJson<DepthFactors>(row.factors)
  return Object.assign<Omit<T, 'factors'>, { factors: DepthFactors | null }>(row, { factors })
}
