import { Button, Input, Select } from 'antd'
import { BookOpen, Trash2 } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { holds } from '../../../src-shared/model/day'
import type { PersonId, StrategyId } from '../../../src-shared/model/ids'
import { StrategyStatus } from '../../../src-shared/model/scales'
import type { Strategy } from '../../../src-shared/model/strategy'
import { roleWords } from '../../../src-shared/scene/roleWords'
import { type OpenAccount, useAccount } from '../../account/AccountContext'
import { personOf } from '../../account/names'
import type { ActionContext } from '../../actions/context'
import { useAnswer } from '../../client/queries'
import { attempt } from '../../client/useChange'
import { DayPicker } from '../../components/DayPicker'
import { Field } from '../../components/Field'
import { PersonPicker } from '../../components/PersonPicker'
import { FormDialog } from '../../dialogs/FormDialog'
import { GuardLine } from '../../privacy/GuardLine'
import { SecrecyField } from '../../privacy/SecrecyField'

interface StrategyDialogProps {
  readonly personId: PersonId
  /** The role they are addressed in; null: none in particular; undefined: the first they have. */
  readonly role?: string | null
  /** Of the strategy to change; without it a new one is made. */
  readonly strategyId?: StrategyId
  /** Begin with what the playbook says. */
  readonly fill?: boolean
  readonly status?: StrategyStatus
  readonly context: ActionContext
  readonly onClose: () => void
}

type Draft = Omit<Strategy, 'id' | 'accountId' | 'personId' | 'madeOn' | 'own'>

/** What we want of somebody, what we say and bring, who sees to it by when, and what came of it. */
export function StrategyDialog({ personId, role, strategyId, fill = false, status, context, onClose }: StrategyDialogProps) {
  const { t, language, change } = context
  const open = useAccount()
  const { graph, method } = open
  const known = graph.strategies.find(({ id }) => id === strategyId) ?? null
  const held = rolesOf(open, personId)
  const [draft, setDraft] = useState<Draft>(
    () => known ?? freshDraft(open, role === undefined ? (held[0] ?? null) : role, status),
  )
  const [error, setError] = useState<string | null>(null)
  const playbooks = useAnswer('playbook.list', { language }).data
  const playbook = playbooks?.find((each) => each.role === draft.role)?.playbook
  const set = (part: Partial<Draft>) => setDraft((before) => ({ ...before, ...part }))

  /** What is written already stays. */
  function fillIn() {
    if (!playbook) return
    setDraft((before) => ({
      ...before,
      objective: before.objective || playbook.objective,
      message: before.message || playbook.message,
      materials: before.materials || playbook.bring.join('\n'),
    }))
  }
  const filled = useRef(!fill)
  useEffect(() => {
    if (filled.current || !playbook) return
    filled.current = true
    fillIn()
  })

  async function submit() {
    const result = known
      ? await attempt('strategy.update', { strategyId: known.id, ...changedOf(draft, known) })
      : await attempt('strategy.create', { accountId: graph.account.id, personId, ...draft })
    if (!result.ok) setError(result.sentence)
    return result.ok
  }
  async function remove() {
    if (!known) return
    onClose()
    await change.remove('strategy.remove', { strategyId: known.id }, t('plan.edit.removed', { name }))
  }
  const name = personOf(graph, personId)?.name ?? ''
  const roles = [...new Set([...held, ...(draft.role === null ? [] : [draft.role])])]
  return (
    <FormDialog
      title={t(known ? 'plan.edit.change' : 'plan.edit.new', { name })}
      okText={t(known ? 'screen.common.save' : 'screen.common.create')}
      width={620}
      onSubmit={submit}
      onClose={onClose}
    >
      <div className="lp-form-even">
        <div className="lp-columns">
          <Field label={t('plan.edit.scope')}>
            {(control) => (
              <Select
                {...control}
                value={draft.opportunityId ?? GENERAL}
                options={[
                  ...graph.opportunities.map((deal) => ({ value: deal.id, label: deal.name })),
                  { value: GENERAL, label: t('plan.card.general') },
                ]}
                onChange={(value) => set({ opportunityId: graph.opportunities.find(({ id }) => id === value)?.id ?? null })}
              />
            )}
          </Field>
          <Field label={t('plan.edit.role')}>
            {(control) => (
              <Select
                {...control}
                value={draft.role ?? GENERAL}
                options={[
                  ...roles.map((key) => ({ value: key, label: roleWords(key, method, t).label })),
                  { value: GENERAL, label: t('plan.edit.noRole') },
                ]}
                onChange={(value) => set({ role: value === GENERAL ? null : value })}
              />
            )}
          </Field>
        </div>
        <div className="lp-plan-fill">
          <GuardLine />
          <Button size="small" disabled={!playbook} icon={<BookOpen size={14} aria-hidden />} onClick={fillIn}>
            {t('plan.edit.fill')}
          </Button>
        </div>
        <Prose
          label={t('plan.edit.objective')}
          hint={t('plan.edit.objectiveHint')}
          value={draft.objective}
          autoFocus
          error={error}
          onChange={(objective) => set({ objective })}
        />
        <Prose
          label={t('plan.edit.message')}
          hint={t('plan.edit.messageHint')}
          value={draft.message}
          onChange={(message) => set({ message })}
        />
        <Prose label={t('plan.edit.materials')} value={draft.materials} onChange={(materials) => set({ materials })} />
        <div className="lp-columns">
          <Field label={t('plan.edit.owner')}>
            {(control) => (
              <PersonPicker
                {...control}
                sides={['ours']}
                allowClear
                value={draft.ownerId}
                placeholder={t('plan.card.noOwner')}
                onChange={(ownerId) => set({ ownerId })}
              />
            )}
          </Field>
          <Field label={t('plan.edit.due')}>
            {(control) => <DayPicker {...control} value={draft.dueOn} onChange={(dueOn) => set({ dueOn })} />}
          </Field>
          <Field label={t('plan.edit.status')}>
            {(control) => (
              <Select
                {...control}
                value={draft.status}
                options={StrategyStatus.options.map((value) => ({ value, label: t(`model.strategyState.${value}`) }))}
                onChange={(next) => set({ status: next })}
              />
            )}
          </Field>
        </div>
        <SecrecyField value={draft.secrecy} onChange={(secrecy) => set({ secrecy })} />
        <Prose
          label={t('plan.edit.result')}
          hint={t('plan.edit.resultHint')}
          value={draft.result}
          onChange={(result) => set({ result })}
        />
        {known && (
          <Button
            danger
            type="text"
            className="lp-plan-remove"
            icon={<Trash2 size={14} aria-hidden />}
            onClick={() => void remove()}
          >
            {t('plan.edit.remove')}
          </Button>
        )}
      </div>
    </FormDialog>
  )
}

