import type { HandOverItem } from '../../src-shared/model/change'
import { addDays, type Day, holds } from '../../src-shared/model/day'
import type { AccountId, PersonId } from '../../src-shared/model/ids'
import type { Judgement } from '../../src-shared/model/judgement'
import { depthOf } from '../../src-shared/analytics/judgements'
import type { Reader } from './db'
import { loadGraph } from './graph'

type Item = Omit<HandOverItem, 'id' | 'handOverId' | 'position'>

const nothing: Omit<Item, 'kind'> = {
  opportunityId: null,
  role: null,
  seatId: null,
  subjectId: null,
  taskId: null,
  strategyId: null,
  successorId: null,
  ownPersonId: null,
  dueOn: null,
  doneOn: null,
  note: '',
}

/**
 * What somebody who leaves on a day leaves behind: the roles of the seats they hold on the day before, the relationships they have with
 * us (or, of one of ours, with them), open promises, and of one of ours the strategies they were to carry out.
 */
export async function itemsToPassOn(db: Reader, accountId: AccountId, personId: PersonId, on: Day): Promise<Item[]> {
  const graph = await loadGraph({ db }, accountId)
  const eve = addDays(on, -1)
  const ours = graph.people.some(({ id, side }) => id === personId && side === 'ours')
  const held = new Set(
    graph.tenures
      .filter((tenure) => tenure.personId === personId && (holds(tenure, eve) || holds(tenure, on)))
      .map(({ seatId }) => seatId),
  )
  const roles = graph.decisionRoles
    .filter((role) => held.has(role.seatId) && holds(role, on))
    .map(({ opportunityId, role, seatId }): Item => ({ ...nothing, kind: 'role', opportunityId, role, seatId }))

  const tasks = await db
    .selectFrom('task')
    .select(['id', 'dueOn', 'opportunityId'])
    .where('accountId', '=', accountId)
    .where('doneOn', 'is', null)
    .where(ours ? 'ownerId' : 'personId', '=', personId)
    .orderBy('id')
    .execute()
  const promises = tasks.map(({ id, dueOn, opportunityId }): Item => ({
    ...nothing,
    kind: 'promise',
    taskId: id,
    dueOn,
    opportunityId,
  }))
  const strategies = graph.strategies
    .filter(({ ownerId, status }) => ours && ownerId === personId && (status === 'planned' || status === 'active'))
    .map(({ id, opportunityId, personId: subjectId, dueOn }): Item => ({
      ...nothing,
      kind: 'strategy',
      strategyId: id,
      opportunityId,
      subjectId,
      dueOn,
    }))
  return [...roles, ...relationships(graph.judgements, personId, ours), ...promises, ...strategies]
}

/** Pairs that were ever judged to be more than strangers; of one of theirs, the colleague who knows them keeps them. */
function relationships(judgements: readonly Judgement[], personId: PersonId, ours: boolean): Item[] {
  const latest = new Map<PersonId, { other: PersonId; known: boolean }>()
  for (const judgement of judgements) {
    if (judgement.kind !== 'depth' || judgement.ownPersonId === null) continue
    const [self, other] = ours ? [judgement.ownPersonId, judgement.subjectId] : [judgement.subjectId, judgement.ownPersonId]
    if (self === personId) latest.set(other, { other, known: depthOf(judgement) > 0 })
  }
  return [...latest.values()]
    .filter(({ known }) => known)
    .map(({ other }): Item => ({
      ...nothing,
      kind: 'relationship',
      subjectId: ours ? other : personId,
      ownPersonId: ours ? null : other,
    }))
}
