import iconv from 'iconv-lite'
import { expect, test } from 'vitest'
import { AppError } from '../../src-shared/errors'
import { counts, emptyCore, graphOf, imported, IMPORT_DAY, importTexts, refusals } from '../support/importing'

const people = [
  'id,name,title,reports_to,side',
  'P1,Ann,Head,,',
  'P2,Bo,Engineer,P1,',
  'P3,Cy,Buyer,P1,',
  'S1,,Planner,P1,',
  'O1,Di,Account manager,,ours',
  'T1,Ed,Adviser,,third-party',
].join('\n')

const ties = [
  'from,to,kind,strength,confidence,valid_from,valid_to,note,seen',
  'P1,P2,influences,strong,likely,2024-01-01,2026-01-01,"a, b",x',
  'P1,P2,influences,strong,likely,2024-01-01,2026-01-01,"a, b",x',
  'P2,P3,conflicts-with,,,,,,',
  'T1,P1,personal,0.45,0.5,,,,',
].join('\n')

const roles =
  'person,opportunity,role,chain\nP1,Deal,economic-buyer,approval\nP2,Deal,technical-evaluator,technical|hidden\nS1,Second,user,'

const judgements = [
  'subject,by,kind,value,date,confidence,evidence,expires,opportunity',
  'P1,O1,stance,supportive,2026-01-05,likely,said so,2026-07-05,Deal',
  'P1,O1,stance,neutral,2026-01-05,,,,',
  'P2,O1,depth,3,,,,,',
  'P3,,political,inner,,,,,',
].join('\n')

const interactions = 'date,kind,ours,theirs,summary,opportunity\n2026-02-01,visit,O1,P1|P2,"first ""visit""",Deal\n,call,O1,T1,,'
const signals = 'person,kind,date,confidence,source\nP1,retirement-due,2026-03-01,hearsay,notice\nO1,gone-silent,,,'
const all = { people, ties, roles, judgements, interactions, signals }

test('every kind of file, whatever their order', async () => {
  const core = await emptyCore()
  const result = await imported(core, { signals, interactions, judgements, roles, ties, people })
  expect(result.files.map(({ file, rows, created }) => [file, rows, created])).toEqual([
    ['signals.csv', 2, 2],
    ['interactions.csv', 2, 2],
    ['judgements.csv', 4, 4],
    ['roles.csv', 3, 3],
    ['ties.csv', 4, 4],
    ['people.csv', 6, 6],
  ])
  const graph = await graphOf(core)
  expect(result.accountId).toBe(graph.account.id)
  const idOf = (source: string) => graph.people.find((person) => person.sourceId === source)?.id
  expect(graph.ties.map(({ kind, strength, confidence }) => [kind, strength, confidence])).toEqual([
    ['influences', 0.9, 0.7],
    ['influences', 0.9, 0.7],
    ['conflicts-with', 0.6, 1],
    ['personal', 0.45, 0.5],
  ])
  expect(graph.ties[0]).toMatchObject({
    fromPersonId: idOf('P1'),
    validFrom: '2024-01-01',
    validTo: '2026-01-01',
    note: 'a, b',
    own: { seen: 'x' },
  })
  expect(graph.opportunities.map(({ name }) => name)).toEqual(['Deal', 'Second'])
  expect(graph.decisionRoles.map(({ role, chains }) => [role, chains])).toEqual([
    ['economic-buyer', ['approval']],
    ['technical-evaluator', ['technical', 'hidden']],
    ['user', []],
  ])
  expect(graph.judgements).toMatchObject([
    {
      kind: 'stance',
      value: 'supportive',
      authorId: idOf('O1'),
      opportunityId: graph.opportunities[0]?.id,
      expiresOn: '2026-07-05',
    },
    { kind: 'stance', value: 'neutral', opportunityId: null, confidence: 1, expiresOn: null },
    { kind: 'depth', value: '3', authorId: idOf('O1'), ownPersonId: idOf('O1'), madeOn: null },
    { kind: 'political', value: 'inner', authorId: null },
  ])
  expect(graph.interactions.map(({ heldOn, participants }) => [heldOn, participants])).toEqual([
    ['2026-02-01', [idOf('P1'), idOf('P2'), idOf('O1')].sort()],
    [null, [idOf('O1'), idOf('T1')].sort()],
  ])
  expect(graph.signals).toMatchObject([
    { notedOn: '2026-03-01', confidence: 0.4, state: 'recorded' },
    { notedOn: null, confidence: 1 },
  ])
})

