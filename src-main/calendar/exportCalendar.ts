import type { ListedTask, Output, ParsedInput } from '../../src-shared/contract'
import { touches } from '../../src-shared/analytics/cadence'
import { currentJudgements } from '../../src-shared/analytics/judgements'
import { snapshot } from '../../src-shared/analytics/snapshot'
import { translator, type Translate } from '../../src-shared/i18n/translate'
import type { Day } from '../../src-shared/model/day'
import type { AccountGraph } from '../../src-shared/model/graph'
import type { PersonId } from '../../src-shared/model/ids'
import { Language } from '../../src-shared/model/language'
import type { Method } from '../../src-shared/model/method'
import type { ReadContext } from '../core/context'
import { loadGraph } from '../core/graph'
import { listTasks } from '../core/tasks'
import { workspaceInfo } from '../core/workspace'
import { type CalendarItem, writeCalendar } from './writeCalendar'

/** Calendars go to telephones and to other people's machines, so what is private stays out. @throws AppError `not_found` */
export async function exportCalendar(
  context: ReadContext,
  input: ParsedInput<'calendar.export'>,
): Promise<Output<'calendar.export'>> {
  const { accountId, ownerId, tasksAs = 'event', touches: withTouches = true, asOf } = input
  const info = await workspaceInfo(context)
  const t = translator(input.language ?? info.language ?? Language.enum.en)
  const graphs = await graphsOf(context, accountId)
  const [only] = accountId === undefined ? [] : graphs
  const asked = { ...(accountId !== undefined && { accountId }), ...(ownerId !== undefined && { ownerId }) }
  const tasks = await listTasks(context, { ...asked, done: 0 })
  const items = [
    ...tasks.flatMap((task) => itemOfTask(task, tasksAs)),
    ...(withTouches ? graphs.flatMap((graph) => touchItems(graph, info.method, asOf, ownerId ?? null, t)) : []),
  ]
  const name = only ? `${only.account.name} ${t('timeline.calendar.name')}` : t('timeline.calendar.name')
  const bytes = Buffer.from(writeCalendar(items, name, asOf))
  return {
    fileName: `${name} ${asOf}.ics`.replace(/[\\/:*?"<>|\p{Cc}]+/gu, '-'),
    mediaType: 'text/calendar; charset=utf-8',
    bytes: bytes.toString('base64'),
  }
}

async function graphsOf(context: ReadContext, accountId: ParsedInput<'calendar.export'>['accountId']): Promise<AccountGraph[]> {
  if (accountId !== undefined) return [await loadGraph(context, accountId)]
  const accounts = await context.db.selectFrom('account').select('id').orderBy('position').orderBy('id').execute()
  const graphs: AccountGraph[] = []
  for (const { id } of accounts) graphs.push(await loadGraph(context, id))
  return graphs
}

function itemOfTask(task: ListedTask, as: CalendarItem['as']): CalendarItem[] {
  if (task.dueOn === null || task.secrecy === 'private') return []
  const about = [task.accountName, task.opportunityName, task.personName, task.ownerName].filter(Boolean).join(' · ')
  return [
    {
      uid: `task-${task.id}@linchpin`,
      as,
      day: task.dueOn,
      title: task.title,
      note: [about, task.note].filter(Boolean).join('\n\n'),
      remindOn: task.remindOn,
    },
  ]
}

/** The next touch of each of theirs: on the day due, or today where that has passed; not where a meeting is planned anyway. */
function touchItems(graph: AccountGraph, method: Method, asOf: Day, owner: PersonId | null, t: Translate): CalendarItem[] {
  const people = new Map(graph.people.map((person) => [person.id, person]))
  return touches(snapshot(graph, asOf), currentJudgements(graph, asOf), method).flatMap((touch): CalendarItem[] => {
    const person = people.get(touch.personId)
    if (!person || person.secrecy === 'private' || touch.plannedOn !== null) return []
    if (owner !== null && touch.ownPersonId !== owner) return []
    const { lastOn } = touch
    return [
      {
        uid: `touch-${graph.account.id}-${person.id}@linchpin`,
        as: 'event',
        day: touch.dueOn === null || touch.dueOn < asOf ? asOf : touch.dueOn,
        title: t('timeline.calendar.touch', { name: person.name, account: graph.account.name }),
        note: lastOn === null ? t('timeline.calendar.never') : t('timeline.calendar.last', { day: lastOn }),
        remindOn: null,
      },
    ]
  })
}
