import { Form, Select } from 'antd'
import type { OrganizationId } from '../../../src-shared/model/ids'
import { useAnswer } from '../../client/queries'
import { GroupTree } from '../../components/GroupTree'
import { useText } from '../../i18n/language'

const NONE = ''

interface GroupFieldsProps {
  readonly organizationId: OrganizationId
  /** The company chosen to stand above it; undefined: as it is. */
  readonly parentId: OrganizationId | null | undefined
  readonly onParent: (parentId: OrganizationId | null) => void
}

/** The group of companies an account's customer belongs to, and which of them it is directly below. */
export function GroupFields({ organizationId, parentId, onParent }: GroupFieldsProps) {
  const { t } = useText()
  const group = useAnswer('organization.group', { organizationId }).data ?? []
  const parents = useAnswer('organization.parents', { organizationId }).data ?? []
  const now = group.find(({ id }) => id === organizationId)?.parentId ?? null
  const shown = parentId === undefined ? now : parentId
  if (group.length < 2 && parents.length === 0) return null
  return (
    <>
      <Form.Item label={t('screen.inspector.parentCompany')} htmlFor="account-parent">
        <Select
          id="account-parent"
          showSearch={{ optionFilterProp: 'label' }}
          value={shown ?? NONE}
          options={[
            { value: NONE, label: t('screen.inspector.noParent') },
            ...parents.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          onChange={(value) => onParent(parents.find(({ id }) => id === value)?.id ?? null)}
        />
      </Form.Item>
      {group.length > 1 && (
        <Form.Item label={t('screen.inspector.group')}>
          <GroupTree t={t} group={group} organizationId={organizationId} />
        </Form.Item>
      )}
    </>
  )
}
