import { readdirSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import type SQLite from 'better-sqlite3'
import type { Output, ParsedInput } from '../../src-shared/contract'
import type { PersonId } from '../../src-shared/model/ids'
import type { ReadContext, WriteContext } from './context'
import { named, personOf } from './lookup'
import { fillSearchIndex, sweepSearchIndex } from './searchIndex'
import { workspaceInfo } from './workspace'

/** Free text about somebody: emptied where the row is about them. */
const proseAbout = {
  judgement: { columns: ['evidence'], person: ['subjectId'] },
  signal: { columns: ['source'], person: ['personId'] },
  strategy: { columns: ['objective', 'message', 'materials', 'result'], person: ['personId'] },
  changeEvent: { columns: ['note'], person: ['personId'] },
  handOver: { columns: ['note', 'destination'], person: ['personId'] },
  tie: { columns: ['note'], person: ['fromPersonId', 'toPersonId'] },
} as const

/** Free text in which somebody may be mentioned by name. */
const proseAnywhere = {
  person: ['note', 'own'],
  tie: ['note', 'own'],
  judgement: ['evidence', 'own'],
  interaction: ['summary', 'own'],
  interactionAttachment: ['label', 'target'],
  signal: ['source', 'own'],
  strategy: ['objective', 'message', 'materials', 'result', 'own'],
  task: ['title', 'note', 'own'],
  changeEvent: ['note', 'own'],
  handOver: ['note'],
  handOverItem: ['note'],
  account: ['own'],
  opportunity: ['own'],
} as const

/** A single letter or character is in too many words to be a mention. */
const LEAST_NAME = 2

/**
 * Replaces a person by an anonymous placeholder (domain.md 14): names, addresses, notes and whatever was written about them go; seats,
 * ties and judgements stay as figures, so that what was reckoned of the past stays true. It cannot be undone: the undo journal is cleared,
 * freed pages are overwritten, and search forgets the names. Copies that lie beside the file are named, since they still hold the person.
 *
 * @throws AppError `not_found`, `name_empty` for an empty placeholder
 */
export async function erasePerson(context: WriteContext, input: ParsedInput<'person.erase'>): Promise<Output<'person.erase'>> {
  const { db, raw, file } = context
  const { personId } = input
  const placeholder = named(input.placeholder)
  const names = await namesOf(context, personId)
  // Without it SQLite leaves what was deleted in the file's free pages.
  raw.pragma('secure_delete = ON')
  await db
    .updateTable('person')
    .set({ name: placeholder, latinName: '', email: '', phone: '', note: '', own: '{}' })
    .where('id', '=', personId)
    .execute()
  await db.deleteFrom('formerName').where('personId', '=', personId).execute()
  await db.deleteFrom('sourceAlias').where('personId', '=', personId).execute()
  await db.updateTable('accountPerson').set({ sourceId: null }).where('personId', '=', personId).execute()
  for (const [table, { columns, person }] of Object.entries(proseAbout)) {
    const emptied = columns.map((column) => `${column} = ''`).join(', ')
    raw
      .prepare(`UPDATE ${table} SET ${emptied} WHERE ${person.map((column) => `${column} = :personId`).join(' OR ')}`)
      .run({ personId })
  }
  const mentions = replaceMentions(raw, names, placeholder)
  // Nobody sits at the machine under a name that is gone.
  await db.deleteFrom('setting').where('key', '=', 'me').where('value', '=', JSON.stringify(personId)).execute()
  await db.deleteFrom('alert').execute()
  await db.deleteFrom('historyStep').execute()
  fillSearchIndex(raw)
  sweepSearchIndex(raw)
  context.afterCommit(() => forgetFreedPages(raw))
  return { mentions, backups: copiesBeside(file) }
}

/** What has to be known before somebody is erased. @throws AppError `not_found` */
export async function erasureOutlook(
  context: ReadContext,
  { personId }: ParsedInput<'person.erasureOutlook'>,
): Promise<Output<'person.erasureOutlook'>> {
  const { db, file } = context
  const { name } = await personOf(db, personId)
  const owned = await db.selectFrom('account').select('name').where('ownerId', '=', personId).orderBy('position').execute()
  const { me } = await workspaceInfo(context)
  return { name, isMe: me === personId, owned: owned.map((account) => account.name), backups: copiesBeside(file) }
}

/** Every name that the person bore, the longest first, so that a short one does not spoil a long one. */
async function namesOf({ db }: WriteContext, personId: PersonId): Promise<readonly string[]> {
  const { name, latinName } = await personOf(db, personId)
  const former = await db.selectFrom('formerName').select('name').where('personId', '=', personId).execute()
  return [...new Set([name, latinName, ...former.map((row) => row.name)])]
    .filter((each) => Array.from(each).length >= LEAST_NAME)
    .sort((a, b) => b.length - a.length)
}

/** @returns how many texts mentioned one of the names. */
function replaceMentions(raw: SQLite.Database, names: readonly string[], placeholder: string): number {
  let mentions = 0
  for (const [table, columns] of Object.entries(proseAnywhere))
    for (const column of columns)
      for (const name of names) {
        const { changes } = raw
          .prepare(`UPDATE ${table} SET ${column} = replace(${column}, :name, :placeholder) WHERE instr(${column}, :name) > 0`)
          .run({ name, placeholder })
        mentions += changes
      }
  return mentions
}

/** Terms that search has forgotten stay in its segments until they are merged, and old pages in the log until it is emptied. */
function forgetFreedPages(raw: SQLite.Database): void {
  for (const index of fullTextIndexes(raw)) raw.exec(`INSERT INTO ${index} (${index}) VALUES ('optimize')`)
  raw.exec('VACUUM')
  raw.pragma('wal_checkpoint(TRUNCATE)')
}

function fullTextIndexes(raw: SQLite.Database): string[] {
  return raw
    .prepare<[], string>(
      `SELECT name FROM sqlite_master WHERE type = 'table' AND sql LIKE '%USING fts5 %' AND name NOT LIKE '%Term'`,
    )
    .pluck()
    .all()
}

/** Copies that an upgrade or a save has left in the folder. */
function copiesBeside(file: string): string[] {
  const name = basename(file)
  return readdirSync(dirname(file)).filter((other) => other.startsWith(`${name}.`) && /\.(backup|before-restore)/.test(other))
}
