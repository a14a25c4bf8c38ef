import type { ExportPreview, ParsedInput } from '../../src-shared/contract'
import type { AccountGraph } from '../../src-shared/model/graph'
import { reportOf } from '../../src-shared/report/decks'
import type { ReportPart } from '../../src-shared/report/report'
import { type ReportInput, ReportSource } from '../../src-shared/report/source'
import { pageOf } from '../../src-shared/scene/page'
import { palettes } from '../../src-shared/scene/palette'
import type { Scene } from '../../src-shared/scene/sceneTypes'
import { toSvg } from '../../src-shared/scene/svg'
import type { ReadContext } from '../core/context'
import { drawnScene, quickEntry } from './exportFile'
import { networkColumns, networkOf } from './graphml'
import { drawnWithOurFonts, missingLetters, textsOfReport, textsOfScene } from './missingLetters'
import { loadReportInput } from './reportInput'

type Asked = ParsedInput<'export.preview'>
type Part = ExportPreview['parts'][number]
type Withheld = ExportPreview['withheld'][number]

/**
 * What a file of a format would hold, made by the same builders, and how much of each kind of fact stays behind. A record of everything
 * (JSON) has no parts: it is told by its counts.
 *
 * @throws AppError as `exportFile`
 */
export async function previewExport(context: ReadContext, asked: Asked): Promise<ExportPreview> {
  const input = await loadReportInput(context, asked)
  const report = reportOf(asked.deck ?? (asked.format === 'xlsx' ? 'data' : 'map'), input)
  const { title, subtitle, sourceNote, parts } = report
  const drawn = asked.format === 'png' ? textsOfScene(drawnScene(input)) : textsOfReport(report)
  return {
    title,
    subtitle,
    sourceNote,
    parts: partsOf(asked.format, input, parts),
    notes: asked.format === 'pptx' ? parts.flatMap(({ notes }) => notes) : [],
    withheld: asked.format === 'json' ? [] : withheld(input),
    missingLetters: drawnWithOurFonts(asked.format) ? await missingLetters(drawn) : [],
  }
}

/** What of a report a format takes. */
function partsOf(format: Asked['format'], input: ReportInput, parts: readonly ReportPart[]): Part[] {
  switch (format) {
    case 'pptx':
    case 'pdf':
    case 'docx':
      return parts.map(previewPart)
    case 'xlsx':
      return parts.filter(({ kind }) => kind === 'table').map(previewPart)
    case 'svg':
    case 'png':
      return [picture(drawnScene(input))]
    case 'txt':
      return [{ kind: 'text', ...untitled(input), paragraphs: quickEntry(input).trimEnd().split('\n') }]
    case 'graphml':
      return network(input)
    case 'json':
      return []
    default:
      return format satisfies never
  }
}

function previewPart(part: ReportPart): Part {
  const { title, subtitle } = part
  switch (part.kind) {
    case 'map':
      return { ...picture(part.scene), title, subtitle }
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

function picture(scene: Scene): Part & { kind: 'map' } {
  return { kind: 'map', title: scene.title.drawing, subtitle: scene.title.about, svg: toSvg(pageOf(scene, palettes.light)) }
}

/** Of a file whose parts have no headings. */
function untitled({ graph }: ReportInput): Pick<Part, 'title' | 'subtitle'> {
  return { title: graph.account.name, subtitle: '' }
}

/** Nodes and edges with what is said of them, under the names that the file uses. */
function network(input: ReportInput): Part[] {
  const { nodes, edges } = networkOf(new ReportSource(input))
  const labels = new Map(nodes.map(({ attributes, values }) => [attributes['id'], String(values['label'] ?? '')]))
  const said = (values: (typeof nodes)[number]['values'], columns: readonly string[]): string[] =>
    columns.map((column) => String(values[column] ?? ''))
  return [
    {
      kind: 'table',
      title: input.t('report.people.title'),
      subtitle: '',
      columns: networkColumns.nodes,
      rows: nodes.map(({ values }) => said(values, networkColumns.nodes)),
      empty: input.t('report.people.empty'),
    },
    {
      kind: 'table',
      title: input.t('report.ties.title'),
      subtitle: '',
      columns: ['source', 'target', ...networkColumns.edges],
      rows: edges.map(({ attributes, values }) => [
        labels.get(attributes['source']) ?? '',
        labels.get(attributes['target']) ?? '',
        ...said(values, networkColumns.edges),
      ]),
      empty: input.t('report.ties.empty'),
    },
  ]
}

function withheld(input: ReportInput): Withheld[] {
  const source = new ReportSource(input)
  const before = facts(input.graph, input.tasks.length)
  const after = facts(source.graph, source.tasks.length)
  // Object.keys of a record whose keys are exactly these.
  const kinds = Object.keys(before) as Withheld['kind'][]
  return kinds.flatMap((kind) => (before[kind] > after[kind] ? [{ kind, count: before[kind] - after[kind] }] : []))
}

function facts(graph: AccountGraph, tasks: number): Record<Withheld['kind'], number> {
  return {
    people: graph.people.length,
    roles: graph.decisionRoles.length,
    ties: graph.ties.length,
    judgements: graph.judgements.length,
    targets: graph.targetDepths.length,
    interactions: graph.interactions.length,
    signals: graph.signals.length,
    strategies: graph.strategies.length,
    tasks,
    notes: notesOf(graph),
    contacts: graph.people.filter(({ email, phone }) => email !== '' || phone !== '').length,
  }
}

/** Texts written down beside facts, own fields among them. */
function notesOf({ account, people, seats, ties, opportunities, decisionRoles, ...rest }: AccountGraph): number {
  const { judgements, interactions, signals, strategies, attachments } = rest
  const said = [
    ...people.map(({ note }) => note),
    ...ties.map(({ note }) => note),
    ...judgements.map(({ evidence }) => evidence),
    ...interactions.map(({ summary }) => summary),
    ...signals.map(({ source }) => source),
    ...attachments.map(({ target }) => target),
  ]
  const withOwn = [account, people, seats, ties, opportunities, decisionRoles, judgements, interactions, signals, strategies]
  const own = withOwn.flat().flatMap((entity) => Object.values(entity.own))
  return [...said, ...own].filter((words) => words !== '').length
}
