import { Stance, TouchTier } from '../../../src-shared/model/scales'
import type { OpenAccount } from '../../account/AccountContext'
import type { PersonRow } from '../../account/peopleRows'
import { type Attempt, attempt } from '../../client/useChange'
import type { ColumnKey } from './columns'

/** Writes what was typed or chosen in a cell. @returns the sentence of a refusal, or null */
export async function commitCell(open: OpenAccount, row: PersonRow, key: ColumnKey, value: string): Promise<string | null> {
  const result = await write(open, row, key, value)
  return result === null || result.ok ? null : result.sentence
}

async function write(open: OpenAccount, row: PersonRow, key: ColumnKey, value: string): Promise<Attempt<unknown> | null> {
  const { graph, asOf, opportunity, me } = open
  const { personId, seatId } = row
  switch (key) {
    case 'name':
      if (personId !== null) return attempt('person.update', { personId, name: value })
      if (seatId === null || value === '') return null
      // A seat that nobody was seen in always had this holder; one that was left has them from today on.
      return attempt('seat.fill', {
        accountId: graph.account.id,
        seatId,
        holder: { name: value },
        validFrom: graph.tenures.some((tenure) => tenure.seatId === seatId) ? asOf : null,
        on: asOf,
      })
    case 'title':
      return seatId && attempt('seat.update', { seatId, title: value, on: asOf })
    case 'department':
      return seatId && attempt('seat.update', { seatId, unit: value, on: asOf })
    case 'tier':
      return seatId && attempt('seat.update', { seatId, tier: TouchTier.parse(value), on: asOf })
    case 'stance':
      return (
        personId &&
        attempt('judgement.record', {
          subjectId: personId,
          kind: 'stance',
          value: Stance.parse(value),
          authorId: me,
          opportunityId: opportunity?.id ?? null,
          madeOn: asOf,
        })
      )
    case 'side':
    case 'roles':
    case 'political':
    case 'depth':
    case 'contact':
      return null
    default:
      return key satisfies never
  }
}