test('all of it again is unchanged, and no step of history', async () => {
  const core = await emptyCore()
  await imported(core, all)
  const before = await graphOf(core)
  const again = await imported(core, all)
  expect(again.files.map(({ rows, created, updated, unchanged }) => [rows, created, updated, unchanged])).toEqual(
    [6, 4, 3, 4, 2, 2].map((rows) => [rows, 0, 0, rows]),
  )
  expect(await graphOf(core)).toEqual(before)
  expect(await core.run('history.list', {})).toHaveLength(1)
})

test('a file grown by a row brings only that row', async () => {
  const core = await emptyCore()
  await imported(core, all)
  const grown = await imported(core, {
    judgements: `${judgements}\nP2,O1,depth,3,,,,,`,
    interactions: `${interactions}\n,call,O1,T1,,`,
    signals: `${signals}\nP2,gone-silent,,,`,
    roles: `${roles}\nP1,Deal,economic-buyer,commercial\nP3,Deal,user,`,
  })
  expect(grown.files.map(({ created, updated, unchanged }) => [created, updated, unchanged])).toEqual([
    [1, 0, 4],
    [1, 0, 2],
    [1, 0, 2],
    [1, 1, 3],
  ])
  expect((await graphOf(core)).decisionRoles[0]?.chains).toEqual(['commercial', 'approval'])
})

test('ties of a source replace its earlier ones and no others', async () => {
  const core = await emptyCore()
  await imported(core, { people, ties })
  const [kept] = (await graphOf(core)).ties
  await core.run('import.files', {
    account: 'Acme',
    files: [
      { kind: 'ties', name: 'sub/folder/other.csv', bytes: Buffer.from('from,to,kind\nP3,P1,influences').toString('base64') },
    ],
    on: IMPORT_DAY,
  })
  const result = await imported(core, { ties: [ties.split('\n')[0], ties.split('\n')[1], 'P3,P2,allied-with,,,,,,'].join('\n') })
  expect(counts(result, 'ties.csv')).toEqual([1, 0, 1])
  const { ties: now } = await graphOf(core)
  expect(now.map(({ kind }) => kind).sort()).toEqual(['allied-with', 'influences', 'influences'])
  expect(now.map(({ id }) => id)).toContain(kept?.id)
})

test('roles stay with the seat when its holder has moved on', async () => {
  const core = await emptyCore()
  await imported(core, { people, roles })
  await imported(core, { people: 'id,name,title,from\nP2,Bo,Director,2026-01-01' })
  expect(counts(await imported(core, { roles }), 'roles.csv')).toEqual([0, 0, 3])
})

