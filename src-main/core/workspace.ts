import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import type { z } from 'zod'
import type { Done, HistoryStep, Output, ParsedInput } from '../../src-shared/contract'
import { AppError } from '../../src-shared/errors'
import { PersonId } from '../../src-shared/model/ids'
import { Language } from '../../src-shared/model/language'
import { Method, shippedMethod } from '../../src-shared/model/method'
import { backupTo } from './backup'
import type { ReadContext, StepParams, WriteContext } from './context'
import type { Reader } from './db'
import { ownJson } from './json'
import { personOf } from './lookup'

/** What a workspace may say of itself in its `setting` table, by key. */
const settings = {
  language: Language,
  me: PersonId.nullable(),
  /** Only what a team changed of the shipped method. */
  method: Method.partial(),
}
type SettingKey = keyof typeof settings

export async function workspaceInfo({ db, raw, file }: ReadContext): Promise<Output<'workspace.info'>> {
  return {
    fileName: basename(file),
    schemaVersion: Number(raw.pragma('user_version', { simple: true })),
    language: (await readSetting(db, 'language')) ?? null,
    me: await whoIsMe(db),
    method: await workspaceMethod(db),
  }
}

/** Which of ours the user is; null also while that person is deleted. */
async function whoIsMe(db: Reader): Promise<PersonId | null> {
  const id = (await readSetting(db, 'me')) ?? null
  if (id === null) return null
  const person = await db.selectFrom('person').select('id').where('id', '=', id).executeTakeFirst()
  return person?.id ?? null
}

/** The shipped method with what this workspace changed of it. */
export async function workspaceMethod(db: Reader): Promise<Method> {
  return { ...shippedMethod, ...definedOnly((await readSetting(db, 'method')) ?? {}) }
}

/** @throws AppError `not_found`, `not_ours` */
export async function setPreference({ db }: WriteContext, input: ParsedInput<'workspace.setPreference'>): Promise<Done> {
  if (input.me) await assertOurs(db, input.me)
  for (const [key, given] of Object.entries(input)) {
    if (given === undefined) continue
    const value = JSON.stringify(given)
    await db
      .insertInto('setting')
      .values({ key, value })
      .onConflict((conflict) => conflict.column('key').doUpdateSet({ value }))
      .execute()
  }
  return {}
}

/**
 * Changes numbers of the method for this workspace. What is as shipped again is no longer kept, so that a later edition's numbers
 * reach this workspace too.
 */
export async function setMethod(context: WriteContext, changes: ParsedInput<'workspace.setMethod'>): Promise<Done> {
  const { db } = context
  context.step('workspace_setMethod')
  const wanted = { ...(await readSetting(db, 'method')), ...definedOnly(changes) }
  const entries = Object.entries(wanted).filter(([key, numbers]) => !isDeepStrictEqual(numbers, shipped.get(key)))
  if (entries.length === 0) {
    await db.deleteFrom('setting').where('key', '=', 'method').execute()
    return {}
  }
  const value = JSON.stringify(Object.fromEntries(entries))
  await db
    .insertInto('setting')
    .values({ key: 'method', value })
    .onConflict((conflict) => conflict.column('key').doUpdateSet({ value }))
    .execute()
  return {}
}

const shipped: ReadonlyMap<string, unknown> = new Map(Object.entries(shippedMethod))

export async function listHistory({ db }: ReadContext, { limit = 100 }: ParsedInput<'history.list'>): Promise<HistoryStep[]> {
  const steps = await db
    .selectFrom('historyStep')
    .select(['id', 'name', 'params', 'madeAt', 'undone'])
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
  return steps.map((step) => ({ ...step, params: ownJson<StepParams>(step.params), undone: step.undone === 1 }))
}

export async function copyWorkspace({ raw, file }: ReadContext): Promise<Output<'workspace.copy'>> {
  const folder = mkdtempSync(join(tmpdir(), 'linchpin-copy-'))
  try {
    const copy = join(folder, basename(file))
    backupTo(raw, copy)
    return { fileName: basename(file), bytes: readFileSync(copy).toString('base64') }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

async function assertOurs(db: Reader, id: PersonId): Promise<void> {
  const { name } = await personOf(db, id)
  const ours = await db
    .selectFrom('accountPerson')
    .select('accountId')
    .where('personId', '=', id)
    .where('side', '=', 'ours')
    .executeTakeFirst()
  if (!ours) throw new AppError('not_ours', { name })
}

async function readSetting<K extends SettingKey>(db: Reader, key: K): Promise<z.infer<(typeof settings)[K]> | undefined> {
  const row = await db.selectFrom('setting').select('value').where('key', '=', key).executeTakeFirst()
  if (!row) return undefined
  // Indexing by a type parameter widens the schema; its own output is what K names.
  return settings[key].parse(JSON.parse(row.value)) as z.infer<(typeof settings)[K]>
}

/** Under exactOptionalPropertyTypes a spread must not carry undefined over a shipped value. */
function definedOnly(changes: z.infer<typeof settings.method>): Partial<Method> {
  return Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined))
}
