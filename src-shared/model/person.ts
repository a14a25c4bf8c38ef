import { z } from 'zod'
import { OwnFields } from './account'
import { Day } from './day'
import { FormerNameId, OrganizationId, OrgUnitId, PersonId, SeatId, SeatStateId, TenureId } from './ids'
import { SecrecyTier, Side, TouchTier } from './scales'

/** A human being, who keeps their ties when they change seat or company. */
export const Person = z.object({
  id: PersonId,
  name: z.string().min(1).max(500),
  /** The name in the other script, empty when not given. */
  latinName: z.string().max(500),
  email: z.string().max(500),
  phone: z.string().max(500),
  note: z.string().max(20_000),
  secrecy: SecrecyTier,
  /** Of the note alone, which is often more delicate than that somebody exists. */
  noteSecrecy: SecrecyTier,
  own: OwnFields,
})
export type Person = z.infer<typeof Person>

/** A person as a member of one account's map. */
export const Member = Person.extend({
  side: Side,
  /** The sender's identifier, where the person was imported. */
  sourceId: z.string().nullable(),
})
export type Member = z.infer<typeof Member>

/** A position. It survives its holder; what is true of it for a while is in its states. */
export const Seat = z.object({
  id: SeatId,
  organizationId: OrganizationId,
  side: Side,
  /** The sender's identifier, where the seat was imported without a holder. */
  sourceId: z.string().nullable(),
  own: OwnFields,
})
export type Seat = z.infer<typeof Seat>

const validity = {
  /** First day on which it is true; null: ever since. */
  validFrom: Day.nullable(),
  /** First day on which it is no longer true; null: open. */
  validTo: Day.nullable(),
  /** The day somebody wrote it down: an edit on that day corrects, a later one ends and begins anew. */
  recordedOn: Day,
}

/** Title, department, tier and superior of a seat between two days. At most one holds on a day. */
export const SeatState = z.object({
  id: SeatStateId,
  seatId: SeatId,
  title: z.string().max(500),
  unitId: OrgUnitId.nullable(),
  tier: TouchTier,
  reportsToSeatId: SeatId.nullable(),
  ...validity,
})
export type SeatState = z.infer<typeof SeatState>

/** A person in a seat between two days. */
export const Tenure = z.object({ id: TenureId, personId: PersonId, seatId: SeatId, ...validity })
export type Tenure = z.infer<typeof Tenure>

/** A name that a person bore until a day, or, without days, another that they are known by. */
export const FormerName = z.object({ id: FormerNameId, personId: PersonId, name: z.string().min(1).max(500), ...validity })
export type FormerName = z.infer<typeof FormerName>
