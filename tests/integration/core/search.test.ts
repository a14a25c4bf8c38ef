import { copyFileSync } from 'node:fs'
import { expect, onTestFinished, test } from 'vitest'
import { createConnection } from '../../../src-main/core/db'
import { migrate } from '../../../src-main/core/migrate'
import { migrations } from '../../../src-main/core/migrations'
import { openCore } from '../../../src-main/core/core'
import type { AccountId } from '../../../src-shared/model/ids'
import type { SearchHit } from '../../../src-shared/search/hit'
import { addSeat, day, type TestCore, testCore, withFile } from '../../support/core'
import { inAnotherProcess } from '../../support/otherProcess'
import { temporaryFolder } from '../../support/workspace'

interface Found {
  readonly core: TestCore
  readonly here: AccountId
  readonly elsewhere: AccountId
  /** Labels of what a query finds, in order. */
  readonly labels: (text: string, from?: AccountId) => Promise<string[]>
}

const find = (core: TestCore, text: string, accountId?: AccountId): Promise<SearchHit[]> =>
  core.run('search.find', { text, ...(accountId && { accountId }) })

async function twoAccounts(): Promise<Found> {
  const core = await testCore()
  const { accountId: here } = await core.run('account.create', { name: '华东电力', industry: '电网' })
  const { accountId: elsewhere } = await core.run('account.create', { name: '南方水务' })
  for (const name of ['王建国', '王伟', '李建', '单雄信', '吕布', '张san']) await addSeat(core, here, { name })
  for (const name of ['王建', 'Jonathan Smith', '汪洋']) await addSeat(core, elsewhere, { name })
  await core.run('opportunity.create', { accountId: here, name: '配电改造项目' })
  return { core, here, elsewhere, labels: async (text, from) => (await find(core, text, from)).map(({ label }) => label) }
}

test.each([
  ['one character', '国', ['王建国']],
  ['two characters, exactly before the beginning of a longer name', '王建', ['王建', '王建国']],
  ['three characters', '王建国', ['王建国']],
  ['full pinyin', 'wangjianguo', ['王建国']],
  ['pinyin in parts', "wang jian'guo", ['王建国']],
  ['the beginning of pinyin while typing', 'wangji', ['王建', '王建国']],
  ['pinyin of the given name', 'jianguo', ['王建国']],
  ['initials', 'wjg', ['王建国']],
  ['the shortest name of those initials first', 'wj', ['王建', '王建国']],
  ['surname written out and initials', 'wangjg', ['王建国']],
  ['characters and letters together', '王jg', ['王建国']],
  ['Latin letters in a Chinese name', '张san', ['张san']],
  ['a Latin name', 'jonathan', ['Jonathan Smith']],
  ['the family name of a Latin name', 'smi', ['Jonathan Smith']],
  ['full-width and capital letters', 'ＳＭＩＴＨ', ['Jonathan Smith']],
  ['a surname of two readings, as a surname', 'shan', ['单雄信']],
  ['and as the character is read elsewhere', 'danxiongxin', ['单雄信']],
  ['ü typed as v', 'lvbu', ['吕布']],
  ['and as u', 'lubu', ['吕布']],
  ['an opportunity', 'pdgz', ['配电改造项目']],
])('finds by %s', async (_, text, expected) => {
  const { labels } = await twoAccounts()
  expect(await labels(text)).toEqual(expected)
})

test.each([
  ['swapped letters', 'wnagjianguo', '王建国'],
  ['a letter left out', 'wangjanguo', '王建国'],
  ['a letter too many', 'jonnathan', 'Jonathan Smith'],
  ['a wrong letter, in the second word', 'jonathan smyth', 'Jonathan Smith'],
  ['while the word is unfinished', 'wnagjian', '王建国'],
  ['a character that only sounds the same', '王建果', '王建国'],
])('finds in spite of a typing mistake: %s', async (_, text, expected) => {
  const { core } = await twoAccounts()
  const hits = await find(core, text)
  expect(hits.map(({ label }) => label)).toContain(expected)
  expect(hits.every(({ how }) => how === 'typo')).toBe(true)
})

test('what is found as written is not mixed with what may have been mistyped, and short words are taken at their word', async () => {
  const { labels } = await twoAccounts()
  expect(await labels('wangwei')).toEqual(['王伟'])
  expect(await labels('xjq')).toEqual([])
  expect(await labels('…!')).toEqual([])
  expect(await labels('" OR own : * NOT (')).toEqual([])
})

