import { backupFile, restoreFile } from '../core/backup'
import { printJson, type Register, tell } from './command'

/** `backup FILE TO`: a consistent copy, also while the app has FILE open. */
export const backup: Register = (program, cli) => {
  program
    .command('backup')
    .argument('<file>')
    .argument('<to>')
    .description(cli.t('cli.command.backup'))
    .option('--json', cli.t('cli.option.json'))
    .action(async (file: string, to: string) => {
      await backupFile(file, to)
      if (cli.json) printJson({ file: to })
      else tell(cli.t('cli.backedUp', { file, to }))
    })
}

/** `restore FROM FILE`: what was there is kept beside it. */
export const restore: Register = (program, cli) => {
  program
    .command('restore')
    .argument('<from>')
    .argument('<file>')
    .description(cli.t('cli.command.restore'))
    .option('--json', cli.t('cli.option.json'))
    .action(async (from: string, file: string) => {
      const kept = await restoreFile(from, file)
      if (cli.json) return printJson({ file, kept })
      tell(cli.t('cli.restored', { from, file }))
      if (kept !== null) tell(cli.t('cli.restoredKept', { kept }))
    })
}
