import { SecrecyTier } from '../model/scales'

/** Input of a query that can be read over somebody's shoulder. */
export const shownTier = {
  /** The highest tier of secrecy that may be shown: whatever is above it is neither told nor counted. Default: everything. */
  secrecy: SecrecyTier.optional(),
} as const

/** The queries that take it; a test holds the list against the contract. */
export const tieredQueries = [
  'account.list',
  'alert.list',
  'analysis.nextActions',
  'change.list',
  'handOver.list',
  'history.list',
  'interaction.find',
  'organization.group',
  'people.ours',
  'person.record',
  'search.find',
  'signal.list',
  'task.list',
  'workspace.check',
] as const

export type TieredQuery = (typeof tieredQueries)[number]

const tiered: ReadonlySet<string> = new Set(tieredQueries)

export function isTiered(endpoint: string): endpoint is TieredQuery {
  return tiered.has(endpoint)
}
