import type SQLite from 'better-sqlite3'

const known = new WeakMap<SQLite.Database, Map<string, SQLite.Statement<unknown[], unknown>>>()

/**
 * A statement of a connection, prepared when it is first asked for: what runs with every keystroke costs as much to prepare as to
 * answer. Only for texts of which there are few.
 *
 * @param only `column`: the first column of each row instead of an object
 */
export function prepared<Parameters extends unknown[], Row>(
  raw: SQLite.Database,
  sql: string,
  only: 'column' | 'row' = 'row',
): SQLite.Statement<Parameters, Row> {
  const statements = known.get(raw) ?? new Map<string, SQLite.Statement<unknown[], unknown>>()
  known.set(raw, statements)
  const key = `${only} ${sql}`
  const statement = statements.get(key) ?? raw.prepare<unknown[], unknown>(sql).pluck(only === 'column')
  statements.set(key, statement)
  // The types of a statement are the caller's word, as with `prepare` itself.
  return statement as SQLite.Statement<Parameters, Row>
}
