import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { overdueTouches, type Touch, touches } from '../../../src-shared/analytics/cadence'
import { currentJudgements } from '../../../src-shared/analytics/judgements'
import { snapshot } from '../../../src-shared/analytics/snapshot'
import { addDays } from '../../../src-shared/model/day'
import { shippedMethod } from '../../../src-shared/model/method'
import { GraphBuilder, TODAY } from './builder'

function due(builder: GraphBuilder): Touch[] {
  const graph = builder.graph()
  return touches(snapshot(graph, TODAY), currentJudgements(graph, TODAY), shippedMethod)
}

const ago = (days: number) => addDays(TODAY, -days)

describe('whom to meet next', () => {
  it('is everybody with a role or a relationship, the longest overdue first', () => {
    const found = due(
      new GraphBuilder()
        .ours('seller')
        .ours('boss')
        .theirs('president', { tier: 'executive' })
        .theirs('manager', { tier: 'manager' })
        .theirs('user', { tier: 'operational' })
        .theirs('nobody', { tier: 'operational' })
        .thirdParty('adviser', { tier: 'manager' })
        .role('seat-president', 'economic')
        .depth('seller', 'manager', 2, ago(400))
        .depth('boss', 'manager', 3, ago(401))
        .depth('seller', 'user', 1, ago(31))
        .depth('seller', 'nobody', 0, ago(300))
        .depth('seller', 'adviser', 1, null)
        .met(ago(100), 'seller', 'president')
        .met(ago(90), 'boss', 'president')
        .met(ago(45), 'manager', 'seller')
        .met(null, 'user', 'seller')
        .met(ago(1), 'user', 'manager')
        .met(addDays(TODAY, 9), 'seller', 'manager')
        .met(addDays(TODAY, 7), 'seller', 'manager'),
    )
    expect(found).toEqual([
      {
        personId: 'adviser',
        tier: 'manager',
        lastOn: null,
        ownPersonId: 'seller',
        plannedOn: null,
        dueOn: null,
        overdueDays: null,
      },
      {
        personId: 'manager',
        tier: 'manager',
        lastOn: ago(45),
        ownPersonId: 'seller',
        plannedOn: addDays(TODAY, 7),
        dueOn: ago(15),
        overdueDays: 15,
      },
      {
        personId: 'user',
        tier: 'operational',
        lastOn: null,
        ownPersonId: 'seller',
        plannedOn: null,
        dueOn: ago(1),
        overdueDays: 1,
      },
      {
        personId: 'president',
        tier: 'executive',
        lastOn: ago(90),
        ownPersonId: 'boss',
        plannedOn: null,
        dueOn: TODAY,
        overdueDays: 0,
      },
    ])
    expect(overdueTouches(found).map(({ personId }) => personId)).toEqual(['adviser', 'manager', 'user'])
  })

  it('leaves out who has gone, and whom only somebody of ours knew who has gone', () => {
    const builder = new GraphBuilder()
      .ours('seller')
      .ours('former')
      .theirs('gone')
      .theirs('known')
      .depth('seller', 'gone', 3, ago(100))
      .depth('former', 'known', 3, ago(100))
      .leaves('gone', ago(1))
      .leaves('former', ago(1))
    expect(due(builder)).toEqual([])
  })

  it('is due one cadence after the last of any meetings', () => {
    const meetings = fc.array(fc.integer({ min: 0, max: 400 }), { minLength: 1, maxLength: 8 })
    fc.assert(
      fc.property(meetings, fc.constantFrom('executive', 'manager', 'operational'), (days, tier) => {
        const builder = new GraphBuilder().ours('seller').theirs('one', { tier }).role('seat-one', 'user')
        for (const each of days) builder.met(ago(each), 'one', 'seller')
        const last = Math.min(...days)
        const cadence = shippedMethod.cadenceDays[tier]
        expect(due(builder)).toMatchObject([{ lastOn: ago(last), overdueDays: last - cadence, dueOn: ago(last - cadence) }])
      }),
    )
  })
})
