import { call, printJson, printLine, type Register, withCore } from './command'

/** `accounts FILE --json` */
export const accounts: Register = (program, cli) => {
  program
    .command('accounts')
    .argument('<file>')
    .description(cli.t('cli.command.accounts'))
    .option('--json', cli.t('cli.option.json'))
    .action((file: string) =>
      withCore(file, 'read', async (core) => {
        const list = await call(core, 'account.list', {})
        const rows = list.map(({ id, name, people, opportunities }) => ({
          id,
          name,
          people,
          opportunities: opportunities.map((each) => each.name),
        }))
        if (cli.json) printJson(rows)
        else
          for (const row of rows)
            printLine([row.name, cli.t('cli.peopleCount', { count: row.people }), ...row.opportunities].join('\t'))
      }),
    )
}
