import { describe, expect, test } from 'vitest'
import { createConnection, openConnection } from '../../../src-main/core/db'
import { migrate } from '../../../src-main/core/migrate'
import { migrations } from '../../../src-main/core/migrations'
import { exportBundle } from '../../../src-main/export/bundle'
import type { Core } from '../../../src-main/core/core'
import { shippedMethod } from '../../../src-shared/model/method'
import { dump, failureOf, failureOfAny, smallMap, testCore, today, withFile } from '../../support/core'
import { emptyCore, graphOf, imported, importTexts, refusals } from '../../support/importing'
import { temporaryFolder } from '../../support/workspace'

const factors = { contact: 2, information: 3, support: 1, competition: 2 } as const

async function rated() {
  const core = await testCore()
  const { accountId, boss, own } = await smallMap(core)
  const about = { subjectId: boss.personId, ownPersonId: own.personId, authorId: own.personId }
  const judgements = async () => (await core.run('account.graph', { accountId })).judgements
  return { core, accountId, boss, own, about, judgements }
}

describe('what a person types', () => {
  test('expires as the method has it for its kind, unless they say when, or never', async () => {
    const { core, about, judgements } = await rated()
    const { subjectId, authorId } = about
    await core.run('judgement.record', { subjectId, kind: 'stance', value: 'neutral', authorId })
    await core.run('judgement.record', { ...about, kind: 'depth', value: '2', madeOn: '2026-11-01' })
    await core.run('judgement.record', { subjectId, kind: 'political', value: 'inner', expiresOn: '2026-12-01' })
    await core.run('judgement.record', { subjectId, kind: 'political', value: 'outside', expiresOn: null })
    await core.run('judgement.record', { subjectId, kind: 'adaptability', value: '4', madeOn: null })
    await core.run('judgements.record', {
      ...{ subjectIds: [subjectId], kind: 'stance', value: 'coach', authorId },
      ...{ ownPersonId: null, opportunityId: null, madeOn: today },
    })
    // 90 days after 21 November; 180 after the 1st.
    expect((await judgements()).map(({ kind, expiresOn }) => [kind, expiresOn])).toEqual([
      ['stance', '2027-02-19'],
      ['depth', '2027-04-30'],
      ['political', '2026-12-01'],
      ['political', null],
      ['adaptability', null],
      ['stance', '2027-02-19'],
    ])
  })

  test('follows the numbers of its workspace', async () => {
    const { core, about, judgements } = await rated()
    const { judgementDays } = shippedMethod
    await core.run('workspace.setMethod', { judgementDays: { ...judgementDays, stance: 10, depth: null } })
    await core.run('judgement.record', { subjectId: about.subjectId, kind: 'stance', value: 'neutral' })
    await core.run('judgement.record', { ...about, kind: 'depth', value: '2' })
    expect((await judgements()).map(({ expiresOn }) => expiresOn)).toEqual(['2026-12-01', null])
  })
})

test('an import fills in no expiry', async () => {
  const core = await emptyCore()
  await imported(core, {
    people: 'id,name,side,title\nP1,Li,theirs,CIO\nO1,Chen,ours,Sales',
    judgements: 'subject,by,kind,value,date,expires\nP1,O1,stance,coach,2026-11-01,\nP1,O1,depth,3,2026-11-01,2026-12-24',
  })
  expect((await graphOf(core)).judgements.map(({ kind, expiresOn }) => [kind, expiresOn])).toEqual([
    ['stance', null],
    ['depth', '2026-12-24'],
  ])
})

describe('the answers of a guided rating', () => {
  test('are stored with the depth they lead to, undone and done again', async () => {
    const { core, about, judgements } = await rated()
    const before = dump(core.file)
    await core.run('judgement.record', { ...about, kind: 'depth', value: '3', factors, evidence: '现场演示' })
    expect(await judgements()).toMatchObject([{ value: '3', factors, evidence: '现场演示' }])
    const after = dump(core.file)
    await core.run('history.undo', {})
    expect(dump(core.file)).toEqual(before)
    await core.run('history.redo', {})
    expect(dump(core.file)).toEqual(after)
    expect(await judgements()).toMatchObject([{ factors }])
  })

  test('have to lead to the depth that is recorded', async () => {
    const { core, about } = await rated()
    const input = { ...about, kind: 'depth', value: '4', factors } as const
    expect(await failureOf(core, 'judgement.record', input)).toMatchObject({
      code: 'factors_disagree',
      params: { value: '4', depth: 3 },
    })
    const wrong = { ...input, value: '1', factors: { contact: 1 } }
    expect(await failureOfAny(core, 'judgement.record', wrong)).toMatchObject({ code: 'invalid_input' })
  })

  test('of another kind mean nothing', async () => {
    const { core, about, judgements } = await rated()
    await core.run('judgement.record', { subjectId: about.subjectId, kind: 'stance', value: 'coach', factors })
    expect(await judgements()).toMatchObject([{ kind: 'stance', factors: null }])
  })

  test('go along when two records become one person', async () => {
    const { core, about, accountId, own, judgements } = await rated()
    await core.run('judgement.record', { ...about, kind: 'depth', value: '3', factors })
    const twin = await core.run('seat.create', { accountId, side: 'theirs', title: 'Twin', holder: { name: 'Boss' }, on: today })
    if (!twin.personId) throw new Error('no twin')
    await core.run('person.merge', { personId: twin.personId, mergedId: about.subjectId, values: {}, on: today })
    expect(await judgements()).toMatchObject([{ subjectId: twin.personId, ownPersonId: own.personId, factors }])
  })
})

