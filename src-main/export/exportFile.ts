import type { Output, ParsedInput } from '../../src-shared/contract'
import { AppError } from '../../src-shared/errors'
import { translator } from '../../src-shared/i18n/translate'
import type { Day } from '../../src-shared/model/day'
import type { AccountId, OpportunityId } from '../../src-shared/model/ids'
import { Language } from '../../src-shared/model/language'
import { buildScene } from '../../src-shared/scene/buildScene'
import { documentOf } from '../../src-shared/quickEntry/fromGraph'
import { writeDocument } from '../../src-shared/quickEntry/write'
import { type Page, pageOf } from '../../src-shared/scene/page'
import { palettes } from '../../src-shared/scene/palette'
import { customerSafe } from '../../src-shared/scene/redact'
import { toSvg } from '../../src-shared/scene/svg'
import type { ReadContext } from '../core/context'
import { loadGraph } from '../core/graph'
import { workspaceInfo } from '../core/workspace'
import { exportBundle } from './bundle'
import { toPng } from './png'

type Asked = ParsedInput<'export.file'>
type Answer = Output<'export.file'>

/**
 * One account's map as a picture or as quick-entry text, or its record (without an account: the whole workspace) as JSON.
 *
 * @throws AppError `not_found` where the account or opportunity is not there, `redaction_incomplete` for a JSON that is to hide
 * something, `dates_reversed` for changes since a day that is not before the map's
 */
export async function exportFile(context: ReadContext, input: Asked): Promise<Answer> {
  switch (input.format) {
    case 'json':
      return json(context, input)
    case 'svg': {
      const { fileName, page } = await drawnPage(context, input)
      return answer(fileName, 'svg', 'image/svg+xml', Buffer.from(toSvg(page)))
    }
    case 'png': {
      const { fileName, page } = await drawnPage(context, input)
      return answer(fileName, 'png', 'image/png', await toPng(toSvg(page), page.width, page.height))
    }
    case 'txt':
      return quickEntry(context, input)
    default:
      return input.format satisfies never
  }
}

/** The map as text (docs/quick-entry.md); for a customer without a word of what we think of anybody. */
async function quickEntry(context: ReadContext, input: Asked): Promise<Answer> {
  const { opportunityId = null, asOf, redaction = 'internal' } = input
  const info = await workspaceInfo(context)
  const whole = await loadGraph(context, requiredAccount(input.accountId))
  const opportunity = requiredOpportunity(opportunityId, whole.opportunities)
  const graph = redaction === 'internal' ? whole : customerSafe(whole, asOf)
  const said = documentOf(graph, opportunity, asOf)
  // A role without a stance is written as one of an unknown stance, which a customer need not read either.
  const people = redaction === 'internal' ? said.people : said.people.map((person) => ({ ...person, stance: null }))
  const text = writeDocument({ ...said, people }, input.language ?? info.language ?? Language.enum.en, info.method)
  return answer(`${graph.account.name} ${asOf}`, 'txt', 'text/plain; charset=utf-8', Buffer.from(text))
}

async function json(context: ReadContext, { accountId, redaction, asOf }: Asked): Promise<Answer> {
  // A bundle is the complete record, to be read in again: with parts taken out it would be neither.
  if (redaction === 'customer-safe') throw new AppError('redaction_incomplete', { value: 'json' })
  const text = await exportBundle(context, accountId)
  const name =
    accountId === undefined
      ? (await workspaceInfo(context)).fileName.replace(/\.linchpin$/, '')
      : (await loadGraph(context, accountId)).account.name
  return answer(`${name} ${asOf}`, 'json', 'application/json', Buffer.from(text))
}

async function drawnPage(context: ReadContext, input: Asked): Promise<{ readonly fileName: string; readonly page: Page }> {
  const { opportunityId, drawing = 'role', layer = 'roles', asOf, redaction = 'internal', foldedUnits = [] } = input
  const info = await workspaceInfo(context)
  // How we look at them is not for customers.
  const lens = redaction === 'internal' ? (input.lens ?? null) : null
  const t = translator(input.language ?? info.language ?? Language.enum.en, lens)
  const graph = await loadGraph(context, requiredAccount(input.accountId))
  const scene = buildScene({
    graph,
    method: info.method,
    on: asOf,
    opportunityId: requiredOpportunity(opportunityId ?? null, graph.opportunities),
    drawing,
    layer,
    t,
    redaction,
    foldedUnits: new Set(foldedUnits),
    since: earlierDay(input.since, asOf),
    lens,
  })
  const parts = [scene.title.account, scene.title.opportunity, scene.title.drawing, asOf]
  return { fileName: parts.filter((part) => part !== '').join(' '), page: pageOf(scene, palettes.light) }
}

/** Changes are told from one day to a later one. */
function earlierDay(since: Day | undefined, asOf: Day): Day | null {
  if (since !== undefined && since >= asOf) throw new AppError('dates_reversed', { from: since, to: asOf })
  return since ?? null
}

function requiredAccount(id: AccountId | undefined): AccountId {
  if (id === undefined) throw new AppError('not_found', { kind: 'account', value: '' })
  return id
}

function requiredOpportunity(id: OpportunityId | null, known: readonly { readonly id: OpportunityId }[]): OpportunityId | null {
  if (id !== null && !known.some((opportunity) => opportunity.id === id))
    throw new AppError('not_found', { kind: 'opportunity', value: id })
  return id
}

function answer(name: string, ending: string, mediaType: string, bytes: Uint8Array): Answer {
  return { fileName: `${fileNameOf(name)}.${ending}`, mediaType, bytes: Buffer.from(bytes).toString('base64') }
}

/** A name every system takes: without the characters Windows forbids, without dots and spaces at its ends, not too long. */
function fileNameOf(name: string): string {
  const safe = name
    .replace(/[\u0000-\u001F<>:"/\\|?*]/gu, ' ')
    .replace(/\s+/gu, ' ')
    .replace(/^[. ]+|[. ]+$/gu, '')
  return Array.from(safe).slice(0, 120).join('').trimEnd() || 'linchpin'
}
