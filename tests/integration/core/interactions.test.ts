import { describe, expect, it } from 'vitest'
import { customerSafeProfile, internalProfile } from '../../../src-shared/model/redaction'
import { redacted } from '../../../src-shared/scene/redact'
import { interactionsSaying } from '../../../src-main/core/interactionSearch'
import { dump, failureOf, smallMap, testCore, today, withFile } from '../../support/core'

async function saying(texts: readonly string[]) {
  const core = await testCore()
  const map = await smallMap(core)
  const ids = new Map<string, string>()
  for (const summary of texts) {
    const { interactionId } = await core.run('interaction.create', { accountId: map.accountId, kind: 'call', summary })
    ids.set(interactionId, summary)
  }
  const find = async (text: string) =>
    (await core.run('interaction.find', { accountId: map.accountId, text })).ids.map((id) => ids.get(id)).sort()
  return { core, map, find }
}

describe('an interaction', () => {
  it('is recorded with people, papers and a task of its next step, and taken back in one step', async () => {
    const core = await testCore()
    const { accountId, opportunityId, boss, clerk, own } = await smallMap(core)
    const before = dump(core.file)
    const { interactionId, taskId } = await core.run('interaction.create', {
      accountId,
      opportunityId,
      kind: 'visit',
      heldOn: today,
      participants: [own.personId, boss.personId, clerk.personId, boss.personId],
      summary: '  配网方案交流\n\n- 样机  ',
      attachments: [
        { label: '纪要', target: 'https://example.com/a?b=1' },
        { label: '', target: 'C:\\资料\\方案.pptx' },
      ],
      nextStep: { title: ' 送报价 ', dueOn: '2026-12-01', ownerId: own.personId },
    })
    const { interactions } = await core.run('interaction.find', { accountId })
    expect(interactions).toMatchObject([
      {
        id: interactionId,
        heldOn: today,
        summary: '配网方案交流\n\n- 样机',
        secrecy: 'open',
        participants: [boss.personId, clerk.personId, own.personId].sort(),
        attachments: [
          { label: '纪要', target: 'https://example.com/a?b=1' },
          { label: '', target: 'C:\\资料\\方案.pptx' },
        ],
      },
    ])
    expect(await core.run('task.list', { accountId })).toMatchObject([
      {
        id: taskId,
        title: '送报价',
        dueOn: '2026-12-01',
        opportunityId,
        personId: boss.personId,
        ownerId: own.personId,
        origin: 'interaction',
        originId: interactionId,
      },
    ])
    const after = dump(core.file)
    await core.run('history.undo', {})
    expect(dump(core.file)).toEqual(before)
    await core.run('history.redo', {})
    expect(dump(core.file)).toEqual(after)
  })

  it('is changed and deleted, each a step of its own; saving it as it is is none', async () => {
    const core = await testCore()
    const { accountId, boss, clerk, own } = await smallMap(core)
    const links = [{ label: 'a', target: '/srv/a.pdf' }]
    const { interactionId } = await core.run('interaction.create', {
      accountId,
      kind: 'call',
      heldOn: today,
      participants: [own.personId, boss.personId],
      attachments: links,
    })
    const recorded = dump(core.file)
    const steps = (await core.run('history.list', {})).length
    await core.run('interaction.update', { interactionId, attachments: links, participants: [boss.personId, own.personId] })
    expect(await core.run('history.list', {})).toHaveLength(steps)

    const { taskId } = await core.run('interaction.update', {
      interactionId,
      kind: 'meal',
      heldOn: null,
      summary: 'dinner',
      participants: [own.personId, clerk.personId],
      attachments: [{ label: 'b', target: '/srv/b.pdf' }, ...links],
      nextStep: { title: 'call back', dueOn: null, ownerId: null },
      secrecy: 'private',
    })
    const { interactions } = await core.run('interaction.find', { accountId })
    expect(interactions).toMatchObject([
      {
        kind: 'meal',
        heldOn: null,
        summary: 'dinner',
        secrecy: 'private',
        participants: [clerk.personId, own.personId],
        attachments: [
          { label: 'b', target: '/srv/b.pdf' },
          { label: 'a', target: '/srv/a.pdf' },
        ],
      },
    ])
    expect((await core.run('task.list', {}))[0]).toMatchObject({ id: taskId, personId: clerk.personId, secrecy: 'private' })
    await core.run('history.undo', {})
    expect(dump(core.file)).toEqual(recorded)

    await core.run('interaction.remove', { interactionId })
    expect((await core.run('interaction.find', { accountId })).ids).toEqual([])
    expect(dump(core.file)['interactionAttachment']).toEqual([])
    await core.run('history.undo', {})
    expect(dump(core.file)).toEqual(recorded)
  })

  it('refuses who is not on the account, a deal of another, and links that could start a program', async () => {
    const core = await testCore()
    const { accountId, boss } = await smallMap(core)
    const other = await smallMap(core, 'Other')
    const before = dump(core.file)
    const call = 'call' as const
    const create = { accountId, kind: call, participants: [boss.personId] }
    const refuse = async (extra: object) => (await failureOf(core, 'interaction.create', { ...create, ...extra })).code
    expect(await refuse({ participants: [boss.personId, other.boss.personId] })).toBe('not_found')
    expect(await refuse({ opportunityId: other.opportunityId })).toBe('not_found')
    expect(await refuse({ nextStep: { title: '  ', dueOn: null, ownerId: null } })).toBe('name_empty')
    for (const target of [
      'javascript:alert(1)',
      'ms-msdt:/id',
      'file://host/share',
      '//host/x',
      'data:text/html,x',
      'https://',
    ]) {
      expect(await refuse({ attachments: [{ label: '', target }] }), target).toBe('link_refused')
    }
    const several = {
      accountId,
      interactions: [{ kind: call }, { kind: call, participants: [other.boss.personId] }],
    }
    expect((await failureOf(core, 'interactions.record', several)).code).toBe('not_found')
    expect(dump(core.file)).toEqual(before)
  })

  it('is listed latest first, by window and by what is asked for', async () => {
    const core = await testCore()
    const { accountId, opportunityId, boss, clerk, own } = await smallMap(core)
    const record = async (kind: 'call' | 'visit', heldOn: string | null, participants: string[], extra: object = {}) =>
      (await core.run('interaction.create', { accountId, kind, heldOn, participants, ...extra })).interactionId
    const undated = await record('call', null, [boss.personId, own.personId])
    const old = await record('visit', '2026-01-05', [boss.personId, own.personId])
    const late = await record('call', '2026-03-05', [clerk.personId, own.personId], { opportunityId })
    const later = await record('call', '2026-03-05', [boss.personId, clerk.personId, own.personId])
    const ids = async (extra: object) => (await core.run('interaction.find', { accountId, ...extra })).ids
    expect(await ids({})).toEqual([later, late, old, undated])
    expect(await ids({ kinds: ['visit'] })).toEqual([old])
    expect(await ids({ people: [boss.personId, clerk.personId] })).toEqual([later])
    expect(await ids({ opportunityId })).toEqual([late])
    expect(await ids({ since: '2026-01-06' })).toEqual([later, late])
    expect(await ids({ until: '2026-01-05' })).toEqual([old])
    const page = await core.run('interaction.find', { accountId, offset: 1, limit: 2 })
    expect([page.ids.length, page.interactions.map(({ id }) => id)]).toEqual([4, [late, old]])
  })
})

