import { readFile, rename, rm, writeFile } from 'node:fs/promises'
import { extname } from 'node:path'
import { ExportFormat, type Input, Layer, Redaction } from '../../src-shared/contract'
import { Paper, SlideSize } from '../../src-shared/contract/exportEndpoints'
import { AppError } from '../../src-shared/errors'
import { Drawing } from '../../src-shared/model/graph'
import { LensId } from '../../src-shared/model/lens'
import { Deck } from '../../src-shared/report/decks'
import type { z } from 'zod'
import {
  accountNamed,
  call,
  dayOption,
  languageOption,
  opportunityNamed,
  printJson,
  type Register,
  tell,
  today,
  withCore,
} from './command'

interface ExportOptions {
  readonly out: string
  readonly account?: string
  readonly opportunity?: string
  readonly deck?: string
  readonly leaves?: string
  readonly paper?: string
  readonly slides?: string
  readonly template?: string
  readonly layout?: string
  readonly map?: string
  readonly layer?: string
  readonly asOf?: string
  readonly redact?: string
  readonly since?: string
  readonly lens?: string
  readonly lang?: string
}

/**
 * `export FILE --out PATH [--account NAME] [--opportunity NAME] [--deck NAME] [--leaves ID[,ID…]] [--map …] [--layer …] [--as-of DATE]
 * [--since DATE] [--redact …] [--paper …] [--slides …] [--template PATH [--layout NAME]] [--lens …] [--lang …]`
 */
export const exportCommand: Register = (program, cli) => {
  program
    .command('export')
    .argument('<file>')
    .description(cli.t('cli.command.export'))
    .requiredOption('--out <path>', cli.t('cli.option.out'))
    .option('--account <name>', cli.t('cli.option.account'))
    .option('--opportunity <name>', cli.t('cli.option.opportunity'))
    .option('--deck <name>', cli.t('cli.option.deck', { words: Deck.options.join(', ') }))
    .option('--leaves <ids>', cli.t('cli.option.leaves'))
    .option('--map <drawing>', cli.t('cli.option.map'))
    .option('--layer <name>', cli.t('cli.option.layer'))
    .option('--as-of <date>', cli.t('cli.option.asOf'))
    .option('--since <date>', cli.t('cli.option.since'))
    .option('--redact <profile>', cli.t('cli.option.redact'))
    .option('--paper <name>', cli.t('cli.option.paper', { words: Paper.options.join(', ') }))
    .option('--slides <shape>', cli.t('cli.option.slides', { words: SlideSize.options.join(', ') }))
    .option('--template <path>', cli.t('cli.option.template'))
    .option('--layout <name>', cli.t('cli.option.layout'))
    .option('--lens <name>', cli.t('cli.option.lens'))
    .option('--lang <language>', cli.t('cli.option.lang'))
    .option('--json', cli.t('cli.option.json'))
    .action((file: string, options: ExportOptions) =>
      withCore(file, 'read', async (core) => {
        const format = oneOf(ExportFormat, extname(options.out).slice(1).toLowerCase(), 'unknown_format')
        // A bundle of no named account is the whole workspace; a picture is always of one.
        const account = format === 'json' && options.account === undefined ? undefined : await accountNamed(core, options.account)
        const opportunity =
          account && options.opportunity !== undefined
            ? opportunityNamed(account, options.opportunity)
            : account?.opportunities[0]
        const result = await call(core, 'export.file', {
          format,
          accountId: account?.id,
          opportunityId: opportunity?.id ?? null,
          ...(options.deck !== undefined && { deck: oneOf(Deck, options.deck) }),
          ...(options.leaves !== undefined && { leaves: options.leaves.split(',').map((id) => id.trim()) }),
          drawing: oneOf(Drawing, options.map ?? 'role'),
          layer: oneOf(Layer, options.layer ?? 'roles'),
          asOf: options.asOf === undefined ? today() : dayOption(options.asOf),
          ...(options.since !== undefined && { since: dayOption(options.since) }),
          ...(options.lens !== undefined && { lens: oneOf(LensId, options.lens) }),
          redaction: oneOf(Redaction, options.redact ?? 'internal'),
          ...(await pagesAsked(options)),
          language: options.lang === undefined ? cli.language : languageOption(options.lang),
        })
        await writeWhole(options.out, Buffer.from(result.bytes, 'base64'))
        const { missingLetters } = result
        if (cli.json) printJson({ file: options.out, missingLetters })
        else {
          tell(cli.t('cli.exported', { file: options.out }))
          if (missingLetters.length > 0) tell(cli.t('export.missing.title', { count: missingLetters.length }))
          for (const { words, letters } of missingLetters)
            tell(cli.t('export.missing.one', { words, letters: letters.join(' ') }))
        }
      }),
    )
}

/** On what pages or slides to write. */
async function pagesAsked({ paper, slides, template, layout }: ExportOptions): Promise<Partial<Input<'export.file'>>> {
  return {
    ...(paper !== undefined && { paper: oneOf(Paper, paper) }),
    ...(slides !== undefined && { slides: oneOf(SlideSize, slides) }),
    ...(template !== undefined && { template: { bytes: await templateAt(template), ...(layout !== undefined && { layout }) } }),
  }
}

async function templateAt(path: string): Promise<string> {
  try {
    return (await readFile(path)).toString('base64')
  } catch (error) {
    throw new AppError('file_missing', { value: path }, { cause: error })
  }
}

function oneOf<T extends z.ZodEnum>(
  words: T,
  value: string,
  code: 'unknown_word' | 'unknown_format' = 'unknown_word',
): z.infer<T> {
  const parsed = words.safeParse(value)
  if (!parsed.success) throw new AppError(code, { value, words: words.options.join(', ') })
  return parsed.data
}

/** A file that was there stays whole until the new one is. */
async function writeWhole(path: string, bytes: Buffer): Promise<void> {
  const draft = `${path}.part`
  try {
    await writeFile(draft, bytes)
    await rename(draft, path)
  } catch (error) {
    await rm(draft, { force: true })
    throw new AppError('file_unwritable', { value: path, detail: error instanceof Error ? error.message : '' })
  }
}
