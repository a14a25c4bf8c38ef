import type { InteractionId, PersonId } from '../../src-shared/model/ids'
import type { Schema } from '../core/schema'
import type { PersonEntry } from './accountState'
import type { CsvTable } from './csvTable'
import { type Intake, opportunityIn, personIn, rowsOf, storedOwn, Unclaimed } from './intake'
import { type Row, TEXT_LIMIT } from './row'
import { interactionKinds } from './vocabulary'

interface Held {
  readonly interaction: Schema['interaction']
  readonly participants: readonly PersonId[]
}

/** Takes interactions in; those that are stored already stay as they are. */
export async function takeInteractions(table: CsvTable<'interactions'>, intake: Intake): Promise<void> {
  const { state, draft, newId } = intake
  state.registerOwnFields('interaction', table.ownColumns)
  const stored = new Unclaimed(await storedInteractions(intake), contentOf)

  for (const row of rowsOf(table, intake)) {
    const ours = participantsIn(row, 'ours', intake)
    const theirs = participantsIn(row, 'theirs', intake)
    const kind = row.neededWord('kind', interactionKinds)
    const heldOn = row.day('date')
    const summary = row.text('summary', TEXT_LIMIT)
    const opportunity = opportunityIn(row, 'opportunity', intake)
    const own = storedOwn(row.own())
    if (row.refused || !kind) continue
    const held: Held = {
      interaction: {
        id: newId<InteractionId>(),
        accountId: state.account.id,
        opportunityId: opportunity?.id ?? null,
        heldOn,
        kind,
        summary,
        secrecy: 'open',
        own,
      },
      participants: [...ours, ...theirs].map((person) => person.row.id),
    }
    if (stored.claim(held)) table.outcome.unchanged += 1
    else {
      draft.create('interaction', held.interaction)
      for (const personId of held.participants)
        draft.create('interactionPerson', { interactionId: held.interaction.id, personId })
      table.outcome.created += 1
    }
  }
}

/** The people of one side that a cell names; refused where somebody is of the other. */
function participantsIn(row: Row<'interactions'>, column: 'ours' | 'theirs', intake: Intake): PersonEntry[] {
  return row.ids(column).flatMap((id) => {
    const person = personIn(row, column, id, intake)
    if (!person) return []
    const isOurs = person.member.side === 'ours'
    if (isOurs !== (column === 'ours')) row.refuse(column, isOurs ? 'is_ours' : 'not_ours', { name: person.row.name }, id)
    return [person]
  })
}

async function storedInteractions({ db, state }: Intake): Promise<Held[]> {
  const interactions = await db
    .selectFrom('interaction')
    .selectAll()
    .where('accountId', '=', state.account.id)
    .orderBy('id')
    .execute()
  const people = await db
    .selectFrom('interactionPerson')
    .innerJoin('interaction', 'interaction.id', 'interactionPerson.interactionId')
    .select(['interactionPerson.interactionId', 'interactionPerson.personId'])
    .where('interaction.accountId', '=', state.account.id)
    .execute()
  const participants = Map.groupBy(people, ({ interactionId }) => interactionId)
  return interactions.map((interaction) => ({
    interaction,
    participants: (participants.get(interaction.id) ?? []).map(({ personId }) => personId),
  }))
}

function contentOf({ interaction, participants }: Held): string {
  const { heldOn, kind, summary, opportunityId, own } = interaction
  return JSON.stringify([heldOn, kind, summary, opportunityId, own, participants.toSorted()])
}