/** Stands for no deal and no role: a select has no word for nothing. */
const GENERAL = ''

interface ProseProps {
  readonly label: string
  readonly hint?: string
  readonly value: string
  readonly autoFocus?: boolean
  readonly error?: string | null
  readonly onChange: (value: string) => void
}

function Prose({ label, hint, value, autoFocus = false, error = null, onChange }: ProseProps) {
  return (
    <Field label={label} error={error}>
      {(control) => (
        <Input.TextArea
          {...control}
          autoFocus={autoFocus}
          maxLength={20_000}
          autoSize={{ minRows: 2, maxRows: 8 }}
          placeholder={hint}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  )
}

/** For the deal that is looked at, by the user themself. */
function freshDraft({ opportunity, me, graph }: OpenAccount, role: string | null, status: StrategyStatus = 'planned'): Draft {
  const own = graph.people.find(({ id, side }) => id === me && side === 'ours')
  return {
    opportunityId: opportunity?.id ?? null,
    role,
    objective: '',
    message: '',
    materials: '',
    ownerId: own?.id ?? null,
    dueOn: null,
    status,
    result: '',
    secrecy: 'team',
  }
}

/** The roles of somebody in the deal that is looked at, in the method's order. */
function rolesOf({ graph, snap, opportunity, asOf, method }: OpenAccount, personId: PersonId): string[] {
  const seats = new Set(snap.people.get(personId)?.seats.map(({ seat }) => seat.id))
  const held = new Set(
    graph.decisionRoles
      .filter((each) => each.opportunityId === opportunity?.id && seats.has(each.seatId) && holds(each, asOf))
      .map(({ role }) => role),
  )
  return method.roles.map(({ key }) => key).filter((key) => held.has(key))
}

/** Only what differs: two windows may change different parts of one strategy. */
function changedOf(draft: Draft, known: Strategy): Partial<Draft> {
  const keys = Object.keys(freshKeys) as (keyof Draft)[] // a literal of this file, whose keys are a draft's
  return Object.fromEntries(keys.filter((key) => draft[key] !== known[key]).map((key) => [key, draft[key]]))
}

const freshKeys: Readonly<Record<keyof Draft, true>> = {
  opportunityId: true,
  role: true,
  objective: true,
  message: true,
  materials: true,
  ownerId: true,
  dueOn: true,
  status: true,
  result: true,
  secrecy: true,
}
