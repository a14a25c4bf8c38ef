import type SQLite from 'better-sqlite3'
import { searchForms } from '../../src-shared/search/forms'
import { fillInteractionIndex } from './interactionSearch'

/** Texts that are in memory at once: an import brings as many as it has people. */
const TEXTS_AT_ONCE = 1_000

/** A text that no search has to find yet. */
interface Unindexed {
  readonly id: number
  readonly text: string
}

/**
 * After so many new texts at once, those of an import, the index is made one piece: 0.1 s for the names of 100,000 people, and a word
 * with a typing mistake, which asks for some hundred terms, is found in a third of the time.
 */
const MANY = 1_000

/**
 * Adds to the index what triggers have noted since the last time (migrations/0020_search.sql). Ids only grow, so what is missing
 * lies behind the last that is there. Inside the caller's transaction, so that a change and its index are seen together.
 */
export function fillSearchIndex(raw: SQLite.Database): void {
  fillNameIndex(raw)
  fillInteractionIndex(raw)
}

function fillNameIndex(raw: SQLite.Database): void {
  const missing = raw.prepare<[], Unindexed>(
    `SELECT id, text FROM searchText
     WHERE id > coalesce((SELECT rowid FROM searchIndex ORDER BY rowid DESC LIMIT 1), 0) ORDER BY id LIMIT ${TEXTS_AT_ONCE}`,
  )
  let texts = missing.all()
  if (texts.length === 0) return
  const insert = raw.prepare('INSERT INTO searchIndex (rowid, own, pinyin, initials) VALUES (?, ?, ?, ?)')
  let added = 0
  while (texts.length > 0) {
    added += texts.length
    for (const { id, text } of texts) {
      const { own, pinyin, initials } = searchForms(text)
      insert.run(id, own, pinyin, initials)
    }
    texts = missing.all()
  }
  if (added >= MANY) raw.exec(`INSERT INTO searchIndex (searchIndex) VALUES ('optimize')`)
}

/** Forgets words that nobody and nothing bears any more; undo brings theirs back by itself. */
export function sweepSearchIndex(raw: SQLite.Database): void {
  const unused = raw
    .prepare<[], number>(
      `SELECT id FROM searchText
       WHERE NOT EXISTS (SELECT 1 FROM person WHERE name = text)
         AND NOT EXISTS (SELECT 1 FROM person WHERE latinName = text AND latinName <> '')
         AND NOT EXISTS (SELECT 1 FROM formerName WHERE name = text)
         AND NOT EXISTS (SELECT 1 FROM seatState WHERE title = text)
         AND NOT EXISTS (SELECT 1 FROM organization WHERE name = text)
         AND NOT EXISTS (SELECT 1 FROM account WHERE name = text)
         AND NOT EXISTS (SELECT 1 FROM opportunity WHERE name = text)`,
    )
    .pluck()
    .all()
  if (unused.length === 0) return
  const forget = [raw.prepare('DELETE FROM searchIndex WHERE rowid = ?'), raw.prepare('DELETE FROM searchText WHERE id = ?')]
  raw.transaction(() => {
    for (const id of unused) for (const statement of forget) statement.run(id)
  })()
}
