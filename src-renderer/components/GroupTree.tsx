import type { Output } from '../../src-shared/contract'
import type { Translate } from '../../src-shared/i18n/translate'
import type { OrganizationId } from '../../src-shared/model/ids'

type Company = Output<'organization.group'>[number]

/** Width of a step in, in pixels. */
const STEP = 14

interface GroupTreeProps {
  readonly t: Translate
  /** Parents before their subsidiaries. */
  readonly group: readonly Company[]
  /** Whose group it is. */
  readonly organizationId: OrganizationId
}

/** A group of companies, each below its parent, with how many seats are known there. */
export function GroupTree({ t, group, organizationId }: GroupTreeProps) {
  const depths = new Map<string, number>()
  for (const { id, parentId } of group) depths.set(id, parentId === null ? 0 : (depths.get(parentId) ?? -1) + 1)
  return (
    <ul className="lp-group-tree" aria-label={t('screen.inspector.group')}>
      {group.map(({ id, name, seats }) => (
        <li
          key={id}
          aria-current={id === organizationId ? 'true' : undefined}
          style={{ paddingInlineStart: STEP * (depths.get(id) ?? 0) }}
        >
          <span>{name}</span>
          <span className="lp-quiet">{t('screen.inspector.seatCount', { count: seats })}</span>
        </li>
      ))}
    </ul>
  )
}
