import type { OwnFields } from '../../src-shared/model/account'
import type { Day } from '../../src-shared/model/day'
import type { PoliticalStatus, Side, TouchTier } from '../../src-shared/model/scales'
import type { Row } from './row'
import { politicalStatuses, sides, tiers } from './vocabulary'

/** A row of people.csv, understood. Empty texts and nulls are "not given". */
export interface PersonLine {
  readonly row: Row<'people'>
  readonly id: string
  readonly name: string
  readonly title: string
  /** The way down to the department, `A/B`. */
  readonly department: string
  readonly reportsTo: string
  readonly tier: TouchTier | null
  readonly side: Side | null
  readonly organization: string
  readonly political: PoliticalStatus | null
  readonly email: string
  readonly phone: string
  readonly from: Day | null
  readonly to: Day | null
  readonly own: OwnFields
}

/** What was refused in the row is read as not given. */
export function readPersonLine(row: Row<'people'>): PersonLine {
  return {
    row,
    id: row.id('id'),
    name: row.text('name'),
    title: row.text('title'),
    department: row.text('department'),
    reportsTo: row.text('reports_to'),
    tier: row.word('tier', tiers),
    side: row.word('side', sides),
    organization: row.text('organization'),
    political: row.word('political', politicalStatuses),
    email: row.text('email'),
    phone: row.text('phone'),
    ...row.span('from', 'to'),
    own: row.own(),
  }
}
