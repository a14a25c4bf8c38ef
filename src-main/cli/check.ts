import { call, printJson, printLine, refused, type Register, today, withCore } from './command'

/** `check FILE [--json]`: exit 1 where something is broken, 0 where there are only loose ends. */
export const check: Register = (program, cli) => {
  program
    .command('check')
    .argument('<file>')
    .description(cli.t('cli.command.check'))
    .option('--json', cli.t('cli.option.json'))
    .action((file: string) =>
      withCore(file, 'read', async (core) => {
        const { schemaVersion, findings } = await call(core, 'workspace.check', { on: today() })
        const errors = findings.filter((finding) => finding.severity === 'error')
        if (errors.length > 0) cli.exitCode = refused
        if (cli.json) return printJson({ ok: errors.length === 0, schemaVersion, findings })
        for (const finding of findings) printLine(cli.t(`cli.finding.${finding.code}`, finding.params))
        printLine(
          errors.length > 0
            ? cli.t('cli.checkBroken', { count: errors.length })
            : cli.t('cli.checkFine', { count: findings.length }),
        )
      }),
    )
}
