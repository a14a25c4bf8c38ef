import Papa from 'papaparse'
import type { Method } from '../model/method'
import { Depth, type Side } from '../model/scales'
import { looksLikeName } from './outline'
import { emptyPerson, type Place, type QuickName, type QuickPerson } from './document'
import { plainName } from './names'
import type { Reading } from './parse'
import { Problems } from './problems'
import {
  placeholders,
  politicalStatuses,
  rolesOf,
  sides,
  stances,
  tableColumns,
  type TableColumn,
  tiers,
  titleWords,
  unitEndings,
  unknownWords,
} from './words'

interface Row {
  readonly line: number
  readonly cells: readonly string[]
}

/**
 * Reads a pasted table: tab-separated as spreadsheets copy it, CSV, or Markdown. Columns are known by their headings in either language,
 * else, where tabs or bars leave no doubt that it is a table, guessed by what they hold. Null where the text is no table of people.
 */
export function readTable(text: string, method: Method): Reading | null {
  const { rows, isCertain } = rowsOf(text)
  const [head, ...body] = rows
  if (!head || head.cells.length < 2) return null
  const headings = head.cells.map((cell) => tableColumns.find(cell))
  const isHeaded = headings.includes('name') && new Set(headings).size > 1
  if (!isHeaded && !(isCertain && rows.length > 1)) return null
  const problems = new Problems()
  const columns = isHeaded ? headings : guessColumns(rows, method)
  if (!columns.includes('name')) {
    problems.add('nothing_understood', placeOf(head, 0), { value: head.cells.join(' ') })
    return { document: { account: null, opportunity: null, people: [], ties: [] }, problems: problems.found }
  }
  if (isHeaded) {
    for (const [index, cell] of head.cells.entries()) {
      const isRepeated = columns.indexOf(columns[index]) !== index
      if ((columns[index] === undefined || isRepeated) && cell.trim() !== '')
        problems.add('column_unknown', placeOf(head, index), { value: cell.trim() })
    }
  }
  const people = new TableReader(columns, method, problems).read(isHeaded ? body : rows)
  return { document: { account: null, opportunity: null, people, ties: [] }, problems: problems.found }
}

