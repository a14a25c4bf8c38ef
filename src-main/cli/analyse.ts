import type { AnalyseResult } from '../../src-shared/analytics/results'
import {
  accountNamed,
  call,
  type Cli,
  dayOption,
  opportunityNamed,
  printJson,
  printLine,
  type Register,
  today,
  withCore,
} from './command'

interface AnalyseOptions {
  readonly account: string
  readonly opportunity?: string
  readonly asOf?: string
}

/** `analyse FILE --account NAME [--opportunity NAME] [--as-of DATE] [--json]` */
export const analyseCommand: Register = (program, cli) => {
  program
    .command('analyse')
    .argument('<file>')
    .description(cli.t('cli.command.analyse'))
    .requiredOption('--account <name>', cli.t('cli.option.account'))
    .option('--opportunity <name>', cli.t('cli.option.opportunity'))
    .option('--as-of <date>', cli.t('cli.option.asOf'))
    .option('--json', cli.t('cli.option.json'))
    .action((file: string, options: AnalyseOptions) =>
      withCore(file, 'read', async (core) => {
        const account = await accountNamed(core, options.account)
        const opportunity = options.opportunity === undefined ? null : opportunityNamed(account, options.opportunity)
        const result = await call(core, 'analysis.account', {
          accountId: account.id,
          opportunityId: opportunity?.id ?? null,
          asOf: options.asOf === undefined ? today() : dayOption(options.asOf),
        })
        if (cli.json) printJson(result)
        else tellAnalysis(cli, result)
      }),
    )
}

/** The figures a person asks first, the riskiest people, and every finding by name. */
function tellAnalysis(cli: Cli, result: AnalyseResult): void {
  const figure = (value: number | null | undefined, digits: number) => value?.toFixed(digits) ?? '–'
  printLine(cli.t('cli.analysis.coverage', { score: figure(result.coverage?.score, 1) }))
  printLine(cli.t('cli.analysis.support', { now: figure(result.support?.now, 2), settled: figure(result.support?.settled, 2) }))
  printLine(
    cli.t('cli.analysis.dependence', { ours: figure(result.threading.ours, 2), theirs: figure(result.threading.theirs, 2) }),
  )
  for (const person of result.people.filter((each) => each.light === 'red' || each.light === 'amber')) {
    printLine(
      cli.t('cli.analysis.risk', {
        name: person.name,
        risk: figure(person.risk, 1),
        likelihood: figure(person.likelihood, 2),
        impact: figure(person.impact, 1),
      }),
    )
  }
  for (const finding of result.findings) printLine(cli.t(`analysis.finding.${finding.code}`, finding.params))
}
