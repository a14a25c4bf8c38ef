import { ImportKind } from '../../src-shared/contract'

/** Header words that only one kind of file has, in English and Chinese (interfaces.md). Asked in this order. */
const telling: readonly (readonly [ImportKind, readonly string[]])[] = [
  ['judgements', ['subject', '对象', '被判断人']],
  ['interactions', ['theirs', '客户方', '客方']],
  ['roles', ['role', 'opportunity', '角色', '商机']],
  ['signals', ['source', '来源']],
  ['ties', ['strength', '强度']],
  ['people', ['name', 'title', '姓名', '职务']],
]

/** What a chosen file most likely holds: by its name, else by its header. Wrong guesses are corrected in the dialog. */
export function guessKind(fileName: string, start: string): ImportKind {
  const name = fileName.toLowerCase()
  if (name.endsWith('.json')) return 'bundle'
  const named = ImportKind.options.find((kind) => name.includes(kind) || name.includes(kind.replace(/s$/, '')))
  if (named) return named
  const [header = ''] = start.split(/\r?\n/, 1)
  const columns = header
    .replace('\uFEFF', '')
    .toLowerCase()
    .split(/[,;\t]/)
    .map((column) => column.trim().replaceAll('"', ''))
  if (columns.includes('from') && columns.includes('to') && !columns.includes('name')) return 'ties'
  return telling.find(([, words]) => words.some((word) => columns.includes(word)))?.[0] ?? 'people'
}
