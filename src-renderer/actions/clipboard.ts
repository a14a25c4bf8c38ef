import { z } from 'zod'
import { stanceOf } from '../../src-shared/analytics/judgements'
import { PlacedPerson, PlacedTie } from '../../src-shared/contract/severalEndpoints'
import { unitPath } from '../../src-shared/model/account'
import { holds } from '../../src-shared/model/day'
import type { PersonId, SeatId } from '../../src-shared/model/ids'
import { understandText } from '../../src-shared/quickEntry/understand'
import { writeQuickEntry } from '../../src-shared/quickEntry/write'
import type { OpenAccount } from '../account/AccountContext'
import { personOf } from '../account/names'
import { beginDraft } from '../quickEntry/draft'
import { offerFor } from '../quickEntry/PasteOffer'
import { openDialog } from '../state/dialogs'
import { useMapEdit } from '../state/mapEdit'
import { selectedSeats } from './cards'
import type { ActionContext } from './context'

/** People as one window hands them to another, or to itself. Words are for everyone else: quick-entry text. */
const CopiedPeople = z.object({ people: z.array(PlacedPerson), ties: z.array(PlacedTie) })
type CopiedPeople = z.infer<typeof CopiedPeople>

export const COPIED_PEOPLE = 'application/x-linchpin-people+json'

/** What was copied last in this window, for whoever pastes by a menu, where the browser gives no clipboard. */
let lastCopied: CopiedPeople | null = null

/** Puts those selected on the clipboard, as text and as what another map can take in. @returns how many */
export function copySelection(c: ActionContext): number {
  const { open } = c
  const seats = selectedSeats(c)
  if (!open || seats.length === 0) return 0
  const seatIds = new Set(seats.map(({ seat }) => seat.id))
  const copied = copyOf(open, seatIds, false)
  const text = textOf(c, open, seatIds)
  lastCopied = copied
  const fill = (event: ClipboardEvent): void => {
    event.clipboardData?.setData('text/plain', text)
    event.clipboardData?.setData(COPIED_PEOPLE, JSON.stringify(copied))
    event.preventDefault()
    event.stopImmediatePropagation()
  }
  document.addEventListener('copy', fill, { capture: true, once: true })
  // The one way to write two kinds at once without asking for a permission, and it works from menus, too.
  document.execCommand('copy')
  document.removeEventListener('copy', fill, { capture: true })
  c.change.tell('success', c.t('screen.canvas.copied', { count: seats.length }))
  return seats.length
}

/** New people like those selected, on the same map under the same superiors. */
export function duplicateSelection(c: ActionContext): unknown {
  const { open } = c
  const seatIds = new Set(selectedSeats(c).map(({ seat }) => seat.id))
  return open && seatIds.size > 0 && create(c, copyOf(open, seatIds, true))
}

/**
 * Takes in what was copied: cards as new people, a text that speaks of people as quick entry to look over.
 * @param data of the clipboard; without it, what this window copied last
 */
export async function pastePeople(c: ActionContext, data?: DataTransfer | null): Promise<void> {
  const read = readCopied(data?.getData(COPIED_PEOPLE) ?? '') ?? (data ? null : lastCopied)
  if (!read) {
    if (!pasteText(c, data?.getData('text/plain') ?? '')) c.change.tell('info', c.t('screen.canvas.nothingToPaste'))
    return
  }
  const count = read.people.length
  if (await create(c, read)) c.change.tell('success', c.t('screen.canvas.pasted', { count }))
}

/** Opens quick entry with a text, below one that was begun. @returns false where nobody is named */
function pasteText({ open }: ActionContext, raw: string): boolean {
  const text = raw.replace(/\r\n?/g, '\n').trimEnd()
  if (!open || text.trim() === '') return false
  const { people, ties } = understandText(text, open.method).document
  if (people.length + ties.length === 0) return false
  const at = beginDraft(open.graph.account.id, text)
  openDialog({ kind: 'quickEntry', offer: offerFor(text, at, open.method) })
  return true
}

