import { describe, expect, test } from 'vitest'
import {
  defaultExpiry,
  DepthFactors,
  factorSum,
  guidedDepth,
  Judgement,
  judgementValues,
} from '../../../src-shared/model/judgement'
import { shippedMethod } from '../../../src-shared/model/method'
import { day } from '../../support/core'

describe('a guided rating', () => {
  // domain.md 4: 0 → 0, 1–3 → 1, 4–6 → 2, 7–9 → 3, 10–12 → 4.
  const levels = [0, 1, 1, 1, 2, 2, 2, 3, 3, 3, 4, 4, 4]

  test('leads from the sum of its four answers to a level', () => {
    const seen = new Set<number>()
    for (let code = 0; code < 256; code++) {
      const [contact, information, support, competition] = [code & 3, (code >> 2) & 3, (code >> 4) & 3, code >> 6]
      const factors = DepthFactors.parse({ contact, information, support, competition })
      const sum = contact + information + support + competition
      expect(factorSum(factors)).toBe(sum)
      expect(guidedDepth(factors, shippedMethod)).toBe(levels[sum])
      seen.add(sum)
    }
    expect(seen.size).toBe(levels.length)
  })

  test('shows the level as it emerges, and takes nothing but whole answers', () => {
    expect(guidedDepth({}, shippedMethod)).toBe(0)
    expect(guidedDepth({ contact: 3, support: 3 }, shippedMethod)).toBe(2)
    expect(DepthFactors.safeParse({ contact: 3, information: 1, support: 2 }).success).toBe(false)
    expect(DepthFactors.safeParse({ contact: 4, information: 1, support: 2, competition: 0 }).success).toBe(false)
  })
})

describe('the expiry of what somebody types', () => {
  test.each([
    ['stance', '2026-11-21', '2027-02-19'],
    ['depth', '2026-11-21', '2027-05-20'],
    ['political', '2024-02-29', '2025-02-28'],
    ['adaptability', '2026-01-01', '2027-01-01'],
  ] as const)('of a %s made on %s is %s', (kind, madeOn, expiresOn) => {
    expect(defaultExpiry(kind, day(madeOn), shippedMethod)).toBe(expiresOn)
  })

  test('is none without a day, where the method has none, and past the end of calendars', () => {
    expect(defaultExpiry('stance', null, shippedMethod)).toBeNull()
    const never = { judgementDays: { ...shippedMethod.judgementDays, stance: null } }
    expect(defaultExpiry('stance', day('2026-11-21'), never)).toBeNull()
    expect(defaultExpiry('stance', day('9999-12-31'), shippedMethod)).toBeNull()
    expect(defaultExpiry('stance', day('9999-10-02'), shippedMethod)).toBe('9999-12-31')
  })
})

test('a row of an older bundle has no answers', () => {
  const row = {
    id: 'j',
    subjectId: 'p',
    authorId: null,
    ownPersonId: null,
    opportunityId: null,
    organizationId: null,
    kind: 'stance',
    value: 'neutral',
    madeOn: null,
    expiresOn: null,
    confidence: 1,
    evidence: '',
    secrecy: 'open',
    recordedSeq: 1,
    own: {},
  }
  expect(Judgement.parse(row).factors).toBeNull()
})

test('every kind has a scale', () => {
  expect(judgementValues('depth')).toEqual(['0', '1', '2', '3', '4'])
  expect(judgementValues('adaptability')).toEqual(['1', '2', '3', '4', '5'])
  expect(judgementValues('political')).toEqual(['outside', 'structure', 'inner'])
})
