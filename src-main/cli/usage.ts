import type { CommanderError } from 'commander'
import type { Translate } from '../../src-shared/i18n/translate'

/** What commander complains of, in the user's language. Its errors carry what they are about only inside an English sentence. */
export function usageDetail({ code, message }: CommanderError, t: Translate): string {
  const value = /'([^']*)'/.exec(message)?.[1] ?? ''
  switch (code) {
    case 'commander.unknownOption':
      return t('cli.usage.unknownOption', { value })
    case 'commander.missingArgument':
      return t('cli.usage.missingArgument', { value })
    case 'commander.optionMissingArgument':
      return t('cli.usage.optionMissingArgument', { value })
    case 'commander.missingMandatoryOptionValue':
      return t('cli.usage.missingOption', { value })
    case 'commander.excessArguments':
      return t('cli.usage.excessArguments', { value })
    case 'commander.invalidArgument':
      // The sentence of our own check, after commander's.
      return message.replace(/^.* is invalid\. /s, '')
    default:
      return message.replace(/^error: /, '')
  }
}

const titles = { 'Usage:': 'usage', 'Arguments:': 'arguments', 'Options:': 'options', 'Commands:': 'commands' } as const

/** A heading of commander's help in the user's language. */
export function helpTitle(title: string, t: Translate): string {
  const known = Object.entries(titles).find(([english]) => english === title)?.[1]
  return known ? t(`cli.help.${known}`) : title
}
