import { z } from 'zod'
import { isTiered, shownTier } from '../../src-shared/contract/shownTier'
import { SecrecyTier } from '../../src-shared/model/scales'
import { type Connection, openConnection } from './db'

/**
 * The connections on which facts above a tier do not exist. Temporary views of the tables' own names stand before the tables, so that
 * no query has to think of secrecy, nor can a later one forget it. Opened when first asked for.
 */
export class ConcealedReaders {
  private readonly open = new Map<SecrecyTier, Connection>()

  constructor(private readonly connection: Connection) {}

  /** The connection that answers a query: the workspace's own where everything may be shown. */
  for(endpoint: string, input: unknown): Connection {
    const tier = isTiered(endpoint) ? z.looseObject(shownTier).parse(input).secrecy : undefined
    if (tier === undefined || tier === 'private') return this.connection
    const known = this.open.get(tier)
    if (known) return known
    const reader = openConnection(this.connection.file, 'read')
    reader.raw.pragma('temp_store = MEMORY')
    reader.raw.exec(concealing(tier))
    this.open.set(tier, reader)
    return reader
  }

  async close(): Promise<void> {
    for (const reader of this.open.values()) await reader.close()
    this.open.clear()
  }
}

/** The views, those first that others are made of. A seat goes with its holder: its title would tell who sits there. */
function concealing(tier: SecrecyTier): string {
  const tiers = SecrecyTier.options.slice(SecrecyTier.options.indexOf(tier) + 1)
  const above = (column: string) => `${column} IN (${tiers.map((each) => `'${each}'`).join(', ')})`
  const shownPerson = (column: string) => `(${column} IS NULL OR ${column} NOT IN hiddenPerson)`
  const personOrNull = (column: string) => `CASE WHEN ${column} NOT IN hiddenPerson THEN ${column} END`
  const { view, sql } = viewsOf()

  view('hiddenPerson', `SELECT id FROM main.person WHERE secrecy <> 'open' AND ${above('secrecy')}`)
  view(
    'hiddenSeat',
    `SELECT seatId FROM main.tenure
     WHERE personId IN hiddenPerson AND (validTo IS NULL OR validTo > date('now', 'localtime'))`,
  )
  view('hiddenTask', `SELECT id FROM main.task WHERE ${above('secrecy')} OR personId IN hiddenPerson`)

  const columns = 'id, name, latinName, email, phone'
  const note = `CASE WHEN ${above('noteSecrecy')} THEN '' ELSE note END AS note`
  view('person', `SELECT ${columns}, ${note}, secrecy, own, noteSecrecy FROM main.person WHERE NOT ${above('secrecy')}`)
  for (const table of ['formerName', 'accountPerson', 'sourceAlias', 'signal', 'handOver']) {
    view(table, `SELECT * FROM main.${table} WHERE personId NOT IN hiddenPerson`)
  }
  view('seat', 'SELECT * FROM main.seat WHERE id NOT IN hiddenSeat')
  view('accountSeat', 'SELECT * FROM main.accountSeat WHERE seatId NOT IN hiddenSeat')
  view('decisionRole', 'SELECT * FROM main.decisionRole WHERE seatId NOT IN hiddenSeat')
  view('tenure', 'SELECT * FROM main.tenure WHERE personId NOT IN hiddenPerson AND seatId NOT IN hiddenSeat')
  view(
    'seatState',
    `SELECT id, seatId, title, unitId, tier, ${nearestShown} AS reportsToSeatId, validFrom, validTo, recordedOn
     FROM main.seatState AS state WHERE seatId NOT IN hiddenSeat`,
  )
  view(
    'tie',
    `SELECT * FROM main.tie
     WHERE NOT ${above('secrecy')} AND fromPersonId NOT IN hiddenPerson AND toPersonId NOT IN hiddenPerson`,
  )
  view(
    'judgement',
    `SELECT id, subjectId, ${personOrNull('authorId')} AS authorId, ownPersonId, opportunityId, organizationId, kind, value, madeOn,
       expiresOn, confidence, evidence, secrecy, recordedSeq, own, factors
     FROM main.judgement
     WHERE NOT ${above('secrecy')} AND subjectId NOT IN hiddenPerson AND ${shownPerson('ownPersonId')}`,
  )
  view('targetDepth', 'SELECT * FROM main.targetDepth WHERE ownPersonId NOT IN hiddenPerson AND subjectId NOT IN hiddenPerson')
  view('interaction', `SELECT * FROM main.interaction WHERE NOT ${above('secrecy')}`)
  view(
    'interactionPerson',
    `SELECT * FROM main.interactionPerson
     WHERE personId NOT IN hiddenPerson AND interactionId IN (SELECT id FROM interaction)`,
  )
  view('interactionAttachment', 'SELECT * FROM main.interactionAttachment WHERE interactionId IN (SELECT id FROM interaction)')
  view(
    'strategy',
    `SELECT id, accountId, opportunityId, personId, role, objective, message, materials, ${personOrNull('ownerId')} AS ownerId,
       dueOn, status, result, madeOn, secrecy, own
     FROM main.strategy WHERE NOT ${above('secrecy')} AND personId NOT IN hiddenPerson`,
  )
  view('task', 'SELECT * FROM main.task WHERE id NOT IN hiddenTask')
  view('changeEvent', `SELECT * FROM main.changeEvent WHERE ${shownPerson('personId')}`)
  view(
    'handOverItem',
    `SELECT * FROM main.handOverItem
     WHERE ${shownPerson('subjectId')} AND (seatId IS NULL OR seatId NOT IN hiddenSeat)
       AND (taskId IS NULL OR taskId NOT IN hiddenTask) AND (strategyId IS NULL OR strategyId IN (SELECT id FROM strategy))`,
  )
  // The others are made of figures, and nobody can tell any more which facts went into those.
  view(
    'alert',
    `SELECT * FROM main.alert
     WHERE kind IN ('change', 'signal', 'task') AND ${shownPerson('personId')}
       AND (kind <> 'task' OR substr(alertKey, length('task ') + 1) NOT IN hiddenTask)`,
  )
  view('historyStep', concealedSteps(above))
  return sql()
}

