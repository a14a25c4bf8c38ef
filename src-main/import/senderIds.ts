import { plainName } from '../../src-shared/quickEntry/names'
import { mailKey, phoneKey } from './contactNames'
import type { CsvTable } from './csvTable'
import type { Row } from './row'

/** What says who somebody is. */
export interface Written {
  readonly name: string
  readonly organization: string
  readonly email: string
  readonly phone: string
}

/** Longest part of an id that is made of a name, in UTF-16 code units. */
const PART_LIMIT = 80

/**
 * The sender's ids of the rows of a file. Where it has no column of them, or a contact export leaves one empty, they are made from what says best
 * who somebody is: mail, else telephone, else name and company. The same row gets the same id at every import, so that importing again updates;
 * rows that would share one are numbered in their order.
 */
export class SenderIds {
  private readonly given = new Map<string, number>()

  constructor(private readonly table: CsvTable<'people'>) {}

  /** Of each row once, in their order. Refuses a row that says of nobody who it is. */
  idFor(row: Row<'people'>, written: Written): string {
    const isGiven = row.has('id') && !(this.table.contacts && row.text('id') === '')
    return isGiven ? row.id('id') : this.madeFor(row, written)
  }

  private madeFor(row: Row<'people'>, { name, organization, email, phone }: Written): string {
    const base = identity(name, organization, email, phone)
    if (base === null) {
      // What was too long to be read is refused already.
      if (!row.refused) row.refuse('name', 'value_missing', {})
      return ''
    }
    const count = (this.given.get(base) ?? 0) + 1
    this.given.set(base, count)
    return count === 1 ? base : `${base}#${count}`
  }
}

function identity(name: string, organization: string, email: string, phone: string): string | null {
  const mail = mailKey(email)
  if (mail !== '') return `mail:${mail}`
  const number = phoneKey(phone)
  if (number !== '') return `tel:${number}`
  if (name.trim() === '') return null
  return `name:${plainName(name).slice(0, PART_LIMIT)}@${plainName(organization).slice(0, PART_LIMIT)}`
}
