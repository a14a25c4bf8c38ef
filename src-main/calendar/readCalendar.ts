import dayjs from 'dayjs'
import timezone from 'dayjs/plugin/timezone'
import utc from 'dayjs/plugin/utc'
import ICAL from 'ical.js'
import { AppError } from '../../src-shared/errors'
import { Day, localDay } from '../../src-shared/model/day'

dayjs.extend(utc)
dayjs.extend(timezone)

/** One time that an entry of a calendar took place. */
export interface CalendarEntry {
  /** The entry's own; of one that recurs with the day that the rule names, which stays when the occurrence is moved. */
  readonly uid: string
  /** Where the user is. */
  readonly day: Day
  readonly summary: string
  readonly description: string
  readonly location: string
  /** The organizer and whoever was invited, each once. */
  readonly people: readonly Invited[]
  readonly isPrivate: boolean
}

export interface Invited {
  /** Empty where only an address is given. */
  readonly name: string
  /** In small letters; empty where there is none. */
  readonly mail: string
}

/** Times of one recurring entry that are looked at: a meeting of every day for two centuries. */
const MOST_OCCURRENCES = 75_000

/**
 * Reads an iCalendar file (RFC 5545): meetings that were not called off, each time of a recurring one, in order of days.
 *
 * @param since first day, `until` last day
 * @throws AppError `bad_calendar`
 */
export function readCalendar(text: string, since: Day, until: Day): CalendarEntry[] {
  const calendars = parsed(text)
  const entries: CalendarEntry[] = []
  for (const calendar of calendars) {
    const events = calendar.getAllSubcomponents('vevent').map((component) => new ICAL.Event(component))
    const series = Map.groupBy(events, (event) => event.uid ?? '')
    for (const [uid, same] of series) entries.push(...occurrences(uid, same, since, until))
  }
  return entries.sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : a.uid < b.uid ? -1 : 1))
}

function parsed(text: string): ICAL.Component[] {
  try {
    // A file may hold several calendars, one after the other.
    const read: unknown = ICAL.parse(text.replace(/^\uFEFF/, '').trim())
    const several = isList(read) && isList(read[0]) ? read : [read]
    const calendars = several.filter(isList).map((jcal) => new ICAL.Component(jcal))
    if (calendars.some(({ name }) => name !== 'vcalendar')) throw new Error('VCALENDAR')
    return calendars
  } catch (error) {
    throw new AppError('bad_calendar', { detail: error instanceof Error ? error.message : '' })
  }
}

function isList(value: unknown): value is unknown[] {
  return Array.isArray(value)
}

/** Of one UID: the entry itself and what was changed about single times of it. */
function occurrences(uid: string, events: readonly ICAL.Event[], since: Day, until: Day): CalendarEntry[] {
  const single = (event: ICAL.Event, key: string, start: ICAL.Time): CalendarEntry[] => {
    const day = dayOf(start, event)
    if (isCalledOff(event) || day < since || day > until) return []
    return [entryOf(event, key, day)]
  }
  const exceptions = events.filter((event) => event.isRecurrenceException())
  const found = events
    .filter((event) => !event.isRecurrenceException() && event.startDate !== null)
    .flatMap((event) => {
      if (!event.isRecurring()) return single(event, uid, event.startDate)
      for (const exception of exceptions) event.relateException(exception)
      const times: CalendarEntry[] = []
      const iterator = event.iterator()
      for (let count = 0; count < MOST_OCCURRENCES; count += 1) {
        const next: ICAL.Time | null | undefined = iterator.next()
        if (!next) break
        const { item, startDate } = event.getOccurrenceDetails(next)
        // A single time may have been moved into the window from far behind it; a year is far.
        if (dayOf(next, event) > laterBy(until, 366)) break
        times.push(...single(item, `${uid}/${dayText(next)}`, startDate))
      }
      return times
    })
  if (found.length > 0 || events.length > exceptions.length) return found
  // The file holds single times alone, as an invitation to one of them does.
  return exceptions.flatMap((event) => single(event, `${uid}/${dayText(event.recurrenceId)}`, event.startDate))
}

function entryOf(event: ICAL.Event, uid: string, day: Day): CalendarEntry {
  const { component } = event
  return {
    uid,
    day,
    summary: event.summary ?? '',
    description: event.description ?? '',
    location: event.location ?? '',
    people: peopleOf(component),
    isPrivate: /^(private|confidential)$/i.test(textOf(component.getFirstPropertyValue('class'))),
  }
}

function peopleOf(component: ICAL.Component): Invited[] {
  const people = new Map<string, Invited>()
  for (const property of [...component.getAllProperties('organizer'), ...component.getAllProperties('attendee')]) {
    // Rooms and projectors are invited, too.
    if (/^(resource|room)$/i.test(textOf(property.getParameter('cutype')))) continue
    const address = textOf(property.getFirstValue())
    const mail = /^mailto:/i.test(address) ? address.slice('mailto:'.length).toLowerCase() : ''
    const name = textOf(property.getParameter('cn')).trim()
    const invited = { name: name.toLowerCase() === mail ? '' : name, mail }
    if (invited.name !== '' || mail !== '') people.set(mail || invited.name, invited)
  }
  return [...people.values()]
}

const isCalledOff = ({ component }: ICAL.Event): boolean => /^cancelled$/i.test(textOf(component.getFirstPropertyValue('status')))
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')
const dayText = (time: ICAL.Time): string => time.toString().slice(0, 10)
const laterBy = (day: Day, days: number): Day => Day.parse(dayjs(day).add(days, 'day').format('YYYY-MM-DD'))

/**
 * The day on which an entry's time falls where the user is; a day without an hour is that day everywhere. A time zone that the file
 * does not describe is taken from the system's list by its name; without a name it is the same hour everywhere.
 */
function dayOf(time: ICAL.Time, event: ICAL.Event): Day {
  if (time.isDate) return Day.parse(dayText(time))
  const named = textOf(event.component.getFirstProperty('dtstart')?.getParameter('tzid'))
  const isDescribed = time.zone !== ICAL.Timezone.localTimezone
  if (isDescribed || !isZoneName(named)) return localDay(time.toJSDate())
  return localDay(dayjs.tz(time.toString(), named).toDate())
}

function isZoneName(name: string): boolean {
  if (name === '') return false
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
    return true
  } catch {
    return false
  }
}