test('one refused row refuses everything, and every refused row is named', async () => {
  const core = await emptyCore()
  const result = await importTexts(core, {
    ...all,
    people: `${people}\nP7,Flo,,P99,\nP8,Gus,,,nobody's`,
    ties: 'from,to,kind,strength,valid_from,valid_to\nP1,P1,personal,,,\nP1,P9,influences,,,\nP1,S1,friend,9,2026-02-30,\nP1,P2,influences,,2026-05-01,2026-05-01\n,P2,,,,\nP8,P1,personal,,,',
    judgements:
      'subject,by,kind,value,opportunity\nP1,P2,depth,3,\nO1,O1,depth,3,\nP1,,depth,2,\nP1,O1,stance,5,\nP1,O1,adaptability,3,\nP1,O1,stance,coach,Deel',
    interactions: 'date,kind,ours,theirs\n2026-01-01,visit,P1,O1|P2',
  })
  expect(refusals(result)).toEqual([
    ['people.csv', 8, 'reports_to', 'P99', 'unknown_id'],
    ['people.csv', 9, 'side', "nobody's", 'unknown_word'],
    ['ties.csv', 2, 'to', 'P1', 'self_tie'],
    ['ties.csv', 3, 'to', 'P9', 'unknown_id'],
    ['ties.csv', 4, 'to', 'S1', 'no_person'],
    ['ties.csv', 4, 'kind', 'friend', 'unknown_word'],
    ['ties.csv', 4, 'strength', '9', 'not_a_ratio'],
    ['ties.csv', 4, 'valid_from', '2026-02-30', 'no_such_day'],
    ['ties.csv', 5, 'valid_to', '2026-05-01', 'dates_reversed'],
    ['ties.csv', 6, 'from', '', 'value_missing'],
    ['ties.csv', 6, 'kind', '', 'value_missing'],
    ['judgements.csv', 2, 'by', 'P2', 'not_ours'],
    ['judgements.csv', 3, 'subject', 'O1', 'is_ours'],
    ['judgements.csv', 4, 'by', '', 'value_missing'],
    ['judgements.csv', 5, 'value', '5', 'unknown_word'],
    ['judgements.csv', 6, 'kind', 'adaptability', 'unknown_word'],
    ['judgements.csv', 7, 'opportunity', 'Deel', 'unknown_opportunity'],
    ['interactions.csv', 2, 'ours', 'P1', 'not_ours'],
    ['interactions.csv', 2, 'theirs', 'O1', 'is_ours'],
  ])
  expect(result.files.every(({ created, updated, unchanged }) => created + updated + unchanged === 0)).toBe(true)
  expect(result.accountId).toBeNull()
  expect(await core.run('account.list', {})).toEqual([])
  expect(await core.run('history.list', {})).toEqual([])
  // The journal of the connection has survived it: the next step is recorded and undone as usual.
  await imported(core, all)
  await core.run('history.undo', {})
  expect(await core.run('account.list', {})).toEqual([])
})

test('sentences name the value and the remedy, in the asker’s language', async () => {
  const core = await emptyCore()
  const bad = { people: '编号,姓名,层级\nP1,沈弘毅,老板' }
  expect((await importTexts(core, bad, { language: 'zh-CN' })).refused[0]).toMatchObject({
    column: '层级',
    value: '老板',
    message: '“层级”不能是“老板”。可用：高层、中层、基层。',
  })
  expect((await importTexts(core, bad)).refused[0]?.message).toBe(
    '“老板” is not known for “层级”. Use one of: executive, manager, operational.',
  )
})

test('a dry run counts and writes nothing', async () => {
  const core = await emptyCore()
  const dry = await imported(core, all, { dryRun: true })
  expect(await core.run('account.list', {})).toEqual([])
  expect(await core.run('history.list', {})).toEqual([])
  expect((await imported(core, all)).files).toEqual(dry.files)
  expect((await imported(core, { people: 'id,name\nP1,Anna' }, { dryRun: true })).files).toMatchObject([{ updated: 1 }])
  expect((await graphOf(core)).people[0]?.name).toBe('Ann')
})

test('undo takes a whole import back, redo brings it again', async () => {
  const core = await emptyCore()
  await imported(core, { people })
  const before = await graphOf(core)
  await imported(core, { ...all, people: `${people.replace('Ann', 'Anna')}\nP5,Flo,Clerk,P2,` })
  const after = await graphOf(core)
  expect(await core.run('history.undo', {})).toMatchObject({
    name: 'import_files',
    params: { files: 'people.csv, ties.csv, roles.csv, judgements.csv, interactions.csv, signals.csv' },
  })
  expect(await graphOf(core)).toEqual(before)
  await core.run('history.redo', {})
  expect(await graphOf(core)).toEqual(after)
})

