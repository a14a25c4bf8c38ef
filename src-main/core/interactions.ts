import type { Done, Output, ParsedInput } from '../../src-shared/contract'
import type { ListedInteraction, NewInteraction } from '../../src-shared/contract/interactionEndpoints'
import { AppError } from '../../src-shared/errors'
import type { OwnFields } from '../../src-shared/model/account'
import { isSafeTarget } from '../../src-shared/model/attachmentTarget'
import type { AccountId, AttachmentId, InteractionId, OpportunityId, PersonId, TaskId } from '../../src-shared/model/ids'
import type { SecrecyTier } from '../../src-shared/model/scales'
import type { ReadContext, WriteContext } from './context'
import type { Writer } from './db'
import { interactionsSaying } from './interactionSearch'
import { ownJson } from './json'
import { accountOf, memberOf, missing, named, opportunityOf, personOf } from './lookup'
import { addTask } from './tasks'

const DEFAULT_LIMIT = 100

/** Latest first; of one day the one recorded last. @throws AppError `not_found` for the account */
export async function findInteractions(
  { db, raw }: ReadContext,
  input: ParsedInput<'interaction.find'>,
): Promise<Output<'interaction.find'>> {
  const { accountId, kinds, people = [], opportunityId, text, since, until, offset = 0, limit = DEFAULT_LIMIT } = input
  await accountOf(db, accountId)
  let found = db
    .selectFrom('interaction')
    .select('id')
    .where('accountId', '=', accountId)
    .orderBy('heldOn', (day) => day.desc().nullsLast())
    .orderBy('id', 'desc')
  if (kinds !== undefined) found = found.where('kind', 'in', kinds)
  if (opportunityId !== undefined) found = found.where('opportunityId', '=', opportunityId)
  if (since !== undefined) found = found.where('heldOn', '>=', since)
  if (until !== undefined) found = found.where('heldOn', '<=', until)
  for (const personId of people) {
    const attended = db.selectFrom('interactionPerson').select('interactionId').where('personId', '=', personId)
    found = found.where('id', 'in', attended)
  }
  const saying = text === undefined ? null : interactionsSaying(raw, accountId, text)
  const ids = (await found.execute()).map(({ id }) => id).filter((id) => saying?.has(id) ?? true)
  return { ids, interactions: await listed(db, ids.slice(offset, offset + limit)) }
}

async function listed(db: ReadContext['db'], ids: readonly InteractionId[]): Promise<ListedInteraction[]> {
  const [rows, people, attachments] = await Promise.all([
    db.selectFrom('interaction').selectAll().where('id', 'in', ids).execute(),
    db.selectFrom('interactionPerson').selectAll().where('interactionId', 'in', ids).orderBy('personId').execute(),
    db.selectFrom('interactionAttachment').selectAll().where('interactionId', 'in', ids).orderBy('position').execute(),
  ])
  const byId = new Map(rows.map((row) => [row.id, row]))
  const participants = Map.groupBy(people, ({ interactionId }) => interactionId)
  const papers = Map.groupBy(attachments, ({ interactionId }) => interactionId)
  return ids.flatMap((id): ListedInteraction[] => {
    const row = byId.get(id)
    if (!row) return []
    return [
      {
        ...row,
        own: ownJson<OwnFields>(row.own),
        participants: (participants.get(id) ?? []).map(({ personId }) => personId),
        attachments: (papers.get(id) ?? []).map(({ label, target }) => ({ label, target })),
      },
    ]
  })
}

/** @throws AppError `not_found` also for who is not on the account, `link_refused`, `name_empty` for a next step without words */
export async function createInteraction(
  context: WriteContext,
  { accountId, ...interaction }: ParsedInput<'interaction.create'>,
): Promise<{ interactionId: InteractionId; taskId: TaskId | null }> {
  context.step('interaction_create', { name: await nameOf(context.db, accountId, interaction.participants ?? []) })
  return addInteraction(context, accountId, interaction)
}

