import { Spin } from 'antd'
import { useText } from '../i18n/language'

/** Stands in for what is on its way; shows itself only when that takes longer than a blink. */
export function Loading() {
  const { t } = useText()
  return (
    <div className="lp-fill lp-centre" role="status" aria-label={t('screen.common.loading')}>
      <Spin delay={250} />
    </div>
  )
}
