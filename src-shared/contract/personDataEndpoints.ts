import { z } from 'zod'
import { PersonId } from '../model/ids'
import { mutation, query, words } from './endpoint'

/** What somebody may ask of those who hold data about them (domain.md 14). */
export const personDataEndpoints = {
  'person.data': query(
    'Every row that is held about one person, as JSON.',
    z.strictObject({ personId: PersonId }),
    z.object({ name: words, json: z.string() }),
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
