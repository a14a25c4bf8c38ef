import { noProgress } from '../../src-main/core/context'
import type { Core } from '../../src-main/core/core'
import { openConnection } from '../../src-main/core/db'
import { loadReportInput } from '../../src-main/export/reportInput'
import { contract, type Input } from '../../src-shared/contract'
import type { ReportInput } from '../../src-shared/report/source'
import { generateCompany } from '../fixtures/company'
import { emptyCore, graphOf, imported, IMPORT_DAY } from './importing'

type Asked = Partial<Input<'export.preview'>>

/** What a company of some size gives to report about, with a strategy and a task that no customer may read. */
export async function companyInput(people: number, asked: Asked = {}): Promise<ReportInput> {
  const core = await emptyCore()
  await imported(core, generateCompany({ people, seed: 5 }))
  const graph = await graphOf(core)
  const theirs = graph.people.find(({ side }) => side === 'theirs')
  if (!theirs) throw new Error('the company has nobody')
  const about = { accountId: graph.account.id, personId: theirs.id }
  await core.run('strategy.create', { ...about, objective: '机密目标', message: '机密说法' })
  await core.run('task.create', { ...about, title: '机密任务' })
  return reportInputOf(core, asked)
}

/** The same of a workspace's first account, as the handlers load it. */
export async function reportInputOf(core: Core, asked: Asked = {}): Promise<ReportInput> {
  const graph = await graphOf(core)
  const parsed = contract['export.preview'].input.parse({
    format: 'pdf',
    accountId: graph.account.id,
    opportunityId: graph.opportunities[0]?.id ?? null,
    asOf: IMPORT_DAY,
    language: 'zh-CN',
    ...asked,
  })
  const { kysely: db, raw, file } = openConnection(core.file, 'read')
  try {
    return await loadReportInput({ db, raw, file, progress: noProgress }, parsed)
  } finally {
    raw.close()
  }
}
