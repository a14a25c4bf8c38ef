import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { dirname } from 'node:path'
import SQLite from 'better-sqlite3'
import { expect, onTestFinished } from 'vitest'
import type { Surroundings } from '../../src-main/core/context'
import { type Core, createCore, openCore } from '../../src-main/core/core'
import { journaledTables } from '../../src-main/core/schema'
import type { Endpoint, Input } from '../../src-shared/contract'
import { AppError } from '../../src-shared/errors'
import { Day } from '../../src-shared/model/day'
import type { AccountId, OpportunityId, PersonId, SeatId } from '../../src-shared/model/ids'
import type { Side } from '../../src-shared/model/scales'
import type { Failure } from '../../src-shared/reply'
import { temporaryFolder } from './workspace'

export const day = (text: string): Day => Day.parse(text)
/** The day on which the tests' clock stands still. */
export const today = day('2026-11-21')

/** A clock that stands still until told otherwise, and ids in sequence. */
export interface SteadySurroundings extends Surroundings {
  setDay(day: Day): void
}

export function steadySurroundings(): SteadySurroundings {
  let now = noon(today)
  let last = 0
  return {
    now: () => now,
    newId: () => `id-${String(++last).padStart(6, '0')}`,
    setDay: (on) => void (now = noon(on)),
  }
}

/** Noon where the machine is: the same local day everywhere. */
const noon = (on: Day): Date => new Date(`${on}T12:00:00`)

/** A workspace in a folder of its own, with a steady clock and ids; closed after the running test. */
export interface TestCore extends Core {
  readonly surroundings: SteadySurroundings
  /** Closes the file and opens it again. */
  reopen(): Promise<TestCore>
}

export async function testCore(): Promise<TestCore> {
  const surroundings = steadySurroundings()
  return steady(await createCore(`${await temporaryFolder()}/test.linchpin`, surroundings), surroundings)
}

function steady(core: Core, surroundings: SteadySurroundings): TestCore {
  onTestFinished(() => core.close())
  return {
    ...core,
    surroundings,
    reopen: async () => {
      await core.close()
      return steady(await openCore(core.file, surroundings), surroundings)
    },
  }
}

/** What a call that must fail answers. */
export async function failureOf<E extends Endpoint>(core: Core, endpoint: E, input: Input<E>): Promise<Failure> {
  return failureOfAny(core, endpoint, input)
}

/** The same with any input whatever. */
export async function failureOfAny(core: Core, endpoint: string, input: unknown): Promise<Failure> {
  const reply = await core.call(endpoint, input)
  if (reply.ok) throw new Error(`${endpoint} succeeded: ${JSON.stringify(reply.value)}`)
  return reply.error
}

/** Every row of every table that undo moves, as text that is equal exactly when the rows are. */
export function dump(file: string): Record<string, string[]> {
  return withFile(file, (raw) =>
    Object.fromEntries(
      journaledTables.map((table) => [
        table,
        raw
          .prepare(`SELECT * FROM ${table}`)
          .raw()
          .all()
          .map((row) => JSON.stringify(row))
          .sort(),
      ]),
    ),
  )
}

/** Some SQL on the file beside the core, as another program would. */
export function withFile<T>(file: string, work: (raw: SQLite.Database) => T): T {
  const raw = new SQLite(file)
  try {
    return work(raw)
  } finally {
    raw.close()
  }
}

/** An account with a boss, somebody below the boss, one of ours and a deal: the smallest map worth asking about. */
export interface SmallMap {
  readonly accountId: AccountId
  readonly opportunityId: OpportunityId
  readonly boss: Seated
  readonly clerk: Seated
  readonly own: Seated
}

export interface Seated {
  readonly seatId: SeatId
  readonly personId: PersonId
}

export async function smallMap(core: Core, name = 'Acme'): Promise<SmallMap> {
  const { accountId } = await core.run('account.create', { name })
  const boss = await addSeat(core, accountId, { name: `${name} boss` })
  const clerk = await addSeat(core, accountId, { name: `${name} clerk`, reportsToSeatId: boss.seatId })
  const own = await addSeat(core, accountId, { name: `${name} seller`, side: 'ours' })
  const { opportunityId } = await core.run('opportunity.create', { accountId, name: 'Plant' })
  return { accountId, opportunityId, boss, clerk, own }
}

export interface SeatOptions {
  readonly name: string
  readonly side?: Side
  readonly reportsToSeatId?: SeatId
  readonly validFrom?: Day
  readonly on?: Day
}

export async function addSeat(core: Core, accountId: AccountId, options: SeatOptions): Promise<Seated> {
  const { name, side = 'theirs', on = today, ...rest } = options
  const input = { accountId, side, title: `${name}'s title`, holder: { name }, on, ...rest }
  const { seatId, personId } = await core.run('seat.create', input)
  if (personId === null) throw new Error('a seat with a holder came back without one')
  return { seatId, personId }
}

/** What lies in a file's folder, each with a hash of its bytes: equal before and after where nothing was touched. */
export function folderState(file: string): Record<string, string> {
  const folder = dirname(file)
  return Object.fromEntries(
    readdirSync(folder)
      .sort()
      .map((name) => [
        name,
        createHash('sha256')
          .update(readFileSync(`${folder}/${name}`))
          .digest('hex'),
      ]),
  )
}

/** What opening is refused with. The file and its folder must be as they were. */
export async function refusal(file: string, open: () => unknown): Promise<AppError> {
  const before = folderState(file)
  try {
    await open()
  } catch (error) {
    expect(folderState(file)).toEqual(before)
    expect(error).toBeInstanceOf(AppError)
    return error as AppError // just looked
  }
  throw new Error(`${file} was opened`)
}
