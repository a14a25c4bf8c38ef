import { describe, expect, test } from 'vitest'
import { addDays, Day, days, holds, localDay, toDay } from '../../../src-shared/model/day'
import { isJudgementValue } from '../../../src-shared/model/judgement'
import { preferredLanguage } from '../../../src-shared/model/language'
import { Method, shippedMethod } from '../../../src-shared/model/method'
import { DecisionRole, Opportunity } from '../../../src-shared/model/opportunity'
import { ConfidenceWord, PoliticalStatus, Stance, StrengthWord } from '../../../src-shared/model/scales'
import { day } from '../../support/core'

describe('days', () => {
  test.each(['2026-02-29', '2026-13-01', '2026-00-10', '2026-1-5', '2026/01/05', '26-01-05', '2026-01-05T00:00', '', 'today'])(
    '%j is none',
    (text) => expect(Day.safeParse(text).success).toBe(false),
  )
  test.each(['2024-02-29', '2026-12-31', '0001-01-01', '9999-12-31'])('%s is one', (text) => {
    expect(Day.parse(text)).toBe(text)
  })
  test('count across leap days, years and clock changes', () => {
    expect(days(day('2024-02-28'), day('2024-03-01'))).toBe(2)
    expect(days(day('2026-03-01'), day('2026-02-01'))).toBe(-28)
    expect(addDays(day('2026-12-31'), 1)).toBe('2027-01-01')
    expect(addDays(day('2026-03-29'), -366)).toBe('2025-03-28')
    expect(days(day('2020-01-01'), addDays(day('2020-01-01'), 12_345))).toBe(12_345)
  })
  test('are of the place where the user is, or of UTC', () => {
    const late = new Date(2026, 10, 21, 23, 59)
    const early = new Date(2026, 10, 21, 0, 1)
    expect([localDay(late), localDay(early)]).toEqual(['2026-11-21', '2026-11-21'])
    expect(toDay(new Date('2026-11-21T23:59:59Z'))).toBe('2026-11-21')
  })
  test('a fact holds from its first day until, and not on, its last', () => {
    const fact = { validFrom: day('2026-01-01'), validTo: day('2026-02-01') }
    const on = (text: string) => holds(fact, day(text))
    expect([on('2025-12-31'), on('2026-01-01'), on('2026-01-31'), on('2026-02-01')]).toEqual([false, true, true, false])
    expect(holds({ validFrom: null, validTo: null }, day('0001-01-01'))).toBe(true)
  })
})

describe('the language to begin with', () => {
  test.each([
    [['zh-CN'], 'zh-CN'],
    [['zh_CN.UTF-8'], 'zh-CN'],
    [['zh-Hant-TW', 'en'], 'zh-CN'],
    [['en-GB', 'zh-CN'], 'en'],
    [['de-DE', 'zh-CN', 'en'], 'zh-CN'],
    [['de-DE'], 'en'],
    [['C'], 'en'],
    [[''], 'en'],
    [[], 'en'],
  ])('of %j is %s', (tags, language) => expect(preferredLanguage(tags)).toBe(language))
})

describe('judgements', () => {
  test('take the words of their own scale alone', () => {
    for (const value of Stance.options) expect(isJudgementValue('stance', value)).toBe(true)
    for (const value of PoliticalStatus.options) expect(isJudgementValue('political', value)).toBe(true)
    for (const value of ['0', '1', '2', '3', '4']) expect(isJudgementValue('depth', value)).toBe(true)
    for (const value of ['1', '2', '3', '4', '5']) expect(isJudgementValue('adaptability', value)).toBe(true)
    for (const value of ['', ' ', '5', '-1', '1.5', '01', '1e0', 'coach']) expect(isJudgementValue('depth', value)).toBe(false)
    for (const value of ['0', '6', 'coach']) expect(isJudgementValue('adaptability', value)).toBe(false)
    expect(isJudgementValue('stance', 'inner')).toBe(false)
    expect(isJudgementValue('political', 'coach')).toBe(false)
  })
})

describe('the method as shipped', () => {
  test('has a number for every word', () => {
    expect(Object.keys(shippedMethod.stance)).toEqual(Stance.options)
    expect(Object.keys(shippedMethod.political)).toEqual(PoliticalStatus.options)
    expect(Object.keys(shippedMethod.strength)).toEqual(StrengthWord.options)
    expect(Object.keys(shippedMethod.confidence)).toEqual(ConfidenceWord.options)
  })
  test('says what domain.md 4 says', () => {
    expect(shippedMethod.stance).toEqual({
      opponent: -1,
      unsupportive: -0.5,
      neutral: 0,
      supportive: 0.5,
      exclusive: 0.8,
      coach: 1,
    })
    expect(shippedMethod.political).toEqual({ outside: 0.5, structure: 1, inner: 1.5 })
    expect(shippedMethod.strength).toEqual({ weak: 0.3, medium: 0.6, strong: 0.9 })
    expect(shippedMethod.confidence).toEqual({ hearsay: 0.4, likely: 0.7, confirmed: 1 })
    expect(shippedMethod.cadenceDays).toEqual({ executive: 90, manager: 30, operational: 30 })
    expect(shippedMethod.guidedDepthLevels).toEqual([0, 1, 4, 7, 10])
  })
  test('comes whole through JSON, and a wrong number does not come in', () => {
    expect(Method.parse(JSON.parse(JSON.stringify(shippedMethod)))).toEqual(shippedMethod)
    expect(Method.safeParse({ ...shippedMethod, reportingAccess: 1.2 }).success).toBe(false)
    expect(Method.safeParse({ ...shippedMethod, stance: { ...shippedMethod.stance, coach: 2 } }).success).toBe(false)
  })
  test('names the five roles of domain.md 5', () => {
    expect(shippedMethod.roles.map(({ key }) => key).sort()).toEqual([
      'economic-buyer',
      'financial-controller',
      'influencer',
      'technical-evaluator',
      'user',
    ])
  })
})

test('a deal has a stage from 1 to 5, and a role a chain that there is', () => {
  const { stage } = Opportunity.shape
  expect([0, 1, 5, 6, 2.5].map((value) => stage.safeParse(value).success)).toEqual([false, true, true, false, false])
  const { chains } = DecisionRole.shape
  expect(chains.safeParse(['technical', 'hidden']).success).toBe(true)
  expect(chains.safeParse(['secret']).success).toBe(false)
})
