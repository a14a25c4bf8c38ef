/**
 * Stops at once on a Node that cannot load the database driver: on version 20 it would crash without a word. Import this first;
 * it needs nothing that an old Node lacks.
 */
import { say } from './say.mjs'

const needed = 22
const value = process.versions.node

if (Number.parseInt(value, 10) < needed) {
  const params = { value, needed: String(needed) }
  const message = say('error.node_too_old', params)
  if (process.argv.includes('--json')) console.log(JSON.stringify({ error: { code: 'node_too_old', message, params } }))
  process.exit(1)
}
