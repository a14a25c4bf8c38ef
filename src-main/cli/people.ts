import { snapshot } from '../../src-shared/analytics/snapshot'
import { unitPath } from '../../src-shared/model/account'
import type { AccountGraph } from '../../src-shared/model/graph'
import type { Member, SeatState } from '../../src-shared/model/person'
import type { Day } from '../../src-shared/model/day'
import { accountNamed, call, printJson, printLine, type Register, today, withCore } from './command'

/** `people FILE --account NAME --json` */
export const people: Register = (program, cli) => {
  program
    .command('people')
    .argument('<file>')
    .description(cli.t('cli.command.people'))
    .requiredOption('--account <name>', cli.t('cli.option.account'))
    .option('--json', cli.t('cli.option.json'))
    .action((file: string, options: { account: string }) =>
      withCore(file, 'read', async (core) => {
        const account = await accountNamed(core, options.account)
        const rows = peopleRows(await call(core, 'account.graph', { accountId: account.id }), today())
        if (cli.json) printJson(rows)
        else for (const row of rows) printLine([row.id, row.name, row.title, row.department, row.side, row.tier].join('\t'))
      }),
    )
}

/** Everybody on an account's map, in order of id, with the seat they hold on a day, or else the one they held or will hold. */
function peopleRows(graph: AccountGraph, on: Day) {
  const snap = snapshot(graph, on)
  const idOf = (person: Member) => person.sourceId ?? person.id
  return graph.people
    .map((person) => {
      const state = snap.people.get(person.id)?.seats[0]?.state ?? lastState(graph, person)
      const department = unitPath(graph.units, state?.unitId ?? null)
      return {
        id: idOf(person),
        name: person.name,
        title: state?.title ?? '',
        department,
        side: person.side,
        tier: state?.tier ?? 'operational',
      }
    })
    .sort((a, b) => (a.id < b.id ? -1 : 1))
}

function lastState(graph: AccountGraph, person: Member): SeatState | undefined {
  const tenure = graph.tenures.filter((each) => each.personId === person.id).at(-1)
  return graph.seatStates.filter((state) => state.seatId === tenure?.seatId).at(-1)
}
