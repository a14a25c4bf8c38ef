import { z } from 'zod'
import shippedSample from '../../resources/sample/sample.json'
import { AppError } from '../../src-shared/errors'
import { addDays, Day, days, localDay } from '../../src-shared/model/day'
import type { AccountId, OpportunityId, PersonId } from '../../src-shared/model/ids'
import type { Language } from '../../src-shared/model/language'
import { AccountClass, Depth, LifecycleStage } from '../../src-shared/model/scales'
import { realSurroundings, type Surroundings } from './context'
import { type Core, createCore } from './core'
import { openConnection, removeFile } from './db'
import { createSampleWork, type SamplePlace } from './sampleWork'

const sources = import.meta.glob<string>('../../resources/sample/*/*/*.csv', { query: '?raw', import: 'default', eager: true })

const inBoth = z.object({ 'zh-CN': z.string(), en: z.string() })
const Sample = z.object({
  anchor: Day,
  accounts: z.array(
    z.object({
      folder: z.string(),
      name: inBoth,
      tier: AccountClass,
      lifecycle: LifecycleStage,
      industry: inBoth,
      opportunities: z.array(
        z.object({
          name: inBoth,
          amount: z.number(),
          currency: z.string(),
          stage: z.int(),
          openedOn: Day,
          expectedClose: Day,
          switchedOffRoles: z.array(z.string()),
        }),
      ),
      targets: z.array(z.object({ ours: z.string(), theirs: z.string(), depth: Depth })),
    }),
  ),
})
type SampleAccount = z.infer<typeof Sample>['accounts'][number]

const kinds = ['people', 'ties', 'roles', 'judgements', 'interactions', 'signals'] as const

/**
 * Makes a workspace with the demonstration accounts of resources/sample: the product's own CSV files, read by its own importer, with
 * every date moved by as many days as today is after the day they were written for, so that nothing in them ever looks old.
 *
 * @throws AppError `file_exists`, `file_unwritable`
 */
export async function createSample(
  file: string,
  language: Language,
  surroundings: Surroundings = realSurroundings,
): Promise<void> {
  let writing: Day | null = null
  // What is planned was written down before today, some of it long before.
  const now = (): Date => (writing === null ? surroundings.now() : new Date(`${writing}T12:00:00`))
  const core = await createCore(file, { ...surroundings, now })
  try {
    const sample = Sample.parse(shippedSample)
    const today = localDay(surroundings.now())
    const shift = days(sample.anchor, today)
    let first: AccountId | null = null
    for (const account of sample.accounts) {
      const place = await createSampleAccount(core, account, language, shift, today, first)
      await createSampleWork(core, place, (day) => (writing = day))
      writing = null
      first ??= place.accountId
    }
    await core.run('workspace.setPreference', { language })
    await core.close()
    await forgetHistory(file)
  } catch (error) {
    // Half a sample is none.
    await core.close()
    removeFile(file)
    throw error
  }
}

async function createSampleAccount(
  core: Core,
  account: SampleAccount,
  language: Language,
  shift: number,
  today: Day,
  first: AccountId | null,
): Promise<SamplePlace> {
  const { accountId } = await core.run('account.create', {
    name: account.name[language],
    industry: account.industry[language],
    class: account.tier,
    lifecycle: account.lifecycle,
  })
  if (first !== null) await shareOurPeople(core.file, first, accountId)
  const files = kinds.map((kind) => {
    const text = sources[`../../resources/sample/${language}/${account.folder}/${kind}.csv`] ?? ''
    return { kind, name: `${kind}.csv`, bytes: Buffer.from(shifted(text, shift)).toString('base64') }
  })
  const { refused } = await core.run('import.files', { account: accountId, files, language, on: today })
  const [problem] = refused
  if (problem) throw new Error(`sample ${account.folder}/${problem.file}:${problem.line} ${problem.message}`)

  const graph = await core.run('account.graph', { accountId })
  const personBySource = new Map(graph.people.map((person) => [person.sourceId, person.id]))
  const idOf = (source: string): PersonId => {
    const id = personBySource.get(source)
    if (!id) throw new AppError('not_found', { kind: 'person', value: source })
    return id
  }
  const opportunities: OpportunityId[] = []
  const opportunityByName = new Map(graph.opportunities.map((opportunity) => [opportunity.name, opportunity.id]))
  for (const { name, expectedClose, openedOn, ...rest } of account.opportunities) {
    const known = opportunityByName.get(name[language])
    const opportunityId = known ?? (await core.run('opportunity.create', { accountId, name: name[language] })).opportunityId
    opportunities.push(opportunityId)
    await core.run('opportunity.update', {
      opportunityId,
      ...rest,
      openedOn: addDays(openedOn, shift),
      expectedCloseOn: addDays(expectedClose, shift),
    })
  }
  for (const { ours, theirs, depth } of account.targets) {
    await core.run('targetDepth.set', { accountId, ownPersonId: idOf(ours), subjectId: idOf(theirs), depth })
  }
  return { folder: account.folder, accountId, person: idOf, opportunities, language, shift }
}

/** Every ISO day in a text, `by` days later. The sample's sentences name no dates. */
function shifted(text: string, by: number): string {
  return text.replace(/\b\d{4}-\d{2}-\d{2}\b/g, (day) => addDays(Day.parse(day), by))
}

/** Our people are the same on every sample account: with their membership there, the next import meets them by their ids. */
async function shareOurPeople(file: string, from: AccountId, to: AccountId): Promise<void> {
  const connection = openConnection(file, 'write')
  const { raw } = connection
  try {
    raw
      .prepare(
        `INSERT INTO accountPerson SELECT ?, personId, side, sourceId FROM accountPerson WHERE accountId = ? AND side = 'ours'`,
      )
      .run(to, from)
    raw
      .prepare(`INSERT INTO accountSeat SELECT ?, seatId, side, sourceId FROM accountSeat WHERE accountId = ? AND side = 'ours'`)
      .run(to, from)
  } finally {
    await connection.close()
  }
}

/** Making the sample is nobody's step: a new user has nothing to undo. */
async function forgetHistory(file: string): Promise<void> {
  const connection = openConnection(file, 'write')
  try {
    connection.raw.exec('DELETE FROM historyStep')
  } finally {
    await connection.close()
  }
}
