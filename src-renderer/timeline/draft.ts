import type { Day } from '../../src-shared/model/day'
import type { OpportunityId, PersonId } from '../../src-shared/model/ids'
import type { Attachment, Interaction } from '../../src-shared/model/interaction'
import type { InteractionKind, SecrecyTier } from '../../src-shared/model/scales'

export type Link = Pick<Attachment, 'label' | 'target'>

/** What the dialog about an interaction holds while it is filled in. */
export interface InteractionDraft {
  readonly kind: InteractionKind
  readonly heldOn: Day | null
  readonly participants: readonly PersonId[]
  readonly opportunityId: OpportunityId | null
  readonly summary: string
  readonly attachments: readonly Link[]
  readonly secrecy: SecrecyTier
  readonly nextStep: NextStep
}

/** A title of blanks: there is none. */
export interface NextStep {
  readonly title: string
  readonly dueOn: Day | null
  readonly ownerId: PersonId | null
}

/** What a new interaction begins from. */
export type InteractionStart = Partial<Omit<InteractionDraft, 'nextStep' | 'attachments'>>

/** A new interaction: today, with the user, about the deal that is looked at. */
export function newDraft(
  start: InteractionStart,
  setting: { readonly asOf: Day; readonly me: PersonId | null; readonly opportunityId: OpportunityId | null },
  isOurs: (id: PersonId) => boolean,
): InteractionDraft {
  const { asOf, me, opportunityId } = setting
  const given = start.participants ?? []
  const participants = me === null || given.some(isOurs) ? given : [...given, me]
  return {
    kind: 'visit',
    heldOn: asOf,
    opportunityId,
    summary: '',
    secrecy: 'open',
    ...start,
    participants,
    attachments: [],
    nextStep: { title: '', dueOn: null, ownerId: participants.find(isOurs) ?? null },
  }
}

/** An interaction on record, to be changed. */
export function draftOf(interaction: Interaction, attachments: readonly Attachment[], me: PersonId | null): InteractionDraft {
  const { kind, heldOn, participants, opportunityId, summary, secrecy } = interaction
  return {
    kind,
    heldOn,
    participants,
    opportunityId,
    summary,
    secrecy,
    attachments: attachments
      .filter(({ interactionId }) => interactionId === interaction.id)
      .map(({ label, target }) => ({ label, target })),
    nextStep: { title: '', dueOn: null, ownerId: me },
  }
}

/** The fields of the draft as the core takes them: lines of attachments that nobody filled in are none. */
export function fieldsOf({ nextStep, attachments, participants, ...rest }: InteractionDraft) {
  return {
    ...rest,
    participants: [...participants],
    attachments: attachments.filter(({ target }) => target.trim() !== ''),
    nextStep: nextStep.title.trim() === '' ? null : nextStep,
  }
}
