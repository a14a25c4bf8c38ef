import type { Output, ParsedInput } from '../../src-shared/contract'
import { AppError } from '../../src-shared/errors'
import { hidesNothing, profileOf } from '../../src-shared/model/redaction'
import { documentOf } from '../../src-shared/quickEntry/fromGraph'
import { writeDocument } from '../../src-shared/quickEntry/write'
import { reportOf } from '../../src-shared/report/decks'
import { type ReportInput, ReportSource } from '../../src-shared/report/source'
import { buildScene } from '../../src-shared/scene/buildScene'
import { pageOf } from '../../src-shared/scene/page'
import { palettes } from '../../src-shared/scene/palette'
import { redacted } from '../../src-shared/scene/redact'
import { toSvg } from '../../src-shared/scene/svg'
import type { Scene, SceneTitle } from '../../src-shared/scene/sceneTypes'
import type { ReadContext } from '../core/context'
import { loadGraph } from '../core/graph'
import { workspaceInfo } from '../core/workspace'
import { exportBundle } from './bundle'
import { writeDocx } from './docx/writeDocx'
import { toGraphMl } from './graphml'
import { missingLetters, textsOfReport, textsOfScene } from './missingLetters'
import { writePdf } from './pdf/writePdf'
import { toPng } from './png'
import { writePptx } from './pptx/writePptx'
import { loadReportInput } from './reportInput'
import { writeXlsx } from './xlsx'

type Asked = ParsedInput<'export.file'>
type Answer = Output<'export.file'>

const OFFICE = 'application/vnd.openxmlformats-officedocument'
const PRESENTATION = `${OFFICE}.presentationml.presentation`
const TEXT_DOCUMENT = `${OFFICE}.wordprocessingml.document`
const SPREADSHEET = `${OFFICE}.spreadsheetml.sheet`

/**
 * One account's map as a picture or as quick-entry text, a deck of it as a document, or its record (without an account: the whole
 * workspace) as JSON.
 *
 * @throws AppError `not_found` where the account or opportunity is not there, `redaction_incomplete` for a JSON that is to hide
 * something, `dates_reversed` for changes since a day that is not before the map's
 */
export async function exportFile(context: ReadContext, asked: Asked): Promise<Answer> {
  if (asked.format === 'json') return json(context, asked)
  const input = await loadReportInput(context, asked)
  switch (asked.format) {
    case 'svg': {
      const scene = drawnScene(input)
      const page = pageOf(scene, palettes.light)
      return answer(mapName(scene.title, input.on), 'svg', 'image/svg+xml', Buffer.from(toSvg(page)))
    }
    case 'png': {
      const scene = drawnScene(input)
      const page = pageOf(scene, palettes.light)
      const bytes = await toPng(toSvg(page), page.width, page.height)
      return answer(mapName(scene.title, input.on), 'png', 'image/png', bytes, await missingLetters(textsOfScene(scene)))
    }
    case 'txt':
      return answer(`${input.graph.account.name} ${input.on}`, 'txt', 'text/plain; charset=utf-8', Buffer.from(quickEntry(input)))
    case 'pdf': {
      const report = reportOf(asked.deck ?? 'map', input)
      const bytes = await writePdf(report, { paper: asked.paper ?? 'a4' })
      return answer(documentName(report), 'pdf', 'application/pdf', bytes, await missingLetters(textsOfReport(report)))
    }
    case 'pptx': {
      const report = reportOf(asked.deck ?? 'map', input)
      const { slides: size = '16:9', template: given } = asked
      const template = given && {
        bytes: Buffer.from(given.bytes, 'base64'),
        ...(given.layout !== undefined && { layout: given.layout }),
      }
      const bytes = await writePptx(report, { size, ...(template && { template }) })
      return answer(documentName(report), 'pptx', PRESENTATION, bytes)
    }
    case 'docx': {
      const report = reportOf(asked.deck ?? 'map', input)
      return answer(documentName(report), 'docx', TEXT_DOCUMENT, await writeDocx(report, { paper: asked.paper ?? 'a4' }))
    }
    case 'xlsx': {
      const report = reportOf(asked.deck ?? 'data', input)
      return answer(documentName(report), 'xlsx', SPREADSHEET, await writeXlsx(report))
    }
    case 'graphml': {
      const source = new ReportSource(input)
      return answer(
        `${input.graph.account.name} ${input.on}`,
        'graphml',
        'application/graphml+xml',
        Buffer.from(toGraphMl(source)),
      )
    }
    default:
      return asked.format satisfies never
  }
}

/** The one map of a picture, whole, however large. */
export function drawnScene({ profile, ...input }: ReportInput): Scene {
  return buildScene({ ...input, redaction: profile })
}

/** The map as text (docs/quick-entry.md); without stances not even the mark of an unknown one, which a customer need not read either. */
export function quickEntry({ graph: whole, opportunityId, on, profile, language, method }: ReportInput): string {
  const said = documentOf(redacted(whole, on, profile), opportunityId, on)
  const people = profile.stance ? said.people : said.people.map((person) => ({ ...person, stance: null }))
  return writeDocument({ ...said, people }, language, method)
}

async function json(context: ReadContext, { accountId, redaction = 'internal', asOf }: Asked): Promise<Answer> {
  // A bundle is the complete record, to be read in again: with parts taken out it would be neither.
  if (!hidesNothing(profileOf(redaction))) throw new AppError('redaction_incomplete', { value: 'json' })
  const text = await exportBundle(context, accountId)
  const name =
    accountId === undefined
      ? (await workspaceInfo(context)).fileName.replace(/\.linchpin$/, '')
      : (await loadGraph(context, accountId)).account.name
  return answer(`${name} ${asOf}`, 'json', 'application/json', Buffer.from(text))
}

function mapName({ account, opportunity, drawing }: SceneTitle, on: string): string {
  return [account, opportunity, drawing, on].filter((part) => part !== '').join(' ')
}

function documentName({ title, subtitle, asOf }: ReturnType<typeof reportOf>): string {
  return [title, subtitle, asOf].filter((part) => part !== '').join(' ')
}

function answer(
  name: string,
  ending: string,
  mediaType: string,
  bytes: Uint8Array,
  missing: Answer['missingLetters'] = [],
): Answer {
  const fileName = `${fileNameOf(name)}.${ending}`
  return { fileName, mediaType, bytes: Buffer.from(bytes).toString('base64'), missingLetters: missing }
}

/** A name every system takes: without the characters Windows forbids, without dots and spaces at its ends, not too long. */
function fileNameOf(name: string): string {
  const safe = name
    .replace(/[\u0000-\u001F<>:"/\\|?*]/gu, ' ')
    .replace(/\s+/gu, ' ')
    .replace(/^[. ]+|[. ]+$/gu, '')
  return Array.from(safe).slice(0, 120).join('').trimEnd() || 'linchpin'
}
