import { z } from 'zod'
import { Organization } from '../model/account'
import { AccountId, OrganizationId, OrgUnitId } from '../model/ids'
import { OrganizationKind } from '../model/scales'
import { Done, mutation, query, words } from './endpoint'
import { shownTier } from './shownTier'

/** Companies and the groups they make. */
export const organizationEndpoints = {
  'organization.update': mutation(
    'Renames a company, says what it is to us, or where it belongs.',
    z.strictObject({
      organizationId: OrganizationId,
      name: words.optional(),
      kind: OrganizationKind.optional(),
      parentId: OrganizationId.nullable().optional(),
    }),
    Done,
  ),
  'organization.create': mutation(
    'A company of a group, before anybody is known there.',
    z.strictObject({ name: words, kind: OrganizationKind, parentId: OrganizationId.nullable() }),
    z.object({ organizationId: OrganizationId }),
  ),
  'unit.rename': mutation(
    'A department has another name, for everybody who sits in it.',
    z.strictObject({ unitId: OrgUnitId, name: words }),
    Done,
  ),
  'organization.parents': query(
    'The companies that may stand above a company: named, of its kind, neither it nor below it.',
    z.strictObject({ organizationId: OrganizationId }),
    z.array(Organization.pick({ id: true, name: true })),
  ),
  'organization.group': query(
    'The whole group that a company belongs to, parents before their subsidiaries.',
    z.strictObject({ organizationId: OrganizationId, ...shownTier }),
    z.array(
      Organization.extend({
        /** Seats there, on whichever account. */
        seats: z.int(),
        /** The account whose customer it is. */
        accountId: AccountId.nullable(),
      }),
    ),
  ),
} as const
