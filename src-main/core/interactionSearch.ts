import type SQLite from 'better-sqlite3'
import type { AccountId, InteractionId } from '../../src-shared/model/ids'
import { sentenceForms, sentenceQuery } from '../../src-shared/search/sentence'

/** A summary that no search finds yet. */
interface Unindexed {
  readonly id: number
  readonly summary: string
}

/**
 * Adds to the index the summaries that triggers have noted since the last time (migrations/0045_interaction.sql). Numbers only grow, so
 * what is missing lies behind the last that is there. Inside the caller's transaction.
 */
export function fillInteractionIndex(raw: SQLite.Database): void {
  const missing = raw
    .prepare<[], Unindexed>(
      `SELECT interactionText.id, interaction.summary
       FROM interactionText JOIN interaction ON interaction.id = interactionText.interactionId
       WHERE interactionText.id > coalesce((SELECT rowid FROM interactionIndex ORDER BY rowid DESC LIMIT 1), 0)
       ORDER BY interactionText.id`,
    )
    .all()
  if (missing.length === 0) return
  const insert = raw.prepare('INSERT INTO interactionIndex (rowid, own, pinyin, initials) VALUES (?, ?, ?, ?)')
  for (const { id, summary } of missing) {
    const { own, pinyin, initials } = sentenceForms(summary)
    insert.run(id, own, pinyin, initials)
  }
}

/** The interactions of an account in whose summaries a text is found, in no order; all of them for a text without a letter. */
export function interactionsSaying(raw: SQLite.Database, accountId: AccountId, text: string): ReadonlySet<InteractionId> | null {
  const reading = raw.prepare<[string], number>(`SELECT 1 FROM interactionTerm WHERE term = ? AND col = 'pinyin' LIMIT 1`).pluck()
  const match = sentenceQuery(text, (syllable) => reading.get(syllable) !== undefined)
  if (match === null) return null
  const found = raw
    .prepare<[string, string], InteractionId>(
      `SELECT interaction.id
       FROM interactionIndex
       CROSS JOIN interactionText ON interactionText.id = interactionIndex.rowid
       CROSS JOIN interaction ON interaction.id = interactionText.interactionId
       WHERE interactionIndex MATCH ? AND interaction.accountId = ?`,
    )
    .pluck()
    .all(match, accountId)
  return new Set(found)
}
