/**
 * `npm run bench [-- NAME…]`: the benches of tests/bench whose file name contains a NAME, or all of them, loaded the way the tests
 * are.
 */
import './nodeVersion.mjs'
import { join } from 'node:path'
import { loadConfigFromFile, runnerImport } from 'vite'
import { root } from './ensureBuilt.mjs'

// The tests' plugin builds the worker threads.
const { config } = await loadConfigFromFile({ command: 'serve', mode: 'test' }, join(root, 'vitest.config.ts'))
// The module runs them as it is loaded: the loader is closed afterwards.
await runnerImport(join(root, 'tests/bench/run.ts'), { root, plugins: config.plugins })
