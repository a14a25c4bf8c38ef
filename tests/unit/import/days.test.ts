import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readDay } from '../../../src-main/import/days'

test.each([
  ['2026-01-05', '2026-01-05'],
  ['2026-1-5', '2026-01-05'],
  ['2026/1/5', '2026-01-05'],
  ['2026/01/05', '2026-01-05'],
  ['2026.1.5', '2026-01-05'],
  ['2026年1月5日', '2026-01-05'],
  ['２０２６年０１月０５日', '2026-01-05'],
  ['20260105', '2026-01-05'],
  ['2026/1/5 0:00', '2026-01-05'],
  ['2026-01-05T00:00:00.000Z', '2026-01-05'],
  ['2024-02-29', '2024-02-29'],
  ['46027', '2026-01-05'],
  ['46027.5', '2026-01-05'],
  ['25569', '1970-01-01'],
])('%s is %s', (text, day) => expect(readDay(text)).toBe(day))

test.each([
  '2026-02-30',
  '2026/2/29',
  '2026-13-01',
  '2026-00-10',
  '5/1/2026',
  '2026',
  '19999',
  '80001',
  'tomorrow',
  '2026-01-05x',
  '20261301',
  '=TODAY()',
])('%s is no day', (text) => expect(readDay(text)).toBeNull())

test('every day reads back from every way to write it', () => {
  const day = fc.date({ min: new Date('1000-01-01'), max: new Date('9999-12-31'), noInvalidDate: true })
  fc.assert(
    fc.property(day, fc.constantFrom('-', '/', '.'), (date, mark) => {
      const iso = date.toISOString().slice(0, 10)
      expect(readDay(iso)).toBe(iso)
      expect(readDay([date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()].join(mark))).toBe(iso)
    }),
  )
})
