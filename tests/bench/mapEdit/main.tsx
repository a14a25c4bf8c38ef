import type { Core } from 'cytoscape'
import { flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'
import type { AccountGraph } from '../../../src-shared/model/graph'
import { JudgementId, PersonId, SeatId, SeatStateId, TenureId } from '../../../src-shared/model/ids'
import { dressScene } from '../../../src-shared/scene/buildScene'
import { DEAL, TODAY } from '../../unit/analytics/builder'
import { benchAccount } from '../mapPaint/account'
import { restyle, stockMap } from '../mapPaint/stock'
import { arranged, fresh, mapOf, nextFrame, quiet } from '../page/stage'

/** What one change cost, in milliseconds. */
export interface EditCost {
  /** From the change until the frame after it. */
  readonly shown: number
  /** The longest time for which the main thread was taken, then or in the half second after. */
  readonly blocked: number
}

export type Edit = 'select' | 'stance' | 'add'

/** A graph after the `n`th edit of a kind. */
function edited(graph: AccountGraph, edit: Edit, n: number): AccountGraph {
  const seat = graph.seats.filter(({ side }) => side === 'theirs')[n]
  const state = graph.seatStates.find(({ seatId }) => seatId === seat?.id)
  const subject = graph.tenures.find(({ seatId }) => seatId === seat?.id)
  const [person] = graph.people
  const [judgement] = graph.judgements
  if (!seat || !state || !subject || !person || !judgement) throw new Error('the bench account lacks a row')
  if (edit === 'select') return graph
  if (edit === 'stance') {
    const said = { ...judgement, id: JudgementId.parse(`said ${n}`), subjectId: subject.personId, recordedSeq: 1_000_000 + n }
    const stance = { kind: 'stance', value: n % 2 ? 'coach' : 'opponent', opportunityId: DEAL, ownPersonId: null } as const
    return { ...graph, judgements: [...graph.judgements, { ...said, ...stance, madeOn: TODAY, expiresOn: null }] }
  }
  const [personId, seatId] = [PersonId.parse(`new ${n}`), SeatId.parse(`new seat ${n}`)]
  const dated = { validFrom: null, validTo: null, recordedOn: TODAY }
  return {
    ...graph,
    people: [...graph.people, { ...person, id: personId, name: '程远航', side: 'theirs', sourceId: null }],
    seats: [...graph.seats, { ...seat, id: seatId }],
    seatStates: [
      ...graph.seatStates,
      { ...state, ...dated, id: SeatStateId.parse(`new ${n}`), seatId, reportsToSeatId: seat.id },
    ],
    tenures: [...graph.tenures, { ...dated, id: TenureId.parse(`new ${n}`), personId, seatId }],
  }
}

async function ours(people: number, edit: Edit, runs: number): Promise<EditCost[]> {
  const root = createRoot(fresh())
  let graph = benchAccount(people)
  root.render(mapOf(graph, 'stance'))
  await quiet(800)
  const costs: EditCost[] = []
  // The first does not count: it is the one that finds the code cold.
  for (let n = 0; n <= runs; n += 1) {
    graph = edited(graph, edit, n)
    const selected = graph.people[n + 3]
    const selection = selected ? ({ kind: 'person', id: selected.id } as const) : null
    const cost = await costOf(() => flushSync(() => root.render(mapOf(graph, 'stance', selection))))
    if (n > 0) costs.push(cost)
  }
  root.unmount()
  return costs
}

/** Cytoscape as one would first use it: the same layout, then the new places and data handed to it. */
async function stock(people: number, edit: Edit, runs: number): Promise<EditCost[]> {
  const container = fresh()
  let graph = benchAccount(people)
  const sceneOf = () => dressScene(arranged(graph), { layer: 'stance' })
  let cy: Core = stockMap(container, sceneOf())
  cy.fit(undefined, 24)
  await quiet(800)
  const costs: EditCost[] = []
  for (let n = 0; n <= runs; n += 1) {
    graph = edited(graph, edit, n)
    const cost = await costOf(() => {
      if (edit === 'select') {
        cy.elements().unselect()
        cy.nodes('[kind = "card"]')
          .slice(n, n + 1)
          .select()
      } else if (edit === 'stance') restyle(cy, sceneOf())
      else {
        const camera = { zoom: cy.zoom(), pan: { ...cy.pan() } }
        cy.destroy()
        cy = stockMap(container, sceneOf())
        cy.viewport(camera)
      }
    })
    if (n > 0) costs.push(cost)
  }
  cy.destroy()
  return costs
}

/** Milliseconds a frame takes while the map is moved and zoomed for a while, one by one. */
async function framesOurs(people: number, frames: number): Promise<number[]> {
  const container = fresh()
  const root = createRoot(container)
  root.render(mapOf(benchAccount(people), 'stance'))
  await quiet(800)
  const hands = container.querySelector('.lp-map-hands')
  const times = await framesOf(frames, (n) => {
    const zooming = n % 4 === 3
    const way = n % 40 < 20 ? 1 : -1
    const wheel = { deltaX: zooming ? 0 : way * 24, deltaY: way * 12, ctrlKey: zooming, clientX: 700, clientY: 450 }
    hands?.dispatchEvent(new WheelEvent('wheel', { ...wheel, bubbles: true, cancelable: true }))
  })
  root.unmount()
  return times
}

async function framesStock(people: number, frames: number): Promise<number[]> {
  const cy = stockMap(fresh(), dressScene(arranged(benchAccount(people)), { layer: 'stance' }))
  cy.fit(undefined, 24)
  await quiet(800)
  const times = await framesOf(frames, (n) => {
    const way = n % 40 < 20 ? 1 : -1
    if (n % 4 === 3) cy.zoom({ level: cy.zoom() * Math.exp(-way * 12 * 0.0022), renderedPosition: { x: 700, y: 450 } })
    else cy.panBy({ x: -way * 24, y: -way * 12 })
  })
  cy.destroy()
  return times
}

async function framesOf(frames: number, move: (n: number) => void): Promise<number[]> {
  const times: number[] = []
  performance.mark('moving')
  for (let n = 0; n < frames; n += 1) {
    const start = performance.now()
    move(n)
    await nextFrame()
    times.push(performance.now() - start)
  }
  performance.mark('moved')
  return times
}

async function costOf(change: () => void): Promise<EditCost> {
  const long: number[] = []
  const observer = new PerformanceObserver((list) => long.push(...list.getEntries().map(({ duration }) => duration)))
  observer.observe({ type: 'longtask' })
  const start = performance.now()
  performance.mark('edit')
  change()
  const taken = performance.now() - start
  await nextFrame()
  performance.mark('shown')
  const shown = performance.now() - start
  await quiet(500)
  observer.disconnect()
  return { shown, blocked: Math.max(taken, ...long) }
}

const mapEditBench = { ours, stock, framesOurs, framesStock }
declare global {
  interface Window {
    mapEditBench: typeof mapEditBench
  }
}
window.mapEditBench = mapEditBench