describe('a bundle', () => {
  const bundleOf = async (core: Core) => {
    const { raw } = openConnection(core.file, 'read')
    try {
      return await exportBundle({ raw })
    } finally {
      raw.close()
    }
  }

  test('carries the answers, and says nothing where there are none', async () => {
    const { core, about, boss } = await rated()
    await core.run('judgement.record', { ...about, kind: 'depth', value: '3', factors })
    await core.run('judgement.record', { subjectId: boss.personId, kind: 'stance', value: 'neutral' })
    const bundle = await bundleOf(core)
    const other = await emptyCore()
    await imported(other, { bundle })
    expect((await graphOf(other)).judgements.map((judgement) => judgement.factors)).toEqual([factors, null])
    expect(await bundleOf(other)).toBe(bundle)
    expect(
      withFile(other.file, (raw) => raw.prepare('SELECT factors FROM judgement ORDER BY recordedSeq').pluck().all()),
    ).toEqual([JSON.stringify({ competition: 2, contact: 2, information: 3, support: 1 }), null])
  })

  test('of an edition that knew no answers is read', async () => {
    const { core, boss } = await rated()
    await core.run('judgement.record', { subjectId: boss.personId, kind: 'stance', value: 'neutral' })
    const bundle = await bundleOf(core)
    const older = bundle.replaceAll(/"factors": ?null,?/g, '')
    expect(older).not.toBe(bundle)
    const other = await emptyCore()
    await imported(other, { bundle: older })
    expect((await graphOf(other)).judgements).toMatchObject([{ kind: 'stance', factors: null }])
    // Read again it finds what it brought.
    expect(refusals(await importTexts(other, { bundle: older }))).toEqual([])
    expect(await bundleOf(other)).toBe(bundle)
  })
})

test('a workspace of the edition before keeps its judgements, without answers', async () => {
  const file = `${await temporaryFolder()}/old.linchpin`
  const before = new Map([...migrations].filter(([name]) => name < '0040'))
  const old = createConnection(file)
  try {
    await migrate(old, before)
    old.raw.exec(`INSERT INTO person VALUES ('p', 'Li', '', '', '', '', 'open', '{}');
      INSERT INTO judgement (id, subjectId, kind, value, confidence, evidence, secrecy, recordedSeq, own)
      VALUES ('j', 'p', 'stance', 'coach', 1, 'said so', 'open', 1, '{}')`)
    expect(await migrate(old, new Map([...migrations].filter(([name]) => name < '0041')))).not.toBeNull()
    expect(old.raw.pragma('user_version', { simple: true })).toBe(40)
    expect(old.raw.prepare('SELECT value, evidence, factors FROM judgement').all()).toEqual([
      { value: 'coach', evidence: 'said so', factors: null },
    ])
    const answers = old.raw.prepare(`UPDATE judgement SET factors = '{}' WHERE id = 'j'`)
    expect(() => answers.run()).toThrow(/CHECK/)
  } finally {
    await old.close()
  }
})

describe('the method of a workspace', () => {
  test('keeps only what differs from the shipped one, and is undone', async () => {
    const core = await testCore()
    const stored = () => withFile(core.file, (raw) => raw.prepare(`SELECT value FROM setting WHERE key = 'method'`).pluck().get())
    const cadenceDays = { executive: 60, manager: 30, operational: 45 }
    await core.run('workspace.setMethod', { cadenceDays })
    await core.run('workspace.setMethod', { judgementDays: { ...shippedMethod.judgementDays, depth: 120 } })
    const { method } = await core.run('workspace.info', {})
    expect(method).toEqual({
      ...shippedMethod,
      cadenceDays,
      judgementDays: { ...shippedMethod.judgementDays, depth: 120 },
    })
    await core.run('history.undo', {})
    expect(JSON.parse(String(stored()))).toEqual({ cadenceDays })
    await core.run('workspace.setMethod', { cadenceDays: shippedMethod.cadenceDays })
    expect(stored()).toBeUndefined()
    await core.run('history.undo', {})
    expect((await core.run('workspace.info', {})).method.cadenceDays).toEqual(cadenceDays)
  })

  test('refuses what is no number of days', async () => {
    const core = await testCore()
    for (const stance of [0, -3, 1.5, 'soon']) {
      const judgementDays = { ...shippedMethod.judgementDays, stance }
      expect(await failureOfAny(core, 'workspace.setMethod', { judgementDays })).toMatchObject({ code: 'invalid_input' })
    }
    expect(await failureOfAny(core, 'workspace.setMethod', { judgementDays: { stance: 5 } })).toMatchObject({
      code: 'invalid_input',
    })
  })
})
