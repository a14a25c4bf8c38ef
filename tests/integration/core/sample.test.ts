import { readdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import shippedSample from '../../../resources/sample/sample.json'
import { type Core, openCore } from '../../../src-main/core/core'
import { createSample } from '../../../src-main/core/sample'
import { addDays, type Day } from '../../../src-shared/model/day'
import { strategiesByPerson, strategyState } from '../../../src-shared/analytics/strategies'
import type { AccountGraph } from '../../../src-shared/model/graph'
import type { OpportunityId } from '../../../src-shared/model/ids'
import { Language } from '../../../src-shared/model/language'
import { day, failureOf, steadySurroundings, today } from '../../support/core'
import { temporaryFolder } from '../../support/workspace'

async function sample(language: Language, on: Day = today): Promise<Core> {
  const surroundings = steadySurroundings()
  surroundings.setDay(on)
  const file = join(await temporaryFolder(), 'sample.linchpin')
  await createSample(file, language, surroundings)
  const core = await openCore(file, surroundings)
  onTestFinished(() => core.close())
  return core
}

async function graphs(core: Core): Promise<AccountGraph[]> {
  const accounts = await core.run('account.list', {})
  return Promise.all(accounts.map(({ id }) => core.run('account.graph', { accountId: id })))
}

/** What a graph consists of, whatever its language calls it. */
function structure(graph: AccountGraph) {
  const source = new Map(graph.people.map(({ id, sourceId }) => [id, sourceId]))
  const count = (words: readonly string[]) =>
    Object.fromEntries([...Map.groupBy(words, (word) => word)].map(([word, all]) => [word, all.length]))
  return {
    people: graph.people.map(({ sourceId, side, secrecy }) => [sourceId, side, secrecy]).sort(),
    seats: graph.seats.length,
    states: graph.seatStates
      .map(({ tier, validFrom, validTo, reportsToSeatId }) => [tier, validFrom, validTo, reportsToSeatId !== null].join())
      .sort(),
    units: graph.units.length,
    ties: graph.ties
      .map((tie) => [source.get(tie.fromPersonId), source.get(tie.toPersonId), tie.kind, tie.strength, tie.validFrom].join())
      .sort(),
    roles: count(graph.decisionRoles.map(({ role, chains, validFrom }) => [role, ...chains, validFrom].join())),
    judgements: graph.judgements
      .map(({ subjectId, kind, value, madeOn }) => [source.get(subjectId), kind, value, madeOn].join())
      .sort(),
    targets: graph.targetDepths
      .map(({ ownPersonId, subjectId, depth }) => [source.get(ownPersonId), source.get(subjectId), depth].join())
      .sort(),
    interactions: graph.interactions.map(({ heldOn, kind, participants }) => [heldOn, kind, participants.length].join()).sort(),
    signals: graph.signals.map(({ personId, kind, notedOn }) => [source.get(personId), kind, notedOn].join()).sort(),
    strategies: graph.strategies
      .map(({ personId, role, status, madeOn, dueOn }) => [source.get(personId), role, status, madeOn, dueOn].join())
      .sort(),
    opportunities: graph.opportunities.map(({ stage, amount, currency, openedOn, expectedCloseOn }) => [
      stage,
      amount,
      currency,
      openedOn,
      expectedCloseOn,
    ]),
  }
}

describe.each(Language.options)('the sample in %s', (language) => {
  test('has one full account first and two small ones, and is sound', async () => {
    const core = await sample(language)
    const accounts = await core.run('account.list', {})
    expect(accounts.map(({ name }) => name)).toEqual(shippedSample.accounts.map(({ name }) => name[language]))
    const [main, ...small] = accounts
    expect(main?.people).toBeGreaterThanOrEqual(25)
    expect(main?.opportunities).toHaveLength(2)
    for (const account of small) expect(account.people).toBeLessThan(main?.people ?? 0)
    expect((await core.run('workspace.info', {})).language).toBe(language)
    const { findings } = await core.run('workspace.check', { on: today })
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([])
  })

  test('is nobody’s step', async () => {
    const core = await sample(language)
    expect(await core.run('history.list', {})).toEqual([])
    expect(await failureOf(core, 'history.undo', {})).toMatchObject({ code: 'nothing_to_undo' })
  })

  test('shares our people between the accounts', async () => {
    const core = await sample(language)
    const ours = (await graphs(core)).map((graph) => graph.people.filter(({ side }) => side === 'ours'))
    const all = new Set(ours.flat().map(({ id }) => id))
    const sources = new Set(ours.flat().map(({ sourceId }) => sourceId))
    expect(all.size).toBe(sources.size)
    expect(ours.flat().length).toBeGreaterThan(all.size)
    expect((await core.run('people.ours', {})).map(({ id }) => id).sort()).toEqual([...all].sort())
  })
})

test('shows work in every state, and keeps what a plan has to find', async () => {
  const core = await sample('en')
  const [main] = await graphs(core)
  if (!main) throw new Error('the sample has no account')
  const [deal, other] = main.opportunities
  const states = (opportunityId: OpportunityId | undefined) =>
    new Set(
      [...strategiesByPerson(main, opportunityId ?? null, today).values()].map((strategies) => strategyState(strategies, today)),
    )
  expect(states(deal?.id)).toEqual(new Set(['planned', 'active', 'overdue', 'done']))
  expect(states(other?.id)).toEqual(new Set(['planned']))
  const { findings } = await core.run('analysis.account', {
    accountId: main.account.id,
    opportunityId: deal?.id ?? null,
    asOf: today,
  })
  expect(findings.filter(({ code }) => code === 'inner_opponent').map(({ jump }) => jump.people)).toEqual([['P06']])
  const tasks = await core.run('task.list', {})
  expect(tasks.filter(({ doneOn }) => doneOn !== null)).toHaveLength(2)
  const due = tasks.filter(({ doneOn }) => doneOn === null).map(({ dueOn }) => dueOn)
  expect([due.some((on) => on !== null && on < today), due.includes(today), due.includes(null)]).toEqual([true, true, true])
  expect(new Set(tasks.map(({ accountName }) => accountName)).size).toBe(3)
})

test('is the same in both languages but for the words', async () => {
  const [chinese, english] = [await graphs(await sample('zh-CN')), await graphs(await sample('en'))]
  expect(chinese.map(structure)).toEqual(english.map(structure))
})

test('never looks old: its dates move with the day on which it is made', async () => {
  const later = addDays(today, 1_000)
  const [now, then] = [await graphs(await sample('en')), await graphs(await sample('en', later))]
  const dates = (all: AccountGraph[]) => all.flatMap(({ interactions }) => interactions.map(({ heldOn }) => heldOn)).sort()
  const latest = dates(now).at(-1)
  expect(latest && latest <= today && latest > addDays(today, -60)).toBe(true)
  expect(dates(then)).toEqual(dates(now).map((on) => on && addDays(on, 1_000)))
  expect(then[0]?.opportunities.map(({ expectedCloseOn }) => expectedCloseOn)).toEqual(
    now[0]?.opportunities.map(({ expectedCloseOn }) => expectedCloseOn && addDays(expectedCloseOn, 1_000)),
  )
  // Nothing that was written down lies in the future.
  for (const { judgements, signals } of now) {
    for (const on of [...judgements.map(({ madeOn }) => madeOn), ...signals.map(({ notedOn }) => notedOn)]) {
      expect(on === null || on <= day(today)).toBe(true)
    }
  }
})

test('takes the place of no file, and leaves none half made', async () => {
  const file = join(await temporaryFolder(), 'sample.linchpin')
  writeFileSync(file, 'mine')
  await expect(createSample(file, 'en')).rejects.toMatchObject({ code: 'file_exists' })
  expect(readdirSync(dirname(file))).toEqual(['sample.linchpin'])

  const other = join(await temporaryFolder(), 'sample.linchpin')
  let ids = 0
  const surroundings = {
    now: () => new Date(),
    newId: () => {
      if (++ids > 100) throw new Error('no more ids')
      return `id-${ids}`
    },
  }
  await expect(createSample(other, 'en', surroundings)).rejects.toThrow('no more ids')
  expect(readdirSync(dirname(other))).toEqual([])
})