test('the account: by name, by id, the only one, a new one', async () => {
  const core = await emptyCore()
  const file = { kind: 'people', name: 'people.csv', bytes: Buffer.from('id,name\nP1,Ann').toString('base64') }
  const into = async (account?: string) =>
    (await core.run('import.files', { files: [file], on: IMPORT_DAY, language: 'zh-CN', ...(account && { account }) })).accountId
  const first = await into()
  expect((await core.run('account.list', {})).map(({ name }) => name)).toEqual(['新客户'])
  expect(await into()).toBe(first)
  expect(await into(first ?? '')).toBe(first)
  const second = await into('Second')
  expect(second).not.toBe(first)
  expect(await into('Second')).toBe(second)
  await expect(into()).rejects.toThrow(new AppError('account_needed', { words: '新客户, Second' }))
})

test('encodings, delimiters and dates as spreadsheets write them', async () => {
  const core = await emptyCore()
  const chinese = '编号;姓名;职务;层级;开始日期\nP1;沈弘毅;董事长;高层;2016/4/1\nP2;顾卫东;总裁;高层;43647\n'
  await imported(core, { people: iconv.encode(chinese, 'gb18030') })
  const graph = await graphOf(core)
  expect(graph.people.map(({ name }) => name)).toEqual(['沈弘毅', '顾卫东'])
  expect(graph.tenures.map(({ validFrom }) => validFrom)).toEqual(['2016-04-01', '2019-07-01'])
  const again = await imported(core, { people: `\ufeff${chinese.replaceAll(';', '\t').replaceAll('\n', '\r\n')}` })
  expect(counts(again, 'people.csv')).toEqual([0, 0, 2])
})

test('text that looks like a formula, markup or a path is text', async () => {
  const core = await emptyCore()
  const names = [
    '=HYPERLINK("http://x")',
    '+1',
    '-2',
    '@SUM(A1)',
    '<script>alert(1)</script>',
    '../../etc/passwd',
    "'; DROP TABLE person; --",
  ]
  const rows = names.map((name, i) => `P${i},"${name.replaceAll('"', '""')}"`)
  await imported(core, { people: ['id,name', ...rows].join('\n') })
  expect((await graphOf(core)).people.map(({ name }) => name)).toEqual(names)
})

test('files that are none, and a quick-entry text with a word too many', async () => {
  const core = await emptyCore()
  const empty = await importTexts(core, { people: '', ties: 'PK\u0003\u0004\0\0', text: '王建国 总经理 !皇帝' })
  expect(refusals(empty)).toEqual([
    ['people.csv', 0, '', '', 'file_empty'],
    ['ties.csv', 0, '', 'ties.csv', 'not_text'],
    ['text.csv', 1, '9', '!皇帝', 'unknown_role'],
  ])
  expect(counts(await imported(core, { people: 'id,name\n' }), 'people.csv')).toEqual([0, 0, 0])
})

test('a cell of ten million characters is refused without repeating it', async () => {
  const core = await emptyCore()
  const result = await importTexts(core, { people: `id,name\nP1,${'x'.repeat(10_000_000)}` })
  expect(result.refused).toMatchObject([{ line: 2, column: 'name', code: 'value_too_long' }])
  expect(JSON.stringify(result).length).toBeLessThan(1_000)
})

test('an import that somebody stops leaves nothing, and tells how far it is', async () => {
  const core = await emptyCore()
  const rows = Array.from({ length: 6_000 }, (_, i) => `P${i},Person ${i}`)
  const shares: number[] = []
  const stop = (share: number) => ({
    report: (done: number) => void shares.push(done),
    checkCancelled: () => {
      if ((shares.at(-1) ?? 0) > share) throw new AppError('cancelled', {})
    },
  })
  const files = [{ kind: 'people', name: 'people.csv', bytes: Buffer.from(['id,name', ...rows].join('\n')).toString('base64') }]
  for (const share of [0.1, 0.7]) {
    await expect(core.run('import.files', { account: 'Acme', files, on: IMPORT_DAY }, stop(share))).rejects.toThrow(
      new AppError('cancelled', {}),
    )
    expect(await core.run('account.list', {})).toEqual([])
  }
  shares.length = 0
  await core.run('import.files', { account: 'Acme', files, on: IMPORT_DAY }, stop(1))
  expect(shares).toEqual(shares.toSorted((a, b) => a - b))
  expect(shares.length).toBeGreaterThan(5)
})
