import { Command, CommanderError } from 'commander'
import packageJson from '../../package.json' with { type: 'json' }
import { translator } from '../../src-shared/i18n/translate'
import { AppError } from '../../src-shared/errors'
import { accounts } from './accounts'
import { analyseCommand } from './analyse'
import { backup, restore } from './backup'
import { check } from './check'
import { type Cli, cliLanguage, fail, langArgument, languageOption, ok } from './command'
import { drillCommand } from './drill'
import { exportCommand } from './export'
import { importCommand } from './import'
import { newCommand } from './new'
import { people } from './people'
import { serveCommand } from './serveCommand'
import { helpTitle, usageDetail } from './usage'

const NEEDED_NODE = 22
const commands = [
  newCommand,
  importCommand,
  accounts,
  people,
  analyseCommand,
  drillCommand,
  exportCommand,
  check,
  backup,
  restore,
  serveCommand,
] as const

/** Runs one command line. Answers its exit code: 0 done, 1 refused, 2 wrong usage (interfaces.md). */
async function main(args: readonly string[]): Promise<number> {
  const language = cliLanguage(args)
  const cli: Cli = { language, t: translator(language), json: args.includes('--json'), exitCode: ok }
  if (Number.parseInt(process.versions.node, 10) < NEEDED_NODE) {
    return fail(cli, new AppError('node_too_old', { value: process.versions.node, needed: String(NEEDED_NODE) }))
  }
  const program = new Command('linchpin')
    .description(cli.t('cli.about'))
    .version(packageJson.version, '-V, --version', cli.t('cli.help.versionOption'))
    .helpOption('-h, --help', cli.t('cli.help.helpOption'))
    .helpCommand('help [command]', cli.t('cli.help.helpCommand'))
    .configureHelp({ styleTitle: (title) => helpTitle(title, cli.t) })
    .exitOverride()
    .configureOutput({ writeErr: () => {} })
  for (const register of commands) register(program, cli)

  const [name] = args.filter((arg) => !arg.startsWith('-'))
  const known = program.commands.map((command) => command.name())
  try {
    if (name !== undefined && name !== 'help' && !known.includes(name)) {
      throw new AppError('unknown_command', { value: name, words: known.join(', ') })
    }
    const lang = langArgument(args)
    if (lang !== undefined) languageOption(lang)
    await program.parseAsync(args, { from: 'user' })
    return cli.exitCode
  } catch (error) {
    if (!(error instanceof CommanderError)) return fail(cli, error)
    if (error.exitCode === 0) return ok
    const detail = error.code === 'commander.help' ? program.helpInformation() : usageDetail(error, cli.t)
    return fail(cli, new AppError('usage', { detail }))
  }
}

// Whoever reads our output may have seen enough (`| head`): that is no failure of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
  process.exit()
})
process.exitCode = await main(process.argv.slice(2))
