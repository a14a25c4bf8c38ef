import { z } from 'zod'
import type { CheckFinding, Output, ParsedInput } from '../../src-shared/contract'
import type { SeatId } from '../../src-shared/model/ids'
import { type Day, holds } from '../../src-shared/model/day'
import type { ReadContext } from './context'

/** Looks a workspace over: damage and broken references are errors, loose ends are warnings. */
export async function checkWorkspace(
  context: ReadContext,
  { on }: ParsedInput<'workspace.check'>,
): Promise<Output<'workspace.check'>> {
  const { raw } = context
  const findings = [
    ...integrity(context),
    ...(await orphans(context)),
    ...(await expired(context, on)),
    ...(await seatFindings(context, on)),
  ]
  return { schemaVersion: Number(raw.pragma('user_version', { simple: true })), findings }
}

function integrity({ raw }: ReadContext): CheckFinding[] {
  const lines = z.array(z.object({ integrity_check: z.string() })).parse(raw.pragma('integrity_check(100)'))
  const broken = z.array(z.object({ table: z.string(), parent: z.string() })).parse(raw.pragma('foreign_key_check'))
  return [
    ...lines
      .filter((line) => line.integrity_check !== 'ok')
      .map((line): CheckFinding => ({ code: 'integrity', severity: 'error', params: { detail: line.integrity_check } })),
    ...[...Map.groupBy(broken, (row) => `${row.table} → ${row.parent}`)].map(([tables, rows]): CheckFinding => ({
      code: 'foreign_key',
      severity: 'error',
      params: { tables, count: rows.length },
    })),
  ]
}

async function orphans({ db }: ReadContext): Promise<CheckFinding[]> {
  const people = await db
    .selectFrom('person')
    .select(['id', 'name'])
    .where('id', 'not in', db.selectFrom('accountPerson').select('personId'))
    .orderBy('id')
    .execute()
  const unseated = await db
    .selectFrom('person')
    .select(['id', 'name'])
    .where('id', 'in', db.selectFrom('accountPerson').select('personId'))
    .where('id', 'not in', db.selectFrom('tenure').select('personId'))
    .orderBy('id')
    .execute()
  const seats = await db
    .selectFrom('seat')
    .select('id')
    .where('id', 'not in', db.selectFrom('accountSeat').select('seatId'))
    .orderBy('id')
    .execute()
  return [
    ...[...people, ...unseated].map(({ id, name }): CheckFinding => ({
      code: 'orphan_person',
      severity: 'warning',
      params: { id, name },
    })),
    ...seats.map(({ id }): CheckFinding => ({ code: 'orphan_seat', severity: 'warning', params: { id } })),
  ]
}

/** One finding a person and kind whose every judgement has expired: nothing is known any more. */
async function expired({ db }: ReadContext, on: Day): Promise<CheckFinding[]> {
  const rows = await db
    .selectFrom('judgement')
    .innerJoin('person', 'person.id', 'judgement.subjectId')
    .select(['person.id', 'person.name', 'judgement.kind'])
    .select((of) => of.fn.max('judgement.expiresOn').as('expiresOn'))
    .select((of) => of.fn.count<number>('judgement.expiresOn').as('expiring'))
    .select((of) => of.fn.countAll<number>().as('all'))
    .groupBy(['person.id', 'person.name', 'judgement.kind'])
    .orderBy('person.id')
    .execute()
  return rows
    .filter((row) => row.expiring === row.all && row.expiresOn !== null && row.expiresOn <= on)
    .map((row): CheckFinding => ({
      code: 'expired_judgement',
      severity: 'warning',
      params: { id: row.id, name: row.name, kind: row.kind, expiresOn: row.expiresOn ?? '' },
    }))
}

async function seatFindings({ db }: ReadContext, on: Day): Promise<CheckFinding[]> {
  const states = await db.selectFrom('seatState').select(['seatId', 'title', 'reportsToSeatId', 'validFrom', 'validTo']).execute()
  const present = Map.groupBy(
    states.filter((state) => holds(state, on)),
    (state) => state.seatId,
  )
  const findings: CheckFinding[] = []
  for (const [id, held] of present) {
    if (held.length > 1) findings.push({ code: 'two_states', severity: 'error', params: { id, title: held[0]?.title ?? '' } })
  }
  const safe = new Set<SeatId>()
  for (const start of present.keys()) {
    const line: SeatId[] = []
    for (let at: SeatId | null = start; at !== null && !safe.has(at); at = present.get(at)?.[0]?.reportsToSeatId ?? null) {
      if (line.includes(at)) {
        const titles = [...line.slice(line.indexOf(at)), at].map((id) => present.get(id)?.[0]?.title ?? id)
        findings.push({ code: 'reporting_loop', severity: 'error', params: { names: titles.join(' → ') } })
        break
      }
      line.push(at)
    }
    for (const id of line) safe.add(id)
  }
  return findings
}
