import ICAL from 'ical.js'
import { addDays, type Day } from '../../src-shared/model/day'

/** Something that a calendar is to show on a day. */
export interface CalendarItem {
  /** Stays the same from one file to the next, so that a calendar that takes both has it once. */
  readonly uid: string
  readonly as: 'event' | 'todo'
  readonly day: Day
  readonly title: string
  /** Empty: none. */
  readonly note: string
  /** The day on which to be reminded; null: not at all. */
  readonly remindOn: Day | null
}

const PRODUCT = '-//Linchpin//Linchpin//EN'
/** Of a reminder's day. */
const REMINDER_HOUR = 9

/**
 * An iCalendar file (RFC 5545) of whole days. Equal content gives equal bytes: what is stamped is the day it is as of, not the moment of
 * writing.
 */
export function writeCalendar(items: readonly CalendarItem[], name: string, asOf: Day): string {
  const calendar = new ICAL.Component('vcalendar')
  calendar.addPropertyWithValue('version', '2.0')
  calendar.addPropertyWithValue('prodid', PRODUCT)
  calendar.addPropertyWithValue('x-wr-calname', name)
  const stamp = ICAL.Time.fromDateTimeString(`${asOf}T00:00:00Z`)
  for (const item of items) calendar.addSubcomponent(component(item, stamp))
  return `${calendar.toString()}\r\n`
}

function component({ uid, as, day, title, note, remindOn }: CalendarItem, stamp: ICAL.Time): ICAL.Component {
  const entry = new ICAL.Component(as === 'todo' ? 'vtodo' : 'vevent')
  entry.addPropertyWithValue('uid', uid)
  entry.addPropertyWithValue('dtstamp', stamp)
  entry.addPropertyWithValue('summary', plainText(title))
  if (note !== '') entry.addPropertyWithValue('description', plainText(note))
  if (as === 'todo') {
    entry.addPropertyWithValue('due', ICAL.Time.fromDateString(day))
    entry.addPropertyWithValue('status', 'NEEDS-ACTION')
  } else {
    entry.addPropertyWithValue('dtstart', ICAL.Time.fromDateString(day))
    // The first day that is no longer part of it.
    entry.addPropertyWithValue('dtend', ICAL.Time.fromDateString(addDays(day, 1)))
    // It is to be seen and leaves the day free.
    entry.addPropertyWithValue('transp', 'TRANSPARENT')
  }
  if (remindOn !== null) entry.addSubcomponent(reminder(remindOn, title))
  return entry
}

function reminder(on: Day, title: string): ICAL.Component {
  const alarm = new ICAL.Component('valarm')
  alarm.addPropertyWithValue('action', 'DISPLAY')
  alarm.addPropertyWithValue('description', plainText(title))
  const trigger = new ICAL.Property('trigger')
  trigger.resetType('date-time')
  trigger.setValue(ICAL.Time.fromJSDate(new Date(`${on}T${String(REMINDER_HOUR).padStart(2, '0')}:00:00`), true))
  alarm.addProperty(trigger)
  return alarm
}

/** The line ends of other systems, and what no text of a calendar may hold. */
function plainText(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(/[^\P{Cc}\n\t]/gu, '')
}
