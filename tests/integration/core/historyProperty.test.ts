import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from '../../../src-shared/model/day'
import { dump, failureOf, smallMap, type TestCore, testCore, today, withFile } from '../../support/core'

/** One random change: an endpoint, numbers that choose among what there is, and values to write. */
interface Change {
  readonly endpoint: (typeof endpoints)[number]
  readonly picks: readonly number[]
  readonly text: string
  readonly number: number
  readonly ratio: number
  readonly days: number
  readonly flag: boolean
}

const endpoints = [
  'account.create',
  'account.update',
  'account.remove',
  'organization.update',
  'seat.create',
  'seat.update',
  'seat.close',
  'seat.remove',
  'seat.fill',
  'seat.vacate',
  'person.update',
  'person.remove',
  'tie.create',
  'tie.update',
  'tie.remove',
  'opportunity.create',
  'opportunity.update',
  'opportunity.remove',
  'role.assign',
  'role.update',
  'role.remove',
  'judgement.record',
  'judgement.update',
  'judgement.remove',
  'targetDepth.set',
  'pin.set',
  'pin.release',
] as const

const change: fc.Arbitrary<Change> = fc.record({
  endpoint: fc.constantFrom(
    ...endpoints,
    // What others hang on has to be there first, and often.
    ...Array<'seat.create'>(12).fill('seat.create'),
    ...Array<'account.create'>(2).fill('account.create'),
    ...Array<'tie.create'>(6).fill('tie.create'),
    ...Array<'opportunity.create'>(2).fill('opportunity.create'),
    ...Array<'role.assign'>(4).fill('role.assign'),
    ...Array<'judgement.record'>(4).fill('judgement.record'),
  ),
  picks: fc.array(fc.nat(), { minLength: 4, maxLength: 4 }),
  text: fc.string({ minLength: 1, maxLength: 12, unit: 'grapheme' }),
  number: fc.double({ noNaN: true, noDefaultInfinity: true }),
  ratio: fc.double({ noNaN: true, min: 0, max: 1 }),
  days: fc.integer({ min: -400, max: 400 }),
  flag: fc.boolean(),
})

/** The input of a change, of what is in the file now; many come out refused, which is part of the test. */
function inputOf(file: string, { endpoint, picks, text, number, ratio, days, flag }: Change): unknown {
  const ids = (table: string, column = 'id') =>
    withFile(file, (raw) => raw.prepare<[], string>(`SELECT ${column} FROM ${table} ORDER BY 1`).pluck().all())
  const pick = (n: number, from: string[]) => from[(picks[n] ?? 0) % Math.max(from.length, 1)] ?? 'nobody'
  const account = () => pick(0, ids('account'))
  const seat = (n: number) => pick(n, ids('seat'))
  const person = (n: number) => pick(n, ids('person'))
  const opportunity = (n: number) => pick(n, ids('opportunity'))
  const word = (n: number, ...words: string[]) => pick(n, words)
  const on = addDays(today, days)
  const later = addDays(on, 1 + (Math.abs(days) % 90))
  const side = word(3, 'theirs', 'theirs', 'ours', 'third-party')
  switch (endpoint) {
    case 'account.create':
      return { name: text }
    case 'account.update':
      return { accountId: account(), industry: text, ownerId: flag ? person(1) : null, own: { [text]: text } }
    case 'account.remove':
      return { accountId: account() }
    case 'organization.update':
      return {
        organizationId: pick(1, ids('organization')),
        ...(flag ? { name: text } : { parentId: pick(2, ids('organization')) }),
      }
    case 'seat.create': {
      const holder = [{ name: text, note: text, own: { a: text } }, { personId: person(1) }, null][(picks[1] ?? 0) % 3]
      const organization = flag ? text : ''
      return { accountId: account(), side, organization, title: text, unit: text, holder, validFrom: flag ? on : null, on: today }
    }
    case 'seat.update':
      return { seatId: seat(1), title: text, unit: flag ? text : '', reportsToSeatId: flag ? seat(2) : null, on }
    case 'seat.close':
    case 'seat.vacate':
      return { seatId: seat(1), on }
    case 'seat.remove':
      return { seatId: seat(1) }
    case 'seat.fill': {
      const vacant = pick(1, ids('accountSeat WHERE seatId NOT IN (SELECT seatId FROM tenure WHERE validTo IS NULL)', 'seatId'))
      const accountId = pick(0, ids(`accountSeat WHERE seatId = '${vacant}'`, 'accountId'))
      return { accountId, seatId: vacant, holder: flag ? { name: text } : { personId: person(2) }, validFrom: null, on }
    }
    case 'person.update':
      return { personId: person(1), name: text, note: text, own: flag ? {} : { [text]: text } }
    case 'person.remove':
      return { accountId: account(), personId: person(1), withSeats: flag }
    case 'tie.create': {
      const kind = word(3, 'influences', 'conflicts-with', 'personal')
      return { fromPersonId: person(1), toPersonId: person(2), kind, strength: ratio, on, validTo: flag ? later : null }
    }
    case 'tie.update':
      return { tieId: pick(1, ids('tie')), confidence: ratio, note: text, reverse: flag, validFrom: on }
    case 'tie.remove':
      return { tieId: pick(1, ids('tie')) }
    case 'opportunity.create':
      return { accountId: account(), name: text, amount: Math.abs(number) }
    case 'opportunity.update': {
      const amount = flag ? null : Math.abs(number)
      return { opportunityId: opportunity(1), name: text, amount, switchedOffRoles: [text] }
    }
    case 'opportunity.remove':
      return { opportunityId: opportunity(1) }
    case 'role.assign': {
      const role = word(3, 'user', 'influencer', 'economic-buyer')
      return { opportunityId: opportunity(1), seatId: seat(2), role, chains: ['hidden'], validFrom: flag ? on : null, on }
    }
    case 'role.update':
      return { decisionRoleId: pick(1, ids('decisionRole')), validTo: flag ? on : null, chains: [] }
    case 'role.remove':
      return { decisionRoleId: pick(1, ids('decisionRole')) }
    case 'judgement.record': {
      const kind = word(3, 'stance', 'depth', 'political')
      const value = { stance: 'neutral', depth: '2', political: 'inner' }[kind]
      const ownPersonId = pick(2, ids(`accountPerson WHERE side = 'ours'`, 'personId'))
      return { subjectId: person(1), kind, value, ownPersonId, madeOn: on, expiresOn: flag ? later : null, confidence: ratio }
    }
    case 'judgement.update':
      return { judgementId: pick(1, ids('judgement')), evidence: text, confidence: ratio }
    case 'judgement.remove':
      return { judgementId: pick(1, ids('judgement')) }
    case 'targetDepth.set': {
      const ownPersonId = pick(2, ids(`accountPerson WHERE side = 'ours'`, 'personId'))
      return { accountId: account(), ownPersonId, subjectId: person(1), depth: flag ? 3 : null }
    }
    case 'pin.set':
      return { pins: [{ accountId: account(), drawing: 'role', scope: '', nodeId: seat(1), x: number, y: ratio }] }
    case 'pin.release':
      return { pins: [{ accountId: account(), drawing: 'role', scope: '', nodeId: seat(1) }] }
    default:
      return endpoint satisfies never
  }
}

