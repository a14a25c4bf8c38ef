import { CircleCheck, OctagonAlert, TriangleAlert } from 'lucide-react'
import type { Light } from '../../src-shared/analytics/risk'
import { useText } from '../i18n/language'

const icons = { red: OctagonAlert, amber: TriangleAlert, green: CircleCheck } as const
const tones = { red: 'lp-bad', amber: 'lp-warn', green: 'lp-good' } as const

/** The light of a key-person risk: sign, colour and word. */
export function LightMark({ light }: { readonly light: Light }) {
  const { t } = useText()
  const Icon = icons[light]
  return (
    <span className={`lp-word ${tones[light]}`}>
      <Icon size={13} aria-hidden />
      {t(`analysis.risk.light.${light}`)}
    </span>
  )
}
