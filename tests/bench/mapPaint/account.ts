import type { AccountGraph } from '../../../src-shared/model/graph'
import { OrgUnitId, type SeatId } from '../../../src-shared/model/ids'
import { randomAccount } from '../../unit/analytics/random'

const SURNAMES = '王李张刘陈杨赵黄周吴徐孙'
const GIVEN = ['建国', '敏', '志强', '晨', '雨欣', '海波', '思远']
const TITLES = ['总经理', '财务总监', '信息中心主任', '设备管理部部长', '采购主管', '工艺工程师']

/** A seeded company with Chinese names and titles; everybody who leads others has a department with those who report to them. */
export function benchAccount(people: number): AccountGraph {
  const graph = randomAccount(20_261_121, people).graph()
  const superiors = new Map(graph.seatStates.map(({ seatId, reportsToSeatId }) => [seatId, reportsToSeatId]))
  const leads = new Set(superiors.values())
  const theirs = graph.seats.filter(({ side }) => side === 'theirs').map(({ id }) => id)
  const unitOf = (seat: SeatId): OrgUnitId | null => {
    const lead = leads.has(seat) ? seat : superiors.get(seat)
    return theirs.includes(seat) && lead ? OrgUnitId.parse(`unit of ${lead}`) : null
  }
  return {
    ...graph,
    units: [...new Set(theirs.flatMap((seat) => unitOf(seat) ?? []))].map((id, i) => ({
      id,
      organizationId: graph.account.organizationId,
      parentId: null,
      name: `第${i + 1}科`,
    })),
    people: graph.people.map((person, i) => ({
      ...person,
      name: `${SURNAMES[i % SURNAMES.length] ?? ''}${GIVEN[i % GIVEN.length] ?? ''}`,
    })),
    seatStates: graph.seatStates.map((state, i) => ({
      ...state,
      title: TITLES[i % TITLES.length] ?? '',
      unitId: unitOf(state.seatId),
    })),
  }
}
