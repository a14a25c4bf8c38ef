import { z } from 'zod'
import { isCustomerSafe, type RedactionProfile } from '../model/redaction'
import { layersOf } from '../scene/redact'
import { mapParts } from './maps'
import { pairTable, peopleTable, roleTable, tieTable } from './peopleTables'
import type { Report, ReportPart } from './report'
import { type ReportInput, ReportSource } from './source'
import { changesPart, drillFigures, drillLosses, findingsPart, leaversOf, standing } from './story'
import { riskTable, strategyTable, taskTable } from './workTables'

/**
 * Documents that are ready to be taken along. `map`: the one map that is on the screen · `proposal`: who decides, for the customer's own
 * eyes · `review`: how the account stands, for a planning session · `hand-over`: what a colleague needs tomorrow · `drill`: what a
 * departure costs · `data`: every table, for a spreadsheet.
 */
export const Deck = z.enum(['map', 'proposal', 'review', 'hand-over', 'drill', 'data'])
export type Deck = z.infer<typeof Deck>

/** Risks that a review tells. */
const MOST_RISKS = 15

/** The report of a deck, ready to be written in any format. */
export function reportOf(deck: Deck, input: ReportInput): Report {
  const source = new ReportSource(input)
  const { t, on, language, profile } = input
  const { graph, figures } = source
  return {
    title: graph.account.name,
    subtitle: [figures.situation.opportunity?.name ?? '', t(`report.deck.${saysItsKind(deck, profile) ? deck : 'map'}`)]
      .filter((part) => part !== '')
      .join(source.separator),
    language,
    asOf: on,
    sourceNote: t(isCustomerSafe(profile) ? 'report.source.customer' : 'report.source.internal', { day: source.day(on) }),
    parts: partsOf(deck, source),
  }
}

/** Whether a reader may know what a document was made for: that somebody leaves is itself held back. */
function saysItsKind(deck: Deck, profile: RedactionProfile): boolean {
  switch (deck) {
    case 'drill':
      return layersOf(profile).has('risk')
    case 'hand-over':
      return profile.strategies
    case 'review':
      return !isCustomerSafe(profile)
    case 'map':
    case 'proposal':
    case 'data':
      return true
    default:
      return deck satisfies never
  }
}

function partsOf(deck: Deck, source: ReportSource): readonly ReportPart[] {
  const { profile, drawing, layer, opportunityId } = source.input
  const opinions = profile.stance && profile.depth
  const dealt = opportunityId !== null
  switch (deck) {
    case 'map':
      return mapParts(source, { drawing, layer })
    case 'proposal':
      return [...mapParts(source, { drawing: 'role', layer: 'roles' }), ...(dealt ? [roleTable(source)] : [])]
    case 'review':
      return [
        ...standing(source),
        ...mapParts(source, { drawing: 'role', layer: profile.stance ? 'stance' : 'roles' }),
        ...(opinions ? mapParts(source, { drawing: 'influence', layer: 'stance' }) : []),
        ...(dealt ? [roleTable(source)] : []),
        ...(opinions && profile.risk ? [findingsPart(source)] : []),
        ...(layersOf(profile).has('risk') ? [riskTable(source, MOST_RISKS), changesPart(source)] : []),
        ...workParts(source),
      ]
    case 'hand-over':
      return [...drillParts(source), ...handOverParts(source)]
    case 'drill':
      return drillParts(source)
    case 'data':
      return [
        peopleTable(source),
        ...(dealt ? [roleTable(source)] : []),
        ...(profile.depth ? [pairTable(source)] : []),
        tieTable(source),
        ...workParts(source),
      ]
    default:
      return deck satisfies never
  }
}

function workParts(source: ReportSource): readonly ReportPart[] {
  return source.input.profile.strategies ? [strategyTable(source), taskTable(source)] : []
}

/** What the departure of those who leave would cost; without an opportunity, or without anybody, there is nothing to reckon. */
function drillParts(source: ReportSource): readonly ReportPart[] {
  const { opportunityId, profile } = source.input
  const leaves = source.input.leaves.filter((id) => source.name(id) !== '')
  if (opportunityId === null || leaves.length === 0 || !layersOf(profile).has('risk')) return []
  const drilled = source.figures.drilled(leaves)
  return [
    drillFigures(source, drilled),
    drillLosses(source, drilled),
    ...mapParts(source, { drawing: 'role', layer: 'roles', question: { kind: 'drill', gone: leaves } }),
  ]
}

/** The relationships, strategies and promises of those who leave, or of everybody where nobody was named. */
function handOverParts(source: ReportSource): readonly ReportPart[] {
  const { t, profile, leaves } = source.input
  // Whose relationships they are would tell who leaves.
  const about = profile.strategies && leaves.length > 0 ? new Set(leaves) : undefined
  const ours = about && new Set(source.figures.situation.ours.map(({ person }) => person.id).filter((id) => about.has(id)))
  return [
    ...mapParts(source, { drawing: 'role', layer: profile.depth ? 'coverage' : 'roles' }),
    ...(source.input.opportunityId === null ? [] : [roleTable(source)]),
    ...(profile.depth ? [pairTable(source, ours && ours.size > 0 ? ours : undefined)] : []),
    ...(profile.strategies ? [strategyTable(source, about), taskTable(source, about)] : []),
    ...(profile.strategies && leaves.length > 0
      ? [{ ...peopleTable(source), subtitle: t('report.handOver.leaves', { names: leaversOf(source, leaves) }) }]
      : []),
  ]
}
