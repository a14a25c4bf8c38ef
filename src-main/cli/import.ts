import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import type { ImportKind } from '../../src-shared/contract'
import { AppError } from '../../src-shared/errors'
import { call, printJson, refused, type Register, tell, today, withCore } from './command'

type FileOptions = Partial<Record<ImportKind, string>>

const kinds = {
  people: 'CSV',
  ties: 'CSV',
  roles: 'CSV',
  judgements: 'CSV',
  interactions: 'CSV',
  signals: 'CSV',
  bundle: 'JSON',
  text: 'TXT',
} as const satisfies Record<ImportKind, string>

/** `import FILE [--account NAME] [--people CSV] … [--dry-run] [--json]` */
export const importCommand: Register = (program, cli) => {
  const command = program
    .command('import')
    .argument('<file>')
    .description(cli.t('cli.command.import'))
    .option('--account <name>', cli.t('cli.option.account'))
    .option('--dry-run', cli.t('cli.option.dryRun'))
    .option('--lang <language>', cli.t('cli.option.lang'))
    .option('--json', cli.t('cli.option.json'))
  for (const [kind, form] of Object.entries(kinds))
    command.option(`--${kind} <${form}>`, cli.t('cli.option.importFile', { kind }))
  command.action((file: string, options: FileOptions & { account?: string; dryRun?: boolean }) =>
    withCore(file, 'write', async (core) => {
      // Left alone, V8 lets the youngest objects of a large import take 130 MB, which it never gives back, and doubles its heap before it
      // looks for what is no longer used.
      setFlagsFromString('--semi-space-growth-factor=1')
      setFlagsFromString('--heap-growing-percent=30')
      const files = await Promise.all(
        importKinds.flatMap((kind) => {
          const path = options[kind]
          return path === undefined ? [] : [readBase64(path).then((bytes) => ({ kind, name: basename(path), bytes }))]
        }),
      )
      if (files.length === 0) throw new AppError('usage', { detail: cli.t('error.nothing_to_import') })
      const result = await call(core, 'import.files', {
        account: options.account,
        files,
        dryRun: options.dryRun ?? false,
        language: cli.language,
        on: today(),
      })
      if (result.refused.length > 0) cli.exitCode = refused
      if (cli.json) return printJson({ files: result.files, refused: result.refused, notices: result.notices })
      for (const row of result.files) tell(cli.t('cli.imported', row))
      for (const row of result.refused) tell(cli.t('cli.refusedRow', row))
      for (const row of result.notices) tell(cli.t('cli.refusedRow', row))
      if (result.refused.length > 0) tell(cli.t('error.import_refused', { count: result.refused.length }))
    }),
  )
}

// Object.keys of a const object whose keys are exactly the kinds.
const importKinds = Object.keys(kinds) as ImportKind[]

async function readBase64(path: string): Promise<string> {
  try {
    return await readFile(path, 'base64')
  } catch (error) {
    throw new AppError('file_missing', { value: path }, { cause: error })
  }
}
