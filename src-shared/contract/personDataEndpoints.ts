import { z } from 'zod'
import { Day } from '../model/day'
import { PersonId } from '../model/ids'
import { Language } from '../model/language'
import { base64, mutation, query, words } from './endpoint'

/** What somebody may ask of those who hold data about them (domain.md 14). */
export const personDataEndpoints = {
  'person.data': query(
    'Every row that is held about one person, as JSON.',
    z.strictObject({ personId: PersonId }),
    z.object({ name: words, json: z.string() }),
  ),
  'person.dataSheet': query(
    'The same to be read: sections of labelled values, in words.',
    z.strictObject({ personId: PersonId, language: Language }),
    z.object({
      name: words,
      sections: z.array(
        z.object({
          table: z.string(),
          title: words,
          /** Entry by entry, what is known of each. */
          entries: z.array(z.array(z.object({ label: words, value: z.string() }))),
        }),
      ),
    }),
  ),
  'person.dataDocument': query(
    'The same as a file to hand over.',
    z.strictObject({
      personId: PersonId,
      language: Language,
      format: z.enum(['docx', 'pdf', 'json']),
      /** The day it is written. */
      on: Day,
    }),
    z.object({ fileName: z.string(), mediaType: z.string(), bytes: base64 }),
  ),
  'person.erasureOutlook': query(
    'What to know before somebody is erased.',
    z.strictObject({ personId: PersonId }),
    z.object({
      name: words,
      /** They are the user. */
      isMe: z.boolean(),
      /** Names of the accounts they own. */
      owned: z.array(words),
      /** Copies beside the file that hold them, too. */
      backups: z.array(z.string()),
    }),
  ),
  'person.erase': mutation(
    'Replaces a person by an anonymous placeholder; figures of the past stay. Cannot be undone: clears the undo journal.',
    z.strictObject({
      personId: PersonId,
      /** What the card is called from now on. */
      placeholder: words,
    }),
    z.object({
      /** Texts about others that mentioned the person, and no longer do. */
      mentions: z.int(),
      /** Copies beside the file that still hold the person. */
      backups: z.array(z.string()),
    }),
  ),
} as const
