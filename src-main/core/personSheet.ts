import type { ParseKeys } from 'i18next'
import type SQLite from 'better-sqlite3'
import { z } from 'zod'
import type { Output, ParsedInput } from '../../src-shared/contract'
import { dayText, percentText } from '../../src-shared/i18n/format'
import { resources, type Translate, translator } from '../../src-shared/i18n/translate'
import { Day } from '../../src-shared/model/day'
import type { PersonId } from '../../src-shared/model/ids'
import type { Language } from '../../src-shared/model/language'
import { ChangeKind } from '../../src-shared/model/change'
import type { Method } from '../../src-shared/model/method'
import {
  Chain,
  InteractionKind,
  JudgementKind,
  LifecycleStage,
  PoliticalStatus,
  SecrecyTier,
  Side,
  SignalKind,
  SignalState,
  Stance,
  StrategyStatus,
  TieKind,
} from '../../src-shared/model/scales'
import { roleWords } from '../../src-shared/scene/roleWords'
import type { ReadContext } from './context'
import { personOf } from './lookup'
import { type Row, rowsAbout } from './personData'
import { workspaceMethod } from './workspace'

const texts = resources.en.translation.privacy.person
type TableKey = keyof (typeof texts)['table']
type ColumnKey = keyof (typeof texts)['column']

/** Where rows only point at the fact: read whole, with what makes it understood. Parameter: the person. */
const readWhole: Readonly<Record<string, { readonly table: TableKey; readonly sql: string }>> = {
  interactionPerson: {
    table: 'interaction',
    sql: `
      SELECT interaction.*, (
        SELECT group_concat(person.name, ', ') FROM interactionPerson CROSS JOIN person ON person.id = interactionPerson.personId
        WHERE interactionPerson.interactionId = interaction.id
      ) AS participants, (
        SELECT group_concat(label || ' ' || target, char(10)) FROM interactionAttachment WHERE interactionId = interaction.id
      ) AS attachments
      FROM interactionPerson CROSS JOIN interaction ON interaction.id = interactionId
      WHERE interactionPerson.personId = ? ORDER BY heldOn, interaction.id`,
  },
}

/** The roles of the seats that somebody holds or held: nothing of the role names them, and yet it is about them. */
const rolesSql = `
  SELECT decisionRole.* FROM decisionRole
  WHERE seatId IN (SELECT seatId FROM tenure WHERE personId = ?) ORDER BY opportunityId, id`

/**
 * The same rows as `person.data` for somebody to read: section by section, ids as names, scales as words, days as the language writes
 * them. Sections are found as there, so that none is forgotten. @throws AppError `not_found`
 */
export async function personSheet(
  { db, raw }: ReadContext,
  { personId, language }: ParsedInput<'person.dataSheet'>,
): Promise<Output<'person.dataSheet'>> {
  const { name } = await personOf(db, personId)
  const reader = new RowReader(raw, language, await workspaceMethod(db))
  const found = rowsAbout(raw, personId).map(([table, rows]): [TableKey | null, readonly Row[]] => {
    const whole = readWhole[table]
    return whole ? [whole.table, select(raw, whole.sql, personId)] : [isTable(table) ? table : null, rows]
  })
  found.splice(1, 0, ['decisionRole', select(raw, rolesSql, personId)])
  const order = Object.keys(texts.table)
  const sections = found
    .flatMap(([table, rows]) => (table === null || rows.length === 0 ? [] : [reader.section(table, rows)]))
    .sort((a, b) => order.indexOf(a.table) - order.indexOf(b.table))
  return { name, sections }
}

function select(raw: SQLite.Database, sql: string, personId: PersonId): Row[] {
  return raw.prepare<[string], Row>(sql).all(personId)
}

type Section = Output<'person.dataSheet'>['sections'][number]

/** What an id of a column stands for: the statement that names it. */
const named: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    ['fromPersonId', 'toPersonId', 'subjectId', 'authorId', 'ownPersonId', 'ownerId', 'successorId'].map((column) => [
      column,
      'SELECT name FROM person WHERE id = ?',
    ]),
  ),
  accountId: 'SELECT name FROM account WHERE id = ?',
  destinationAccountId: 'SELECT name FROM account WHERE id = ?',
  opportunityId: 'SELECT name FROM opportunity WHERE id = ?',
  organizationId: 'SELECT name FROM organization WHERE id = ?',
  seatId: `
    SELECT concat_ws(' · ', nullif(title, ''), nullif(organization.name, '')) FROM seat
    CROSS JOIN organization ON organization.id = seat.organizationId LEFT JOIN seatState ON seatState.seatId = seat.id
    WHERE seat.id = ? ORDER BY seatState.validFrom DESC LIMIT 1`,
  taskId: 'SELECT title FROM task WHERE id = ?',
  strategyId: 'SELECT objective FROM strategy WHERE id = ?',
  handOverId: 'SELECT person.name FROM handOver CROSS JOIN person ON person.id = personId WHERE handOver.id = ?',
}

