import { AppError } from '../../src-shared/errors'
import type { Day } from '../../src-shared/model/day'
import type { AccountId, OpportunityId, PersonId, SeatId } from '../../src-shared/model/ids'
import {
  type Holder,
  openChoices,
  type Operation,
  type Outcome,
  type PlannedJudgement,
  type QuickPlan,
  type Ref,
} from '../../src-shared/quickEntry/plan'
import type { WriteContext } from '../core/context'
import { recordJudgement } from '../core/judgements'
import { assignRole, createOpportunity, updateRole } from '../core/opportunities'
import { createSeat, fillSeat, updateSeat } from '../core/seats'
import { createTie, updateTie } from '../core/ties'

/**
 * Does what a plan says, in order, as one undo step. Whatever the core refuses is thrown as it is, and nothing of the plan stays.
 *
 * Must not be called inside a step of inserts: its changes would not be journaled. What is new holds since ever, as everything undated;
 * what changes, changes on `on`, the day of the judgements too.
 *
 * @param authorId whose judgements these are; null: nobody named
 * @returns how many seats, ties and opportunities the text made, changed, and found as they are
 * @throws AppError `choice_needed` while a name may mean several people; whatever the operations of the core throw
 */
export async function applyQuickEntry(
  context: WriteContext,
  accountId: AccountId,
  plan: QuickPlan,
  on: Day,
  authorId: PersonId | null,
): Promise<Record<Outcome, number>> {
  const [open] = openChoices(plan)
  if (open) {
    const candidates = open.resolution.is === 'ambiguous' ? open.resolution.candidates.join(',') : ''
    throw new AppError('choice_needed', { name: open.name, line: open.lines[0] ?? 0, key: open.key, candidates })
  }
  context.step('quick_entry')
  const entry = new Entry(context, accountId, on, authorId)
  for (const operation of plan.operations) await entry.apply(operation)
  const counts: Record<Outcome, number> = { created: 0, updated: 0, unchanged: 0 }
  for (const { outcome } of plan.items) counts[outcome] += 1
  return counts
}

/** What the operations of one plan have made so far, by the plan's keys. */
class Entry {
  private readonly people = new Map<string, PersonId>()
  private readonly seats = new Map<string, SeatId>()
  private readonly opportunities = new Map<string, OpportunityId>()

  constructor(
    private readonly context: WriteContext,
    private readonly accountId: AccountId,
    private readonly on: Day,
    private readonly authorId: PersonId | null,
  ) {}

  async apply(operation: Operation): Promise<void> {
    const { context, accountId, on } = this
    switch (operation.do) {
      case 'createOpportunity': {
        const { opportunityId } = await createOpportunity(context, { accountId, name: operation.name })
        this.opportunities.set(operation.makes, opportunityId)
        return
      }
      case 'createSeat': {
        const { makes, side, organization, title, unit, tier } = operation
        const reportsToSeatId = operation.reportsTo && found(operation.reportsTo, this.seats)
        const holder = operation.holder && this.holder(operation.holder)
        const input = { accountId, side, organization, title, unit, tier, reportsToSeatId, holder, on }
        // Somebody who is there already did not have this seat since ever.
        const isKnown = operation.holder !== null && 'known' in operation.holder
        const { seatId, personId } = await createSeat(context, { ...input, validFrom: isKnown ? on : null })
        this.seats.set(makes, seatId)
        this.remember(operation.holder, personId)
        return
      }
      case 'fillSeat': {
        const holder = this.holder(operation.holder)
        const { personId } = await fillSeat(context, { accountId, seatId: operation.seatId, holder, validFrom: null, on })
        this.remember(operation.holder, personId)
        return
      }
      case 'updateSeat': {
        const { seatId, title, unit, tier, reportsTo } = operation
        const reportsToSeatId = reportsTo && found(reportsTo, this.seats)
        await updateSeat(context, { seatId, title, unit, tier, reportsToSeatId, on })
        return
      }
      case 'assignRole': {
        const { role, chains } = operation
        const opportunityId = found(operation.opportunity, this.opportunities)
        await assignRole(context, { opportunityId, seatId: found(operation.seat, this.seats), role, chains: [...chains], on })
        return
      }
      case 'updateRole':
        await updateRole(context, { decisionRoleId: operation.decisionRoleId, chains: [...operation.chains] })
        return
      case 'recordJudgement': {
        const subjectId = found(operation.subject, this.people)
        const judgement = this.judgement(operation.judgement)
        await recordJudgement(context, { subjectId, authorId: this.authorId, madeOn: on, ...judgement })
        return
      }
      case 'createTie': {
        const { kind, strength, confidence, note } = operation
        const ends = { fromPersonId: found(operation.from, this.people), toPersonId: found(operation.to, this.people) }
        await createTie(context, { ...ends, kind, strength, confidence, note, on })
        return
      }
      case 'updateTie': {
        const { tieId, strength, confidence, note } = operation
        await updateTie(context, {
          tieId,
          ...(strength !== undefined && { strength }),
          ...(confidence !== undefined && { confidence }),
          ...(note !== undefined && { note }),
        })
        return
      }
      default:
        operation satisfies never
    }
  }

  private judgement(judgement: PlannedJudgement) {
    switch (judgement.kind) {
      case 'stance': {
        const opportunityId = judgement.opportunity && found(judgement.opportunity, this.opportunities)
        return { kind: judgement.kind, value: judgement.value, opportunityId }
      }
      case 'political':
        return { kind: judgement.kind, value: judgement.value, organizationId: judgement.organizationId }
      case 'depth':
        return { kind: judgement.kind, value: String(judgement.value), ownPersonId: found(judgement.own, this.people) }
      default:
        return judgement satisfies never
    }
  }

  /** A holder for the core: whoever an earlier line made is known by now. */
  private holder(holder: Holder): { personId: PersonId } | { name: string } {
    if ('known' in holder) return { personId: holder.known }
    const made = this.people.get(holder.made)
    return made === undefined ? { name: holder.name } : { personId: made }
  }

  private remember(holder: Holder | null, personId: PersonId | null): void {
    if (holder && 'made' in holder && personId !== null) this.people.set(holder.made, personId)
  }
}

/** The id behind a reference. A plan refers only to what is there or what it has made before. */
function found<Id extends string>(ref: Ref<Id>, made: ReadonlyMap<string, Id>): Id {
  if ('known' in ref) return ref.known
  const id = made.get(ref.made)
  if (id === undefined) throw new Error(`the plan refers to ${ref.made} before making it`)
  return id
}
