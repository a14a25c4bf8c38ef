import { resolve } from 'node:path'
import { InvalidArgumentError } from 'commander'
import type { Register } from './command'
import { serve } from './serve'

const MAX_PORT = 65_535
/** Where the build puts the page, from where it puts the command line. */
const rendererDir = resolve(import.meta.dirname, '../renderer')

/** `serve [FILE] [--port N] [--no-open] [--token-file PATH]` */
export const serveCommand: Register = (program, cli) => {
  program
    .command('serve')
    .argument('[file]')
    .description(cli.t('cli.command.serve'))
    .option('--port <number>', cli.t('cli.option.port'), port)
    .option('--no-open', cli.t('cli.option.noOpen'))
    .option('--token-file <path>', cli.t('cli.option.tokenFile'))
    .option('--lang <language>', cli.t('cli.option.lang'))
    .option('--json', cli.t('cli.option.json'))
    .action((file: string | undefined, options: { port?: number; open: boolean; tokenFile?: string }) =>
      serve({ ...options, ...(file !== undefined && { file }), json: cli.json, language: cli.language, rendererDir }),
    )

  function port(value: string): number {
    const number = Number(value)
    if (!Number.isInteger(number) || number < 0 || number > MAX_PORT)
      throw new InvalidArgumentError(cli.t('cli.badPort', { value }))
    return number
  }
}