/** Collects views, and makes them all. */
function viewsOf() {
  const made: string[] = []
  return {
    view: (name: string, select: string): void => void made.push(`CREATE TEMP VIEW ${name} AS ${select};`),
    sql: (): string => made.join('\n'),
  }
}

/** The nearest superior who is shown; a loop among those who are not ends without one. */
const nearestShown = `
  CASE WHEN reportsToSeatId IS NULL OR reportsToSeatId NOT IN hiddenSeat THEN reportsToSeatId ELSE (
    WITH RECURSIVE above (seatId) AS (
      SELECT state.reportsToSeatId
      UNION
      SELECT next.reportsToSeatId FROM above CROSS JOIN main.seatState AS next ON next.seatId = above.seatId
      WHERE next.validTo IS NULL AND above.seatId IN hiddenSeat
    )
    SELECT seatId FROM above WHERE seatId NOT IN hiddenSeat
  ) END`

/**
 * Steps keep their place, so that undo still says how far it goes; what hides a fact that is not shown, or bears the name of somebody
 * who is not, is called by no more than that.
 */
function concealedSteps(above: (column: string) => string): string {
  const secret = (image: string) => above(`coalesce(json_extract(${image}, '$.secrecy'), '')`)
  const nameless = `
    EXISTS (SELECT 1 FROM main.historyChange WHERE stepId = step.id AND (${secret('before')} OR ${secret('after')}))
    OR EXISTS (
      SELECT 1 FROM json_each(step.params) AS param CROSS JOIN hiddenName ON instr(param.value, hiddenName.name) > 0
    )`
  return `
    WITH hiddenName (name) AS MATERIALIZED (
      SELECT name FROM main.person WHERE id IN hiddenPerson
      UNION SELECT latinName FROM main.person WHERE id IN hiddenPerson AND latinName <> ''
      UNION SELECT name FROM main.formerName WHERE personId IN hiddenPerson
      UNION SELECT json_extract(before, '$.name') FROM main.historyChange
        WHERE tableName IN ('person', 'formerName') AND before IS NOT NULL
          AND (${secret('before')} OR json_extract(before, '$.personId') IN hiddenPerson OR json_extract(before, '$.id') IN hiddenPerson)
    )
    SELECT id, CASE WHEN ${nameless} THEN 'concealed' ELSE name END AS name,
      CASE WHEN ${nameless} THEN '{}' ELSE params END AS params, madeAt, undone, created
    FROM main.historyStep AS step`
}
