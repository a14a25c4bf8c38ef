import { Checkbox } from 'antd'
import { Repeat } from 'lucide-react'
import { type KeyboardEvent, useState } from 'react'
import type { ListedTask } from '../../../src-shared/contract'
import type { TaskGroup } from '../../../src-shared/tasks/dueTasks'
import type { ActionContext } from '../../actions/context'
import { pressed } from '../../components/keyboard'
import { dayText } from '../../../src-shared/i18n/format'
import { SecrecyMark } from '../../privacy/SecrecyMark'

interface TaskLineProps {
  readonly task: ListedTask
  readonly group: TaskGroup
  /** Whether the Tab key stops here. */
  readonly current: boolean
  readonly editing: boolean
  readonly context: ActionContext
  readonly onFocus: () => void
  readonly onToggle: () => void
  readonly onEdit: () => void
  /** Takes a title; null: leaves the old one. */
  readonly onTitle: (title: string | null) => void
  readonly onDetails: () => void
  readonly onJump: () => void
}

/** One task: what, about whom, whose, by when. */
export function TaskLine(props: TaskLineProps) {
  const { task, group, current, editing, context, onFocus, onToggle, onEdit, onTitle, onDetails, onJump } = props
  const { t, language } = context
  const about = [task.personName, task.accountName].filter((name) => name !== null).join(' · ')
  return (
    <div
      role="listitem"
      className="lp-list-row lp-task-row"
      data-task={task.id}
      data-group={group}
      tabIndex={current && !editing ? 0 : -1}
      onFocus={onFocus}
    >
      <Checkbox
        tabIndex={-1}
        checked={task.doneOn !== null}
        aria-label={t('task.row.done', { title: task.title })}
        onChange={onToggle}
      />
      {editing ? (
        <TitleEdit title={task.title} label={t('task.row.titleEdit')} onDone={onTitle} />
      ) : (
        <span className="lp-task-title" title={task.note || task.title} onDoubleClick={onEdit}>
          {task.title}
          <SecrecyMark tier={task.secrecy} />
          {task.repeatEveryDays !== null && (
            <span className="lp-quiet lp-mark" title={t('task.row.repeats', { count: task.repeatEveryDays })}>
              <Repeat size={12} role="img" aria-label={t('task.row.repeats', { count: task.repeatEveryDays })} />
            </span>
          )}
        </span>
      )}
      <span className="lp-task-about">
        {about !== '' && (
          <button
            type="button"
            className="lp-link"
            tabIndex={-1}
            aria-label={t('task.row.open', { name: about })}
            onClick={onJump}
          >
            {about}
          </button>
        )}
      </span>
      <span className="lp-task-owner">{task.ownerName ?? <span className="lp-quiet">{t('task.filter.nobody')}</span>}</span>
      <button
        type="button"
        className="lp-task-due"
        data-group={group}
        tabIndex={-1}
        title={t('task.row.details', { title: task.title })}
        onClick={onDetails}
      >
        {dueWords(task, group, context, language)}
        <span className="lp-hidden">{t('task.row.details', { title: task.title })}</span>
      </button>
    </div>
  )
}

function dueWords(
  { dueOn, doneOn }: ListedTask,
  group: TaskGroup,
  { t }: ActionContext,
  language: ActionContext['language'],
): string {
  if (doneOn !== null) return dayText(doneOn, language)
  if (dueOn === null) return '–'
  return group === 'today' ? t('task.group.today') : dayText(dueOn, language)
}

interface TitleEditProps {
  readonly title: string
  readonly label: string
  readonly onDone: (title: string | null) => void
}

/** Enter and leaving take the title, Escape the old one. */
function TitleEdit({ title, label, onDone }: TitleEditProps) {
  const [draft, setDraft] = useState(title)
  const finish = () => onDone(draft.trim() === title || draft.trim() === '' ? null : draft.trim())
  function onKeyDown(event: KeyboardEvent) {
    event.stopPropagation()
    if (pressed(event, 'Escape')) onDone(null)
    else if (pressed(event, 'Enter')) finish()
  }
  return (
    <input
      autoFocus
      className="lp-task-edit"
      aria-label={label}
      maxLength={500}
      value={draft}
      onFocus={(event) => event.target.select()}
      onChange={(event) => setDraft(event.target.value)}
      onBlur={finish}
      onKeyDown={onKeyDown}
    />
  )
}
