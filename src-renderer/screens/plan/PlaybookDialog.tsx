import { Button, Input } from 'antd'
import { RotateCcw } from 'lucide-react'
import { useState } from 'react'
import { emptyPlaybook, type Playbook } from '../../../src-shared/model/playbook'
import { shippedMethod } from '../../../src-shared/model/method'
import { roleWords } from '../../../src-shared/scene/roleWords'
import type { ActionContext } from '../../actions/context'
import { useAnswer, useWorkspace } from '../../client/queries'
import { attempt } from '../../client/useChange'
import { Field } from '../../components/Field'
import { FormDialog } from '../../dialogs/FormDialog'

interface PlaybookDialogProps {
  readonly role: string
  readonly context: ActionContext
  readonly onClose: () => void
}

const parts = ['cares', 'bring', 'questions', 'signs'] as const
const templates = ['objective', 'message'] as const

/** The playbook of a role, each list as one item a line. */
export function PlaybookDialog(props: PlaybookDialogProps) {
  const { role, context } = props
  const list = useAnswer('playbook.list', { language: context.language }).data
  const played = list?.find((each) => each.role === role)
  // What was typed must not be thrown away by an answer that comes later.
  return played && <Editor {...props} start={played.playbook} canReset={played.changed} />
}

interface EditorProps extends PlaybookDialogProps {
  readonly start: Playbook
  readonly canReset: boolean
}

function Editor({ role, start, canReset, context, onClose }: EditorProps) {
  const { t, language, change } = context
  const method = useWorkspace().data?.method ?? shippedMethod
  const [draft, setDraft] = useState(() => ({
    ...start,
    ...Object.fromEntries(parts.map((part) => [part, start[part].join('\n')])),
  }))
  const [error, setError] = useState<string | null>(null)
  const text = (part: keyof Playbook): string => String(draft[part])
  const set = (part: keyof Playbook, value: string) => setDraft((before) => ({ ...before, [part]: value }))

  async function submit() {
    const playbook = {
      ...emptyPlaybook,
      ...Object.fromEntries(parts.map((part) => [part, linesOf(text(part))])),
      ...Object.fromEntries(templates.map((part) => [part, text(part).trim()])),
    }
    const result = await attempt('playbook.set', { role, language, playbook })
    if (!result.ok) setError(result.sentence)
    return result.ok
  }
  function reset() {
    onClose()
    void change.remove('playbook.reset', { role, language }, t('plan.playbook.resetDone'))
  }
  return (
    <FormDialog
      title={t('plan.playbook.editTitle', { role: roleWords(role, method, t).label })}
      okText={t('screen.common.save')}
      width={680}
      onSubmit={submit}
      onClose={onClose}
    >
      <div className="lp-form-even">
        {[...parts, ...templates].map((part, index) => (
          <Field key={part} label={t(`plan.playbook.${part}`)} error={index === 0 ? error : null}>
            {(control) => (
              <Input.TextArea
                {...control}
                autoFocus={index === 0}
                maxLength={20_000}
                autoSize={{ minRows: 2, maxRows: 8 }}
                placeholder={index < parts.length ? t('plan.playbook.lines') : undefined}
                value={text(part)}
                onChange={(event) => set(part, event.target.value)}
              />
            )}
          </Field>
        ))}
        {canReset && (
          <Button type="text" className="lp-plan-remove" icon={<RotateCcw size={14} aria-hidden />} onClick={reset}>
            {t('plan.playbook.reset')}
          </Button>
        )}
      </div>
    </FormDialog>
  )
}

function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
}
