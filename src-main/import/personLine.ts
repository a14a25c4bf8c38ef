import type { OwnFields } from '../../src-shared/model/account'
import type { Day } from '../../src-shared/model/day'
import type { PoliticalStatus, Side, TouchTier } from '../../src-shared/model/scales'
import { joinedName } from './contactNames'
import { departmentPath } from './contactHeaders'
import type { CsvTable } from './csvTable'
import { type Row, TEXT_LIMIT } from './row'
import type { Written } from './senderIds'
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
  /** A superior by name, mail or telephone, as contact exports have it. */
  readonly manager: string
  readonly tier: TouchTier | null
  readonly side: Side | null
  readonly organization: string
  readonly political: PoliticalStatus | null
  readonly email: string
  readonly phone: string
  readonly note: string
  readonly from: Day | null
  readonly to: Day | null
  readonly own: OwnFields
}

/**
 * What was refused in the row is read as not given.
 *
 * @param idOf the sender's id of somebody of whom the row says this
 */
export function readPersonLine(
  row: Row<'people'>,
  { departments }: CsvTable<'people'>,
  idOf: (written: Written) => string,
): PersonLine {
  const written = {
    name: row.text('name') || joinedName(row.text('family_name'), row.text('given_name'), row.text('middle_name')),
    organization: row.text('organization'),
    email: firstOf(row.text('email')),
    phone: firstOf(row.text('phone')),
  }
  const department = row.text('department')
  return {
    row,
    ...written,
    id: idOf(written),
    title: row.text('title'),
    department: departments === null ? department : departmentPath(department, departments),
    reportsTo: row.text('reports_to'),
    manager: row.text('manager'),
    tier: row.word('tier', tiers),
    side: row.word('side', sides),
    political: row.word('political', politicalStatuses),
    note: row.text('note', TEXT_LIMIT),
    ...row.span('from', 'to'),
    own: row.own(),
  }
}

/** What stands between several values in exports of Google's contacts. */
const SEVERAL = ' ::: '

const firstOf = (text: string): string => text.split(SEVERAL)[0] ?? ''