/** The rows of a table with the lines they start on; `isCertain` where nothing else than a table looks so. */
function rowsOf(text: string): { rows: Row[]; isCertain: boolean } {
  const lines = text.split(/\r\n|\r|\n/)
  const filled = lines.filter((line) => line.trim() !== '')
  if (filled.length > 0 && filled.every((line) => /^\s*\|.*\|\s*$/.test(line))) {
    const rows = lines.flatMap((line, index): Row[] => {
      if (line.trim() === '' || /^[\s|:-]+$/.test(line)) return []
      const cells = line
        .trim()
        .slice(1, -1)
        .split(/(?<!\\)\|/)
      return [{ line: index + 1, cells: cells.map((cell) => cell.replaceAll('\\|', '|').trim()) }]
    })
    return { rows, isCertain: true }
  }
  // A tab at the start of a line is an indentation, and signs after tabs make it quick entry.
  const isTabbed = filled.length > 0 && filled.every((line) => /^[^\t]+\t/.test(line)) && !/(?:^|\t)[@!^#＠！＾＃[［]/m.test(text)
  const delimiter = isTabbed ? '\t' : ([',', ';', '，'].find((each) => headingCount(filled[0] ?? '', each) > 1) ?? ',')
  const parsed = Papa.parse<string[]>(lines.join('\n'), { delimiter, newline: '\n' })
  let line = 1
  const rows = parsed.data.flatMap((cells): Row[] => {
    const start = line
    line += 1 + cells.reduce((sum, cell) => sum + cell.split('\n').length - 1, 0)
    return cells.every((cell) => cell.trim() === '') ? [] : [{ line: start, cells: cells.map((cell) => cell.trim()) }]
  })
  return { rows, isCertain: isTabbed }
}

function headingCount(line: string, delimiter: string): number {
  return line.split(delimiter).filter((cell) => tableColumns.find(cell) !== undefined).length
}

/** By what most of its cells look like; the first that looks like nothing else is the title. */
function guessColumns(rows: readonly Row[], method: Method): (TableColumn | undefined)[] {
  const width = Math.max(...rows.slice(0, 100).map(({ cells }) => cells.length))
  const cellsOf = (index: number) =>
    rows
      .slice(0, 100)
      .map(({ cells }) => cells[index] ?? '')
      .filter((cell) => cell !== '')
  const looks: readonly (readonly [TableColumn, (cell: string) => boolean])[] = [
    ['name', looksLikeName],
    [
      'name',
      (cell) =>
        /^\p{Lu}[\p{L}'’.-]*(?: \p{Lu}[\p{L}'’.-]*){1,3}$/u.test(cell) && !cell.split(' ').some((word) => titleWords.has(word)),
    ],
    ['stance', (cell) => stances.find(cell) !== undefined || unknownWords.has(cell)],
    ['role', (cell) => rolesOf(method).find(cell) !== undefined],
    ['political', (cell) => politicalStatuses.find(cell) !== undefined],
    ['tier', (cell) => tiers.find(cell) !== undefined],
    ['unit', (cell) => unitEndings.some((ending) => cell.toLowerCase().endsWith(ending))],
  ]
  const columns: (TableColumn | undefined)[] = Array.from({ length: width })
  for (let index = 0; index < width; index += 1) {
    const cells = cellsOf(index)
    const look = looks.find(([column, fits]) => !columns.includes(column) && cells.filter(fits).length * 2 > cells.length)
    if (look) columns[index] = look[0]
  }
  const rest = columns.findIndex((column, index) => column === undefined && cellsOf(index).length > 0)
  if (rest >= 0) columns[rest] = columns.includes('name') ? 'title' : 'name'
  return columns
}

function placeOf({ line, cells }: Row, column: number): Place {
  const from = cells.slice(0, column).reduce((sum, cell) => sum + cell.length + 1, 0)
  return { line, from, to: from + (cells[column]?.length ?? 0) }
}

class TableReader {
  private readonly roles
  private readonly indexOf: ReadonlyMap<TableColumn | undefined, number>

  constructor(
    columns: readonly (TableColumn | undefined)[],
    method: Method,
    private readonly problems: Problems,
  ) {
    this.roles = rolesOf(method)
    this.indexOf = new Map(columns.map((column, index): [TableColumn | undefined, number] => [column, index]).toReversed())
  }

  /** The rows as lines in reading order. A superior without a row gets a line that names nothing else. */
  read(rows: readonly Row[]): QuickPerson[] {
    const lines = rows.flatMap((row) => {
      const person = this.person(row)
      return person ? [{ person, above: this.name(row, 'superior') }] : []
    })
    const byName = new Map<string, number>()
    for (const [index, { person }] of lines.entries()) {
      if (person.name && !byName.has(plainName(person.name.text))) byName.set(plainName(person.name.text), index)
    }
    for (const { above } of [...lines]) {
      if (!above || byName.has(plainName(above.text))) continue
      byName.set(plainName(above.text), lines.length)
      lines.push({ person: { ...emptyPerson(above.place), name: above }, above: null })
    }
    const aboveOf = lines.map(({ above }) => (above ? (byName.get(plainName(above.text)) ?? null) : null))
    return this.ordered(
      lines.map(({ person }) => person),
      aboveOf,
    )
  }