/** All of them in one step. @throws AppError as `createInteraction` */
export async function recordInteractions(
  context: WriteContext,
  { accountId, interactions }: ParsedInput<'interactions.record'>,
): Promise<{ interactionIds: InteractionId[] }> {
  context.step('interactions_record', { count: interactions.length })
  const interactionIds: InteractionId[] = []
  for (const interaction of interactions) {
    const { interactionId } = await addInteraction(context, accountId, interaction)
    interactionIds.push(interactionId)
  }
  return { interactionIds }
}

async function addInteraction(context: WriteContext, accountId: AccountId, interaction: NewInteraction) {
  const { db } = context
  const { participants = [], attachments = [], nextStep = null, calendarUid, own = {} } = interaction
  await accountOf(db, accountId)
  const row = {
    accountId,
    opportunityId: interaction.opportunityId ?? null,
    heldOn: interaction.heldOn ?? null,
    kind: interaction.kind,
    summary: (interaction.summary ?? '').trim(),
    secrecy: interaction.secrecy ?? 'open',
  }
  await assertOpportunity(db, accountId, row.opportunityId)
  const interactionId = context.newId<InteractionId>()
  await db
    .insertInto('interaction')
    .values({ id: interactionId, ...row, own: JSON.stringify(own) })
    .execute()
  await putParticipants(db, accountId, interactionId, [], participants)
  await putAttachments(context, interactionId, attachments)
  if (calendarUid !== undefined) await db.insertInto('interactionCalendar').values({ interactionId, uid: calendarUid }).execute()
  const taskId = await addNextStep(context, { id: interactionId, participants, ...row }, nextStep)
  return { interactionId, taskId }
}

/** @throws AppError as `createInteraction` */
export async function updateInteraction(
  context: WriteContext,
  input: ParsedInput<'interaction.update'>,
): Promise<{ taskId: TaskId | null }> {
  const { db } = context
  const { interactionId, participants: wanted, attachments, nextStep = null, own, summary, ...changes } = input
  const before = await interactionOf(db, interactionId)
  const present = await participantsOf(db, interactionId)
  const participants = wanted ?? present
  context.step('interaction_update', { name: await nameOf(db, before.accountId, participants) })
  if (changes.opportunityId) await assertOpportunity(db, before.accountId, changes.opportunityId)
  const row = { ...changes, ...(summary !== undefined && { summary: summary.trim() }), ...(own && { own: JSON.stringify(own) }) }
  if (Object.keys(row).length > 0) await db.updateTable('interaction').set(row).where('id', '=', interactionId).execute()
  await putParticipants(db, before.accountId, interactionId, present, participants)
  if (attachments !== undefined) await replaceAttachments(context, interactionId, attachments)
  const after = await interactionOf(db, interactionId)
  return { taskId: await addNextStep(context, { ...after, participants }, nextStep) }
}

/** @throws AppError `not_found` */
export async function removeInteraction(
  context: WriteContext,
  { interactionId }: ParsedInput<'interaction.remove'>,
): Promise<Done> {
  const { db } = context
  const { accountId } = await interactionOf(db, interactionId)
  context.step('interaction_remove', { name: await nameOf(db, accountId, await participantsOf(db, interactionId)) })
  await db.deleteFrom('interaction').where('id', '=', interactionId).execute()
  return {}
}

async function interactionOf(db: Writer, id: InteractionId) {
  const row = await db.selectFrom('interaction').selectAll().where('id', '=', id).executeTakeFirst()
  return row ?? missing('interaction', id)
}

async function participantsOf(db: Writer, interactionId: InteractionId): Promise<PersonId[]> {
  const rows = await db
    .selectFrom('interactionPerson')
    .select('personId')
    .where('interactionId', '=', interactionId)
    .orderBy('personId')
    .execute()
  return rows.map(({ personId }) => personId)
}

