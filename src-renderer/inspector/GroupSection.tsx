import { Button, Input, Select } from 'antd'
import { useState } from 'react'
import type { OrganizationId } from '../../src-shared/model/ids'
import type { ActionContext } from '../actions/context'
import { useAnswer } from '../client/queries'
import { Field } from '../components/Field'
import { GroupTree } from '../components/GroupTree'
import { commit } from './commit'
import { Section } from './Section'

const NONE = ''

/** The group of companies that an organization belongs to, as a tree; which company is above it, and a new one below. */
export function GroupSection({
  organizationId,
  context,
}: {
  readonly organizationId: OrganizationId
  readonly context: ActionContext
}) {
  const { t } = context
  const group = useAnswer('organization.group', { organizationId }).data ?? []
  const customers = useAnswer('organization.parents', { organizationId }).data ?? []
  const [error, setError] = useState<string | null>(null)
  const [subsidiary, setSubsidiary] = useState('')
  const [refused, setRefused] = useState<string | null>(null)
  const here = group.find(({ id }) => id === organizationId)
  if (!here) return null
  const { kind } = here

  async function addSubsidiary() {
    const sentence = await commit('organization.create', { name: subsidiary, kind, parentId: organizationId })
    setRefused(sentence)
    if (sentence === null) setSubsidiary('')
  }
  return (
    <Section title={t('screen.inspector.group')}>
      <GroupTree t={t} group={group} organizationId={organizationId} />
      <Field label={t('screen.inspector.parentCompany')} error={error}>
        {(control) => (
          <Select
            {...control}
            variant="underlined"
            value={here.parentId ?? NONE}
            showSearch={{ optionFilterProp: 'label' }}
            options={[
              { value: NONE, label: t('screen.inspector.noParent') },
              ...customers.map(({ id, name }) => ({ value: id, label: name })),
            ]}
            onChange={(value) => {
              const parentId = customers.find(({ id }) => id === value)?.id ?? null
              void commit('organization.update', { organizationId, parentId }).then(setError)
            }}
          />
        )}
      </Field>
      <Field label={t('screen.inspector.newSubsidiary')} error={refused}>
        {(control) => (
          <Input
            {...control}
            variant="underlined"
            maxLength={500}
            value={subsidiary}
            onChange={(event) => setSubsidiary(event.target.value)}
            onPressEnter={(event) => {
              if (!event.nativeEvent.isComposing) void addSubsidiary()
            }}
            suffix={
              // Always there: a field that gains a suffix while somebody types is another field, and loses the keyboard.
              <Button size="small" type="text" disabled={subsidiary.trim() === ''} onClick={() => void addSubsidiary()}>
                {t('screen.common.add')}
              </Button>
            }
          />
        )}
      </Field>
    </Section>
  )
}
