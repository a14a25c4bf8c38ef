import type { Input } from '../../src-shared/contract'
import { allFollowed } from '../client/following'
import { attempt, type MutationEndpoint } from '../client/useChange'

/** Changes the workspace for a field. @returns the sentence to show at the field, or null when it was taken */
export async function commit<E extends MutationEndpoint>(endpoint: E, input: Input<E>): Promise<string | null> {
  const result = await attempt(endpoint, input)
  // The inspector follows the map; until it has, a field would fall back to its old value.
  await allFollowed()
  return result.ok ? null : result.sentence
}