/** What the step is called by: those of the other side, else ours, else the account. */
async function nameOf(db: Writer, accountId: AccountId, participants: readonly PersonId[]): Promise<string> {
  const account = await accountOf(db, accountId)
  const people = await db
    .selectFrom('accountPerson')
    .innerJoin('person', 'person.id', 'accountPerson.personId')
    .select(['person.name', 'accountPerson.side'])
    .where('accountPerson.accountId', '=', accountId)
    .where('person.id', 'in', participants)
    .orderBy('person.id')
    .execute()
  const others = people.filter(({ side }) => side !== 'ours')
  const names = (others.length > 0 ? others : people).map(({ name }) => name)
  return names.join(', ') || account.name
}

async function assertOpportunity(db: Writer, accountId: AccountId, id: OpportunityId | null): Promise<void> {
  if (id !== null && (await opportunityOf(db, id)).accountId !== accountId) missing('opportunity', id)
}

/** Only who comes new has to be on the account: who left it since may stay where they were. */
async function putParticipants(
  db: Writer,
  accountId: AccountId,
  interactionId: InteractionId,
  before: readonly PersonId[],
  after: readonly PersonId[],
): Promise<void> {
  for (const personId of before) {
    if (after.includes(personId)) continue
    await db
      .deleteFrom('interactionPerson')
      .where((is) => is.and({ interactionId, personId }))
      .execute()
  }
  for (const personId of new Set(after)) {
    if (before.includes(personId)) continue
    await memberOf(db, accountId, personId)
    await db.insertInto('interactionPerson').values({ interactionId, personId }).execute()
  }
}

type Link = NonNullable<NewInteraction['attachments']>[number]

async function putAttachments(context: WriteContext, interactionId: InteractionId, links: readonly Link[]): Promise<void> {
  for (const [position, link] of links.entries()) {
    const target = link.target.trim()
    if (!isSafeTarget(target)) throw new AppError('link_refused', { value: link.target })
    await context.db
      .insertInto('interactionAttachment')
      .values({ id: context.newId<AttachmentId>(), interactionId, label: link.label.trim(), target, position })
      .execute()
  }
}

/** Left alone where nothing differs, so that saving a form without a change is no change. */
async function replaceAttachments(context: WriteContext, interactionId: InteractionId, links: readonly Link[]): Promise<void> {
  const { db } = context
  const present = await db
    .selectFrom('interactionAttachment')
    .select(['label', 'target'])
    .where('interactionId', '=', interactionId)
    .orderBy('position')
    .execute()
  const plain = links.map(({ label, target }) => ({ label: label.trim(), target: target.trim() }))
  if (JSON.stringify(present) === JSON.stringify(plain)) return
  await db.deleteFrom('interactionAttachment').where('interactionId', '=', interactionId).execute()
  await putAttachments(context, interactionId, plain)
}

interface Origin {
  readonly id: InteractionId
  readonly accountId: AccountId
  readonly opportunityId: OpportunityId | null
  readonly secrecy: SecrecyTier
  readonly participants: readonly PersonId[]
}

/** The task is about the first of theirs who took part, and as secret as what it came of. */
async function addNextStep(context: WriteContext, origin: Origin, step: NewInteraction['nextStep']): Promise<TaskId | null> {
  if (!step) return null
  const { accountId, opportunityId, secrecy, id, participants } = origin
  let personId: PersonId | null = null
  for (const candidate of participants) {
    if (personId === null && (await memberOf(context.db, accountId, candidate)).side !== 'ours') personId = candidate
  }
  if (step.ownerId !== null) await personOf(context.db, step.ownerId)
  const { dueOn, ownerId } = step
  const title = named(step.title)
  return addTask(context, {
    accountId,
    opportunityId,
    personId,
    ownerId,
    title,
    dueOn,
    origin: 'interaction',
    originId: id,
    secrecy,
  })
}