  /** Superiors first. Who is in a loop of superiors, or their own, is written without one. */
  private ordered(people: readonly QuickPerson[], aboveOf: readonly (number | null)[]): QuickPerson[] {
    const below = Map.groupBy(people.keys(), (index) => aboveOf[index] ?? null)
    const written = new Set<number>()
    const order: QuickPerson[] = []
    for (const head of [...(below.get(null) ?? []), ...people.keys()]) {
      const isLoop = !written.has(head) && (aboveOf[head] ?? null) !== null
      const person = people[head]
      const above = people[aboveOf[head] ?? -1]
      if (isLoop && person) {
        this.problems.add('reporting_loop', person.place, {
          name: person.name?.text ?? person.title,
          superior: above?.name?.text ?? '',
        })
      }
      const open: { index: number; superior: number | null }[] = [{ index: head, superior: null }]
      for (let next = open.pop(); next; next = open.pop()) {
        const line = people[next.index]
        if (!line || written.has(next.index)) continue
        written.add(next.index)
        const superior = order.length
        order.push({ ...line, superior: next.superior })
        for (const index of (below.get(next.index) ?? []).toReversed()) open.push({ index, superior })
      }
    }
    return order
  }

  private person(row: Row): QuickPerson | null {
    const name = this.name(row, 'name')
    const title = this.cell(row, 'title')
    const isPlaceholder = !name || placeholders.has(name.text)
    if (isPlaceholder && title === '') return null
    const side = this.word(row, 'side', sides.find, null)
    const organization = this.cell(row, 'organization')
    return {
      ...emptyPerson({ line: row.line, from: 0, to: row.cells.join(' ').length }),
      name: isPlaceholder ? null : name,
      placeholder: isPlaceholder ? (name?.text ?? '?') : '',
      title,
      unit: this.cell(row, 'unit'),
      side: side ?? (organization === '' ? null : ('theirs' satisfies Side)),
      organization: side || organization !== '' ? organization : null,
      tier: this.word(row, 'tier', tiers.find, 'unknown_tier'),
      political: this.word(row, 'political', politicalStatuses.find, 'unknown_political'),
      stance: this.word(row, 'stance', (text) => (unknownWords.has(text) ? 'unknown' : stances.find(text)), 'unknown_stance'),
      roles: this.rolesIn(row),
      depths: this.depthsIn(row),
    }
  }

  private rolesIn(row: Row): QuickPerson['roles'] {
    const words = this.cell(row, 'role')
      .split(/[、,，;；/|]+/)
      .map((word) => word.trim())
      .filter((word) => word !== '')
    const keys = words.flatMap((word) => {
      const role = this.roles.find(word)
      if (role === undefined) this.problems.add('unknown_role', this.place(row, 'role'), { value: word })
      return role ?? []
    })
    return [...new Set(keys)].map((role) => ({ role, chains: null }))
  }

  private depthsIn(row: Row): QuickPerson['depths'] {
    const text = this.cell(row, 'depth')
    if (text === '') return []
    const depth = Depth.safeParse(/^[dD]?\d$/.test(text) ? Number(text.slice(-1)) : NaN)
    if (depth.success) return [{ ours: this.name(row, 'ours'), depth: depth.data, place: this.place(row, 'depth') }]
    this.problems.add('depth_range', this.place(row, 'depth'), { value: text })
    return []
  }

  private word<W>(
    row: Row,
    column: TableColumn,
    find: (text: string) => W | undefined,
    code: 'unknown_tier' | 'unknown_political' | 'unknown_stance' | null,
  ): W | null {
    const value = this.cell(row, column)
    if (value === '') return null
    const found = find(value)
    if (found === undefined && code) this.problems.add(code, this.place(row, column), { value })
    return found ?? null
  }

  private name(row: Row, column: TableColumn): QuickName | null {
    const text = this.cell(row, column)
    return text === '' ? null : { text, mark: '', place: this.place(row, column) }
  }

  private cell({ cells }: Row, column: TableColumn): string {
    return cells[this.indexOf.get(column) ?? -1] ?? ''
  }

  private place(row: Row, column: TableColumn): Place {
    return placeOf(row, this.indexOf.get(column) ?? 0)
  }
}
