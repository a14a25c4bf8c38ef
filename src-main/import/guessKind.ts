import type { ImportKind } from '../../src-shared/contract'
import type { CsvKind } from './columns'
import { meaningsOf, missingColumns } from './header'
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
  const told = csvKinds.map((kind) => {
    const columns = new Set<string>()
    for (const meaning of meaningsOf(kind, headerFor(kind), {}))
      if (typeof meaning === 'object' && meaning !== null) columns.add(meaning.column)
    const complete = columns.size > 0 && missingColumns(kind, columns).length === 0
    return { kind, score: columns.size + (complete ? COMPLETE_HEADER : 0) + (isCalledLike(kind, name) ? TELLING_NAME : 0) }
  })
  return told.reduce((best, each) => (each.score > best.score ? each : best)).kind
}

/** Whether the name of a file or a sheet tells that it holds a kind. */
export function isCalledLike(kind: CsvKind, fileName: string): boolean {
  const name = baseName(fileName).toLowerCase()
  const parts = name.split(/[^\p{L}]+/u)
  return nameWords[kind].some((word) => (/[a-z]/.test(word) ? parts.includes(word) : name.includes(word)))
}

// Object.keys of a constant whose keys are exactly these.
const csvKinds = Object.keys(nameWords) as readonly CsvKind[]
