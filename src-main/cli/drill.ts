import { accountNamed, call, dayOption, opportunityNamed, printJson, printLine, type Register, today, withCore } from './command'

interface DrillOptions {
  readonly account: string
  readonly opportunity: string
  readonly leaves: string
  readonly asOf?: string
}

/** `drill FILE --account NAME --opportunity NAME --leaves ID[,ID…] [--as-of DATE] [--json]` */
export const drillCommand: Register = (program, cli) => {
  program
    .command('drill')
    .argument('<file>')
    .description(cli.t('cli.command.drill'))
    .requiredOption('--account <name>', cli.t('cli.option.account'))
    .requiredOption('--opportunity <name>', cli.t('cli.option.opportunity'))
    .requiredOption('--leaves <ids>', cli.t('cli.option.leaves'))
    .option('--as-of <date>', cli.t('cli.option.asOf'))
    .option('--json', cli.t('cli.option.json'))
    .action((file: string, options: DrillOptions) =>
      withCore(file, 'read', async (core) => {
        const account = await accountNamed(core, options.account)
        const result = await call(core, 'analysis.drill', {
          accountId: account.id,
          opportunityId: opportunityNamed(account, options.opportunity).id,
          leaves: options.leaves.split(',').map((id) => id.trim()),
          asOf: options.asOf === undefined ? today() : dayOption(options.asOf),
        })
        if (cli.json) return printJson(result)
        printLine(cli.t('cli.drill.impact', { impact: result.impact.toFixed(1), relief: result.relief.toFixed(2) }))
        printLine(
          cli.t('cli.drill.coverage', {
            before: result.before.coverage.score.toFixed(1),
            after: result.after.coverage.score.toFixed(1),
          }),
        )
        for (const role of result.lost.roles) printLine(cli.t('cli.drill.roleLost', { role }))
        for (const id of result.lost.reach) printLine(cli.t('cli.drill.reachLost', { id }))
      }),
    )
}
