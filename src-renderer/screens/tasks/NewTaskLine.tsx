import { Input, type InputRef } from 'antd'
import { CalendarClock, Plus, Repeat, TriangleAlert, User } from 'lucide-react'
import { type KeyboardEvent, type RefObject, useState } from 'react'
import { localDay } from '../../../src-shared/model/day'
import type { AccountId, PersonId } from '../../../src-shared/model/ids'
import { readTaskLine, type TaskLine } from '../../../src-shared/tasks/taskLine'
import { useMatcher } from '../../account/search'
import type { ActionContext } from '../../actions/context'
import { useOurs, useWorkspace } from '../../client/queries'
import { pressed } from '../../components/keyboard'
import { dayText } from '../../../src-shared/i18n/format'

interface NewTaskLineProps {
  /** What the new task is about where the list shows one account. */
  readonly accountId: AccountId | null
  /** Whose it is where the line names nobody. */
  readonly ownerId: PersonId | null
  readonly inputRef: RefObject<InputRef | null>
  readonly context: ActionContext
  /** The arrow that leaves the line for the list. */
  readonly onLeave: () => void
}

/** A new task as one types it, with what was understood below. */
export function NewTaskLine({ accountId, ownerId, inputRef, context, onLeave }: NewTaskLineProps) {
  const { t, change } = context
  const [line, setLine] = useState('')
  const [busy, setBusy] = useState(false)
  const ours = useOurs().data ?? []
  const me = useWorkspace().data?.me ?? null
  const match = useMatcher()
  const read = readTaskLine(line, { on: localDay(new Date()), ours, me, sounds: (typed, name) => match(typed, name) })

  async function add() {
    if (busy || read.title === '') return
    setBusy(true)
    const { title, dueOn, repeatEveryDays } = read
    const added = await change.change('task.create', {
      title,
      dueOn,
      repeatEveryDays,
      ownerId: read.ownerId ?? ownerId,
      accountId,
    })
    setBusy(false)
    // The keyboard stays: the next one comes at once.
    if (added) setLine('')
  }
  function onKeyDown(event: KeyboardEvent) {
    if (pressed(event, 'Enter')) void add()
    else if (pressed(event, 'ArrowDown')) onLeave()
    else if (pressed(event, 'Escape') && line !== '') setLine('')
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <div className="lp-task-new">
      <Input
        ref={inputRef}
        aria-label={t('task.add.label')}
        prefix={<Plus size={15} aria-hidden />}
        placeholder={t('task.add.placeholder')}
        maxLength={500}
        value={line}
        onChange={(event) => setLine(event.target.value)}
        onKeyDown={onKeyDown}
      />
      <div className="lp-task-read" role="status">
        {line.trim() === '' ? (
          <span className="lp-quiet">{t('task.add.hint')}</span>
        ) : (
          <Understood read={read} names={new Map(ours.map(({ id, name }) => [id, name]))} context={context} />
        )}
      </div>
    </div>
  )
}

interface UnderstoodProps {
  readonly read: TaskLine
  readonly names: ReadonlyMap<PersonId, string>
  readonly context: ActionContext
}

function Understood({ read, names, context: { t, language } }: UnderstoodProps) {
  const { title, dueOn, ownerId, unknownOwner, repeatEveryDays } = read
  return (
    <>
      <strong>{title}</strong>
      {dueOn !== null && (
        <span className="lp-mark">
          <CalendarClock size={13} aria-hidden />
          {t('task.add.due', { day: dayText(dueOn, language) })}
        </span>
      )}
      {ownerId !== null && (
        <span className="lp-mark">
          <User size={13} aria-hidden />
          {t('task.add.owner', { name: names.get(ownerId) ?? '' })}
        </span>
      )}
      {repeatEveryDays !== null && (
        <span className="lp-mark">
          <Repeat size={13} aria-hidden />
          {t('task.row.repeats', { count: repeatEveryDays })}
        </span>
      )}
      {unknownOwner !== null && (
        <span className="lp-mark lp-warn">
          <TriangleAlert size={13} aria-hidden />
          {t('task.add.noOwner', { name: unknownOwner })}
        </span>
      )}
    </>
  )
}
