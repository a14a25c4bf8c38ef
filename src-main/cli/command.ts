import type { Command } from 'commander'
import { AppError } from '../../src-shared/errors'
import { tellFailure, type Translate } from '../../src-shared/i18n/translate'
import { Day, localDay } from '../../src-shared/model/day'
import { Language, preferredLanguage } from '../../src-shared/model/language'
import type { AccountSummary, Endpoint, Input, Output } from '../../src-shared/contract'
import { type Core, openCore, openReadingCore } from '../core/core'
import { toFailure } from '../core/failure'
import { knownVersion } from '../core/migrations'

/** Exit codes of every command (interfaces.md). */
export const ok = 0
export const refused = 1
export const usage = 2

/** What a command is run with. */
export interface Cli {
  readonly language: Language
  readonly t: Translate
  /** One JSON document on standard output and nothing else there. */
  readonly json: boolean
  /** What the process will exit with. */
  exitCode: number
}

/** Adds a command to the program; each command is a file with one of these. */
export type Register = (program: Command, cli: Cli) => void

/** `--lang` if it is given, else what the system prefers. */
export function cliLanguage(args: readonly string[]): Language {
  const given = Language.safeParse(langArgument(args))
  if (given.success) return given.data
  const { LC_ALL, LC_MESSAGES, LANG } = process.env
  return preferredLanguage([LC_ALL || LC_MESSAGES || LANG || ''])
}

/** What follows `--lang`, before anything is known of the command; undefined where nothing does. */
export function langArgument(args: readonly string[]): string | undefined {
  const at = args.findIndex((arg) => arg === '--lang' || arg.startsWith('--lang='))
  return at < 0 ? undefined : (args[at]?.split('=')[1] ?? args[at + 1])
}

/** A `--lang` value. @throws AppError `unknown_word` */
export function languageOption(value: string): Language {
  const parsed = Language.safeParse(value)
  if (!parsed.success) throw new AppError('unknown_word', { value, words: Language.options.join(', ') })
  return parsed.data
}

/** The machine's day: what "today" means on the command line. */
export const today = (): Day => localDay(new Date())

export const printJson = (value: unknown): void => void process.stdout.write(`${JSON.stringify(value)}\n`)
export const printLine = (line: string): void => void process.stdout.write(`${line}\n`)
/** For people who watch; programs read standard output. */
export const tell = (line: string): void => void process.stderr.write(`${line}\n`)

/** Tells a failure in the user's language and answers its exit code. */
export function fail(cli: Cli, error: unknown): number {
  const failure = tellFailure(toFailure(error), cli.language)
  if (cli.json) printJson({ error: failure })
  tell(failure.message)
  return failure.code === 'usage' || failure.code === 'unknown_command' ? usage : refused
}

/** Calls an endpoint. @throws AppError of the reply's failure */
export async function call<E extends Endpoint>(core: Core, endpoint: E, input: Input<E>): Promise<Output<E>> {
  return core.run(endpoint, input)
}

/** Runs a piece of work on a workspace and closes it. Reading never changes the file, unless its schema is old. @throws AppError */
export async function withCore<T>(file: string, mode: 'read' | 'write', work: (core: Core) => Promise<T>): Promise<T> {
  const core = mode === 'write' ? await openCore(file) : await openForReading(file)
  try {
    return await work(core)
  } finally {
    await core.close()
  }
}

async function openForReading(file: string): Promise<Core> {
  const core = openReadingCore(file)
  if (core.schemaVersion === knownVersion) return core
  await core.close()
  return openCore(file)
}

/** The account of a name, else of an id; without a name the first one. @throws AppError `not_found`, `no_account` */
export async function accountNamed(core: Core, name: string | undefined): Promise<AccountSummary> {
  const all = await call(core, 'account.list', {})
  const account = name === undefined ? all[0] : (all.find((each) => each.name === name) ?? all.find((each) => each.id === name))
  if (account) return account
  throw name === undefined ? new AppError('no_account', {}) : new AppError('not_found', { kind: 'account', value: name })
}

/** The opportunity of a name, else of an id. @throws AppError `not_found` */
export function opportunityNamed(account: AccountSummary, name: string): AccountSummary['opportunities'][number] {
  const { opportunities } = account
  const found = opportunities.find((each) => each.name === name) ?? opportunities.find((each) => each.id === name)
  if (!found) throw new AppError('not_found', { kind: 'opportunity', value: name })
  return found
}

/** A day as an option. @throws AppError `unknown_word` */
export function dayOption(value: string): Day {
  const parsed = Day.safeParse(value)
  if (!parsed.success) throw new AppError('unknown_word', { value, words: 'YYYY-MM-DD' })
  return parsed.data
}
