import type { ActionId } from '../../src-shared/actions'
import type { Depth, Stance } from '../../src-shared/model/scales'
import { useMapEdit } from '../state/mapEdit'
import type { Effect } from './actions'
import {
  ask,
  besideSelection,
  judgedPeople,
  newBelow,
  newBeside,
  nextPolitical,
  nextTier,
  recordDepth,
  recordStance,
  selectedSeats,
  stepStance,
  toggleRole,
} from './cards'
import { copySelection, duplicateSelection, pastePeople } from './clipboard'
import type { ActionContext } from './context'
import { align, canPlace, distribute, drawnCards, nudge, pinsOfSelection, pinWhereTheyAre } from './placing'
import { personOfSelection, removeSelected, seatOfSelection } from './selected'

const onMap = (c: ActionContext) => c.open !== null && c.window.tab === 'map'
const withCards = (c: ActionContext) => onMap(c) && c.cards.length > 0
const withJudged = (c: ActionContext) => onMap(c) && judgedPeople(c).length > 0
const several = (c: ActionContext) => canPlace(c) && drawnCards(c).length > 1

const role = (key: string): Effect => ({
  when: (c) =>
    (c.open?.method.roles.some((each) => each.key === key) ?? false) &&
    onMap(c) &&
    selectedSeats(c).some(({ seat }) => seat.side !== 'ours'),
  run: (c) => toggleRole(c, key),
})
const stance = (value: Stance): Effect => ({ when: withJudged, run: (c) => recordStance(c, value) })
const depth = (value: Depth): Effect => ({ when: withJudged, run: (c) => recordDepth(c, value) })
const nudged = (dx: -1 | 0 | 1, dy: -1 | 0 | 1): Effect => ({ when: canPlace, run: (c) => nudge(c, dx, dy) })

/** What is done with the cards that are selected on the map. */
export const canvasEffects = {
  selectAll: {
    when: (c) => c.map !== null,
    run: (c) =>
      useMapEdit
        .getState()
        .selectAll(
          c.map
            ?.cards()
            .map(({ personId, seatId }) =>
              personId === null ? { kind: 'seat', id: seatId } : { kind: 'person', id: personId },
            ) ?? [],
        ),
  },
  cutSelection: { when: withCards, run: (c) => copySelection(c) > 0 && askRemoval(c) },
  copySelection: { when: withCards, run: copySelection },
  pastePeople: { when: onMap, run: (c) => pastePeople(c) },
  duplicateSelection: { when: withCards, run: duplicateSelection },
  removeSelection: {
    when: (c) => c.open !== null && c.view.selection !== null,
    run: (c) => (withCards(c) ? askRemoval(c) : removeSelected(c)),
  },

  addBelow: { when: (c) => onMap(c) && seatOfSelection(c) !== null, run: newBelow },
  addBeside: { when: onMap, run: newBeside },
  rename: {
    when: (c) => onMap(c) && c.cards.length === 1,
    run: (c) => c.cards.slice(0, 1).forEach((card) => ask({ kind: 'rename', at: besideSelection(c), card })),
  },
  openSelected: { when: (c) => onMap(c) && c.view.selection !== null, run: (c) => c.window.select(c.view.selection) },
  tieTo: {
    when: (c) => onMap(c) && personOfSelection(c) !== null,
    run: (c) => {
      const fromId = personOfSelection(c)
      if (fromId) ask({ kind: 'tieTo', at: besideSelection(c), fromId })
    },
  },
  roleUser: role('user'),
  roleTechnical: role('technical-evaluator'),
  roleInfluencer: role('influencer'),
  roleFinancial: role('financial-controller'),
  roleEconomic: role('economic-buyer'),
  stanceOpponent: stance('opponent'),
  stanceUnsupportive: stance('unsupportive'),
  stanceNeutral: stance('neutral'),
  stanceSupportive: stance('supportive'),
  stanceExclusive: stance('exclusive'),
  stanceCoach: stance('coach'),
  stanceUp: { when: (c) => withJudged(c) && c.cards.length === 1, run: (c) => stepStance(c, 1) },
  stanceDown: { when: (c) => withJudged(c) && c.cards.length === 1, run: (c) => stepStance(c, -1) },
  depth0: depth(0),
  depth1: depth(1),
  depth2: depth(2),
  depth3: depth(3),
  depth4: depth(4),
  nextPolitical: { when: withJudged, run: nextPolitical },
  nextTier: { when: (c) => onMap(c) && selectedSeats(c).length > 0, run: nextTier },

  pinSelection: { when: canPlace, run: pinWhereTheyAre },
  releaseSelection: {
    when: (c) => pinsOfSelection(c).length > 0,
    run: (c) => c.change.change('pin.release', { pins: pinsOfSelection(c) }),
  },
  alignLeft: { when: several, run: (c) => align(c, 'x') },
  alignTop: { when: several, run: (c) => align(c, 'y') },
  distributeAcross: { when: several, run: (c) => distribute(c, 'x') },
  distributeDown: { when: several, run: (c) => distribute(c, 'y') },
  nudgeLeft: nudged(-1, 0),
  nudgeRight: nudged(1, 0),
  nudgeUp: nudged(0, -1),
  nudgeDown: nudged(0, 1),
} as const satisfies Partial<Record<ActionId, Effect>>

function askRemoval(c: ActionContext): void {
  ask({ kind: 'remove', at: besideSelection(c), cards: c.cards })
}