test('the account that is asked from comes first, and says where the others are', async () => {
  const { core, here, elsewhere } = await twoAccounts()
  const fromHere = await find(core, 'wang', here)
  expect(fromHere.map(({ label }) => label)).toEqual(['王伟', '王建国', '汪洋', '王建'])
  expect(fromHere.at(-1)).toMatchObject({
    kind: 'person',
    accountId: elsewhere,
    account: '南方水务',
    detail: "王建's title · 南方水务",
  })
  expect((await find(core, 'wang', elsewhere)).map(({ label }) => label)).toEqual(['汪洋', '王建', '王伟', '王建国'])
  expect(await core.run('search.find', { text: 'wang', limit: 2, accountId: here })).toHaveLength(2)
})

test('finds accounts; titles and organizations after names', async () => {
  const { core, here } = await twoAccounts()
  expect((await find(core, 'hddl'))[0]).toMatchObject({
    kind: 'account',
    id: here,
    label: '华东电力',
    detail: '电网',
    how: 'initials',
  })
  await core.run('seat.create', {
    accountId: here,
    side: 'theirs',
    title: '王牌工程师',
    holder: { name: '赵强' },
    on: day('2026-11-21'),
  })
  const hits = await find(core, '王牌')
  expect(hits).toMatchObject([{ label: '赵强', matched: '王牌工程师' }])
  const all = (await find(core, '王')).map(({ label }) => label)
  expect(all.indexOf('赵强')).toBe(all.length - 1)
})

test('follows renames, undo, redo and another process, also after a restart', async () => {
  const { core, labels } = await twoAccounts()
  const [hit] = await find(core, '王伟')
  if (hit?.kind !== 'person') throw new Error('no person')
  await core.run('person.update', { personId: hit.id, name: '欧阳修' })
  expect(await labels('oyx')).toEqual(['欧阳修'])
  expect(await labels('王伟')).not.toContain('王伟')
  await core.run('history.undo', {})
  expect(await labels('王伟')).toEqual(['王伟'])
  await core.run('history.redo', {})
  inAnotherProcess(core.file, `UPDATE person SET name = '司马迁' WHERE name = '欧阳修'`)
  const again = await core.reopen()
  expect((await find(again, 'smq')).map(({ label }) => label)).toEqual(['司马迁'])
})

test('words that nobody bears any more do not stay in the file', async () => {
  const { core } = await twoAccounts()
  const [hit] = await find(core, '汪洋')
  if (hit?.kind !== 'person') throw new Error('no person')
  await core.run('person.remove', { accountId: hit.accountId, personId: hit.id, withSeats: true })
  const again = await core.reopen()
  const left = withFile(again.file, (raw) => raw.prepare(`SELECT text FROM searchText WHERE text LIKE '%汪洋%'`).all())
  expect(left).toEqual([])
  await again.run('history.undo', {})
  expect((await find(again, 'wangyang')).map(({ label }) => label)).toEqual(['汪洋'])
  await again.run('account.create', { name: '新客户' })
  expect((await find(again, 'xkh')).map(({ label }) => label)).toEqual(['新客户'])
})

test('an import fills the index, and undoing it empties what is found', async () => {
  const core = await testCore()
  const bytes = Buffer.from('id,name,title\nP1,诸葛亮,军师\nP2,刘备,主公\n').toString('base64')
  await core.run('import.files', {
    account: '蜀汉',
    files: [{ kind: 'people', name: 'people.csv', bytes }],
    on: day('2026-11-21'),
  })
  expect((await find(core, 'zgl')).map(({ label }) => label)).toEqual(['诸葛亮'])
  expect((await find(core, '军师')).map(({ label }) => label)).toEqual(['诸葛亮'])
  await core.run('history.undo', {})
  expect(await find(core, 'zgl')).toEqual([])
  await core.run('history.redo', {})
  expect((await find(core, 'zgl')).map(({ label }) => label)).toEqual(['诸葛亮'])
})

test('a workspace of the first schema is indexed when it is upgraded', async () => {
  const file = `${await temporaryFolder()}/old.linchpin`
  const old = createConnection(file)
  await migrate(old, new Map([...migrations].filter(([name]) => name === '0010_graph')))
  old.raw.exec(`INSERT INTO organization VALUES ('O1', '华东电力', 'customer', NULL);
    INSERT INTO account VALUES ('A1', '华东电力', 'O1', NULL, NULL, 'growth', '', 1, '{}');
    INSERT INTO person VALUES ('P1', '王建国', 'Wang Jianguo', '', '', '', 'open', '{}');
    INSERT INTO accountPerson VALUES ('A1', 'P1', 'theirs', NULL)`)
  await old.close()
  copyFileSync(file, `${file}.before`)
  const core = await openCore(file)
  onTestFinished(() => core.close())
  expect(await core.run('search.find', { text: 'wjg' })).toMatchObject([
    { kind: 'person', id: 'P1', label: '王建国', detail: '' },
  ])
  expect(core.upgradeBackup).toContain('.v10.backup')
})
