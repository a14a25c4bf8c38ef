import { expect, test } from 'vitest'
import { dayAt, labelledMonths, shareOf, timeRange, within } from '../../../src-renderer/screens/map/timeScale'
import { addDays } from '../../../src-shared/model/day'
import { day } from '../analytics/builder'

const today = day('2026-06-30')
const mark = (on: string) => ({ day: day(on), count: 1, kinds: {} })

test('a short history is drawn evenly, with room at both ends', () => {
  const range = timeRange([mark('2026-02-01'), mark('2026-08-01')], today, today)
  expect(range).toEqual({ first: '2026-01-18', bend: null, last: '2026-08-15' })
  expect(shareOf(range, day('2026-01-18'))).toBe(0)
  expect(shareOf(range, day('2026-08-15'))).toBe(1)
})

test('years of history take a quarter, the last year and what is planned the rest', () => {
  const range = timeRange([mark('2012-02-01'), mark('2026-12-01')], today, today)
  expect(range.bend).toBe('2025-06-30')
  expect(shareOf(range, day('2025-06-30'))).toBe(0.25)
  expect(shareOf(range, today)).toBeGreaterThan(0.65)
})

test('today and the day looked at are always on it', () => {
  expect(timeRange([], today, day('2027-01-01'))).toEqual({ first: '2026-06-16', bend: null, last: '2027-01-15' })
  const range = timeRange([mark('2026-05-01')], today, today)
  expect(within(range, day('1999-01-01'))).toBe(range.first)
  expect(within(range, day('2099-01-01'))).toBe(range.last)
  expect(within(range, today)).toBe(today)
})

test('every recent day has a place of its own, from which it comes back', () => {
  const range = timeRange([mark('2012-02-01'), mark('2026-12-01')], today, today)
  let before = -1
  for (let on = day('2025-06-30'); on <= range.last; on = addDays(on, 1)) {
    const share = shareOf(range, on)
    expect(share).toBeGreaterThan(before)
    expect(dayAt(range, share)).toBe(on)
    before = share
  }
})

test('labels are firsts of months in order, and few', () => {
  for (const first of ['2012-02-01', '2024-11-05', '2026-05-20']) {
    const labels = labelledMonths(timeRange([mark(first), mark('2026-12-01')], today, today))
    expect(labels.length).toBeGreaterThan(2)
    expect(labels.length).toBeLessThanOrEqual(13)
    expect(labels.every((label) => label.endsWith('-01'))).toBe(true)
    expect(labels).toEqual([...labels].sort())
  }
})
