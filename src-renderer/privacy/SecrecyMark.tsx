import { Globe, Lock, Users } from 'lucide-react'
import type { SecrecyTier } from '../../src-shared/model/scales'
import { useText } from '../i18n/language'
import './privacy.css'

const icons = { open: Globe, team: Users, private: Lock } as const satisfies Record<SecrecyTier, typeof Lock>

/** A tier of secrecy as its sign and its word. */
export function SecrecyWord({ tier }: { readonly tier: SecrecyTier }) {
  const { t } = useText()
  const Icon = icons[tier]
  return (
    <span className="lp-secrecy" data-tier={tier}>
      <Icon size={13} aria-hidden />
      {t(`model.secrecy.${tier}`)}
    </span>
  )
}

/** The mark of a fact that is not for everybody; nothing on one that is. The word is there for those who cannot see the sign. */
export function SecrecyMark({ tier }: { readonly tier: SecrecyTier }) {
  const { t } = useText()
  if (tier === 'open') return null
  const Icon = icons[tier]
  const words = t('privacy.secrecy.mark', { tier: t(`model.secrecy.${tier}`) })
  return (
    <span className="lp-secrecy" data-tier={tier} role="img" aria-label={words} title={words}>
      <Icon size={12} aria-hidden />
    </span>
  )
}
