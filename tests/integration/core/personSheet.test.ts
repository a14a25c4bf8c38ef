import { strFromU8, unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { personColumns } from '../../../src-main/core/personData'
import { journaledTables } from '../../../src-main/core/schema'
import { failureOf, smallMap, type TestCore, testCore, today, withFile } from '../../support/core'

/** Somebody about whom there is a row in every table that can point at a person. */
async function everywhere(core: TestCore) {
  const { accountId, opportunityId, boss, clerk, own } = await smallMap(core)
  const { personId } = own
  const about = { accountId, personId: clerk.personId }
  await core.run('person.rename', { personId, name: '钱多多', on: today })
  await core.run('account.update', { accountId, ownerId: personId })
  await core.run('tie.create', { fromPersonId: personId, toPersonId: boss.personId, kind: 'allied-with', on: today })
  await core.run('role.assign', { opportunityId, seatId: own.seatId, role: 'user', on: today })
  const depth = { subjectId: boss.personId, ownPersonId: personId, authorId: personId, kind: 'depth', value: '3' } as const
  await core.run('judgement.record', { ...depth, madeOn: today, evidence: '一起解决过停机' })
  await core.run('targetDepth.set', { accountId, ownPersonId: personId, subjectId: boss.personId, depth: 4 })
  const attachments = [{ label: '纪要', target: 'https://example.com/minutes' }]
  const participants = [personId, boss.personId]
  await core.run('interaction.create', {
    accountId,
    kind: 'visit',
    heldOn: today,
    summary: '看了产线',
    participants,
    attachments,
  })
  await core.run('signal.create', {
    accountId,
    personId,
    kind: 'resignation-rumour',
    confidence: 1,
    notedOn: today,
    source: '同事',
  })
  await core.run('strategy.create', { ...about, ownerId: personId, objective: '先试点' })
  await core.run('task.create', { title: '寄样品', accountId, ownerId: personId })
  await core.run('handOver.open', { accountId, personId, on: today })
  await core.run('change.record', { accountId, on: today, kind: 'left', personId: clerk.personId })
  withFile(core.file, (raw) => {
    raw.prepare(`INSERT INTO sourceAlias VALUES (?, 'CRM-7', ?)`).run(accountId, personId)
    raw.prepare('UPDATE changeEvent SET personId = ?').run(personId)
    raw
      .prepare(
        `INSERT INTO handOverItem (id, handOverId, kind, successorId, note, position)
         SELECT 'item', id, 'promise', ?, '周五前', 99 FROM handOver LIMIT 1`,
      )
      .run(personId)
  })
  return { accountId, personId, boss, clerk }
}

/** Tables of `person.data` that are read under another name. */
const readAs: Readonly<Record<string, string>> = { interactionPerson: 'interaction' }

test('whoever asks reads of every table that can point at them', async () => {
  const core = await testCore()
  const { personId } = await everywhere(core)
  const { sections } = await core.run('person.dataSheet', { personId, language: 'zh-CN' })
  const shown = new Set(sections.map(({ table }) => table))
  const tables = new Set(withFile(core.file, personColumns).map(({ table }) => table))
  const { tables: raw } = JSON.parse((await core.run('person.data', { personId })).json) as { tables: Record<string, unknown[]> }
  expect(new Set(Object.keys(raw))).toEqual(new Set(['person', ...tables]))
  for (const table of tables) expect(shown, table).toContain(readAs[table] ?? table)
  expect(shown).toContain('decisionRole')
  expect(journaledTables).toEqual(expect.arrayContaining([...tables]))
  for (const { title, entries } of sections) {
    expect(entries, title).not.toHaveLength(0)
    for (const fields of entries) expect(fields, title).not.toHaveLength(0)
  }
})

test.each([
  ['zh-CN', ['钱多多', '2026年11月21日', '一起解决过停机', '信任', '看了产线', '纪要 https://example.com/minutes', '离职传闻']],
  ['en', ['钱多多', 'Allied with', '21 Nov 2026', '3 Trust', 'Acme boss', 'Visit', 'Resignation rumour']],
] as const)('ids are names, scales are words and days are dates in %s', async (language, said) => {
  const core = await testCore()
  const { personId } = await everywhere(core)
  const { name, sections } = await core.run('person.dataSheet', { personId, language })
  expect(name).toBe('钱多多')
  const text = sections.flatMap(({ entries }) => entries.flat().map(({ label, value }) => `${label} ${value}`)).join('\n')
  for (const words of said) expect(text).toContain(words)
  // No id, no day as it is stored.
  expect(text).not.toMatch(/id-\d{6}|\d{4}-\d\d-\d\d/)
})

test('the document and the JSON say the same', async () => {
  const core = await testCore()
  const { personId } = await everywhere(core)
  const whom = { personId, language: 'en' } as const
  const asked = { ...whom, on: today }
  const file = await core.run('person.dataDocument', { ...asked, format: 'docx' })
  expect(file.fileName).toBe('钱多多 2026-11-21.docx')
  const text = wordsOf(Buffer.from(file.bytes, 'base64'))
  const { sections } = await core.run('person.dataSheet', whom)
  for (const { title, entries } of sections) {
    expect(text).toContain(title)
    for (const { value } of entries.flat()) expect(text).toContain(value.split('\n')[0])
  }
  const json = await core.run('person.dataDocument', { ...asked, format: 'json' })
  expect(Buffer.from(json.bytes, 'base64').toString()).toBe((await core.run('person.data', { personId })).json)
  const pdf = await core.run('person.dataDocument', { ...asked, format: 'pdf' })
  expect(Buffer.from(pdf.bytes, 'base64').subarray(0, 5).toString()).toBe('%PDF-')
  expect(await failureOf(core, 'person.dataSheet', { personId: 'nobody', language: 'en' })).toMatchObject({ code: 'not_found' })
})

/** What a Word document says, run by run. */
function wordsOf(docx: Uint8Array): string {
  const xml = strFromU8(unzipSync(docx)['word/document.xml'] ?? new Uint8Array())
  return xml
    .replaceAll(/<[^>]+>/g, '')
    .replaceAll('&apos;', "'")
    .replaceAll('&quot;', '"')
}
