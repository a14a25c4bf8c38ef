import { isDeepStrictEqual } from 'node:util'
import { z } from 'zod'
import shippedEn from '../../resources/playbooks/en.json'
import shippedZh from '../../resources/playbooks/zh-CN.json'
import type { Done, ParsedInput } from '../../src-shared/contract'
import { translator } from '../../src-shared/i18n/translate'
import type { Language } from '../../src-shared/model/language'
import { emptyPlaybook, type PlayedPlaybook, Playbook } from '../../src-shared/model/playbook'
import { roleWords } from '../../src-shared/scene/roleWords'
import type { ReadContext, WriteContext } from './context'
import { ownJson } from './json'
import { missing } from './lookup'
import { workspaceMethod } from './workspace'

const Shipped = z.record(z.string(), Playbook)
const shipped: Readonly<Record<Language, z.infer<typeof Shipped>>> = {
  'zh-CN': Shipped.parse(shippedZh),
  en: Shipped.parse(shippedEn),
}

/** Every role of the method in its order, with what is played for it. */
export async function listPlaybooks({ db }: ReadContext, { language }: ParsedInput<'playbook.list'>): Promise<PlayedPlaybook[]> {
  const rows = await db.selectFrom('playbook').select(['role', 'content']).where('language', '=', language).execute()
  const own = new Map(rows.map(({ role, content }) => [role, ownJson<Playbook>(content)]))
  const { roles } = await workspaceMethod(db)
  return roles.map(({ key }) => ({
    role: key,
    playbook: own.get(key) ?? shipped[language][key] ?? emptyPlaybook,
    changed: own.has(key),
    shipped: shipped[language][key] !== undefined,
  }))
}

/** What equals the shipped playbook is not kept. @throws AppError `not_found` for a role that the method does not have */
export async function setPlaybook(
  context: WriteContext,
  { role, language, playbook }: ParsedInput<'playbook.set'>,
): Promise<Done> {
  const name = await roleName(context, role, language)
  context.step('playbook_set', { name })
  if (isDeepStrictEqual(playbook, shipped[language][role] ?? emptyPlaybook)) {
    await forget(context, role, language)
    return {}
  }
  const content = JSON.stringify(playbook)
  await context.db
    .insertInto('playbook')
    .values({ role, language, content })
    .onConflict((conflict) => conflict.columns(['role', 'language']).doUpdateSet({ content }))
    .execute()
  return {}
}

/** @throws AppError `not_found` for a role that the method does not have */
export async function resetPlaybook(context: WriteContext, { role, language }: ParsedInput<'playbook.reset'>): Promise<Done> {
  context.step('playbook_reset', { name: await roleName(context, role, language) })
  await forget(context, role, language)
  return {}
}

async function forget({ db }: WriteContext, role: string, language: Language): Promise<void> {
  await db.deleteFrom('playbook').where('role', '=', role).where('language', '=', language).execute()
}

async function roleName({ db }: WriteContext, role: string, language: Language): Promise<string> {
  const method = await workspaceMethod(db)
  if (!method.roles.some(({ key }) => key === role)) missing('role', role)
  return roleWords(role, method, translator(language)).label
}
