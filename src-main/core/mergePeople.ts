import type { Done, ParsedInput } from '../../src-shared/contract'
import { AppError } from '../../src-shared/errors'
import { type Dated, type Day, localDay } from '../../src-shared/model/day'
import { type FormerNameId, type PersonId } from '../../src-shared/model/ids'
import { SecrecyTier } from '../../src-shared/model/scales'
import type { WriteContext } from './context'
import type { Writer } from './db'
import { named, personOf } from './lookup'
import { mergeTies } from './mergeTies'

/**
 * Two records turn out to be one person. Everything about the second goes to the first: seats, ties, judgements, interactions,
 * signals, memberships, pins, names. What the two records said twice is said once: a tie of the same kind with the same person
 * becomes the stronger of the two, spells in one seat that touch become one, ties between the two and depths of one in the other are
 * dropped. A name that is not kept stays on record, without days, so that a search still finds it.
 *
 * The sender's ids of both records go on to mean the one person, so that importing them again makes nobody new.
 *
 * @throws AppError `not_found`, `same_person`, `name_empty`, `other_side` where an account has the two on different sides
 */
export async function mergePeople(context: WriteContext, input: ParsedInput<'person.merge'>): Promise<Done> {
  const { db } = context
  const { personId: kept, mergedId: merged } = input
  const person = await personOf(db, kept)
  const other = await personOf(db, merged)
  if (kept === merged) throw new AppError('same_person', { name: person.name })
  const { own, name: wanted, ...values } = input.values
  const name = wanted === undefined ? person.name : named(wanted)
  await assertSameSides(db, kept, other)
  context.step('person_merge', { name, other: other.name })

  await mergeMemberships(db, kept, merged)
  await mergeTenures(db, kept, merged)
  await mergeTies(db, kept, merged)
  await mergeJudgements(db, kept, merged)
  await mergeRecords(db, kept, merged)
  await db.updateTable('account').set({ ownerId: kept }).where('ownerId', '=', merged).execute()
  await db
    .updateTable('setting')
    .set({ value: JSON.stringify(kept) })
    .where('key', '=', 'me')
    .where('value', '=', JSON.stringify(merged))
    .execute()

  const known = await db.selectFrom('formerName').select('name').where('personId', 'in', [kept, merged]).execute()
  await db.updateTable('formerName').set({ personId: kept }).where('personId', '=', merged).execute()
  for (const alias of new Set([person.name, other.name])) {
    if (alias === name || known.some((former) => former.name === alias)) continue
    await db
      .insertInto('formerName')
      .values({
        id: context.newId<FormerNameId>(),
        personId: kept,
        name: alias,
        validFrom: null,
        validTo: null,
        recordedOn: localDay(context.now()),
      })
      .execute()
  }
  await db
    .updateTable('person')
    // A note that comes from either record is no less secret than it was there.
    .set({
      noteSecrecy: moreSecret(person.noteSecrecy, other.noteSecrecy),
      ...values,
      name,
      ...(own && { own: JSON.stringify(own) }),
    })
    .where('id', '=', kept)
    .execute()
  await db.deleteFrom('person').where('id', '=', merged).execute()
  return {}
}

function moreSecret(one: SecrecyTier, other: SecrecyTier): SecrecyTier {
  return SecrecyTier.options.indexOf(one) < SecrecyTier.options.indexOf(other) ? other : one
}

/** One person cannot be on two sides of one account. */
async function assertSameSides(
  db: Writer,
  kept: PersonId,
  other: { readonly id: PersonId; readonly name: string },
): Promise<void> {
  const conflict = await db
    .selectFrom('accountPerson as one')
    .innerJoin('accountPerson as two', 'two.accountId', 'one.accountId')
    .select('one.accountId')
    .where('one.personId', '=', kept)
    .where('two.personId', '=', other.id)
    .whereRef('one.side', '<>', 'two.side')
    .executeTakeFirst()
  if (conflict) throw new AppError('other_side', { name: other.name })
}

/** Rows are moved by taking them away and putting them in: the journal knows a row by its key. */
async function mergeMemberships(db: Writer, kept: PersonId, merged: PersonId): Promise<void> {
  const mine = await db.selectFrom('accountPerson').selectAll().where('personId', '=', kept).execute()
  const theirs = await db.selectFrom('accountPerson').selectAll().where('personId', '=', merged).execute()
  const aliases = await db.selectFrom('sourceAlias').selectAll().where('personId', '=', merged).execute()
  // Their aliases go with their memberships.
  await db.deleteFrom('accountPerson').where('personId', '=', merged).execute()
  for (const member of theirs) {
    const { accountId, sourceId } = member
    const both = mine.find((each) => each.accountId === accountId)
    if (!both) {
      await db
        .insertInto('accountPerson')
        .values({ ...member, personId: kept })
        .execute()
    } else if (sourceId !== null && both.sourceId === null) {
      await db
        .updateTable('accountPerson')
        .set({ sourceId })
        .where('accountId', '=', accountId)
        .where('personId', '=', kept)
        .execute()
    } else if (sourceId !== null) aliases.push({ accountId, sourceId, personId: merged })
  }
  for (const alias of aliases) {
    await db
      .insertInto('sourceAlias')
      .values({ ...alias, personId: kept })
      .execute()
  }
}

