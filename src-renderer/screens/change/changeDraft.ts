import type { ParsedInput } from '../../../src-shared/contract'
import type { ChangeKind } from '../../../src-shared/model/change'
import type { Day } from '../../../src-shared/model/day'
import type { PersonId, SeatId } from '../../../src-shared/model/ids'
import type { TouchTier } from '../../../src-shared/model/scales'
import type { OpenAccount } from '../../account/AccountContext'
import { unitName } from '../../account/names'

export type ChangeInput = ParsedInput<'change.record'>

/** What has been filled in of a change, whichever kind it becomes. */
export interface ChangeDraft {
  readonly kind: ChangeKind
  /** Of somebody who joins: not on record yet. */
  readonly fresh: boolean
  readonly name: string
  readonly personId: PersonId | null
  /** The seat they leave; null: they keep all of them. */
  readonly fromSeatId: SeatId | null
  /** The seat they take is a new one. */
  readonly newSeat: boolean
  readonly seatId: SeatId | null
  readonly title: string
  readonly organization: string
  readonly unit: string
  readonly superiorId: SeatId | null
  readonly tier: TouchTier
  readonly on: Day
  readonly note: string
}

/** What is missing, by the key of its sentence. */
export type Lack = 'personNeeded' | 'nameNeeded' | 'seatNeeded' | 'positionNeeded' | 'nothing'

type Made = { readonly ok: true; readonly input: ChangeInput } | { readonly ok: false; readonly lack: Lack }

/** The seat a reorganisation is about, as a person or the picker names it, with its fields to begin from. */
export function seatFields(
  open: OpenAccount,
  seatId: SeatId | null,
): Pick<ChangeDraft, 'seatId' | 'title' | 'unit' | 'superiorId'> {
  const placed = seatId === null ? undefined : open.snap.seats.get(seatId)
  return {
    seatId,
    title: placed?.state.title ?? '',
    unit: unitName(open.graph, placed?.state.unitId ?? null),
    superiorId: placed?.state.reportsToSeatId ?? null,
  }
}

/** The draft as the core takes it, or what it lacks. */
export function changeInput(open: OpenAccount, draft: ChangeDraft): Made {
  const { kind, on, personId, fromSeatId } = draft
  const common = { accountId: open.graph.account.id, on, ...(draft.note.trim() !== '' && { note: draft.note.trim() }) }
  switch (kind) {
    case 'joined': {
      const to = seatTaken(draft)
      if (draft.fresh ? draft.name.trim() === '' : personId === null) {
        return { ok: false, lack: draft.fresh ? 'nameNeeded' : 'personNeeded' }
      }
      if (typeof to === 'string') return { ok: false, lack: to }
      const holder = draft.fresh || personId === null ? { name: draft.name.trim() } : { personId }
      return { ok: true, input: { ...common, kind, holder, to } }
    }
    case 'left':
    case 'retired':
      return personId === null ? { ok: false, lack: 'personNeeded' } : { ok: true, input: { ...common, kind, personId } }
    case 'transferred':
    case 'promoted': {
      const to = seatTaken(draft)
      if (personId === null) return { ok: false, lack: 'personNeeded' }
      if (typeof to === 'string') return { ok: false, lack: to }
      return { ok: true, input: { ...common, kind, personId, fromSeatId, to } }
    }
    case 'reorganised': {
      const { seatId } = draft
      if (seatId === null) return { ok: false, lack: 'seatNeeded' }
      const was = seatFields(open, seatId)
      const changed = {
        ...(draft.unit.trim() !== was.unit && { unit: draft.unit.trim() }),
        ...(draft.title.trim() !== was.title && { title: draft.title.trim() }),
        ...(draft.superiorId !== was.superiorId && { reportsToSeatId: draft.superiorId }),
      }
      if (Object.keys(changed).length === 0) return { ok: false, lack: 'nothing' }
      return { ok: true, input: { ...common, kind, seatId, ...changed } }
    }
    default:
      return kind satisfies never
  }
}

function seatTaken({ newSeat, seatId, title, organization, unit, superiorId, tier }: ChangeDraft) {
  if (!newSeat) return seatId === null ? 'seatNeeded' : { seatId }
  if (title.trim() === '') return 'positionNeeded'
  return { organization: organization.trim(), title: title.trim(), unit: unit.trim(), reportsToSeatId: superiorId, tier }
}
