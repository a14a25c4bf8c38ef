import { Input, InputNumber, Select } from 'antd'
import { useState } from 'react'
import type { ListedTask } from '../../../src-shared/contract'
import type { AccountId, PersonId, TaskId } from '../../../src-shared/model/ids'
import { useMaybeAccount } from '../../account/AccountContext'
import { personOf } from '../../account/names'
import type { ActionContext } from '../../actions/context'
import { useAccounts, useAnswer, useOurs, useWorkspace } from '../../client/queries'
import { attempt } from '../../client/useChange'
import { DayPicker } from '../../components/DayPicker'
import { Field } from '../../components/Field'
import { TextField } from '../../components/TextField'
import { FormDialog } from '../../dialogs/FormDialog'
import { GuardLine } from '../../privacy/GuardLine'
import { SecrecyField } from '../../privacy/SecrecyField'

interface TaskDialogProps {
  /** Of the task to change; without it a new one is made. */
  readonly taskId?: TaskId
  /** Whom a new one is about. */
  readonly personId?: PersonId
  readonly context: ActionContext
  readonly onClose: () => void
}

type Draft = Pick<ListedTask, 'title' | 'note' | 'dueOn' | 'remindOn' | 'repeatEveryDays' | 'ownerId' | 'accountId' | 'secrecy'>

/** Everything a task says. */
export function TaskDialog(props: TaskDialogProps) {
  const tasks = useAnswer('task.list', { done: 1_000 }, { enabled: props.taskId !== undefined }).data
  const me = useWorkspace().data?.me ?? null
  const open = useMaybeAccount()
  const { taskId, personId } = props
  if (taskId !== undefined) {
    const task = tasks?.find(({ id }) => id === taskId)
    // What was typed must not be thrown away by an answer that comes later.
    return task && <Editor {...props} start={task} about={task.personName} />
  }
  const accountId = open?.graph.account.id ?? null
  const about = open && personId !== undefined ? (personOf(open.graph, personId)?.name ?? null) : null
  const start = {
    title: '',
    note: '',
    dueOn: null,
    remindOn: null,
    repeatEveryDays: null,
    ownerId: me,
    accountId,
    secrecy: 'open' as const,
  }
  return <Editor {...props} start={start} about={about} />
}

interface EditorProps extends TaskDialogProps {
  readonly start: Draft
  readonly about: string | null
}

function Editor({ taskId, personId, start, about, context, onClose }: EditorProps) {
  const { t } = context
  const ours = useOurs().data ?? []
  const accounts = useAccounts().data ?? []
  const [draft, setDraft] = useState<Draft>(() => {
    const { title, note, dueOn, remindOn, repeatEveryDays, ownerId, accountId, secrecy } = start
    return { title, note, dueOn, remindOn, repeatEveryDays, ownerId, accountId, secrecy }
  })
  const [error, setError] = useState<string | null>(null)
  const set = (part: Partial<Draft>) => setDraft((before) => ({ ...before, ...part }))

  async function submit() {
    const result =
      taskId === undefined
        ? await attempt('task.create', { ...draft, personId: personId ?? null })
        : await attempt('task.update', { taskId, ...draft })
    if (!result.ok) setError(result.sentence)
    return result.ok
  }
  const id = <Id extends string>(list: readonly { readonly id: Id }[], wanted: string | undefined): Id | null =>
    list.find((each) => each.id === wanted)?.id ?? null
  return (
    <FormDialog
      title={taskId === undefined && about !== null ? t('task.edit.new', { name: about }) : t('task.edit.title')}
      okText={t(taskId === undefined ? 'screen.common.create' : 'screen.common.save')}
      width={560}
      onSubmit={submit}
      onClose={onClose}
    >
      <div className="lp-form-even">
        <TextField label={t('task.edit.name')} error={error} autoFocus value={draft.title} onChange={(title) => set({ title })} />
        <div className="lp-columns">
          <Field label={t('task.edit.due')}>
            {(control) => <DayPicker {...control} value={draft.dueOn} onChange={(dueOn) => set({ dueOn })} />}
          </Field>
          <Field label={t('task.edit.remind')}>
            {(control) => <DayPicker {...control} value={draft.remindOn} onChange={(remindOn) => set({ remindOn })} />}
          </Field>
          <Field label={t('task.edit.owner')}>
            {(control) => (
              <Select
                {...control}
                allowClear
                showSearch={{ optionFilterProp: 'label' }}
                placeholder={t('task.filter.nobody')}
                {...(draft.ownerId !== null && { value: draft.ownerId })}
                options={ours.map((each) => ({ value: each.id, label: each.name }))}
                onChange={(value: string | undefined) => set({ ownerId: id<PersonId>(ours, value) })}
              />
            )}
          </Field>
          <Field label={t('task.edit.repeat')}>
            {(control) => (
              <InputNumber
                {...control}
                min={1}
                max={3_650}
                precision={0}
                placeholder={t('task.edit.once')}
                value={draft.repeatEveryDays}
                onChange={(value) => set({ repeatEveryDays: value })}
              />
            )}
          </Field>
        </div>
        <Field label={t('task.edit.account')}>
          {(control) => (
            <Select
              {...control}
              allowClear
              placeholder={t('task.edit.noAccount')}
              {...(draft.accountId !== null && { value: draft.accountId })}
              options={accounts.map((each) => ({ value: each.id, label: each.name }))}
              onChange={(value: string | undefined) => set({ accountId: id<AccountId>(accounts, value) })}
            />
          )}
        </Field>
        <Field label={t('task.edit.note')} hint={<GuardLine />}>
          {(control) => (
            <Input.TextArea
              {...control}
              maxLength={20_000}
              autoSize={{ minRows: 2, maxRows: 8 }}
              value={draft.note}
              onChange={(event) => set({ note: event.target.value })}
            />
          )}
        </Field>
        <SecrecyField value={draft.secrecy} onChange={(secrecy) => set({ secrecy })} />
      </div>
    </FormDialog>
  )
}
