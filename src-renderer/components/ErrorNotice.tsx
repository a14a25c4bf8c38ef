import { Alert } from 'antd'
import { CallFailure } from '../client/client'
import { sentenceOf, useText } from '../i18n/language'

/** What went wrong, in a sentence, in the place of what could not be shown. */
export function ErrorNotice({ error }: { readonly error: unknown }) {
  const { t } = useText()
  const sentence = error instanceof CallFailure ? sentenceOf(error.failure) : t('screen.common.broken')
  return <Alert type="error" showIcon title={sentence} className="lp-notice" />
}
