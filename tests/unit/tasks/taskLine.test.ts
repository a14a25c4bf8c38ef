import { describe, expect, test } from 'vitest'
import { Day } from '../../../src-shared/model/day'
import { PersonId } from '../../../src-shared/model/ids'
import { readTaskLine } from '../../../src-shared/tasks/taskLine'

const fang = { id: PersonId.parse('fang'), name: '方晓舟' }
const fang2 = { id: PersonId.parse('fang2'), name: '方晓' }
const ann = { id: PersonId.parse('ann'), name: 'Ann Lee' }
const setting = { on: Day.parse('2026-11-21'), ours: [fang2, fang, ann], me: ann.id }
const read = (line: string) => {
  const { title, dueOn, ownerId, repeatEveryDays } = readTaskLine(line, setting)
  return [title, dueOn, ownerId, repeatEveryDays]
}

describe('a task in one line', () => {
  test.each([
    ['明天给顾总送测算', '给顾总送测算', '2026-11-22', null, null],
    ['12月5日前提交报价 @方晓舟', '提交报价', '2026-12-05', 'fang', null],
    ['@方晓舟三天后回访唐部长', '回访唐部长', '2026-11-24', 'fang', null],
    ['每两周回访 @我', '回访', null, 'ann', 14],
    ['下周三拜访，每30天', '拜访', '2026-11-25', null, 30],
    ['每月检查备件', '检查备件', null, null, 30],
    ['Send the paper by Friday @Ann', 'Send the paper', '2026-11-27', 'ann', null],
    ['Call Gu tomorrow @lee every 2 weeks', 'Call Gu', '2026-11-22', 'ann', 14],
    ['visit in two weeks @me every quarter', 'visit', '2026-12-05', 'ann', 90],
    ['on 5 Dec hand in the offer', 'hand in the offer', '2026-12-05', null, null],
    ['2026-12-01 deliver', 'deliver', '2026-12-01', null, null],
    // A day that has passed this year is one of the next.
    ['11月3日 交接', '交接', '2027-11-03', null, null],
    ['Ask May about version 2.10 now', 'Ask May about version 2.10 now', null, null, null],
    ['Mail ann@acme.example the list', 'Mail ann@acme.example the list', null, null, null],
    ['tomorrow', '', '2026-11-22', null, null],
    ['', '', null, null, null],
  ])('%j', (line, title, dueOn, ownerId, repeat) => {
    expect(read(line)).toEqual([title, dueOn, ownerId, repeat])
  })

  test('a Chinese week ends with Sunday', () => {
    const on = (day: string) => readTaskLine('下周五拜访', { ...setting, on: Day.parse(day) }).dueOn
    expect([on('2026-11-20'), on('2026-11-21'), on('2026-11-22'), on('2026-11-23')]).toEqual([
      '2026-11-27',
      '2026-11-27',
      '2026-11-27',
      '2026-12-04',
    ])
  })

  test('whom nobody is called stays in the title and is told', () => {
    expect(readTaskLine('Call Gu @Zoe', setting)).toMatchObject({ title: 'Call Gu @Zoe', ownerId: null, unknownOwner: 'Zoe' })
    expect(
      readTaskLine('打电话 @fxz', { ...setting, sounds: (typed, name) => typed === 'fxz' && name === '方晓舟' }),
    ).toMatchObject({
      title: '打电话',
      ownerId: 'fang',
      unknownOwner: null,
    })
    expect(readTaskLine('Call @me', { ...setting, me: null })).toMatchObject({ ownerId: null, unknownOwner: 'me' })
  })
})
