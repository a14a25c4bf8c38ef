import { createCore } from '../core/core'
import { createSample } from '../core/sample'
import { languageOption, printJson, type Register, tell } from './command'

/** `new FILE [--sample] [--lang zh-CN|en]` */
export const newCommand: Register = (program, cli) => {
  program
    .command('new')
    .argument('<file>')
    .description(cli.t('cli.command.new'))
    .option('--sample', cli.t('cli.option.sample'))
    .option('--lang <language>', cli.t('cli.option.lang'))
    .option('--json', cli.t('cli.option.json'))
    .action(async (file: string, options: { sample?: boolean; lang?: string }) => {
      const language = options.lang === undefined ? cli.language : languageOption(options.lang)
      if (options.sample) {
        await createSample(file, language)
      } else {
        const core = await createCore(file)
        if (options.lang !== undefined) await core.run('workspace.setPreference', { language })
        await core.close()
      }
      if (cli.json) printJson({ file })
      else tell(cli.t('cli.created', { file }))
    })
}