/** Makes a change. A refused one must say why in a known way and leave everything as it was. */
async function make(core: TestCore, each: Change): Promise<boolean> {
  const before = dump(core.file)
  const steps = await core.run('history.list', {})
  const reply = await core.call(each.endpoint, inputOf(core.file, each))
  if (reply.ok) return true
  expect(reply.error.code).not.toBe('internal')
  expect(dump(core.file)).toEqual(before)
  expect(await core.run('history.list', {})).toEqual(steps)
  return false
}

const done = async (core: TestCore) => (await core.run('history.list', { limit: 1_000 })).filter((step) => !step.undone).length

test(
  'whatever was done, undo takes back and redo brings again, step by step, also after a restart',
  { timeout: 120_000 },
  async () => {
    const made = new Set<string>()
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 25, maxLength: 60 }), fc.boolean(), async (changes, restart) => {
        let core = await testCore()
        await smallMap(core)
        await smallMap(core, 'Bolt')
        const begun = await done(core)
        // The content after so many steps.
        const points = [dump(core.file)]
        for (const each of changes) {
          if (await make(core, each)) made.add(each.endpoint)
          const steps = (await done(core)) - begun
          if (steps === points.length) points.push(dump(core.file))
          // No step, no change.
          else expect(dump(core.file)).toEqual(points.at(-1))
        }
        const last = points.length - 1
        expect(await done(core)).toBe(begun + last)
        if (restart) core = await core.reopen()
        for (let n = last; n > 0; n--) {
          expect(dump(core.file)).toEqual(points[n])
          await core.run('history.undo', {})
        }
        expect(dump(core.file)).toEqual(points[0])
        if (restart) core = await core.reopen()
        for (let n = 1; n <= last; n++) {
          await core.run('history.redo', {})
          expect(dump(core.file)).toEqual(points[n])
        }
        expect(await failureOf(core, 'history.redo', {})).toMatchObject({ code: 'nothing_to_redo' })
        const { findings } = await core.run('workspace.check', { on: today })
        expect(findings.filter(({ severity }) => severity === 'error')).toEqual([])
        await core.close()
      }),
      { numRuns: 25, seed: 20_261_121 },
    )
    // A property that nothing ever meets proves nothing.
    expect([...made].sort()).toEqual([...endpoints].sort())
  },
)
