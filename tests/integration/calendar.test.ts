import fc from 'fast-check'
import ICAL from 'ical.js'
import { describe, expect, it } from 'vitest'
import { type CalendarItem, writeCalendar } from '../../src-main/calendar/writeCalendar'
import { readCalendar } from '../../src-main/calendar/readCalendar'
import { addDays, Day } from '../../src-shared/model/day'
import { day, failureOf, smallMap, testCore, today } from '../support/core'

const calendar = (...lines: readonly string[]): string =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:x', ...lines, 'END:VCALENDAR', ''].join('\r\n')
const event = (...lines: readonly string[]): string[] => ['BEGIN:VEVENT', ...lines, 'END:VEVENT']
const base64 = (text: string): string => Buffer.from(text).toString('base64')
const [since, until] = [day('2026-11-01'), day('2026-11-30')]
const read = (...lines: readonly string[]) => readCalendar(calendar(...lines), since, until)
const days = (...lines: readonly string[]) => read(...lines).map((entry) => entry.day)

describe('a calendar file that is read', () => {
  it('tells who was invited, and joins folded lines', () => {
    expect(
      read(
        ...event(
          'UID:1',
          'DTSTART:20261120T060000Z',
          'SUMMARY:配网方案',
          ' 交流\\, 第二轮',
          'DESCRIPTION:一\\n二',
          'LOCATION:总部',
          'CLASS:PRIVATE',
          'ORGANIZER;CN=方晓舟:mailto:Fang@Example.com',
          'ATTENDEE;CN="fang@example.com":MAILTO:fang@example.com',
          'ATTENDEE;CN=王建国:mailto:wang@customer.cn',
          'ATTENDEE;CUTYPE=ROOM;CN=301:mailto:room@example.com',
        ),
      ),
    ).toEqual([
      {
        uid: '1',
        day: '2026-11-20',
        summary: '配网方案交流, 第二轮',
        description: '一\n二',
        location: '总部',
        isPrivate: true,
        people: [
          { name: '', mail: 'fang@example.com' },
          { name: '王建国', mail: 'wang@customer.cn' },
        ],
      },
    ])
  })

  it('takes days without an hour as they are, and times where the user is', () => {
    expect(days(...event('UID:1', 'DTSTART;VALUE=DATE:20261120', 'SUMMARY:x'))).toEqual(['2026-11-20'])
    expect(days(...event('UID:1', 'DTSTART:20261120T235900', 'SUMMARY:x'))).toEqual(['2026-11-20'])
    const local = (instant: string) => new Date(instant).toLocaleDateString('sv')
    expect(days(...event('UID:1', 'DTSTART:20261120T233000Z', 'SUMMARY:x'))).toEqual([local('2026-11-20T23:30:00Z')])
    // Named, and not described in the file: 7 in the morning in Shanghai is the day before in London.
    const named = ['UID:1', 'DTSTART;TZID=Asia/Shanghai:20261120T070000', 'SUMMARY:x']
    expect(days(...event(...named))).toEqual([local('2026-11-19T23:00:00Z')])
    const zone = (offset: string) => [
      'BEGIN:VTIMEZONE',
      'TZID:Custom',
      ...['BEGIN:STANDARD', 'DTSTART:19700101T000000', `TZOFFSETFROM:${offset}`, `TZOFFSETTO:${offset}`, 'END:STANDARD'],
      'END:VTIMEZONE',
    ]
    const described = event('UID:1', 'DTSTART;TZID=Custom:20261120T003000', 'SUMMARY:x')
    expect(days(...zone('+0800'), ...described)).toEqual([local('2026-11-19T16:30:00Z')])
    expect(days(...zone('-0900'), ...described)).toEqual([local('2026-11-20T09:30:00Z')])
  })

  it('tells each time of what recurs, as it was moved, dropped or called off', () => {
    const weekly = event('UID:w', 'DTSTART:20260105T090000', 'RRULE:FREQ=WEEKLY', 'EXDATE:20261109T090000', 'SUMMARY:weekly')
    const moved = event('UID:w', 'RECURRENCE-ID:20261116T090000', 'DTSTART:20261118T090000', 'SUMMARY:moved')
    const off = event('UID:w', 'RECURRENCE-ID:20261123T090000', 'DTSTART:20261123T090000', 'STATUS:CANCELLED', 'SUMMARY:off')
    expect(read(...weekly, ...moved, ...off).map((one) => [one.uid, one.day, one.summary])).toEqual([
      ['w/2026-11-02', '2026-11-02', 'weekly'],
      ['w/2026-11-16', '2026-11-18', 'moved'],
      ['w/2026-11-30', '2026-11-30', 'weekly'],
    ])
    expect(days(...event('UID:d', 'DTSTART;VALUE=DATE:20261128', 'RRULE:FREQ=DAILY;COUNT=9', 'SUMMARY:x'))).toHaveLength(3)
    expect(days(...event('UID:1', 'DTSTART:20261120T090000', 'STATUS:CANCELLED', 'SUMMARY:off'))).toEqual([])
    expect(days(...event('UID:1', 'DTSTART:20261201T090000', 'SUMMARY:later'))).toEqual([])
    expect(read(...moved).map((one) => one.uid)).toEqual(['w/2026-11-16'])
  })

  it('is refused where it is none', () => {
    for (const text of ['', 'a,b\n1,2', 'BEGIN:VCARD\r\nEND:VCARD', 'BEGIN:VCALENDAR\r\nBEGIN:VEVENT']) {
      expect(() => readCalendar(text, since, until), text).toThrow(expect.objectContaining({ code: 'bad_calendar' }))
    }
  })
})

