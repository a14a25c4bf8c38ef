import type { AccountId } from '../../src-shared/model/ids'
import type { BundleRow, BundleTable } from '../import/bundleFormat'

type Rows = ReadonlyMap<BundleTable, readonly BundleRow[]>

/**
 * The rows of one account, closed under reference: what its map shows (the same ties and judgements as `account.graph`), and
 * whatever those rows point at. What a workspace sets for all its accounts stays behind, save the labels of own fields.
 */
export function accountRows(all: Rows, accountId: AccountId): Rows {
  const where = (table: BundleTable, keep: (row: BundleRow) => boolean) => (all.get(table) ?? []).filter(keep)
  const ofAccount = (table: BundleTable) => where(table, (row) => row['accountId'] === accountId)
  const account = where('account', (row) => row['id'] === accountId)

  const accountPerson = ofAccount('accountPerson')
  const accountSeat = ofAccount('accountSeat')
  const importSource = ofAccount('importSource')
  const opportunity = ofAccount('opportunity')
  const targetDepth = ofAccount('targetDepth')
  const interaction = ofAccount('interaction')
  const signal = ofAccount('signal')
  const strategy = ofAccount('strategy')
  const task = ofAccount('task')
  const signals = valuesOf(signal, 'id')
  const signalInbox = where('signalInbox', (row) => signals.has(row['signalId']))
  const changeEvent = ofAccount('changeEvent')
  const handOver = ofAccount('handOver').map((row) => ({ ...row, destinationAccountId: null }))
  const handOvers = valuesOf(handOver, 'id')
  const handOverItem = where('handOverItem', (row) => handOvers.has(row['handOverId']))
  const members = valuesOf(accountPerson, 'personId')
  const deals = valuesOf(opportunity, 'id')
  const sources = valuesOf(importSource, 'id')
  const interactions = valuesOf(interaction, 'id')

  const decisionRole = where('decisionRole', (row) => deals.has(row['opportunityId']))
  const states = all.get('seatState') ?? []
  const seats = withAncestors(
    new Set([...valuesOf(accountSeat, 'seatId'), ...valuesOf(decisionRole, 'seatId')]),
    states,
    'seatId',
    'reportsToSeatId',
  )
  const seat = where('seat', (row) => seats.has(row['id']))
  const seatState = where('seatState', (row) => seats.has(row['seatId']))
  const tenure = where('tenure', (row) => seats.has(row['seatId']) && members.has(row['personId']))

  const tie = where(
    'tie',
    (row) =>
      members.has(row['fromPersonId']) &&
      members.has(row['toPersonId']) &&
      (row['sourceId'] === null || sources.has(row['sourceId'])),
  )
  const judgement = where(
    'judgement',
    (row) =>
      members.has(row['subjectId']) &&
      (row['opportunityId'] === null || deals.has(row['opportunityId'])) &&
      (row['ownPersonId'] === null || members.has(row['ownPersonId'])),
  )
  const interactionPerson = where('interactionPerson', (row) => interactions.has(row['interactionId']))
  const people = new Set([
    ...members,
    ...valuesOf(account, 'ownerId'),
    ...valuesOf(judgement, 'authorId'),
    ...valuesOf(interactionPerson, 'personId'),
    ...valuesOf(signal, 'personId'),
    ...valuesOf(strategy, 'personId'),
    ...valuesOf(strategy, 'ownerId'),
    ...valuesOf(task, 'personId'),
    ...valuesOf(task, 'ownerId'),
    ...valuesOf(changeEvent, 'personId'),
    ...valuesOf(handOver, 'personId'),
    ...['subjectId', 'successorId', 'ownPersonId'].flatMap((column) => [...valuesOf(handOverItem, column)]),
    ...valuesOf(targetDepth, 'ownPersonId'),
    ...valuesOf(targetDepth, 'subjectId'),
  ])

  const customers = valuesOf(account, 'organizationId')
  const units = withAncestors(valuesOf(seatState, 'unitId'), all.get('orgUnit') ?? [], 'id', 'parentId')
  const orgUnit = where('orgUnit', (row) => units.has(row['id']) || customers.has(row['organizationId']))
  const organizations = withAncestors(
    new Set([
      ...customers,
      ...valuesOf(seat, 'organizationId'),
      ...valuesOf(orgUnit, 'organizationId'),
      ...valuesOf(judgement, 'organizationId'),
    ]),
    all.get('organization') ?? [],
    'id',
    'parentId',
  )

  return new Map<BundleTable, readonly BundleRow[]>([
    ['organization', where('organization', (row) => organizations.has(row['id']))],
    ['person', where('person', (row) => people.has(row['id']))],
    ['account', account],
    ['orgUnit', orgUnit],
    ['seat', seat],
    ['seatState', seatState],
    ['tenure', tenure],
    ['formerName', where('formerName', (row) => people.has(row['personId']))],
    ['accountPerson', accountPerson],
    ['sourceAlias', ofAccount('sourceAlias')],
    ['accountSeat', accountSeat],
    ['importSource', importSource],
    ['tie', tie],
    ['opportunity', opportunity],
    ['decisionRole', decisionRole],
    ['judgement', judgement],
    ['targetDepth', targetDepth],
    ['interaction', interaction],
    ['interactionPerson', interactionPerson],
    ['interactionAttachment', where('interactionAttachment', (row) => interactions.has(row['interactionId']))],
    ['interactionCalendar', where('interactionCalendar', (row) => interactions.has(row['interactionId']))],
    ['signal', signal],
    ['strategy', strategy],
    ['playbook', []],
    ['task', task],
    ['signalInbox', signalInbox],
    ['changeEvent', changeEvent],
    ['handOver', handOver],
    ['handOverItem', handOverItem],
    ['ownField', all.get('ownField') ?? []],
    ['pin', ofAccount('pin')],
    ['layoutMemory', ofAccount('layoutMemory')],
  ])
}

function valuesOf(rows: readonly BundleRow[], column: string): Set<unknown> {
  return new Set(rows.map((row) => row[column]).filter((value) => value !== null))
}

/** Ids with everything above them, where rows say by `key` what is above by `parent`. */
function withAncestors(ids: ReadonlySet<unknown>, rows: readonly BundleRow[], key: string, parent: string): Set<unknown> {
  const parents = Map.groupBy(rows, (row) => row[key])
  const reached = new Set(ids)
  // A set that grows while it is walked is walked to its end.
  for (const id of reached) {
    for (const row of parents.get(id) ?? []) if (row[parent] !== null) reached.add(row[parent])
  }
  return reached
}