/** Spells in one seat that overlap or follow without a gap are one spell. */
async function mergeTenures(db: Writer, kept: PersonId, merged: PersonId): Promise<void> {
  await db.updateTable('tenure').set({ personId: kept }).where('personId', '=', merged).execute()
  const tenures = await db.selectFrom('tenure').selectAll().where('personId', '=', kept).orderBy('id').execute()
  for (const spells of Map.groupBy(tenures, ({ seatId }) => seatId).values()) {
    const [first, ...rest] = spells.sort((a, b) => compareFrom(a.validFrom, b.validFrom))
    let last = first
    for (const spell of rest) {
      if (!last || !touches(last, spell)) {
        last = spell
        continue
      }
      const validTo = latestEnd(last.validTo, spell.validTo)
      // Gone first: whatever looks at the two sees one.
      await db.deleteFrom('tenure').where('id', '=', spell.id).execute()
      if (validTo !== last.validTo) await db.updateTable('tenure').set({ validTo }).where('id', '=', last.id).execute()
      last = { ...last, validTo }
    }
  }
}

const compareFrom = (a: Day | null, b: Day | null): number => ((a ?? '') < (b ?? '') ? -1 : (a ?? '') > (b ?? '') ? 1 : 0)
const latestEnd = (a: Day | null, b: Day | null): Day | null => (a === null || b === null ? null : a > b ? a : b)
/** Whether the later one begins before the earlier has been over for a day. */
const touches = (earlier: Dated, later: Dated): boolean =>
  earlier.validTo === null || later.validFrom === null || later.validFrom <= earlier.validTo

/** Judgements about, by, and of relationships with the merged one; what both records say in the same words is said once. */
async function mergeJudgements(db: Writer, kept: PersonId, merged: PersonId): Promise<void> {
  for (const column of ['subjectId', 'authorId', 'ownPersonId'] as const) {
    await db
      .updateTable('judgement')
      .set({ [column]: kept })
      .where(column, '=', merged)
      .execute()
  }
  await db.deleteFrom('judgement').where('subjectId', '=', kept).where('ownPersonId', '=', kept).execute()
  const judgements = await db
    .selectFrom('judgement')
    .selectAll()
    .where((is) => is.or([is('subjectId', '=', kept), is('ownPersonId', '=', kept)]))
    .orderBy('recordedSeq')
    .execute()
  const said = new Set<string>()
  for (const { id, ...judgement } of judgements) {
    const key = JSON.stringify({ ...judgement, recordedSeq: 0 })
    if (said.has(key)) await db.deleteFrom('judgement').where('id', '=', id).execute()
    said.add(key)
  }
}

/** What is kept by account: targets, interactions, signals, strategies, tasks, changes, hand-overs, places on maps. */
async function mergeRecords(db: Writer, kept: PersonId, merged: PersonId): Promise<void> {
  const targets = await db
    .selectFrom('targetDepth')
    .selectAll()
    .where((is) => is.or([is('ownPersonId', 'in', [kept, merged]), is('subjectId', 'in', [kept, merged])]))
    .execute()
  const one = (id: PersonId): PersonId => (id === merged ? kept : id)
  for (const pair of targets.filter((target) => target.ownPersonId === merged || target.subjectId === merged)) {
    await db
      .deleteFrom('targetDepth')
      .where('accountId', '=', pair.accountId)
      .where('ownPersonId', '=', pair.ownPersonId)
      .where('subjectId', '=', pair.subjectId)
      .execute()
  }
  for (const target of targets) {
    const pair = { ...target, ownPersonId: one(target.ownPersonId), subjectId: one(target.subjectId) }
    if (pair.ownPersonId === pair.subjectId) continue
    await db
      .insertInto('targetDepth')
      .values(pair)
      // Of two aims the higher one.
      .onConflict((conflict) =>
        conflict
          .columns(['accountId', 'ownPersonId', 'subjectId'])
          .doUpdateSet({ depth: pair.depth })
          .where('targetDepth.depth', '<', pair.depth),
      )
      .execute()
  }

  const attended = await db.selectFrom('interactionPerson').selectAll().where('personId', '=', merged).execute()
  await db.deleteFrom('interactionPerson').where('personId', '=', merged).execute()
  for (const { interactionId } of attended) {
    await db
      .insertInto('interactionPerson')
      .values({ interactionId, personId: kept })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  }

  await db.updateTable('signal').set({ personId: kept }).where('personId', '=', merged).execute()
  const signals = await db.selectFrom('signal').selectAll().where('personId', '=', kept).orderBy('id').execute()
  const seen = new Set<string>()
  for (const { id, ...words } of signals) {
    const key = JSON.stringify(words)
    // One hint noted in both records must not count twice.
    if (seen.has(key)) await db.deleteFrom('signal').where('id', '=', id).execute()
    seen.add(key)
  }

  await db.updateTable('changeEvent').set({ personId: kept }).where('personId', '=', merged).execute()
  await db.updateTable('handOver').set({ personId: kept }).where('personId', '=', merged).execute()
  for (const column of ['subjectId', 'successorId', 'ownPersonId'] as const) {
    await db
      .updateTable('handOverItem')
      .set({ [column]: kept })
      .where(column, '=', merged)
      .execute()
  }
  for (const table of ['strategy', 'task'] as const) {
    await db.updateTable(table).set({ personId: kept }).where('personId', '=', merged).execute()
    await db.updateTable(table).set({ ownerId: kept }).where('ownerId', '=', merged).execute()
  }

  const pins = await db.selectFrom('pin').selectAll().where('nodeId', '=', merged).execute()
  await db.deleteFrom('pin').where('nodeId', '=', merged).execute()
  for (const pin of pins) {
    await db
      .insertInto('pin')
      .values({ ...pin, nodeId: kept })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  }
}
