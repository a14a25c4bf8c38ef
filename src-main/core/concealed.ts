import type { Statement } from 'better-sqlite3'
import { z } from 'zod'
import { isTiered, shownTier } from '../../src-shared/contract/shownTier'
import type { OwnFields } from '../../src-shared/model/account'
import { SecrecyTier } from '../../src-shared/model/scales'
import { fieldsWithoutNames, withoutNames } from '../../src-shared/model/withoutNames'
import { type Connection, openConnection } from './db'
import { ownJson } from './json'

/** A connection that answers queries. */
interface QueryReader extends Pick<Connection, 'raw' | 'kysely'> {
  /** To be called inside of a query's transaction, before anything is read. */
  begin(): void
}

/**
 * The connections on which facts above a tier do not exist. Temporary views of the tables' own names stand before the tables, so that
 * no query has to think of secrecy, nor can a later one forget it. Opened when first asked for.
 */
export class ConcealedReaders {
  private readonly open = new Map<SecrecyTier, ConcealedReader>()
  private readonly whole: QueryReader

  constructor(private readonly connection: Connection) {
    this.whole = { raw: connection.raw, kysely: connection.kysely, begin: () => {} }
  }

  /** The connection that answers a query: the workspace's own where everything may be shown. */
  for(endpoint: string, input: unknown): QueryReader {
    const tier = isTiered(endpoint) ? z.looseObject(shownTier).parse(input).secrecy : undefined
    if (tier === undefined || tier === 'private') return this.whole
    const known = this.open.get(tier)
    if (known) return known
    const reader = new ConcealedReader(this.connection.file, tier)
    this.open.set(tier, reader)
    return reader
  }

  async close(): Promise<void> {
    for (const reader of this.open.values()) await reader.close()
    this.open.clear()
  }
}

/** One of them. What is left to be read of facts that are shown bears no name of somebody who is not. */
class ConcealedReader implements QueryReader {
  private readonly connection: Connection
  private readonly hiddenNames: Statement<[], string>
  private names = ''
  private said = withoutNames([])

  constructor(file: string, tier: SecrecyTier) {
    this.connection = openConnection(file, 'read')
    this.raw.pragma('temp_store = MEMORY')
    this.raw.function('said', { deterministic: true }, (text: string) => this.said(text))
    this.raw.function('saidIn', { deterministic: true }, (own: string) =>
      JSON.stringify(fieldsWithoutNames(ownJson<OwnFields>(own), this.said)),
    )
    this.raw.exec(concealing(tier))
    this.hiddenNames = this.raw.prepare<[], string>('SELECT name FROM hiddenName').pluck()
  }

  get raw() {
    return this.connection.raw
  }

  get kysely() {
    return this.connection.kysely
  }

  /** Whoever has been hidden, shown or renamed meanwhile: the texts of this query are read with the names of its own moment. */
  begin(): void {
    const names = this.hiddenNames.all()
    const key = names.join('\n')
    if (key === this.names) return
    this.names = key
    this.said = withoutNames(names)
  }

  async close(): Promise<void> {
    await this.connection.close()
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
    'hiddenName',
    `SELECT name FROM main.person WHERE id IN hiddenPerson
     UNION SELECT latinName FROM main.person WHERE id IN hiddenPerson AND latinName <> ''
     UNION SELECT name FROM main.formerName WHERE personId IN hiddenPerson`,
  )
  view(
    'hiddenSeat',
    `SELECT seatId FROM main.tenure
     WHERE personId IN hiddenPerson AND (validTo IS NULL OR validTo > date('now', 'localtime'))`,
  )
  view('hiddenTask', `SELECT id FROM main.task WHERE ${above('secrecy')} OR personId IN hiddenPerson`)

