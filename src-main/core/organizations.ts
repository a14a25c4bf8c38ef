import type { Done, Output, ParsedInput } from '../../src-shared/contract'
import { AppError } from '../../src-shared/errors'
import type { OrganizationId } from '../../src-shared/model/ids'
import { collator } from '../../src-shared/search/collation'
import type { ReadContext, WriteContext } from './context'
import { missing, named, organizationOf } from './lookup'

/** A company by itself, to be somebody's parent or subsidiary. @throws AppError `not_found`, `name_empty`, `name_taken` in its group */
export async function createOrganization(
  context: WriteContext,
  input: ParsedInput<'organization.create'>,
): Promise<{ organizationId: OrganizationId }> {
  const { db } = context
  const name = named(input.name)
  if (input.parentId !== null) {
    await organizationOf(db, input.parentId)
    const group = await groupOf(context, { organizationId: input.parentId })
    if (group.some((each) => each.name === name)) throw new AppError('name_taken', { value: name })
  }
  context.step('organization_create', { name })
  const organizationId = context.newId<OrganizationId>()
  await db.insertInto('organization').values({ id: organizationId, name, kind: input.kind, parentId: input.parentId }).execute()
  return { organizationId }
}

/** Companies that may stand above one without making a loop, by name. @throws AppError `not_found` */
export async function possibleParents(
  { db }: ReadContext,
  { organizationId }: ParsedInput<'organization.parents'>,
): Promise<Output<'organization.parents'>> {
  const { kind } = await organizationOf(db, organizationId)
  const rows = await db
    .withRecursive('below', (below) =>
      below
        .selectFrom('organization')
        .select('organization.id')
        .where('organization.id', '=', organizationId)
        .union(
          below.selectFrom('organization').innerJoin('below', 'below.id', 'organization.parentId').select('organization.id'),
        ),
    )
    .selectFrom('organization')
    .select(['organization.id', 'organization.name'])
    .where('kind', '=', kind)
    .where('name', '<>', '')
    .where('organization.id', 'not in', (not) => not.selectFrom('below').select('below.id'))
    .execute()
  return rows.toSorted((a, b) => collator.compare(a.name, b.name))
}

/** The group that a company belongs to: the topmost company, then each one's subsidiaries below it by name. @throws AppError `not_found` */
export async function groupOf(
  { db }: Pick<ReadContext, 'db'> | Pick<WriteContext, 'db'>,
  { organizationId }: ParsedInput<'organization.group'>,
): Promise<Output<'organization.group'>> {
  let top = await organizationOf(db, organizationId)
  const line = new Set([top.id])
  // Data that holds a loop must not keep us going round.
  while (top.parentId !== null && !line.has(top.parentId)) {
    top = await organizationOf(db, top.parentId)
    line.add(top.id)
  }
  const rows = await db
    .withRecursive('grouped', (grouped) =>
      grouped
        .selectFrom('organization')
        .select('organization.id')
        .where('organization.id', '=', top.id)
        .union(
          grouped
            .selectFrom('organization')
            .innerJoin('grouped', 'grouped.id', 'organization.parentId')
            .select('organization.id'),
        ),
    )
    .selectFrom('grouped')
    .innerJoin('organization', 'organization.id', 'grouped.id')
    .leftJoin('account', 'account.organizationId', 'organization.id')
    .selectAll('organization')
    .select('account.id as accountId')
    .select((of) =>
      of
        .selectFrom('seat')
        .select((count) => count.fn.countAll<number>().as('n'))
        .whereRef('seat.organizationId', '=', 'organization.id')
        .as('seats'),
    )
    .execute()
  const children = Map.groupBy(
    rows.toSorted((a, b) => collator.compare(a.name, b.name)),
    (row) => row.parentId,
  )
  const ordered: Output<'organization.group'> = []
  const placed = new Set<OrganizationId>()
  const place = (row: (typeof rows)[number]): void => {
    if (placed.has(row.id)) return
    placed.add(row.id)
    ordered.push({ ...row, seats: row.seats ?? 0 })
    for (const child of children.get(row.id) ?? []) place(child)
  }
  for (const row of rows) if (row.id === top.id) place(row)
  return ordered
}

/** Departments beside it keep their names apart. @throws AppError `not_found`, `name_empty`, `name_taken` */
export async function renameUnit(context: WriteContext, input: ParsedInput<'unit.rename'>): Promise<Done> {
  const { db } = context
  const name = named(input.name)
  const unit = await db.selectFrom('orgUnit').selectAll().where('id', '=', input.unitId).executeTakeFirst()
  if (!unit) return missing('department', input.unitId)
  const beside = await db
    .selectFrom('orgUnit')
    .select('id')
    .where('organizationId', '=', unit.organizationId)
    .where('parentId', 'is', unit.parentId)
    .where('name', '=', name)
    .where('id', '<>', unit.id)
    .executeTakeFirst()
  if (beside) throw new AppError('name_taken', { value: name })
  context.step('unit_rename', { name })
  await db.updateTable('orgUnit').set({ name }).where('id', '=', unit.id).execute()
  return {}
}
