import type { ImportedFile, ImportResult, ParsedInput } from '../../src-shared/contract'
import { importLabel } from '../../src-shared/contract/importLabel'
import { translator } from '../../src-shared/i18n/translate'
import type { AccountId } from '../../src-shared/model/ids'
import type { WriteContext } from '../core/context'
import { RollbackWith } from '../core/rollback'
import { workspaceInfo, workspaceMethod } from '../core/workspace'
import { AccountState } from './accountState'
import { chooseAccount } from './chooseAccount'
import { Draft, READING_SHARE, ROWS_A_LOOK } from './draft'
import { DuplicateFinder } from './duplicates'
import { importBundle, type ImportedBundle } from './importBundle'
import type { Intake } from './intake'
import { takeInteractions } from './interactions'
import { takeJudgements } from './judgements'
import { baseName } from './names'
import { type FileText, readFiles, type Tables } from './openFiles'
import { takePeople } from './people'
import { Refusals } from './refusals'
import { takeRoles } from './roles'
import { takeSignals } from './signals'
import { takeText, type TextTaken } from './text'
import { takeTies } from './ties'

type Input = ParsedInput<'import.files'>

/** People that are placed between two times that rows are written ahead, and how much of the import is done when all of them are. */
const PEOPLE_AT_ONCE = 500
const PLACED_SHARE = 0.8
/**
 * What SQLite may keep of the file in memory meanwhile, in KiB. New rows go to the ends of tables and of most indexes, so that more would hardly
 * make it faster.
 */
const CACHE_KIB = 8_000
/** Notices that an answer repeats. */
const MOST_NOTICES = 1_000
const nothingFound = { notices: [], duplicates: [], moreDuplicates: 0 } satisfies Partial<ImportResult>

/**
 * Takes files into a workspace, all or nothing, as one undo step: bundles first, then the rows of tables in the order people,
 * ties, roles, judgements, interactions, signals, whatever the order of the files, and quick-entry text after them.
 *
 * Where anything is refused the answer names every refused row, its counts are 0 and nothing is written. A dry run does the whole
 * work and rolls it back, so that it counts what the real one would.
 *
 * @throws AppError `account_needed`, `cancelled`
 * @throws RollbackWith the answer, where something was written that must not stay
 */
export async function importFiles(context: WriteContext, input: Input): Promise<ImportResult> {
  const { raw } = context
  const kept = Number(raw.pragma('cache_size', { simple: true }))
  raw.pragma(`cache_size = -${CACHE_KIB}`)
  try {
    return await takeAll(context, input)
  } finally {
    raw.pragma(`cache_size = ${kept}`)
  }
}

async function takeAll(context: WriteContext, input: Input): Promise<ImportResult> {
  const language = input.language ?? (await workspaceInfo(context)).language ?? 'en'
  const t = translator(language)
  const told: Told = { language, refusals: new Refusals(t), notices: new Refusals(t) }
  const { refusals, notices } = told
  const { bundles, quick, outcomes: ofRows, rows } = await takeFiles(context, input, told)
  if (refusals.rows.length === 0) rows?.draft.write(context)
  const into = rows?.accountId ?? null
  const taken: TextTaken[] = []
  for (const { file, text } of quick) {
    const intake = { into, account: input.account?.trim() ?? '', on: input.on, language, refusals, notices }
    taken.push(await takeText(context, file.name, text, intake))
  }

  const refused = refusals.rows.toSorted((a, b) => fileOrder(input, a.file) - fileOrder(input, b.file) || a.line - b.line)
  const outcomes = [...[...bundles, ...taken].map(({ outcome }) => outcome), ...ofRows]
  const counts = outcomes.toSorted((a, b) => fileOrder(input, a.file) - fileOrder(input, b.file))
  if (refused.length > 0) {
    const files = counts.map(({ file, rows }) => ({ file, rows, created: 0, updated: 0, unchanged: 0 }))
    throw new RollbackWith({ files, refused, ...nothingFound, accountId: null } satisfies ImportResult)
  }
  const [bundle] = bundles
  const result: ImportResult = {
    files: counts,
    refused,
    notices: notices.rows.slice(0, MOST_NOTICES),
    duplicates: rows?.duplicates.found ?? [],
    moreDuplicates: rows?.duplicates.more ?? 0,
    accountId: into ?? taken.at(-1)?.accountId ?? (bundles.length === 1 ? (bundle?.accountId ?? null) : null),
  }
  if (input.dryRun) throw new RollbackWith({ ...result, accountId: null } satisfies ImportResult)
  return result
}

