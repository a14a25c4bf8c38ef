import ICAL from 'ical.js'
import { joinedName } from './contactNames'
import type { Grid } from './grid'
import { PackedRows } from './packedRows'

/** The columns of people that cards fill, by their names in a file of rows. */
const HEADER = ['id', 'name', 'title', 'department', 'organization', 'email', 'phone', 'note'] as const
/** A line that goes on begins with a blank; a card of more lines is no card. Photos have thousands. */
const CARD_LINES = 200_000
const BEGIN = /^BEGIN:VCARD\s*$/i
const END = /^END:VCARD\s*$/i
const OLD = /^VERSION:2\.1\s*$/im
/** Properties that hold much and that no map shows. */
const HEAVY = /^(?:[\w-]+\.)?(?:PHOTO|LOGO|SOUND|KEY)[;:]/i

interface Card {
  readonly line: number
  readonly text: string
  readonly closed: boolean
}

export function looksLikeCards(text: string): boolean {
  return /^\s*BEGIN:VCARD/i.test(text.slice(0, 1_000))
}

/** Cards (vCard 3.0 and 4.0) as rows of people; one that cannot be read is named by the line it begins on. */
export function gridOfCards(text: string): Grid {
  const rows = new PackedRows()
  rows.add({ line: 0, cells: HEADER })
  const broken: Grid['broken'][number][] = []
  for (const card of cardsIn(text)) {
    const { line } = card
    if (OLD.test(card.text)) broken.push({ line, value: '2.1', code: 'card_old' })
    else if (!card.closed) broken.push({ line, value: card.text.slice(0, 100), code: 'card_broken' })
    else {
      const cells = cellsOf(card.text)
      if (cells) rows.add({ line, cells })
      else broken.push({ line, value: card.text.slice(0, 100), code: 'card_broken' })
    }
  }
  return { rows, ofCards: true, broken }
}

/** Cuts a text into cards before they are parsed, so that each bad one is known by its line and spoils no other. */
function cardsIn(text: string): Card[] {
  const cards: Card[] = []
  let lines: string[] | null = null
  let start = 0
  let heavy = false
  const finish = (closed: boolean) => {
    if (lines) cards.push({ line: start, text: lines.join('\r\n'), closed })
    lines = null
  }
  for (const [i, line] of text
    .replace(/^\uFEFF/, '')
    .split(/\r\n?|\n/)
    .entries()) {
    if (BEGIN.test(line)) {
      finish(false)
      lines = []
      start = i + 1
    }
    if (!lines) continue
    heavy = /^[ \t]/.test(line) ? heavy : HEAVY.test(line)
    if (!heavy && line.trim() !== '' && lines.length < CARD_LINES) lines.push(line)
    if (END.test(line)) finish(true)
  }
  finish(false)
  return cards
}

/** The cells of a card; null where the library finds no sense in it, or nobody's name. */
function cellsOf(text: string): string[] | null {
  try {
    // One card was given, hence one component comes back, not a list of them.
    const card = new ICAL.Component(ICAL.parse(text) as [string, unknown[], unknown[]])
    const [family = '', given = '', middle = ''] = texts(card, 'n')
    const [organization = '', ...units] = texts(card, 'org')
    const name = first(card, 'fn').trim() || joinedName(family, given, middle)
    const phone = first(card, 'tel').replace(/^tel:/i, '').replace(/;ext=/i, ' ext. ')
    return [
      first(card, 'uid').replace(/^urn:uuid:/i, ''),
      name,
      first(card, 'title'),
      units.filter((unit) => unit.trim() !== '').join('/'),
      organization,
      first(card, 'email'),
      phone,
      first(card, 'note'),
    ]
  } catch {
    // Whatever it says is in the words of the library, and the card is named.
    return null
  }
}

/** The value of a property that its card prefers, or else of the first; '' where there is none. */
function first(card: ICAL.Component, name: string): string {
  const all = card.getAllProperties(name)
  const preferred = all.find((property) => isPreferred(property)) ?? all[0]
  return preferred ? textOf(preferred.getFirstValue()) : ''
}

function isPreferred(property: ICAL.Property): boolean {
  const types = [property.getParameter('type') ?? []].flat().map((type) => String(type).toLowerCase())
  return property.getParameter('pref') === '1' || types.includes('pref')
}

/** The parts of a value that has several, as family name and given name. */
function texts(card: ICAL.Component, name: string): string[] {
  const value = card.getFirstPropertyValue(name)
  return (Array.isArray(value) ? value : [value]).map(textOf)
}

function textOf(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (Array.isArray(value)) return value.map(textOf).join(' ')
  return typeof value === 'string' ? value : JSON.stringify(value)
}
