import type SQLite from 'better-sqlite3'
import { prepared } from './preparedStatements'

interface Description {
  readonly label: string
  /** Title and organization of the present seat; empty without one. */
  readonly detail: string
}

interface Asked {
  readonly kind: string
  readonly id: string
  readonly accountId: string
}

interface Row {
  readonly id: string
  readonly name: string
  readonly title: string | null
  readonly organization: string | null
}

/** What is said of people beside their names: of their seats first the one on the account where they were found. */
export function describePeople(raw: SQLite.Database, found: readonly Asked[]): Map<string, Description> {
  const people = found.filter(({ kind }) => kind === 'person').map(({ id, accountId }) => [id, accountId])
  const rows = prepared<[string], Row>(
    raw,
    `SELECT person.id, person.name, seatState.title, organization.name AS organization
       FROM json_each(?) AS asked
       CROSS JOIN person ON person.id = asked.value ->> 0
       LEFT JOIN tenure ON tenure.personId = person.id AND tenure.validTo IS NULL
       LEFT JOIN seatState ON seatState.seatId = tenure.seatId AND seatState.validTo IS NULL
       LEFT JOIN seat ON seat.id = tenure.seatId
       LEFT JOIN organization ON organization.id = seat.organizationId
       LEFT JOIN accountSeat ON accountSeat.seatId = seat.id AND accountSeat.accountId = asked.value ->> 1
       ORDER BY asked.key, accountSeat.seatId IS NULL, seat.id`,
  ).all(JSON.stringify(people))
  const described = new Map<string, Description>()
  for (const { id, name, title, organization } of rows) {
    if (described.has(id)) continue
    described.set(id, { label: name, detail: [title, organization].filter(Boolean).join(' · ') })
  }
  return described
}