type Told = Pick<Intake, 'language' | 'refusals' | 'notices'>

/** What files brought, before rows are written. */
interface TakenFiles {
  readonly bundles: readonly ImportedBundle[]
  /** Quick-entry texts, still to be entered: they may speak of people of the rows. */
  readonly quick: readonly FileText[]
  /** Counts of the files of rows. */
  readonly outcomes: readonly ImportedFile[]
  /** Null where there were none, or not every file could be read. */
  readonly rows: TakenRows | null
}

interface TakenRows {
  readonly accountId: AccountId
  readonly draft: Draft
  readonly duplicates: Pick<DuplicateFinder, 'found' | 'more'>
}

/**
 * Takes bundles in and rows into a draft. A function of its own, so that texts, tables and the account's state are gone by the time that the
 * draft is written: they are half of the memory of a large import.
 */
async function takeFiles(context: WriteContext, input: Input, told: Told): Promise<TakenFiles> {
  const { refusals, language } = told
  const step = { files: input.files.map(({ name, sheet }) => importLabel(baseName(name), sheet)).join(', ') }
  // A text is entered by the core's own changes, which leave it to the journal to remember them.
  if (input.files.some(({ kind }) => kind === 'text')) context.step('import_files', step)
  else context.stepOfInserts('import_files', step)
  const { texts, tables } = readFiles(input.files, language, refusals)
  const quick = texts.filter(({ file }) => file.kind === 'text')
  const bundles = texts
    .filter(({ file }) => file.kind === 'bundle')
    .map(({ file, text }) => importBundle(context, file.name, text, refusals))
  // Rows that refer to a file nobody could read would all be refused for that alone.
  const readable = tables.all.length > 0 && tables.all.length + bundles.length + quick.length === input.files.length
  const rows = readable ? await takeRows(context, input, tables, told) : null
  return { bundles, quick, outcomes: tables.all.map(({ outcome }) => outcome), rows }
}

async function takeRows(context: WriteContext, input: Input, tables: Tables, told: Told): Promise<TakenRows> {
  const { language } = told
  const { db, progress } = context
  const draft = new Draft()
  const chosen = await chooseAccount(context, draft, input.account?.trim() ?? '', translator(language)('import.newAccount'))
  const total = tables.all.reduce((sum, { records }) => sum + records.length, 0)
  let read = 0
  const state = await AccountState.load(context, draft, chosen)
  const mayWriteAhead = peopleAlone(tables)
  let placed = 0
  const intake: Intake = {
    ...told,
    state,
    draft,
    duplicates: input.duplicates ? new DuplicateFinder(state, input.duplicates) : null,
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
    relieve: (share) => {
      placed += 1
      // Once anything is refused nothing stays, however much is written.
      if (!mayWriteAhead || placed % PEOPLE_AT_ONCE !== 0 || told.refusals.rows.length > 0) return
      draft.writeAhead(context, READING_SHARE + (PLACED_SHARE - READING_SHARE) * share)
      state.forgetWritten()
    },
  }
  takePeople(tables.people, intake)
  for (const table of tables.ties) await takeTies(table, intake)
  for (const table of tables.roles) await takeRoles(table, intake)
  for (const table of tables.judgements) takeJudgements(table, intake)
  for (const table of tables.interactions) await takeInteractions(table, intake)
  for (const table of tables.signals) await takeSignals(table, intake)
  const { found, more } = intake.duplicates ?? { found: [], more: 0 }
  return { accountId: chosen.account.id, draft, duplicates: { found, more } }
}

/**
 * Whether people can be written while others are still placed: where nothing asks for all of them again, which would have to be read back,
 * as do rows of other kinds, and superiors that are looked for by name.
 */
function peopleAlone({ people, all }: Tables): boolean {
  return people.length === all.length && people.every(({ contacts, columns }) => !contacts && !columns.has('manager'))
}

function fileOrder({ files }: Input, label: string): number {
  return files.findIndex(({ name, sheet }) => importLabel(name, sheet) === label)
}
