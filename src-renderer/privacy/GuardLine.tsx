import { Button, Popover } from 'antd'
import { useText } from '../i18n/language'
import './privacy.css'

const leftOut = ['health', 'family', 'bids', 'gifts', 'hearsay'] as const

/** One quiet line at a field for free words: what belongs there, and on request what does not. */
export function GuardLine() {
  const { t } = useText()
  const words = (
    <div className="lp-guard-words">
      <p>{t('privacy.guard.intro')}</p>
      <ul>
        {leftOut.map((what) => (
          <li key={what}>{t(`privacy.guard.${what}`)}</li>
        ))}
      </ul>
      <p>{t('privacy.guard.instead')}</p>
    </div>
  )
  return (
    <span className="lp-guard">
      {t('privacy.guard.line')}
      <Popover trigger="click" title={t('privacy.guard.link')} content={words}>
        <Button type="link" size="small" className="lp-guard-link">
          {t('privacy.guard.link')}
        </Button>
      </Popover>
    </span>
  )
}
