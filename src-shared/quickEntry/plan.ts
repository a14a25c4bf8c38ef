import type { DecisionRoleId, OpportunityId, OrganizationId, PersonId, SeatId, TieId } from '../model/ids'
import type { Chain, PoliticalStatus, Side, Stance, Depth, TieKind, TouchTier } from '../model/scales'
import type { Problem } from './problems'

/** Something that is there, or that an earlier operation of the plan makes, by a key of the plan's own. */
export type Ref<Id extends string> = { readonly known: Id } | { readonly made: string }

export type Holder = { readonly known: PersonId } | { readonly made: string; readonly name: string }

/** Where a judgement's value comes from: each kind with its own scale. */
export type PlannedJudgement =
  | { readonly kind: 'stance'; readonly value: Stance; readonly opportunity: Ref<OpportunityId> | null }
  | { readonly kind: 'political'; readonly value: PoliticalStatus; readonly organizationId: OrganizationId | null }
  | { readonly kind: 'depth'; readonly value: Depth; readonly own: Ref<PersonId> }

/** One change, as plain data. What it refers to is there, or made by an operation before it. */
export type Operation =
  | { readonly do: 'createOpportunity'; readonly makes: string; readonly name: string }
  | {
      readonly do: 'createSeat'
      readonly makes: string
      readonly side: Side
      /** Found or made by name; empty: the customer itself, or no company named. */
      readonly organization: string
      readonly title: string
      readonly unit: string
      readonly tier: TouchTier
      readonly reportsTo: Ref<SeatId> | null
      readonly holder: Holder | null
    }
  | { readonly do: 'fillSeat'; readonly seatId: SeatId; readonly holder: Holder }
  | {
      readonly do: 'updateSeat'
      readonly seatId: SeatId
      readonly title?: string
      readonly unit?: string
      readonly tier?: TouchTier
      readonly reportsTo?: Ref<SeatId>
    }
  | {
      readonly do: 'assignRole'
      readonly opportunity: Ref<OpportunityId>
      readonly seat: Ref<SeatId>
      readonly role: string
      readonly chains: readonly Chain[]
    }
  | { readonly do: 'updateRole'; readonly decisionRoleId: DecisionRoleId; readonly chains: readonly Chain[] }
  | { readonly do: 'recordJudgement'; readonly subject: Ref<PersonId>; readonly judgement: PlannedJudgement }
  | {
      readonly do: 'createTie'
      readonly from: Ref<PersonId>
      readonly to: Ref<PersonId>
      readonly kind: TieKind
      readonly strength: number
      readonly confidence: number
      readonly note: string
    }
  | {
      readonly do: 'updateTie'
      readonly tieId: TieId
      readonly strength?: number
      readonly confidence?: number
      readonly note?: string
    }

/** An operation with the line that asked for it. */
export type PlannedOperation = Operation & { readonly line: number }

/** How a name was found among the people who are there. */
export type FoundBy = 'name' | 'pinyin' | 'initials' | 'choice'

export type Resolution =
  | { readonly is: 'new' }
  | { readonly is: 'existing'; readonly personId: PersonId; readonly by: FoundBy }
  /** Until somebody chooses, counted as new; `applyQuickEntry` refuses such a plan. */
  | { readonly is: 'ambiguous'; readonly candidates: readonly PersonId[] }

/** A person whom the text names, once however often. */
export interface Mention {
  /** Names this mention in `choices`. */
  readonly key: string
  readonly name: string
  readonly mark: string
  /** Lines that name them, ascending. */
  readonly lines: readonly number[]
  readonly resolution: Resolution
}

/** What becomes of what a line says. */
export type Outcome = 'created' | 'updated' | 'unchanged'

/** A seat, a tie (by whom it begins with) or the opportunity that a line speaks of, with what becomes of it. */
export type PlannedItem = { readonly line: number; readonly outcome: Outcome } & (
  | { readonly of: 'opportunity' }
  | { readonly of: 'seat'; readonly seat: Ref<SeatId> }
  | { readonly of: 'tie'; readonly from: Ref<PersonId> }
)

/** What entering a text would do to a map: shown beside the text, then applied as one undo step. */
export interface QuickPlan {
  readonly mentions: readonly Mention[]
  readonly items: readonly PlannedItem[]
  /** In the order in which they have to be done. */
  readonly operations: readonly PlannedOperation[]
  /** Of matching; those of reading are the reading's own. */
  readonly problems: readonly Problem[]
}

/** Keys of mentions that wait for somebody's choice. */
export function openChoices(plan: QuickPlan): Mention[] {
  return plan.mentions.filter((mention) => mention.resolution.is === 'ambiguous')
}