describe('proposals from a calendar', () => {
  it('know people by mail, then by name, and what was taken before', async () => {
    const core = await testCore()
    const { accountId, boss, clerk, own } = await smallMap(core)
    await core.run('person.update', { personId: boss.personId, email: 'Boss@Customer.cn' })
    await core.run('person.update', { personId: clerk.personId, name: '王建国' })
    const text = calendar(
      ...event(
        'UID:a',
        'DTSTART;VALUE=DATE:20261119',
        'SUMMARY:拜访总部',
        'ORGANIZER;CN=Acme seller:mailto:s@us.cn',
        'ATTENDEE;CN=Somebody:mailto:boss@customer.cn',
        'ATTENDEE;CN=Wang Jianguo:mailto:w@elsewhere.cn',
        'ATTENDEE;CN=Stranger:mailto:x@elsewhere.cn',
      ),
      ...event('UID:b', 'DTSTART;VALUE=DATE:20261120', 'SUMMARY:Standup'),
    )
    const ask = () => core.run('calendar.propose', { accountId, bytes: base64(text), since, until })
    const [first, second] = await ask()
    expect(first).toEqual({
      uid: 'a',
      known: false,
      heldOn: '2026-11-19',
      kind: 'visit',
      summary: '拜访总部',
      secrecy: 'open',
      participants: [own.personId, boss.personId, clerk.personId],
      strangers: ['Stranger'],
    })
    expect(second).toMatchObject({ uid: 'b', kind: 'meeting', participants: [], known: false })
    const { kind, heldOn, summary, participants } = first ?? {}
    if (!kind) throw new Error('no proposal')
    const interaction = { kind, heldOn, summary, participants, calendarUid: 'a' }
    await core.run('interactions.record', { accountId, interactions: [interaction] })
    expect((await ask()).map(({ known }) => known)).toEqual([true, false])
    await core.run('history.undo', {})
    expect((await ask()).map(({ known }) => known)).toEqual([false, false])
    const broken = { accountId, bytes: base64('no'), since, until }
    expect((await failureOf(core, 'calendar.propose', broken)).code).toBe('bad_calendar')
    expect((await failureOf(core, 'calendar.propose', { ...broken, since: until, until: since })).code).toBe('dates_reversed')
  })
})

