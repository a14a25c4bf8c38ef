import type { ImportResult, ParsedInput } from '../../src-shared/contract'
import { translator } from '../../src-shared/i18n/translate'
import type { Language } from '../../src-shared/model/language'
import type { AccountId } from '../../src-shared/model/ids'
import type { WriteContext } from '../core/context'
import { RollbackWith } from '../core/rollback'
import { workspaceInfo, workspaceMethod } from '../core/workspace'
import { AccountState } from './accountState'
import { chooseAccount } from './chooseAccount'
import type { CsvKind } from './columns'
import { type CsvTable, readTable } from './csvTable'
import { Draft, READING_SHARE, ROWS_A_LOOK } from './draft'
import { importBundle } from './importBundle'
import type { Intake } from './intake'
import { takeInteractions } from './interactions'
import { takeJudgements } from './judgements'
import { baseName } from './names'
import { takePeople } from './people'
import { Refusals } from './refusals'
import { takeRoles } from './roles'
import { takeSignals } from './signals'
import { takeText, type TextTaken } from './text'
import { decodeText } from './textFile'
import { takeTies } from './ties'

type Input = ParsedInput<'import.files'>
type File = Input['files'][number]

/**
 * Takes files into a workspace, all or nothing, as one undo step: bundles first, then the rows of CSV files in the order people,
 * ties, roles, judgements, interactions, signals, whatever the order of the files, and quick-entry text after them.
 *
 * Where anything is refused the answer names every refused row, its counts are 0 and nothing is written. A dry run does the whole
 * work and rolls it back, so that it counts what the real one would.
 *
 * @throws AppError `account_needed`, `cancelled`
 * @throws RollbackWith the answer, where something was written that must not stay
 */
export async function importFiles(context: WriteContext, input: Input): Promise<ImportResult> {
  const language = input.language ?? (await workspaceInfo(context)).language ?? 'en'
  const t = translator(language)
  const refusals = new Refusals(t)
  const texts = readTexts(input.files, refusals)

  const quick = texts.filter(({ file }) => file.kind === 'text')
  const step = { files: input.files.map(({ name }) => baseName(name)).join(', ') }
  // A text is entered by the core's own changes, which leave it to the journal to remember them.
  if (quick.length > 0) context.step('import_files', step)
  else context.stepOfInserts('import_files', step)
  const bundles = texts
    .filter(({ file }) => file.kind === 'bundle')
    .map(({ file, text }) => importBundle(context, file.name, text, refusals))
  const tables = readTables(texts, language, refusals)
  // Rows that refer to a file nobody could read would all be refused for that alone.
  const readable = tables.all.length > 0 && tables.all.length + bundles.length + quick.length === input.files.length
  const into = readable ? await importTables(context, input, tables, language, refusals) : null
  const taken: TextTaken[] = []
  for (const { file, text } of quick) {
    const intake = { into, account: input.account?.trim() ?? '', on: input.on, language, refusals }
    taken.push(await takeText(context, file.name, text, intake))
  }

  const refused = refusals.rows.toSorted((a, b) => fileOrder(input, a.file) - fileOrder(input, b.file) || a.line - b.line)
  const outcomes = [...bundles, ...tables.all, ...taken].map(({ outcome }) => outcome)
  const counts = outcomes.toSorted((a, b) => fileOrder(input, a.file) - fileOrder(input, b.file))
  if (refused.length > 0) {
    const files = counts.map(({ file, rows }) => ({ file, rows, created: 0, updated: 0, unchanged: 0 }))
    throw new RollbackWith({ files, refused, accountId: null } satisfies ImportResult)
  }
  const [bundle] = bundles
  const result: ImportResult = {
    files: counts,
    refused,
    accountId: into ?? taken.at(-1)?.accountId ?? (bundles.length === 1 ? (bundle?.accountId ?? null) : null),
  }
  if (input.dryRun) throw new RollbackWith({ ...result, accountId: null } satisfies ImportResult)
  return result
}

interface FileText {
  readonly file: File
  readonly text: string
}

function readTexts(files: readonly File[], refusals: Refusals): FileText[] {
  const seen = new Set<string>()
  return files.flatMap((file) => {
    const place = { file: file.name, line: 0, column: '', value: file.name }
    const text = decodeText(Buffer.from(file.bytes, 'base64'))?.text ?? null
    const key = `${file.kind} ${baseName(file.name)}`
    if (seen.has(key)) refusals.add(place, 'file_twice', {})
    else if (text === null) refusals.add(place, 'not_text', {})
    else {
      seen.add(key)
      return [{ file, text }]
    }
    return []
  })
}

/** Files of rows by kind; a kind with several keeps their order. */
type Tables = { readonly [K in CsvKind]: readonly CsvTable<K>[] } & {
  readonly all: readonly Pick<CsvTable<CsvKind>, 'records' | 'outcome'>[]
}

function readTables(texts: readonly FileText[], language: Language, refusals: Refusals): Tables {
  const ofKind = <K extends CsvKind>(kind: K): CsvTable<K>[] =>
    texts.flatMap(({ file, text }) =>
      file.kind === kind ? (readTable(kind, file.name, text, language, refusals, file.mapping) ?? []) : [],
    )
  const tables = {
    people: ofKind('people'),
    ties: ofKind('ties'),
    roles: ofKind('roles'),
    judgements: ofKind('judgements'),
    interactions: ofKind('interactions'),
    signals: ofKind('signals'),
  }
  return { ...tables, all: Object.values(tables).flat() }
}

async function importTables(
  context: WriteContext,
  input: Input,
  tables: Tables,
  language: Language,
  refusals: Refusals,
): Promise<AccountId> {
  const { db, progress } = context
  const draft = new Draft()
  const chosen = await chooseAccount(context, draft, input.account?.trim() ?? '', translator(language)('import.newAccount'))
  const total = tables.all.reduce((sum, { records }) => sum + records.length, 0)
  let read = 0
  const intake: Intake = {
    state: await AccountState.load(context, draft, chosen),
    draft,
    refusals,
    language,
    method: await workspaceMethod(db),
    db,
    newId: <Id extends string>() => context.newId<Id>(),
    on: input.on,
    tick: () => {
      read += 1
      if (read % ROWS_A_LOOK !== 0) return
      progress.report((READING_SHARE * read) / total)
      progress.checkCancelled()
    },
  }
  takePeople(tables.people, intake)
  for (const table of tables.ties) await takeTies(table, intake)
  for (const table of tables.roles) await takeRoles(table, intake)
  for (const table of tables.judgements) takeJudgements(table, intake)
  for (const table of tables.interactions) await takeInteractions(table, intake)
  for (const table of tables.signals) await takeSignals(table, intake)
  if (refusals.rows.length === 0) draft.write(context)
  return chosen.account.id
}

function fileOrder({ files }: Input, name: string): number {
  return files.findIndex((file) => file.name === name)
}
