import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { type Core, createCore } from '../../src-main/core/core'
import type { ImportKind, ImportResult } from '../../src-shared/contract'
import type { AccountGraph } from '../../src-shared/model/graph'
import type { AccountId } from '../../src-shared/model/ids'
import type { Language } from '../../src-shared/model/language'
import { temporaryFolder } from './workspace'

export const IMPORT_DAY = '2026-11-21'

/** An empty workspace for the running test, in a real file. */
export async function emptyCore(): Promise<Core> {
  const core = await createCore(join(await temporaryFolder(), 'test.linchpin'))
  onTestFinished(() => core.close())
  return core
}

/** Files by kind: their text, or their bytes where the encoding is what matters. */
export type ImportTexts = { readonly [K in ImportKind]?: string | Uint8Array }

export interface ImportOptions {
  readonly account?: string
  readonly dryRun?: boolean
  readonly language?: Language
}

/** Imports files named after their kinds, in the order given. */
export async function importTexts(core: Core, texts: ImportTexts, options: ImportOptions = {}): Promise<ImportResult> {
  const files = Object.entries(texts).map(([kind, text]) => ({
    kind,
    name: kind === 'bundle' ? 'bundle.json' : `${kind}.csv`,
    bytes: Buffer.from(text).toString('base64'),
  }))
  return core.run('import.files', { account: 'Acme', files, on: IMPORT_DAY, language: 'en', ...options })
}

/** The same, where a refusal fails the test. */
export async function imported(core: Core, texts: ImportTexts, options: ImportOptions = {}): Promise<ImportResult> {
  const result = await importTexts(core, texts, options)
  if (result.refused.length > 0) throw new Error(result.refused.map((row) => `${row.file}:${row.line} ${row.message}`).join('\n'))
  return result
}

/** Counts of one file: created, updated, unchanged. */
export function counts(result: ImportResult, file: string): readonly number[] {
  const counted = result.files.find((each) => each.file === file)
  return counted ? [counted.created, counted.updated, counted.unchanged] : []
}

/** The account's graph; by default that of the first account. */
export async function graphOf(core: Core, accountId?: AccountId): Promise<AccountGraph> {
  const [first] = await core.run('account.list', {})
  const id = accountId ?? first?.id
  if (id === undefined) throw new Error('the workspace has no account')
  return core.run('account.graph', { accountId: id })
}

/** What is refused, in short: file, line, column, value, code. */
export function refusals(result: ImportResult): readonly (readonly [string, number, string, string, string])[] {
  return result.refused.map(({ file, line, column, value, code }) => [file, line, column, value, code] as const)
}
