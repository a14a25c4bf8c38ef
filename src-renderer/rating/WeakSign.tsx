import { Tooltip } from 'antd'
import { TriangleAlert } from 'lucide-react'
import type { Weakness } from '../../src-shared/analytics/judgements'
import { useText } from '../i18n/language'

/** The sign of an opinion to be taken with caution; why, in words: beside it, or where there is no room on hover and for screen readers. */
export function WeakSign({ weakness, wordy = false }: { readonly weakness: Weakness; readonly wordy?: boolean }) {
  const { t } = useText()
  const words = t(`map.weakness.${weakness}`)
  if (wordy) {
    return (
      <span className="lp-weak">
        <TriangleAlert size={12} aria-hidden /> {words}
      </span>
    )
  }
  return (
    <Tooltip title={words}>
      <span className="lp-weak">
        <TriangleAlert size={12} role="img" aria-label={words} />
      </span>
    </Tooltip>
  )
}
