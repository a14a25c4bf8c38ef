import fc from 'fast-check'
import { expect, test } from 'vitest'
import { findReportingLoops } from '../../../src-main/import/reportingLoops'
import { Day } from '../../../src-shared/model/day'
import { SeatId } from '../../../src-shared/model/ids'

const line = (seat: string, superior: string | null, from: string | null = null, to: string | null = null) => ({
  seatId: SeatId.parse(seat),
  reportsToSeatId: superior === null ? null : SeatId.parse(superior),
  validFrom: from === null ? null : Day.parse(from),
  validTo: to === null ? null : Day.parse(to),
})

test('a tree has no loops', () => {
  expect(findReportingLoops([line('a', null), line('b', 'a'), line('c', 'a'), line('d', 'c')])).toEqual([])
})

test('each loop once, without those who hang below it', () => {
  const lines = [line('a', 'b'), line('b', 'a'), line('c', 'b'), line('d', 'e'), line('e', 'f'), line('f', 'd')]
  expect(findReportingLoops(lines)).toEqual([
    ['a', 'b'],
    ['d', 'e', 'f'],
  ])
})

test('only lines that hold on one day make a loop', () => {
  expect(findReportingLoops([line('a', 'b', null, '2020-01-01'), line('b', 'a', '2020-01-01')])).toEqual([])
  expect(findReportingLoops([line('a', 'b', null, '2020-01-02'), line('b', 'a', '2020-01-01')])).toEqual([['a', 'b']])
})

test('finds a loop exactly where walking up from somebody comes back', () => {
  const superiors = fc.array(fc.option(fc.nat(9), { nil: null }), { minLength: 10, maxLength: 10 })
  fc.assert(
    fc.property(superiors, (above) => {
      const inLoop = above.flatMap((_, start) => {
        let at = above[start] ?? null
        for (let step = 0; at !== null && at !== start && step < 10; step++) at = above[at] ?? null
        return at === start ? [String(start)] : []
      })
      const loops = findReportingLoops(
        above.map((superior, seat) => line(String(seat), superior === null ? null : String(superior))),
      )
      expect(loops.flat().toSorted()).toEqual(inLoop.toSorted())
    }),
  )
})
