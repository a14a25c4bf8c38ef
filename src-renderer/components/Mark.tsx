import { Tooltip } from 'antd'
import type { Method } from '../../src-shared/model/method'
import type { Stance } from '../../src-shared/model/scales'
import { stanceBadge } from '../../src-shared/scene/icons'
import { palettes } from '../../src-shared/scene/palette'
import { roleWords } from '../../src-shared/scene/roleWords'
import { useText } from '../i18n/language'
import { useThemeName } from '../theme/useTheme'
import { Sign } from './Sign'

const BADGE = 14

/** A stance as the map shows it: sign, colour, and beside it the word. @param weak without evidence or past its expiry */
export function StanceMark({ stance, weak = false }: { readonly stance: Stance | null; readonly weak?: boolean }) {
  const { t } = useText()
  const palette = palettes[useThemeName()]
  const key = stance ?? 'unknown'
  const centre = { x: BADGE / 2, y: BADGE / 2 }
  return (
    <span className="lp-mark">
      <Sign size={BADGE} primitives={stanceBadge(key, weak, centre, BADGE, palette.stances[key], palette)} />
      {t(`model.stance.${key}`)}
    </span>
  )
}

/** A depth 0–4 as filled pips, with its number for those who cannot see them. @param weak without evidence or past its expiry */
export function DepthPips({ depth, weak = false }: { readonly depth: number; readonly weak?: boolean }) {
  return (
    <span className="lp-pips" role="img" aria-label={`${depth}/4`} data-weak={weak}>
      {[1, 2, 3, 4].map((level) => (
        <span key={level} data-full={level <= depth} />
      ))}
    </span>
  )
}

/** The letters of some decision roles in the map's colours; their names on hover and for screen readers. */
export function RoleLetters({ roles, method }: { readonly roles: readonly string[]; readonly method: Method }) {
  const { t } = useText()
  const palette = palettes[useThemeName()]
  return (
    <span className="lp-letters">
      {roles.map((role) => {
        const { label, letter, order } = roleWords(role, method, t)
        const colours = palette.roles[Math.min(order, palette.roles.length - 1)]
        return (
          <Tooltip key={role} title={label}>
            <span
              className="lp-letter"
              role="img"
              aria-label={label}
              style={{ background: colours?.fill, color: colours?.accent }}
            >
              {letter}
            </span>
          </Tooltip>
        )
      })}
    </span>
  )
}
