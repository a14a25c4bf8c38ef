import { expect, test } from 'vitest'
import type { Core } from '../../src-main/core/core'
import { emptyCore, graphOf, IMPORT_DAY, imported, importTexts, refusals } from '../support/importing'

/** More people than are placed between two times that rows are written ahead. */
const MANY = 1_200
const header = 'id,name,title,department,reports_to,political,from'
/** Everybody is under the one who comes last of all, whose row closes a loop where `last` says so. */
const rows = Array.from({ length: MANY - 1 }, (_, i) => `P${i + 1},Person ${i + 1},Clerk,Works,P${MANY},structure,2020-01-01`)
const people = (last = '') => [header, ...rows, `P${MANY},Boss,Head,Works,${last},inner,2020-01-01`].join('\n')

test('rows that are written ahead of their superiors are as all others, one step to undo and redo', async () => {
  const core = await emptyCore()
  await imported(core, { people: people() })
  const graph = await graphOf(core)
  const boss = graph.tenures.find(({ personId }) => personId === graph.people.find(({ name }) => name === 'Boss')?.id)
  expect(graph.people).toHaveLength(MANY)
  expect(graph.judgements.filter(({ value }) => value === 'structure')).toHaveLength(MANY - 1)
  expect(graph.seatStates.filter(({ reportsToSeatId }) => reportsToSeatId === boss?.seatId)).toHaveLength(MANY - 1)

  await core.run('history.undo', {})
  expect(await core.run('account.list', {})).toEqual([])
  await core.run('history.redo', {})
  expect(await graphOf(core)).toEqual(graph)
  expect(await imported(core, { people: people() })).toMatchObject({ files: [{ created: 0, updated: 0, unchanged: MANY }] })
})

test('what is refused at last takes back what was written ahead, and names whoever it is about', async () => {
  const core = await emptyCore()
  const result = await importTexts(core, { people: people('P1') })
  expect(refusals(result)).toEqual([
    ['people.csv', 2, 'reports_to', `P${MANY}`, 'reporting_loop'],
    ['people.csv', MANY + 1, 'reports_to', 'P1', 'reporting_loop'],
  ])
  expect(result.refused[0]?.message).toContain('Person 1')
  expect(result.refused[0]?.message).toContain('Boss')
  expect(await core.run('account.list', {})).toEqual([])
  expect(await core.run('history.list', {})).toEqual([])
})

test('a second file moves, corrects and judges anew people whom the first has already written', async () => {
  const core = await emptyCore()
  const more = ['P1,Person 1,Manager,Works,,structure,2024-01-01', 'P2,Person Two,,,,inner,2020-01-01']
  await importPeople(core, people(), [header, ...more].join('\n'))
  const graph = await graphOf(core)
  const idOf = (sourceId: string) => graph.people.find((person) => person.sourceId === sourceId)?.id
  expect(graph.people).toHaveLength(MANY)
  expect(graph.tenures.filter(({ personId }) => personId === idOf('P1'))).toMatchObject([
    { validFrom: '2020-01-01', validTo: '2024-01-01' },
    { validFrom: '2024-01-01', validTo: null },
  ])
  expect(graph.people.find(({ id }) => id === idOf('P2'))?.name).toBe('Person Two')
  expect(graph.judgements.filter(({ subjectId }) => subjectId === idOf('P1'))).toHaveLength(1)
  expect(graph.judgements.filter(({ subjectId }) => subjectId === idOf('P2'))).toMatchObject([{ value: 'inner' }])
})

async function importPeople(core: Core, ...texts: readonly string[]): Promise<void> {
  const files = texts.map((text, i) => ({
    kind: 'people',
    name: `people${i + 1}.csv`,
    bytes: Buffer.from(text).toString('base64'),
  }))
  const { refused } = await core.run('import.files', { account: 'Acme', files, on: IMPORT_DAY, language: 'en' })
  expect(refused).toEqual([])
}
