import type SQLite from 'better-sqlite3'
import type { AccountId } from '../../src-shared/model/ids'
import { prepared } from './preparedStatements'
import type { Bearer } from './search'

/** Everything with a name on one account, by the text it bears. */
export type NamedOnAccount = ReadonlyMap<number, readonly Bearer[]>

/** An account of up to so many people is read whole and compared with what was found; a larger one is asked for the found texts. */
const SMALL_ACCOUNT = 2_000

/** What a connection read last, and of which state of the file. */
interface Remembered {
  readonly accountId: AccountId
  readonly version: string
  readonly whole: NamedOnAccount | null
}

const remembered = new WeakMap<SQLite.Database, Remembered>()

/**
 * Everything with a name on a small account, null on a large one. Kept from one keystroke to the next, for the account that is open,
 * until anything is written to the file: by this connection or by another.
 */
export function smallAccount(raw: SQLite.Database, accountId: AccountId): NamedOnAccount | null {
  const version = [raw.pragma('data_version', { simple: true }), changes(raw)].join(' ')
  const known = remembered.get(raw)
  if (known?.accountId === accountId && known.version === version) return known.whole
  const whole = read(raw, accountId)
  remembered.set(raw, { accountId, version, whole })
  return whole
}

function changes(raw: SQLite.Database): number | undefined {
  return prepared<[], number>(raw, 'SELECT total_changes()', 'column').get()
}

function read(raw: SQLite.Database, accountId: AccountId): NamedOnAccount | null {
  const counted = `SELECT count(*) FROM (SELECT 1 FROM accountPerson WHERE accountId = ? LIMIT ${SMALL_ACCOUNT + 1})`
  const members = prepared<[string], number>(raw, counted, 'column').get(accountId)
  if ((members ?? 0) > SMALL_ACCOUNT) return null
  return Map.groupBy(prepared<[{ accountId: string }], Bearer>(raw, wholeAccountSql).all({ accountId }), (row) => row.textId)
}

/** Everything with a name on one account; the order of the joins is said, since SQLite knows nothing of the sizes. */
const wholeAccountSql = `
  WITH member AS MATERIALIZED (
    SELECT personId, name, latinName FROM accountPerson CROSS JOIN person ON person.id = personId WHERE accountId = :accountId
  ),
  held AS MATERIALIZED (
    SELECT member.personId, seatId
    FROM member CROSS JOIN tenure ON tenure.personId = member.personId WHERE tenure.validTo IS NULL
  ),
  named (kind, id, name, about) AS (
    SELECT 'person', personId, name, 0 FROM member
    UNION ALL SELECT 'person', personId, latinName, 0 FROM member WHERE latinName <> ''
    UNION ALL SELECT 'person', member.personId, formerName.name, 0
      FROM member CROSS JOIN formerName ON formerName.personId = member.personId
    UNION ALL SELECT 'person', personId, title, 1
      FROM held CROSS JOIN seatState ON seatState.seatId = held.seatId WHERE seatState.validTo IS NULL
    UNION ALL SELECT 'person', personId, organization.name, 1
      FROM held CROSS JOIN seat ON seat.id = held.seatId CROSS JOIN organization ON organization.id = organizationId
    UNION ALL SELECT 'account', id, name, 0 FROM account WHERE id = :accountId
    UNION ALL SELECT 'opportunity', id, name, 0 FROM opportunity WHERE accountId = :accountId
  )
  SELECT kind, named.id, :accountId AS accountId, searchText.id AS textId, text, about
  FROM named CROSS JOIN searchText ON text = named.name`
