import type { ImportKind } from '../../src-shared/contract'
import { columnNamed, type CsvKind, requiredColumns } from './columns'
import { baseName } from './names'

/** Words of a file's name that tell its kind. */
const nameWords: { readonly [K in CsvKind]: readonly string[] } = {
  people: ['people', 'person', 'persons', 'contacts', '人员', '联系人', '通讯录'],
  ties: ['ties', 'tie', 'relations', 'relationships', '关系'],
  roles: ['roles', 'role', '角色'],
  judgements: ['judgements', 'judgement', 'judgments', 'judgment', '判断'],
  interactions: ['interactions', 'interaction', 'visits', 'calls', '互动', '拜访'],
  signals: ['signals', 'signal', '信号'],
}
/** A header with every needed column says more than a name, which says more than a few columns. */
const COMPLETE_HEADER = 20
const TELLING_NAME = 10

/** What a file most likely holds, by its name and header; people where neither says anything. */
export function guessKind(fileName: string, headerFor: (kind: CsvKind) => readonly string[]): Exclude<ImportKind, 'text'> {
  const name = baseName(fileName).toLowerCase()
  if (name.endsWith('.json')) return 'bundle'
  const parts = name.split(/[^\p{L}]+/u)
  const told = csvKinds.map((kind) => {
    const columns = new Set<string | undefined>(headerFor(kind).map((header) => columnNamed(kind, header)))
    columns.delete(undefined)
    const complete = requiredColumns[kind].every((column) => columns.has(column))
    const named = nameWords[kind].some((word) => (/[a-z]/.test(word) ? parts.includes(word) : name.includes(word)))
    return { kind, score: columns.size + (complete ? COMPLETE_HEADER : 0) + (named ? TELLING_NAME : 0) }
  })
  return told.reduce((best, each) => (each.score > best.score ? each : best)).kind
}

// Object.keys of a constant whose keys are exactly these.
const csvKinds = Object.keys(nameWords) as readonly CsvKind[]