  const columns = 'id, name, latinName, email, phone'
  const note = `CASE WHEN ${above('noteSecrecy')} THEN '' ELSE said(note) END AS note`
  view(
    'person',
    `SELECT ${columns}, ${note}, secrecy, saidIn(own) AS own, noteSecrecy FROM main.person WHERE NOT ${above('secrecy')}`,
  )
  for (const table of ['formerName', 'accountPerson', 'sourceAlias']) {
    view(table, `SELECT * FROM main.${table} WHERE personId NOT IN hiddenPerson`)
  }
  view(
    'signal',
    `SELECT id, accountId, personId, kind, notedOn, confidence, said(source) AS source, state, saidIn(own) AS own
     FROM main.signal WHERE personId NOT IN hiddenPerson`,
  )
  view(
    'handOver',
    `SELECT id, accountId, personId, changeEventId, openedOn, closedOn, said(destination) AS destination, destinationAccountId,
       said(note) AS note
     FROM main.handOver WHERE personId NOT IN hiddenPerson`,
  )
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
    `SELECT id, fromPersonId, toPersonId, kind, strength, confidence, said(note) AS note, validFrom, validTo, secrecy, sourceId, recordedOn,
       saidIn(own) AS own
     FROM main.tie
     WHERE NOT ${above('secrecy')} AND fromPersonId NOT IN hiddenPerson AND toPersonId NOT IN hiddenPerson`,
  )
  view(
    'judgement',
    `SELECT id, subjectId, ${personOrNull('authorId')} AS authorId, ownPersonId, opportunityId, organizationId, kind, value, madeOn,
       expiresOn, confidence, said(evidence) AS evidence, secrecy, recordedSeq, saidIn(own) AS own, factors
     FROM main.judgement
     WHERE NOT ${above('secrecy')} AND subjectId NOT IN hiddenPerson AND ${shownPerson('ownPersonId')}`,
  )
  view('targetDepth', 'SELECT * FROM main.targetDepth WHERE ownPersonId NOT IN hiddenPerson AND subjectId NOT IN hiddenPerson')
  view(
    'interaction',
    `SELECT id, accountId, opportunityId, heldOn, kind, said(summary) AS summary, secrecy, saidIn(own) AS own
     FROM main.interaction WHERE NOT ${above('secrecy')}`,
  )
  view(
    'interactionPerson',
    `SELECT * FROM main.interactionPerson
     WHERE personId NOT IN hiddenPerson AND interactionId IN (SELECT id FROM interaction)`,
  )
  view(
    'interactionAttachment',
    `SELECT id, interactionId, said(label) AS label, said(target) AS target, position
     FROM main.interactionAttachment WHERE interactionId IN (SELECT id FROM interaction)`,
  )
  view(
    'strategy',
    `SELECT id, accountId, opportunityId, personId, role, said(objective) AS objective, said(message) AS message,
       said(materials) AS materials, ${personOrNull('ownerId')} AS ownerId, dueOn, status, said(result) AS result, madeOn, secrecy,
       saidIn(own) AS own
     FROM main.strategy WHERE NOT ${above('secrecy')} AND personId NOT IN hiddenPerson`,
  )
  view(
    'task',
    `SELECT id, accountId, opportunityId, personId, ownerId, said(title) AS title, said(note) AS note, dueOn, remindOn, doneOn, madeOn,
       repeatEveryDays, origin, originId, secrecy, saidIn(own) AS own
     FROM main.task WHERE id NOT IN hiddenTask`,
  )
  view(
    'changeEvent',
    `SELECT id, accountId, kind, personId, seatId, happenedOn, said(note) AS note, signalId, recordedOn, saidIn(own) AS own
     FROM main.changeEvent WHERE ${shownPerson('personId')}`,
  )
  view(
    'handOverItem',
    `SELECT id, handOverId, kind, opportunityId, role, seatId, subjectId, taskId, strategyId, successorId, ownPersonId, dueOn, doneOn,
       said(note) AS note, position
     FROM main.handOverItem
     WHERE ${shownPerson('subjectId')} AND (seatId IS NULL OR seatId NOT IN hiddenSeat)
       AND (taskId IS NULL OR taskId NOT IN hiddenTask) AND (strategyId IS NULL OR strategyId IN (SELECT id FROM strategy))`,
  )
  // The others are made of figures, and nobody can tell any more which facts went into those.
  view(
    'alert',
    `SELECT id, alertKey, accountId, opportunityId, personId, kind, code,
       CASE WHEN kind = 'task' THEN json_set(params, '$.title', said(params ->> '$.title')) ELSE params END AS params,
       raisedOn, seenOn, dismissedOn
     FROM main.alert
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
      SELECT 1 FROM json_each(step.params) AS param CROSS JOIN onceHidden ON instr(param.value, onceHidden.name) > 0
    )`
  return `
    WITH onceHidden (name) AS MATERIALIZED (
      SELECT name FROM hiddenName
      UNION SELECT json_extract(before, '$.name') FROM main.historyChange
        WHERE tableName IN ('person', 'formerName') AND before IS NOT NULL
          AND (${secret('before')} OR json_extract(before, '$.personId') IN hiddenPerson OR json_extract(before, '$.id') IN hiddenPerson)
    )
    SELECT id, CASE WHEN ${nameless} THEN 'concealed' ELSE name END AS name,
      CASE WHEN ${nameless} THEN '{}' ELSE params END AS params, madeAt, undone, created
    FROM main.historyStep AS step`
}
