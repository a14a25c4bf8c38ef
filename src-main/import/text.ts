import type { ImportedFile } from '../../src-shared/contract'
import { AppError } from '../../src-shared/errors'
import { translator } from '../../src-shared/i18n/translate'
import type { Day } from '../../src-shared/model/day'
import type { AccountId } from '../../src-shared/model/ids'
import type { Language } from '../../src-shared/model/language'
import type { QuickDocument } from '../../src-shared/quickEntry/document'
import type { Reading } from '../../src-shared/quickEntry/parse'
import { type Problem, tellProblem } from '../../src-shared/quickEntry/problems'
import { createAccount } from '../core/accounts'
import type { WriteContext } from '../core/context'
import { workspaceInfo } from '../core/workspace'
import { applyQuickEntry } from './quickEntry'
import { accountNamed, planText, problemsOf, readText } from './readText'
import type { Refusals } from './refusals'

/** Where a file of text goes, and how its refusals are told. */
export interface TextIntake {
  /** The account that tables of the same import went into; null where there are none. */
  readonly into: AccountId | null
  /** The account that the import names; empty where it names none. */
  readonly account: string
  readonly on: Day
  readonly language: Language
  readonly refusals: Refusals
  /** What was understood in some way that somebody should look at. */
  readonly notices: Refusals
}

export interface TextTaken {
  /** Its rows are the lines that say something; what is counted are opportunities, seats and ties. */
  readonly outcome: ImportedFile
  /** Null after a refusal. */
  readonly accountId: AccountId | null
}

/**
 * Takes a file of quick-entry text into an account: the one of the import, else the one its heading names, else the only one there is.
 * Once anything is refused the text is read, so that all that is to be corrected is told at once, but no longer matched or entered.
 *
 * @throws AppError `account_needed` where several accounts could be meant
 */
export async function takeText(context: WriteContext, file: string, text: string, intake: TextIntake): Promise<TextTaken> {
  const { on, refusals, notices } = intake
  const { me } = await workspaceInfo(context)
  const reading = await readText(context, text)
  const lines = text.split(/\r\n|\r|\n/)
  const outcome = { file, rows: rowsOf(reading.document), created: 0, updated: 0, unchanged: 0 }
  const tell = async (problems: readonly Problem[], to: Refusals): Promise<void> => {
    for (const problem of problems) to.addTold(placeOf(problem, file, lines), problem.code, await told(context, problem, intake))
  }
  const refuse = async (problems: readonly Problem[]): Promise<TextTaken> => {
    await tell(problems, refusals)
    return { outcome, accountId: null }
  }
  if (refusals.rows.length > 0) return refuse(problemsOf(reading.problems, 'error'))
  const target = await targetOf(context, reading, intake)
  const { plan, errors, warnings } = await planText(context, reading, target.accountId, on, {})
  if (errors.length > 0) return refuse(errors)
  await tell(warnings, notices)
  const accountId = target.accountId ?? (await createAccount(context, { name: target.name })).accountId
  return { outcome: { ...outcome, ...(await applyQuickEntry(context, accountId, plan, on, me)) }, accountId }
}

type Target = { readonly accountId: AccountId } | { readonly accountId: null; readonly name: string }

async function targetOf(context: WriteContext, { document }: Reading, intake: TextIntake): Promise<Target> {
  if (intake.into !== null) return { accountId: intake.into }
  const name = intake.account === '' ? (document.account?.text ?? '') : intake.account
  const accounts = await context.db.selectFrom('account').select(['id', 'name']).orderBy('position').orderBy('id').execute()
  if (name !== '') {
    const accountId = (await accountNamed(context, name)) ?? accounts.find(({ id }) => id === name)?.id ?? null
    return accountId === null ? { accountId, name } : { accountId }
  }
  const [only, ...others] = accounts
  if (others.length > 0) throw new AppError('account_needed', { words: accounts.map((each) => each.name).join(', ') })
  return only ? { accountId: only.id } : { accountId: null, name: translator(intake.language)('import.newAccount') }
}

/** Lines with a person, ties or the heading. */
function rowsOf({ account, opportunity, people, ties }: QuickDocument): number {
  return new Set([account, opportunity, ...people, ...ties].flatMap((said) => (said ? [said.place.line] : []))).size
}

/** A file has nobody to choose: the text itself has to say who is meant. */
async function told(context: WriteContext, problem: Problem, { language }: TextIntake): Promise<string> {
  if (problem.code === 'name_ambiguous') return translator(language)('quickEntry.ambiguousInFile', problem.params)
  return tellProblem(problem, language, (await workspaceInfo(context)).method)
}

/** Columns count from 1, as lines do. */
function placeOf({ place: { line, from, to } }: Problem, file: string, lines: readonly string[]) {
  return { file, line, column: String(from + 1), value: lines[line - 1]?.slice(from, to) ?? '' }
}
