import type { Snapshot } from '../analytics/snapshot'
import type { PersonId, TieId } from '../model/ids'
import type { Method } from '../model/method'
import type { TieKind } from '../model/scales'
import type { Tie } from '../model/tie'
import type { QuickTie } from './document'
import type { Operation, Outcome, PlannedItem, Ref } from './plan'
import type { Problems } from './problems'
import type { Named } from './resolvePeople'

/** A tie of the text with the two people it is between. */
export interface TieEnds {
  readonly tie: QuickTie
  readonly from: Named
  readonly to: Named
}

/**
 * Plans the ties of a text. A tie of the same people and kind is the same tie, parallel ones each once; of the kinds that hold both ways
 * the direction does not matter. A line that says what an earlier one said adds nothing.
 */
export function planTies(
  ends: readonly TieEnds[],
  snap: Snapshot | null,
  method: Method,
  problems: Problems,
  add: (operation: Operation, line: number) => void,
): PlannedItem[] {
  const there = Map.groupBy(snap?.ties ?? [], (tie) => pairOf(tie.kind, { known: tie.fromPersonId }, { known: tie.toPersonId }))
  const claimed = new Set<TieId>()
  const said = new Set<string>()
  // What says the very same claims first, so that of parallel ties a changed one does not take another's place.
  const isSame = ({ note, ...tie }: QuickTie, other: Tie) =>
    (tie.strength ?? method.strength.medium) === other.strength &&
    (tie.confidence ?? method.confidence.confirmed) === other.confidence &&
    note === other.note.trim()
  const matches = new Map<TieEnds, Tie>()
  for (const agree of [isSame, agrees, () => true]) {
    for (const each of ends) {
      if (matches.has(each)) continue
      const found = there
        .get(pairOf(each.tie.kind, each.from.ref, each.to.ref))
        ?.find((tie) => !claimed.has(tie.id) && agree(each.tie, tie))
      if (!found) continue
      claimed.add(found.id)
      matches.set(each, found)
    }
  }
  return ends.flatMap((each): PlannedItem[] => {
    const { tie, from, to } = each
    const { line } = tie.place
    const item = (outcome: Outcome): PlannedItem[] => [{ of: 'tie', line, outcome, from: from.ref }]
    if (refText(from.ref) === refText(to.ref)) {
      problems.add('self_tie', tie.place, { name: from.name.text })
      return []
    }
    const content = JSON.stringify([pairOf(tie.kind, from.ref, to.ref), tie.strength, tie.confidence, tie.note])
    const isRepeated = said.has(content)
    said.add(content)
    const match = matches.get(each)
    if (match) {
      if (agrees(tie, match)) return item('unchanged')
      const { strength, confidence, note } = tie
      const changes = {
        ...(strength !== null && { strength }),
        ...(confidence !== null && { confidence }),
        ...(note !== '' && { note }),
      }
      add({ do: 'updateTie', tieId: match.id, ...changes }, line)
      return item('updated')
    }
    if (isRepeated) return item('unchanged')
    const strength = tie.strength ?? method.strength.medium
    const confidence = tie.confidence ?? method.confidence.confirmed
    add({ do: 'createTie', from: from.ref, to: to.ref, kind: tie.kind, strength, confidence, note: tie.note }, line)
    return item('created')
  })
}

/** Whether a tie already is what a text says of it; what it does not say agrees with everything. */
function agrees({ strength, confidence, note }: QuickTie, tie: Tie): boolean {
  return (
    (strength === null || strength === tie.strength) &&
    (confidence === null || confidence === tie.confidence) &&
    (note === '' || note === tie.note.trim())
  )
}

function pairOf(kind: TieKind, from: Ref<PersonId>, to: Ref<PersonId>): string {
  const pair = [refText(from), refText(to)]
  return JSON.stringify([kind, ...(kind === 'influences' ? pair : pair.sort())])
}

function refText(ref: Ref<PersonId>): string {
  return 'known' in ref ? `known ${ref.known}` : `made ${ref.made}`
}
