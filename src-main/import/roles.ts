import { z } from 'zod'
import type { DecisionRoleId, SeatId } from '../../src-shared/model/ids'
import { Chain } from '../../src-shared/model/scales'
import type { Schema } from '../core/schema'
import type { AccountState } from './accountState'
import type { CsvTable } from './csvTable'
import { type Intake, rowsOf, storedOwn } from './intake'
import { seatHeldOn } from './seating'
import { chains as chainWords, rolesOf } from './vocabulary'

/**
 * Takes decision roles in. A role belongs to the seat that the person holds last; where one of their seats has it already, a row
 * only adds the chains it names. Opportunities are made when new.
 */
export async function takeRoles(table: CsvTable<'roles'>, intake: Intake): Promise<void> {
  const { state, draft, db, on, newId } = intake
  state.registerOwnFields('decisionRole', table.ownColumns)
  const roleWords = rolesOf(intake.method)
  const opportunities = state.opportunities.map(({ id }) => id)
  const stored = await db
    .selectFrom('decisionRole')
    .selectAll()
    .where('opportunityId', 'in', opportunities)
    .orderBy('id')
    .execute()
  const bySeat = Map.groupBy(stored, ({ seatId }) => seatId)

  for (const row of rowsOf(table, intake)) {
    const id = row.id('person')
    const seat = seatHeldOn(state, id, null)
    if (!seat && id !== '' && !state.refusedIds.has(id)) row.refuse('person', 'unknown_id', {})
    const name = row.neededText('opportunity')
    const opportunity = name === '' ? null : (state.opportunityNamed(name) ?? state.createOpportunity(name))
    const role = row.neededWord('role', roleWords)
    const chains = row.words('chain', chainWords)
    const own = storedOwn(row.own())
    if (row.refused || !seat || !role || !opportunity) continue
    const known = seatsOf(state, id, seat.row.id)
      .flatMap((seatId) => bySeat.get(seatId) ?? [])
      .find((each) => each.opportunityId === opportunity.id && each.role === role)
    if (known) {
      const values = { chains: withChains(known.chains, chains), ...(own !== '{}' && { own }) }
      table.outcome[draft.change('decisionRole', known, values) ? 'updated' : 'unchanged'] += 1
      continue
    }
    const created: Schema['decisionRole'] = draft.create('decisionRole', {
      id: newId<DecisionRoleId>(),
      opportunityId: opportunity.id,
      seatId: seat.row.id,
      role,
      chains: withChains('[]', chains),
      validFrom: null,
      validTo: null,
      recordedOn: on,
      own,
    })
    const held = bySeat.get(created.seatId)
    if (held) held.push(created)
    else bySeat.set(created.seatId, [created])
    table.outcome.created += 1
  }
}

/** Every seat that an id stands for: a role stays with the seat it was given to when its holder moves on. */
function seatsOf(state: AccountState, id: string, last: SeatId): SeatId[] {
  const tenures = state.people.get(id)?.tenures ?? []
  return [...new Set([...tenures.map(({ seatId }) => seatId), last])]
}

/** Chains in the order of the scale, whatever the order they came in. */
function withChains(stored: string, more: readonly Chain[]): string {
  const present = new Set([...z.array(Chain).parse(JSON.parse(stored)), ...more])
  return JSON.stringify(Chain.options.filter((chain) => present.has(chain)))
}