describe('the search of summaries', () => {
  it('finds Chinese of one and two characters, pinyin whole and begun, initials and Latin', async () => {
    const { find } = await saying(['配网方案交流', '谈付款条款，西安样机', 'Pilot phase: budget', '先付 30% 订金'])
    expect(await find('配')).toEqual(['配网方案交流'])
    expect(await find('付')).toEqual(['先付 30% 订金', '谈付款条款，西安样机'])
    expect(await find('方案')).toEqual(['配网方案交流'])
    expect(await find('案方')).toEqual([])
    expect(await find('fangan')).toEqual(['配网方案交流'])
    expect(await find('fangan jiaoliu')).toEqual(['配网方案交流'])
    expect(await find('peiwangfanganjiaoli')).toEqual(['配网方案交流'])
    expect(await find('pwfa')).toEqual(['配网方案交流'])
    expect(await find('fkt')).toEqual(['谈付款条款，西安样机'])
    expect(await find('xian')).toEqual(['先付 30% 订金', '谈付款条款，西安样机'])
    expect(await find('xian 样机')).toEqual(['谈付款条款，西安样机'])
    expect(await find('BUDG')).toEqual(['Pilot phase: budget'])
    expect(await find('pilot bud')).toEqual(['Pilot phase: budget'])
    expect(await find('30')).toEqual(['先付 30% 订金'])
    expect(await find('zzz')).toEqual([])
    expect(await find(' ，')).toHaveLength(4)
    expect(await find('"*) OR NEAR(')).toEqual([])
  })

  it('follows changes, undo, deletion of the account and imports, and is never journaled', async () => {
    const { core, map, find } = await saying(['样机'])
    const { ids } = await core.run('interaction.find', { accountId: map.accountId })
    await core.run('interaction.update', { interactionId: ids[0] ?? '', summary: '报价' })
    expect([await find('样机'), await find('bj')]).toEqual([[], ['样机']])
    await core.run('history.undo', {})
    expect([await find('样机'), await find('报价')]).toEqual([['样机'], []])
    await core.run('interaction.remove', { interactionId: ids[0] ?? '' })
    expect(await find('样机')).toEqual([])
    await core.run('history.undo', {})
    expect(await find('yj')).toEqual(['样机'])

    const bundle = await core.run('export.file', { format: 'json', accountId: map.accountId, asOf: today })
    await core.run('account.remove', { accountId: map.accountId })
    const left = () => withFile(core.file, (raw) => raw.prepare('SELECT count(*) FROM interactionText').pluck().get())
    expect(left()).toBe(0)
    await core.run('import.files', { files: [{ kind: 'bundle', name: 'a.json', bytes: bundle.bytes }], on: today })
    expect(await find('样机')).toEqual(['样机'])
    const again = await core.reopen()
    expect(withFile(again.file, (raw) => interactionsSaying(raw, map.accountId, '样')?.size)).toBe(1)
  })
})

