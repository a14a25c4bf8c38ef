import { z } from 'zod'
import { Day } from '../model/day'
import { AccountId, InteractionId, OpportunityId, PersonId, TaskId } from '../model/ids'
import { Attachment, Interaction } from '../model/interaction'
import { InteractionKind } from '../model/scales'
import { Language } from '../model/language'
import { base64, Done, ids, mutation, query, words } from './endpoint'
import { shownTier } from './shownTier'

const attachments = z.array(Attachment.pick({ label: true, target: true })).max(100)

/** What is to be done next, and becomes a task. */
const nextStep = z.strictObject({ title: words, dueOn: Day.nullable(), ownerId: PersonId.nullable() })

const changeable = z.object({
  ...Interaction.pick({ opportunityId: true, heldOn: true, kind: true, summary: true, secrecy: true, own: true }).shape,
  participants: ids(PersonId),
  /** All of them, in order. */
  attachments,
}).shape

/** An interaction to be; all but its kind may be left out. */
const newInteraction = z.strictObject({
  ...z.object(changeable).partial().shape,
  kind: InteractionKind,
  nextStep: nextStep.nullable().optional(),
  /** The entry of a calendar that it is taken from. */
  calendarUid: z.string().min(1).max(1_000).optional(),
})

/** An interaction as a list shows it. */
export const ListedInteraction = Interaction.extend({ attachments })
export type ListedInteraction = z.infer<typeof ListedInteraction>

/** An entry of a calendar file that may have been an interaction. */
export const Proposal = z.object({
  /** Of the entry; of one that recurs with the day of the occurrence. */
  uid: z.string(),
  /** It was taken already. */
  known: z.boolean(),
  ...Interaction.pick({ kind: true, summary: true, secrecy: true, participants: true }).shape,
  heldOn: Day,
  /** Who was invited and is nobody of the account: names, or mail addresses without one. */
  strangers: z.array(z.string()),
})
export type Proposal = z.infer<typeof Proposal>

/** Touches between people of both sides: what was, and, dated later, what is planned. */
export const interactionEndpoints = {
  'interaction.find': query(
    'Interactions of an account, latest first, undated ones last; those of a window with all they hold.',
    z.strictObject({
      accountId: AccountId,
      /** Default: every kind. */
      kinds: z.array(InteractionKind).optional(),
      /** All of them took part, of whichever side. */
      people: ids(PersonId).optional(),
      opportunityId: OpportunityId.optional(),
      /** In the summary: Chinese, pinyin, initials, Latin. */
      text: words.optional(),
      /** First and last day. */
      since: Day.optional(),
      until: Day.optional(),
      /** How many to pass over. Default 0. */
      offset: z.int().min(0).optional(),
      /** How many to tell whole. Default 100. */
      limit: z.int().min(0).max(1_000).optional(),
      ...shownTier,
    }),
    z.object({
      /** Of everything that was found, in order. */
      ids: z.array(InteractionId),
      interactions: z.array(ListedInteraction),
    }),
  ),
  'interaction.create': mutation(
    'Records an interaction; its next step becomes a task.',
    z.strictObject({ accountId: AccountId, ...newInteraction.shape }),
    z.object({ interactionId: InteractionId, taskId: TaskId.nullable() }),
  ),
  'interactions.record': mutation(
    'Records several interactions, all or none.',
    z.strictObject({ accountId: AccountId, interactions: z.array(newInteraction).min(1).max(1_000) }),
    z.object({ interactionIds: z.array(InteractionId) }),
  ),
  'interaction.update': mutation(
    'Changes an interaction; a next step is added as a task.',
    z.strictObject({
      interactionId: InteractionId,
      ...z.object(changeable).partial().shape,
      nextStep: nextStep.nullable().optional(),
    }),
    z.object({ taskId: TaskId.nullable() }),
  ),
  'interaction.remove': mutation(
    'Deletes an interaction that never was (a mistake); tasks that came of it stay.',
    z.strictObject({ interactionId: InteractionId }),
    Done,
  ),
  'calendar.propose': query(
    'Reads an iCalendar file: what may have been an interaction with an account, day by day.',
    z.strictObject({
      accountId: AccountId,
      bytes: base64,
      /** First and last day; what recurs is told for each time in between. */
      since: Day,
      until: Day,
    }),
    z.array(Proposal),
  ),
  'calendar.export': query(
    'Open tasks with a due day, and when whom is to be met next, as an iCalendar file. Nothing private.',
    z.strictObject({
      /** Default: of all accounts. */
      accountId: AccountId.optional(),
      /** Whose; default everybody’s. */
      ownerId: PersonId.optional(),
      /** As entries of a day, which every calendar shows, or as to-dos, which few read. Default `event`. */
      tasksAs: z.enum(['event', 'todo']).optional(),
      /** Whom to meet next, by cadence. Default true. */
      touches: z.boolean().optional(),
      asOf: Day,
      language: Language.optional(),
    }),
    z.object({ fileName: z.string(), mediaType: z.string(), bytes: base64 }),
  ),
} as const
export type NewInteraction = z.infer<typeof newInteraction>