function readCopied(text: string): CopiedPeople | null {
  if (text === '') return null
  try {
    return CopiedPeople.safeParse(JSON.parse(text)).data ?? null
  } catch {
    return null // Not ours: any program may write any kind.
  }
}

async function create(c: ActionContext, { people, ties }: CopiedPeople): Promise<boolean> {
  const { open } = c
  if (!open) return false
  const { graph, opportunity, me, asOf } = open
  const known = new Set<string>(graph.seats.map(({ id }) => id))
  const made = await c.change.change('seats.create', {
    accountId: graph.account.id,
    opportunityId: opportunity?.id ?? null,
    people: people.map((person) =>
      typeof person.superior === 'string' && !known.has(person.superior) ? { ...person, superior: null } : person,
    ),
    ties,
    authorId: me,
    on: asOf,
  })
  if (!made) return false
  useMapEdit
    .getState()
    .selectAll(
      made.seats.map(({ seatId, personId }) =>
        personId === null ? { kind: 'seat', id: seatId } : { kind: 'person', id: personId },
      ),
    )
  return true
}

/** @param attached whether they keep superiors who are not copied with them */
function copyOf(open: OpenAccount, seatIds: ReadonlySet<SeatId>, attached: boolean): CopiedPeople {
  const { graph, snap, opportunity, judgements, asOf } = open
  const seats = [...snap.seats.values()].filter(({ seat }) => seatIds.has(seat.id))
  const placeOf = new Map(seats.map(({ seat }, place) => [seat.id, place]))
  const holders = new Map(seats.flatMap(({ holderId }, place) => (holderId === null ? [] : [[holderId, place] as const])))
  const people = seats.map(({ seat, state, holderId }): PlacedPerson => {
    const person = personOf(graph, holderId)
    const superior = state.reportsToSeatId === null ? null : (placeOf.get(state.reportsToSeatId) ?? null)
    return {
      holder: person && {
        name: person.name,
        latinName: person.latinName,
        email: person.email,
        phone: person.phone,
        note: person.note,
        secrecy: person.secrecy,
        noteSecrecy: person.noteSecrecy,
        own: person.own,
      },
      side: seat.side,
      organization: graph.organizations.find(({ id }) => id === seat.organizationId)?.name ?? '',
      title: state.title,
      unit: unitPath(graph.units, state.unitId),
      tier: state.tier,
      superior: superior ?? (attached ? state.reportsToSeatId : null),
      roles: graph.decisionRoles.flatMap((role) =>
        role.seatId === seat.id && role.opportunityId === opportunity?.id && holds(role, asOf) ? [role.role] : [],
      ),
      stance: holderId === null || seat.side === 'ours' ? null : stanceOf(judgements.stance(holderId, opportunity?.id ?? null)),
    }
  })
  const ties = snap.ties.flatMap(({ fromPersonId, toPersonId, kind, strength, confidence }): PlacedTie[] => {
    const [from, to] = [holders.get(fromPersonId), holders.get(toPersonId)]
    return from === undefined || to === undefined ? [] : [{ from, to, kind, strength, confidence }]
  })
  return { people, ties }
}

/** Those selected as quick-entry text: the account's map with nobody else on it. */
function textOf({ language }: ActionContext, open: OpenAccount, seatIds: ReadonlySet<SeatId>): string {
  const { graph, opportunity, asOf, method } = open
  const tenures = graph.tenures.filter(({ seatId }) => seatIds.has(seatId))
  const people = new Set<PersonId>(tenures.map(({ personId }) => personId))
  const part = {
    ...graph,
    seats: graph.seats.filter(({ id }) => seatIds.has(id)),
    seatStates: graph.seatStates.flatMap((state) =>
      seatIds.has(state.seatId)
        ? [state.reportsToSeatId !== null && seatIds.has(state.reportsToSeatId) ? state : { ...state, reportsToSeatId: null }]
        : [],
    ),
    tenures,
    people: graph.people.filter(({ id }) => people.has(id)),
    ties: graph.ties.filter(({ fromPersonId, toPersonId }) => people.has(fromPersonId) && people.has(toPersonId)),
  }
  return writeQuickEntry(part, opportunity?.id ?? null, asOf, language, method)
}
