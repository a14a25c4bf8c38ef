import { en, zh } from '../interactionLine/chrono'
import { Day } from '../model/day'
import type { PersonId } from '../model/ids'

/** One of ours whom a line may name after @. */
export interface LineOwner {
  readonly id: PersonId
  readonly name: string
}

/** What a line is read against. */
export interface TaskLineSetting {
  /** The day on which the line is written. */
  readonly on: Day
  readonly ours: readonly LineOwner[]
  /** Which of ours the user is: `@me`, `@我`. */
  readonly me: PersonId | null
  /** Whether what was typed after @ names somebody, beyond the beginning of one of the name's words: by pinyin, say. */
  readonly sounds?: (typed: string, name: string) => boolean
}

/** A task written in one line. */
export interface TaskLine {
  /** What is left when day, owner and repeating are taken out; empty where nothing is. */
  readonly title: string
  readonly dueOn: Day | null
  readonly ownerId: PersonId | null
  /** What stands after @ and names nobody of ours; it stays in the title. */
  readonly unknownOwner: string | null
  readonly repeatEveryDays: number | null
}

/** Read in Chinese and English alike: a day to come in natural words, `@owner`, `every 30 days`, `每两周`. */
export function readTaskLine(line: string, setting: TaskLineSetting): TaskLine {
  const owner = ownerIn(line, setting)
  const withoutOwner = owner?.id ? without(line, owner) : line
  const repeat = repeatIn(withoutOwner)
  const withoutRepeat = repeat ? without(withoutOwner, repeat) : withoutOwner
  const due = dayToCome(withoutRepeat, setting.on)
  const title = due ? without(withoutRepeat, due) : withoutRepeat
  return {
    title: title
      .replace(/\s+/g, ' ')
      .replace(/^[\s,，;；:：]+|[\s,，;；:：]+$/g, '')
      .trim(),
    dueOn: due?.day ?? null,
    ownerId: owner?.id ?? null,
    unknownOwner: owner && owner.id === null ? owner.typed : null,
    repeatEveryDays: repeat?.days ?? null,
  }
}

interface Span {
  readonly from: number
  readonly to: number
}

const without = (text: string, { from, to }: Span): string => `${text.slice(0, from)} ${text.slice(to)}`

/** Not within a mail address. */
const AT = /(?<![\w.-])[@＠](?=\S)/

function ownerIn(line: string, setting: TaskLineSetting): (Span & { id: PersonId | null; typed: string }) | null {
  const from = line.search(AT)
  if (from < 0) return null
  const rest = line.slice(from + 1)
  const small = rest.toLowerCase()
  const called = (name: string): boolean => small.startsWith(name.toLowerCase())
  // The longest name first: Chinese goes on without a space.
  const whole = [...setting.ours].sort((a, b) => b.name.length - a.name.length).find(({ name }) => called(name))
  if (whole) return { from, to: from + 1 + whole.name.length, id: whole.id, typed: whole.name }
  const self = setting.me === null ? undefined : /^(?:me\b|我)/i.exec(rest)?.[0]
  if (self) return { from, to: from + 1 + self.length, id: setting.me, typed: self }
  const typed = /^[^\s,，。;；@]+/.exec(rest)?.[0] ?? ''
  const begins = (name: string): boolean =>
    [name, ...name.split(/\s+/)].some((word) => word.toLowerCase().startsWith(typed.toLowerCase()))
  const meant =
    setting.ours.find(({ name }) => begins(name)) ?? setting.ours.find(({ name }) => setting.sounds?.(typed, name) ?? false)
  return { from, to: from + 1 + typed.length, id: meant?.id ?? null, typed }
}

const unitDays: Readonly<Record<string, number>> = {
  天: 1,
  日: 1,
  周: 7,
  星期: 7,
  礼拜: 7,
  月: 30,
  季度: 90,
  年: 365,
  day: 1,
  week: 7,
  month: 30,
  quarter: 90,
  year: 365,
}
const counts: Readonly<Record<string, number>> = {
  两: 2,
  二: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
  十: 10,
  two: 2,
  three: 3,
  other: 2,
}
const everyZh = /每隔?\s*(\d{1,3}|[一二两三四五六七八九十])?\s*个?(天|日|周|星期|礼拜|月|季度|年)/
const everyEn = /\bevery\s+(?:(\d{1,3}|two|three|other)\s+)?(day|week|month|quarter|year)s?\b/i

function repeatIn(line: string): (Span & { days: number }) | null {
  const match = everyZh.exec(line) ?? everyEn.exec(line)
  if (!match) return null
  const [whole, count = '', unit = ''] = match
  const times = /^\d+$/.test(count) ? Number(count) : (counts[count.toLowerCase()] ?? 1)
  const days = times * (unitDays[unit.toLowerCase()] ?? 1)
  return days === 0 ? null : { from: match.index, to: match.index + whole.length, days }
}

/** What chrono reads as a time and nobody means as a day: a moment, and words that are also months or people. */
const noDays = /^(?:now|sun|sat|may|mar|march|现在|刚刚|刚才)$/i
/** Words that lead to a day or follow it, and go with it. */
const leading = /(?:\b(?:by|on|before|until|due|till)|截止到?|最晚|在)\s*$/i
const trailing = /^\s*(?:之前|以前|前)/

/**
 * Chrono's weeks begin on Sunday; a Chinese one ends with it, so that 下周五 said on a Sunday is in five days. Said the day before, it
 * means the same to both.
 */
function weekReference(text: string, reference: Date): Date {
  if (reference.getDay() !== 0 || !/[下这]个?(?:周|星期|礼拜)/.test(text)) return reference
  const before = new Date(reference)
  before.setDate(before.getDate() - 1)
  return before
}

/** The first day that a text names, this one or a later one. */
function dayToCome(text: string, on: Day): (Span & { day: Day }) | null {
  const reference = new Date(`${on}T12:00:00`)
  const options = { forwardDate: true }
  const chinese = text.replaceAll('本周', '这周').replaceAll('本星期', '这星期')
  const [first] = [
    zh.parse(chinese, weekReference(chinese, reference), options),
    ...en.map((chrono) => chrono.parse(text, reference, options)),
  ]
    .flat()
    .filter(({ start, text: said }) => (start.isCertain('day') || start.isCertain('weekday')) && !noDays.test(said.trim()))
    .sort((a, b) => a.index - b.index || b.text.trim().length - a.text.trim().length)
  if (!first) return null
  const { start, index, text: said } = first
  const two = (value: number | null): string => String(value ?? 0).padStart(2, '0')
  const day = Day.safeParse(`${start.get('year')}-${two(start.get('month'))}-${two(start.get('day'))}`)
  if (!day.success) return null
  const end = index + said.trimEnd().length
  return {
    day: day.data,
    from: index - (leading.exec(text.slice(0, index))?.[0].length ?? 0),
    to: end + (trailing.exec(text.slice(end))?.[0].length ?? 0),
  }
}
