import { decisionChain } from '../../src-shared/analytics/decisionChain'
import { type Situation, situation, type Subject } from '../../src-shared/analytics/situation'
import type { ParsedInput } from '../../src-shared/contract'
import { translator } from '../../src-shared/i18n/translate'
import { addDays, type Day } from '../../src-shared/model/day'
import type { PersonId } from '../../src-shared/model/ids'
import type { WriteContext } from './context'
import { loadGraph } from './graph'
import { addTask } from './tasks'
import { workspaceMethod } from './workspace'

/**
 * For everybody who has a role in a deal of the account: a task of whoever of ours knows them best, due when their tier's cadence asks for the
 * next touch, today where that is past. @throws AppError `not_found`
 */
export async function tasksFromCadence(
  context: WriteContext,
  { accountId, on, language }: ParsedInput<'task.fromCadence'>,
): Promise<{ created: number; kept: number }> {
  const { db } = context
  const graph = await loadGraph(context, accountId)
  const method = await workspaceMethod(db)
  const now = situation(graph, null, on, method)
  const withRole = new Set(graph.opportunities.flatMap((deal) => [...decisionChain(now.snapshot, deal, method).rolesOf.keys()]))
  const open = await db
    .selectFrom('task')
    .select('personId')
    .where('accountId', '=', accountId)
    .where('origin', '=', 'cadence')
    .where('doneOn', 'is', null)
    .execute()
  const served = new Set(open.map(({ personId }) => personId))
  const due = now.theirs.filter(({ id }) => withRole.has(id))
  const fresh = due.filter(({ id }) => !served.has(id))

  const t = translator(language)
  context.step('task_cadence', { name: graph.account.name, count: fresh.length })
  for (const subject of fresh) {
    await addTask(context, {
      accountId,
      personId: subject.id,
      ownerId: closest(subject) ?? graph.account.ownerId,
      title: t('task.touch', { name: subject.presence.person.name }),
      dueOn: nextTouch(now, subject),
      repeatEveryDays: method.cadenceDays[subject.presence.tier],
      origin: 'cadence',
    })
  }
  return { created: fresh.length, kept: due.length - fresh.length }
}

/** Which of ours knows somebody best. */
function closest({ pairs }: Subject): PersonId | null {
  const [best] = [...pairs].sort((a, b) => b.depth - a.depth)
  return best?.ownPersonId ?? null
}

/** Today where the last touch is unknown or too long ago. */
function nextTouch({ contacts, method, on }: Situation, { id, presence }: Subject): Day {
  const last = [...contacts.of(id).values()].sort().at(-1)
  const next = last === undefined ? on : addDays(last, method.cadenceDays[presence.tier])
  return next < on ? on : next
}