/** The words of scales, by column, or by table and column where a name means several. */
const scales: Readonly<Record<string, (value: string) => ParseKeys>> = {
  secrecy: (value) => `model.secrecy.${SecrecyTier.parse(value)}`,
  noteSecrecy: (value) => `model.secrecy.${SecrecyTier.parse(value)}`,
  side: (value) => `model.side.${Side.parse(value)}`,
  lifecycle: (value) => `model.lifecycle.${LifecycleStage.parse(value)}`,
  status: (value) => `model.strategyState.${StrategyStatus.parse(value)}`,
  state: (value) => `change.state.${SignalState.parse(value)}`,
  'tie kind': (value) => `model.tie.${TieKind.parse(value)}`,
  'judgement kind': (value) => `model.judgement.${JudgementKind.parse(value)}`,
  'interaction kind': (value) => `model.interaction.${InteractionKind.parse(value)}`,
  'signal kind': (value) => `model.signal.${SignalKind.parse(value)}`,
  'changeEvent kind': (value) => `change.event.${ChangeKind.parse(value)}`,
}

const Own = z.record(z.string(), z.unknown())
const ratios: ReadonlySet<string> = new Set(['strength', 'confidence'])

class RowReader {
  private readonly t: Translate

  constructor(
    private readonly raw: SQLite.Database,
    private readonly language: Language,
    private readonly method: Method,
  ) {
    this.t = translator(language)
  }

  section(table: TableKey, rows: readonly Row[]): Section {
    const entries = rows.map((row) =>
      Object.keys(row).flatMap((column) => {
        if (!isColumn(column)) return []
        const value = this.words(table, column, row)
        return value === '' ? [] : [{ label: this.t(`privacy.person.column.${column}`), value }]
      }),
    )
    return { table, title: this.t(`privacy.person.table.${table}`), entries }
  }

  private words(table: TableKey, column: ColumnKey, row: Row): string {
    const value = row[column]
    if (value === null || value === undefined || value === '') return ''
    const text = String(value)
    const scale = scales[`${table} ${column}`] ?? scales[column]
    if (scale) return this.t(scale(text))
    const naming = named[column]
    if (naming !== undefined) return this.raw.prepare<[string], string>(naming).pluck().get(text) ?? ''
    if (ratios.has(column)) return percentText(Number(value), this.language)
    if (column === 'value') return this.opinion(JudgementKind.parse(row['kind']), text)
    if (column === 'role') return roleWords(text, this.method, this.t).label
    if (column === 'own' || column === 'factors') return fieldsOf(text)
    if (column === 'chains') {
      const chains = z.array(Chain).parse(JSON.parse(text))
      return chains.map((chain) => this.t(`model.chain.${chain}`)).join(', ')
    }
    const day = Day.safeParse(value)
    return day.success ? dayText(day.data, this.language) : text
  }

  private opinion(kind: JudgementKind, value: string): string {
    switch (kind) {
      case 'stance':
        return this.t(`model.stance.${Stance.parse(value)}`)
      case 'political':
        return this.t(`model.political.${PoliticalStatus.parse(value)}`)
      case 'depth':
        return `${value} ${this.t(`model.depth.${z.enum(['0', '1', '2', '3', '4']).parse(value)}`)}`
      case 'adaptability':
        return value
      default:
        return kind satisfies never
    }
  }
}

function fieldsOf(json: string): string {
  return Object.entries(Own.parse(JSON.parse(json)))
    .map(([key, value]) => `${key}: ${String(value)}`)
    .join('\n')
}

/** Keys that only mean something to the program are left out; `person.data` has them. */
function isColumn(column: string): column is ColumnKey {
  return Object.hasOwn(texts.column, column)
}

function isTable(table: string): table is TableKey {
  return Object.hasOwn(texts.table, table)
}
