import { z } from 'zod'
import shipped from '../../resources/sample/work.json'
import { addDays, Day } from '../../src-shared/model/day'
import type { AccountId, OpportunityId, PersonId } from '../../src-shared/model/ids'
import type { Language } from '../../src-shared/model/language'
import { StrategyStatus } from '../../src-shared/model/scales'
import type { Core } from './core'

const inBoth = z.object({ 'zh-CN': z.string(), en: z.string() })
const Work = z.record(
  z.string(),
  z.object({
    strategies: z.array(
      z.object({
        person: z.string(),
        opportunity: z.int(),
        role: z.string(),
        owner: z.string(),
        madeOn: Day,
        dueOn: Day.nullable(),
        status: StrategyStatus,
        objective: inBoth,
        message: inBoth,
        materials: inBoth,
        result: inBoth.optional(),
      }),
    ),
    tasks: z.array(
      z.object({
        title: inBoth,
        person: z.string().optional(),
        opportunity: z.int(),
        owner: z.string(),
        madeOn: Day,
        dueOn: Day.nullable(),
        doneOn: Day.optional(),
        repeatEveryDays: z.int().optional(),
      }),
    ),
  }),
)

/** One account of the sample as its work has to name it. */
export interface SamplePlace {
  readonly folder: string
  readonly accountId: AccountId
  readonly person: (source: string) => PersonId
  /** In the order of sample.json. */
  readonly opportunities: readonly OpportunityId[]
  readonly language: Language
  /** Days that the sample's dates are moved by. */
  readonly shift: number
}

/**
 * Strategies and tasks of resources/sample/work.json.
 * @param writtenOn sets the clock to the day on which the next one is written down
 */
export async function createSampleWork(core: Core, place: SamplePlace, writtenOn: (day: Day) => void): Promise<void> {
  const { folder, accountId, person, opportunities, language, shift } = place
  const { strategies, tasks } = Work.parse(shipped)[folder] ?? { strategies: [], tasks: [] }
  const moved = (day: Day | null): Day | null => day && addDays(day, shift)
  for (const strategy of strategies) {
    writtenOn(addDays(strategy.madeOn, shift))
    await core.run('strategy.create', {
      accountId,
      personId: person(strategy.person),
      opportunityId: opportunities[strategy.opportunity],
      role: strategy.role,
      ownerId: person(strategy.owner),
      dueOn: moved(strategy.dueOn),
      status: strategy.status,
      objective: strategy.objective[language],
      message: strategy.message[language],
      materials: strategy.materials[language],
      result: strategy.result?.[language],
    })
  }
  for (const task of tasks) {
    writtenOn(addDays(task.madeOn, shift))
    const { taskId } = await core.run('task.create', {
      title: task.title[language],
      accountId,
      personId: task.person === undefined ? null : person(task.person),
      opportunityId: opportunities[task.opportunity],
      ownerId: person(task.owner),
      dueOn: moved(task.dueOn),
      repeatEveryDays: task.repeatEveryDays ?? null,
    })
    if (task.doneOn !== undefined) await core.run('task.finish', { taskId, on: addDays(task.doneOn, shift) })
  }
}
