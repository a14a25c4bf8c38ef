import type { AccountFigures } from '../analytics/accountFigures'
import type { PlacedSeat } from '../analytics/snapshot'
import type { Layer } from '../contract'
import type { Translate } from '../i18n/translate'
import type { Day } from '../model/day'
import type { PersonId, SeatId } from '../model/ids'
import { changeNotices } from './changeNotices'
import { disagreementMark } from './disagreementMark'
import { drillNotice } from './drillNotice'
import type { Notice } from './notice'
import { riskNotice } from './riskNotice'
import type { Question } from './sceneTypes'
import { strategyNotice } from './strategyNotice'

/** What analysis adds to the cards of a map. */
export interface Notices {
  /** In the order in which marks are drawn. */
  of(placed: PlacedSeat): readonly Notice[]
  /** Those who are gone and have no card to be struck, each with name and title. */
  readonly absent: readonly string[]
}

interface NoticeInput {
  readonly figures: AccountFigures
  readonly layer: Layer
  readonly since: Day
  readonly question: Question | null
  readonly t: Translate
}

/** Reads the notices of a layer and of what is asked; where two of ours disagree is told on every layer. */
export function noticesOf({ figures, layer, since, question, t }: NoticeInput): Notices {
  const ofPeople: ((id: PersonId) => Notice | undefined)[] = []
  let ofSeat: (id: SeatId) => Notice | undefined = () => undefined
  let absent: readonly string[] = []

  if (layer === 'risk') ofPeople.push(riskNotice(figures, t))
  if (layer === 'strategy') ofPeople.push(strategyNotice(figures, t))
  if (layer === 'changes') {
    const told = changeNotices(figures, since, t)
    ofPeople.push(told.ofPerson)
    ofSeat = told.ofSeat
    absent = told.absent
  }
  if (question?.kind === 'drill') ofPeople.push(drillNotice(figures, question.gone, t))
  ofPeople.push(disagreementMark(figures, t))

  return {
    absent,
    of: ({ seat, holderId }) => {
      const told = holderId === null ? [ofSeat(seat.id)] : ofPeople.map((of) => of(holderId))
      return told.filter((notice) => notice !== undefined)
    },
  }
}