describe('a calendar file that is written', () => {
  const item: CalendarItem = { uid: 'u', as: 'event', day: today, title: 't', note: '', remindOn: null }

  it('is read back as it was, whatever the texts', () => {
    const words = fc.string({ unit: fc.constantFrom(...'ab ,;:\\"\n王建国—😀'), maxLength: 200 })
    const itemOf = fc.record({
      as: fc.constantFrom('event', 'todo'),
      day: fc.integer({ min: 0, max: 20_000 }).map((count) => addDays(day('1990-01-01'), count)),
      title: words,
      note: words,
      remindOn: fc.constantFrom(null, today),
    })
    fc.assert(
      fc.property(fc.array(itemOf, { maxLength: 5 }), (given) => {
        const items = given.map((one, index) => ({ ...one, uid: `u${index}` })) as CalendarItem[] // fast-check widens the words
        const text = writeCalendar(items, '任务, 与联系', today)
        for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(76)
        // A calendar's jCal is a list.
        const back = new ICAL.Component(ICAL.parse(text) as unknown[]).getAllSubcomponents().map((one): CalendarItem => {
          const as = one.name === 'vtodo' ? 'todo' : 'event'
          const at = one.getFirstPropertyValue(as === 'todo' ? 'due' : 'dtstart')
          const reminder = one.getFirstSubcomponent('valarm')?.getFirstPropertyValue('trigger')
          return {
            uid: String(one.getFirstPropertyValue('uid')),
            as,
            day: Day.parse(String(at)),
            title: String(one.getFirstPropertyValue('summary')),
            note: String(one.getFirstPropertyValue('description') ?? ''),
            remindOn: reminder instanceof ICAL.Time ? Day.parse(reminder.toString().slice(0, 10)) : null,
          }
        })
        expect(back).toEqual(items)
        const events = items.filter(({ as }) => as === 'event')
        const reread = readCalendar(text, day('1980-01-01'), day('2100-01-01'))
        expect(reread.map(({ uid }) => uid).sort()).toEqual(events.map(({ uid }) => uid).sort())
      }),
    )
  })

  it('is the same bytes for the same content, with other systems’ line ends made plain', () => {
    const odd = { ...item, title: 'a\r\nb\u0007' }
    expect(writeCalendar([odd], 'n', today)).toBe(writeCalendar([{ ...item, title: 'a\nb' }], 'n', today))
  })

  it('has tasks with a due day and whom to meet next, and nothing private', async () => {
    const core = await testCore()
    const { accountId, boss, clerk, own } = await smallMap(core)
    const depth = { kind: 'depth', value: '2', ownPersonId: own.personId } as const
    await core.run('judgement.record', { ...depth, subjectId: boss.personId, madeOn: '2026-11-01' })
    await core.run('judgement.record', { ...depth, subjectId: clerk.personId, madeOn: '2026-10-01' })
    const { taskId } = await core.run('task.create', { title: '送报价', dueOn: '2026-12-01', accountId })
    await core.run('task.create', { title: 'hidden', dueOn: '2026-12-01', accountId, secrecy: 'private' })
    await core.run('task.create', { title: 'some day', accountId })
    const entries = async (extra: object = {}) => {
      const file = await core.run('calendar.export', { accountId, asOf: today, language: 'en', ...extra })
      expect(file.fileName).toBe('Acme Tasks and contacts 2026-11-21.ics')
      const text = Buffer.from(file.bytes, 'base64').toString()
      return readCalendar(text, day('2026-01-01'), day('2027-12-31')).map((one) => [one.uid, one.day, one.summary])
    }
    const touch = (id: string, on: string, name: string) => [`touch-${accountId}-${id}@linchpin`, on, `Contact ${name} (Acme)`]
    expect(await entries()).toEqual([
      touch(clerk.personId, today, 'Acme clerk'),
      [`task-${taskId}@linchpin`, '2026-12-01', '送报价'],
      touch(boss.personId, '2027-01-30', 'Acme boss'),
    ])
    expect(await entries({ touches: false, tasksAs: 'todo' })).toEqual([])
    await core.run('person.update', { personId: clerk.personId, secrecy: 'private' })
    const participants = [boss.personId, own.personId]
    await core.run('interaction.create', { accountId, kind: 'visit', heldOn: '2026-11-25', participants })
    expect(await entries()).toEqual([[`task-${taskId}@linchpin`, '2026-12-01', '送报价']])
  })
})