describe('what belongs to an interaction', () => {
  it('goes with the account in a bundle and comes back; a bundle of before attachments is read', async () => {
    const core = await testCore()
    const { accountId, boss, own } = await smallMap(core)
    const participants = [boss.personId, own.personId]
    await core.run('interactions.record', {
      accountId,
      interactions: [
        { kind: 'visit', heldOn: today, participants, attachments: [{ label: 'x', target: '/a.pdf' }], calendarUid: 'uid-1' },
      ],
    })
    const { bytes } = await core.run('export.file', { format: 'json', accountId, asOf: today })
    const fresh = await testCore()
    await fresh.run('import.files', { files: [{ kind: 'bundle', name: 'a.json', bytes }], on: today })
    for (const table of ['interaction', 'interactionPerson', 'interactionAttachment', 'interactionCalendar'] as const) {
      expect(dump(fresh.file)[table]).toEqual(dump(core.file)[table])
      expect(dump(fresh.file)[table]?.length).toBeGreaterThan(0)
    }
    await fresh.run('history.undo', {})
    expect(dump(fresh.file)['interactionAttachment']).toEqual([])

    const document = JSON.parse(Buffer.from(bytes, 'base64').toString()) as { tables: Record<string, unknown> } // our own
    delete document.tables['interactionAttachment']
    delete document.tables['interactionCalendar']
    const older = await testCore()
    const old = Buffer.from(JSON.stringify(document)).toString('base64')
    await older.run('import.files', { files: [{ kind: 'bundle', name: 'a.json', bytes: old }], on: today })
    expect((await older.run('interaction.find', { accountId })).interactions).toMatchObject([{ attachments: [] }])
  })

  it('keeps its people through a merge and a split', async () => {
    const core = await testCore()
    const { accountId, boss, clerk, own } = await smallMap(core)
    const record = async (who: string) =>
      (await core.run('interaction.create', { accountId, kind: 'call', participants: [who, own.personId] })).interactionId
    const first = await record(boss.personId)
    const second = await record(clerk.personId)
    await core.run('person.merge', { personId: boss.personId, mergedId: clerk.personId, values: {}, on: today })
    const people = async () =>
      new Map((await core.run('interaction.find', { accountId })).interactions.map((one) => [one.id, one.participants]))
    expect((await people()).get(second)).toEqual([boss.personId, own.personId].sort())
    const { tenures } = await core.run('person.record', { personId: boss.personId })
    const tenure = tenures.find(({ seatId }) => seatId === clerk.seatId)?.id ?? ''
    const { personId } = await core.run('person.split', {
      personId: boss.personId,
      newPerson: { name: 'Clerk' },
      tenureIds: [tenure],
      interactionIds: [second],
    })
    expect((await people()).get(second)).toEqual([own.personId, personId].sort())
    expect((await people()).get(first)).toEqual([boss.personId, own.personId].sort())
  })

  it('does not leave the house in what a customer may see', async () => {
    const core = await testCore()
    const { accountId, boss, own } = await smallMap(core)
    const participants = [boss.personId, own.personId]
    const attachments = [{ label: 'secret paper', target: '/secret.pdf' }]
    await core.run('interaction.create', {
      accountId,
      kind: 'call',
      participants,
      attachments,
      summary: 'secret words',
      secrecy: 'private',
    })
    const graph = await core.run('account.graph', { accountId })
    expect(graph.attachments).toHaveLength(1)
    const safe = redacted(graph, today, customerSafeProfile)
    expect([safe.interactions, safe.attachments]).toEqual([[], []])
    expect(JSON.stringify(safe)).not.toContain('secret')
    const team = redacted(graph, today, { ...internalProfile, secrecy: 'team' })
    expect([team.interactions, team.attachments]).toEqual([[], []])
  })
})
