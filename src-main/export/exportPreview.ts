import type { ExportPreview, ParsedInput } from '../../src-shared/contract'
import type { AccountGraph } from '../../src-shared/model/graph'
import { reportOf } from '../../src-shared/report/decks'
import type { ReportPart } from '../../src-shared/report/report'
import { pageOf } from '../../src-shared/scene/page'
import { palettes } from '../../src-shared/scene/palette'
import { redacted } from '../../src-shared/scene/redact'
import { toSvg } from '../../src-shared/scene/svg'
import type { ReadContext } from '../core/context'
import { loadReportInput } from './reportInput'

/** What a file would hold, made by the same builders, and how much of each kind of fact stays behind. @throws as `exportFile` */
export async function previewExport(context: ReadContext, asked: ParsedInput<'export.preview'>): Promise<ExportPreview> {
  const input = await loadReportInput(context, asked)
  const { title, subtitle, sourceNote, parts } = reportOf(asked.deck ?? 'map', input)
  return {
    title,
    subtitle,
    sourceNote,
    parts: parts.map(previewPart),
    notes: parts.flatMap(({ notes }) => notes),
    withheld: withheld(input.graph, redacted(input.graph, input.on, input.profile)),
  }
}

function previewPart(part: ReportPart): ExportPreview['parts'][number] {
  const { title, subtitle } = part
  switch (part.kind) {
    case 'map':
      return { kind: 'map', title, subtitle, svg: toSvg(pageOf(part.scene, palettes.light)) }
    case 'table':
      return {
        kind: 'table',
        title,
        subtitle,
        columns: part.columns.map(({ words }) => words),
        rows: part.rows.map((row) => [...row]),
        empty: part.empty,
      }
    case 'text':
      return { kind: 'text', title, subtitle, paragraphs: part.paragraphs.map(({ words }) => words) }
    case 'figures':
      return { kind: 'figures', title, subtitle, figures: [...part.figures] }
    default:
      return part satisfies never
  }
}

function withheld(whole: AccountGraph, left: AccountGraph): ExportPreview['withheld'] {
  const facts = (graph: AccountGraph): Record<ExportPreview['withheld'][number]['kind'], number> => ({
    people: graph.people.length,
    roles: graph.decisionRoles.length,
    ties: graph.ties.length,
    judgements: graph.judgements.length,
    targets: graph.targetDepths.length,
    interactions: graph.interactions.length,
    signals: graph.signals.length,
    strategies: graph.strategies.length,
    notes: [
      ...graph.people.map(({ note }) => note),
      ...graph.ties.map(({ note }) => note),
      ...graph.judgements.map(({ evidence }) => evidence),
      ...graph.interactions.map(({ summary }) => summary),
    ].filter((words) => words !== '').length,
    contacts: graph.people.filter(({ email, phone }) => email !== '' || phone !== '').length,
  })
  const [before, after] = [facts(whole), facts(left)]
  // Object.keys of a record whose keys are exactly these.
  const kinds = Object.keys(before) as (keyof typeof before)[]
  return kinds.flatMap((kind) => (before[kind] > after[kind] ? [{ kind, count: before[kind] - after[kind] }] : []))
}
