import { z } from 'zod'
import { AccountId, OrganizationId, OrgUnitId, PersonId } from './ids'
import { AccountClass, LifecycleStage, OrganizationKind } from './scales'

/** Own fields: what a team added to an entity, as text by key. */
export const OwnFields = z.record(z.string().max(200), z.string().max(20_000))
export type OwnFields = z.infer<typeof OwnFields>

/** Any company. Its parent makes the group company tree. */
export const Organization = z.object({
  id: OrganizationId,
  /** Empty for the shipped "no organization named" of third parties and of ours. */
  name: z.string().max(500),
  kind: OrganizationKind,
  parentId: OrganizationId.nullable(),
})
export type Organization = z.infer<typeof Organization>

/** A customer organization under management. */
export const Account = z.object({
  id: AccountId,
  name: z.string().min(1).max(500),
  organizationId: OrganizationId,
  /** Which of ours answers for it. */
  ownerId: PersonId.nullable(),
  class: AccountClass.nullable(),
  lifecycle: LifecycleStage,
  industry: z.string().max(500),
  /** Order in lists, ascending. */
  position: z.int(),
  own: OwnFields,
})
export type Account = z.infer<typeof Account>

/** A node of an organization's department tree. In files and on screens a nested one is its path, `Research/Materials`. */
export const OrgUnit = z.object({
  id: OrgUnitId,
  organizationId: OrganizationId,
  parentId: OrgUnitId.nullable(),
  name: z.string().min(1).max(500),
})
export type OrgUnit = z.infer<typeof OrgUnit>

/** The way down to a department, `A/B`; empty without one. @param units those of its organization at least */
export function unitPath(units: readonly OrgUnit[], id: OrgUnitId | null): string {
  const names: string[] = []
  for (let unit = units.find((each) => each.id === id); unit; unit = units.find((each) => each.id === unit?.parentId)) {
    names.unshift(unit.name)
  }
  return names.join('/')
}
