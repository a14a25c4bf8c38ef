import type { Done, ParsedInput } from '../../src-shared/contract'
import { AppError } from '../../src-shared/errors'
import { localDay } from '../../src-shared/model/day'
import type { JudgementId, PersonId } from '../../src-shared/model/ids'
import { defaultExpiry, guidedDepth, isJudgementValue, judgementValues } from '../../src-shared/model/judgement'
import type { WriteContext } from './context'
import type { Reader } from './db'
import { assertOrder, memberOf, missing, opportunityOf, organizationOf, personOf } from './lookup'
import { workspaceMethod } from './workspace'

/**
 * Where nothing is said of it, a judgement expires as the workspace's method has it for its kind.
 *
 * @throws AppError `not_found`, `unknown_word`, `own_person_needed`, `wrong_side`, `dates_reversed`, `factors_disagree` where the
 * answers of a guided rating lead to another depth
 */
export async function recordJudgement(
  context: WriteContext,
  input: ParsedInput<'judgement.record'>,
): Promise<{ judgementId: JudgementId }> {
  const { db } = context
  const { subjectId, kind, value, authorId = null } = input
  const subject = await personOf(db, subjectId)
  if (!isJudgementValue(kind, value)) throw new AppError('unknown_word', { value, words: judgementValues(kind).join(', ') })
  if (authorId !== null) await personOf(db, authorId)
  const ownPersonId = kind === 'depth' ? (input.ownPersonId ?? authorId) : null
  const opportunityId = kind === 'stance' ? (input.opportunityId ?? null) : null
  const organizationId = kind === 'political' ? (input.organizationId ?? null) : null
  if (kind === 'depth') await assertPair(db, ownPersonId, subject)
  if (opportunityId !== null) await opportunityOf(db, opportunityId)
  if (organizationId !== null) await organizationOf(db, organizationId)
  const madeOn = input.madeOn === undefined ? localDay(context.now()) : input.madeOn
  const method = await workspaceMethod(db)
  const expiresOn = input.expiresOn === undefined ? defaultExpiry(kind, madeOn, method) : input.expiresOn
  assertOrder(madeOn, expiresOn)
  const factors = kind === 'depth' ? (input.factors ?? null) : null
  if (factors !== null && guidedDepth(factors, method) !== Number(value))
    throw new AppError('factors_disagree', { value, depth: guidedDepth(factors, method) })
  context.step('judgement_record', { name: subject.name })
  const id = context.newId<JudgementId>()
  await db
    .insertInto('judgement')
    .values({
      id,
      subjectId,
      authorId,
      ownPersonId,
      opportunityId,
      organizationId,
      kind,
      value,
      madeOn,
      expiresOn,
      confidence: input.confidence ?? method.confidence.confirmed,
      evidence: input.evidence ?? '',
      secrecy: input.secrecy ?? 'open',
      factors: factors && JSON.stringify(factors),
      recordedSeq: (await lastRecordedSeq(db)) + 1,
      own: '{}',
    })
    .execute()
  return { judgementId: id }
}

/** @throws AppError `not_found`, `dates_reversed` */
export async function updateJudgement(context: WriteContext, input: ParsedInput<'judgement.update'>): Promise<Done> {
  const { judgementId, ...changes } = input
  const judgement = await judgementOf(context, judgementId)
  assertOrder(judgement.madeOn, changes.expiresOn ?? null)
  context.step('judgement_update', { name: (await personOf(context.db, judgement.subjectId)).name })
  await context.db
    .updateTable('judgement')
    .set({ ...judgement, ...changes })
    .where('id', '=', judgementId)
    .execute()
  return {}
}

/** @throws AppError `not_found` */
export async function removeJudgement(context: WriteContext, { judgementId }: ParsedInput<'judgement.remove'>): Promise<Done> {
  const judgement = await judgementOf(context, judgementId)
  context.step('judgement_remove', { name: (await personOf(context.db, judgement.subjectId)).name })
  await context.db.deleteFrom('judgement').where('id', '=', judgementId).execute()
  return {}
}

/** Both have to be on the account's map. @throws AppError `not_found`, `wrong_side` */
export async function setTargetDepth(context: WriteContext, input: ParsedInput<'targetDepth.set'>): Promise<Done> {
  const { db } = context
  const { depth, ...pair } = input
  const own = await memberOf(db, pair.accountId, pair.ownPersonId)
  const subject = await memberOf(db, pair.accountId, pair.subjectId)
  if (own.side !== 'ours') throw new AppError('wrong_side', { name: own.name })
  if (subject.side === 'ours') throw new AppError('wrong_side', { name: subject.name })
  context.step('targetDepth_set', { name: subject.name })
  if (depth === null) {
    await db
      .deleteFrom('targetDepth')
      .where('accountId', '=', pair.accountId)
      .where('ownPersonId', '=', pair.ownPersonId)
      .where('subjectId', '=', pair.subjectId)
      .execute()
  } else {
    await db
      .insertInto('targetDepth')
      .values({ ...pair, depth })
      .onConflict((conflict) => conflict.columns(['accountId', 'ownPersonId', 'subjectId']).doUpdateSet({ depth }))
      .execute()
  }
  return {}
}

/** The highest recordedSeq so far, 0 where nothing was judged yet. */
export async function lastRecordedSeq(db: Reader): Promise<number> {
  const row = await db
    .selectFrom('judgement')
    .select((of) => of.fn.max('recordedSeq').as('seq'))
    .executeTakeFirst()
  return row?.seq ?? 0
}

async function judgementOf({ db }: WriteContext, id: JudgementId) {
  const judgement = await db.selectFrom('judgement').selectAll().where('id', '=', id).executeTakeFirst()
  return judgement ?? missing('judgement', id)
}

/** A depth is between one of ours and somebody who, on some map, is not one of ours. @throws AppError `not_found`, `wrong_side` */
async function assertPair(db: Reader, ownPersonId: PersonId | null, subject: { id: PersonId; name: string }): Promise<void> {
  if (ownPersonId === null) throw new AppError('own_person_needed', { name: subject.name })
  const own = await personOf(db, ownPersonId)
  const sides = await db
    .selectFrom('accountPerson')
    .select(['personId', 'side'])
    .where('personId', 'in', [own.id, subject.id])
    .execute()
  if (!sides.some((row) => row.personId === own.id && row.side === 'ours')) throw new AppError('wrong_side', { name: own.name })
  if (!sides.some((row) => row.personId === subject.id && row.side !== 'ours'))
    throw new AppError('wrong_side', { name: subject.name })
}
