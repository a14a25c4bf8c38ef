import type { Output, ParsedInput } from '../../src-shared/contract'
import { AppError } from '../../src-shared/errors'
import { interactionKindIn } from '../../src-shared/interactionLine/words'
import type { PersonId } from '../../src-shared/model/ids'
import type { Member } from '../../src-shared/model/person'
import { Directory } from '../../src-shared/quickEntry/directory'
import { loadGraph } from '../core/graph'
import type { ReadContext } from '../core/context'
import { decodeText } from '../import/textFile'
import { type CalendarEntry, type Invited, readCalendar } from './readCalendar'

const MOST_SUMMARY = 20_000

/** @throws AppError `not_found` for the account, `bad_calendar`, `dates_reversed` */
export async function proposeInteractions(
  context: ReadContext,
  { accountId, bytes, since, until }: ParsedInput<'calendar.propose'>,
): Promise<Output<'calendar.propose'>> {
  const { people } = await loadGraph(context, accountId)
  const taken = await context.db
    .selectFrom('interactionCalendar')
    .innerJoin('interaction', 'interaction.id', 'interactionCalendar.interactionId')
    .select('interactionCalendar.uid')
    .where('interaction.accountId', '=', accountId)
    .execute()
  const known = new Set(taken.map(({ uid }) => uid))
  const guests = new Guests(people)
  if (until < since) throw new AppError('dates_reversed', { from: since, to: until })
  const file = decodeText(Buffer.from(bytes, 'base64'))
  if (file === null) throw new AppError('bad_calendar', { detail: '' })
  return readCalendar(file.text, since, until).map((entry) => {
    const found = entry.people.map((invited) => ({ invited, id: guests.find(invited) }))
    return {
      uid: entry.uid,
      known: known.has(entry.uid),
      heldOn: entry.day,
      kind: interactionKindIn(entry.summary) ?? 'meeting',
      summary: summaryOf(entry),
      secrecy: entry.isPrivate ? 'private' : 'open',
      participants: [...new Set(found.flatMap(({ id }) => id ?? []))],
      strangers: found.filter(({ id }) => id === null).map(({ invited: { name, mail } }) => name || mail),
    }
  })
}

function summaryOf({ summary, location, description }: CalendarEntry): string {
  const head = [summary, location].filter(Boolean).join(' · ')
  return [head, description.trim()].filter(Boolean).join('\n\n').slice(0, MOST_SUMMARY)
}

/** Finds who was invited: by mail address, then by name as written, in the other script, or by its sound. */
class Guests {
  private readonly byMail: ReadonlyMap<string, PersonId>
  private readonly byLatinName: Directory<Member>
  private readonly byName: Directory<Member>

  constructor(people: readonly Member[]) {
    this.byMail = new Map(people.filter(({ email }) => email !== '').map(({ email, id }) => [email.trim().toLowerCase(), id]))
    this.byName = new Directory(people)
    this.byLatinName = new Directory(
      people.filter(({ latinName }) => latinName !== '').map((person) => ({ ...person, name: person.latinName })),
    )
  }

  /** Null for nobody of the account, and where several may be meant. */
  find({ name, mail }: Invited): PersonId | null {
    const known = this.byMail.get(mail)
    if (known !== undefined) return known
    if (name === '') return null
    const alike = [
      this.byName.equal(name),
      this.byLatinName.equal(name),
      this.byName.findBySound(name, () => true)?.people ?? [],
    ].find((people) => people.length > 0)
    return alike?.length === 1 ? (alike[0]?.id ?? null) : null
  }
}
