import { Button, Checkbox } from 'antd'
import { Pencil, Plus } from 'lucide-react'
import { localDay } from '../../src-shared/model/day'
import type { PersonId } from '../../src-shared/model/ids'
import { groupOfTask } from '../../src-shared/tasks/dueTasks'
import { useAccount } from '../account/AccountContext'
import { personOf } from '../account/names'
import type { ActionContext } from '../actions/context'
import { useAnswer } from '../client/queries'
import { dayText } from '../../src-shared/i18n/format'
import { SecrecyMark } from '../privacy/SecrecyMark'
import { openDialog } from '../state/dialogs'
import { Section } from './Section'

/** What is still to be done about somebody. */
export function TasksSection({ personId, context }: { readonly personId: PersonId; readonly context: ActionContext }) {
  const { t, language, change } = context
  const { graph } = useAccount()
  const tasks = useAnswer('task.list', { personId, done: 0 }).data ?? []
  const today = localDay(new Date())
  const name = personOf(graph, personId)?.name ?? ''
  return (
    <Section
      title={t('task.inspector.title')}
      part="tasks"
      action={
        <Button
          type="text"
          size="small"
          aria-label={t('task.inspector.add', { name })}
          icon={<Plus size={15} aria-hidden />}
          onClick={() => openDialog({ kind: 'task', personId })}
        />
      }
    >
      {tasks.length === 0 && <p className="lp-quiet">{t('task.inspector.none')}</p>}
      <ul className="lp-items">
        {tasks.map((task) => {
          const group = groupOfTask(task, today)
          const about = [
            task.dueOn === null ? '' : dayText(task.dueOn, language),
            group === 'overdue' ? t('task.group.overdue') : '',
            task.ownerName ?? '',
          ]
          return (
            <li key={task.id} className="lp-item lp-item-head">
              <Checkbox
                checked={false}
                aria-label={t('task.row.done', { title: task.title })}
                onChange={() =>
                  void change.remove('task.finish', { taskId: task.id, on: today }, t('task.row.finished', { title: task.title }))
                }
              />
              <span className="lp-item-title">
                {task.title}
                <SecrecyMark tier={task.secrecy} />
                <span className={group === 'overdue' ? 'lp-bad' : 'lp-quiet'}>{about.filter(Boolean).join(' · ')}</span>
              </span>
              <Button
                type="text"
                size="small"
                aria-label={t('task.row.details', { title: task.title })}
                icon={<Pencil size={14} aria-hidden />}
                onClick={() => openDialog({ kind: 'task', taskId: task.id })}
              />
            </li>
          )
        })}
      </ul>
    </Section>
  )
}
