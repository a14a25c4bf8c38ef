/**
 * `npm test`: everything that CI asks. Static checks first, then the suites against the built program; the last line sums them up as
 * `N passed, N failed, N skipped`. Exits with 0 only when nothing failed.
 */
import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { ensureBuilt, root } from './ensureBuilt.mjs'
import './nodeVersion.mjs'
import { chromiumPath, ensureSystemPackages } from './systemPackages.mjs'

const reports = join(root, 'node_modules/.cache/reports')
const total = { passed: 0, failed: 0, skipped: 0 }

ensureSystemPackages()
rmSync(reports, { recursive: true, force: true })
mkdirSync(reports, { recursive: true })

count('check', run('npm', ['run', '--silent', 'check']), () => ({ passed: 1, failed: 0, skipped: 0 }))
await ensureBuilt()
suite('vitest', ['node_modules/vitest/vitest.mjs', 'run', '--reporter=default', '--reporter=json'], (report) => ({
  passed: report.numPassedTests,
  failed: report.numFailedTests,
  skipped: report.numPendingTests + report.numTodoTests,
}))
suite('playwright', ['node_modules/@playwright/test/cli.js', 'test', '--reporter=list,json'], ({ stats }) => ({
  passed: stats.expected + stats.flaky,
  failed: stats.unexpected,
  skipped: stats.skipped,
}))

console.log(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`)
process.exitCode = total.failed === 0 ? 0 : 1

/** Runs a suite that writes a JSON report, and adds up what the report says. */
function suite(name, args, sum) {
  const report = join(reports, `${name}.json`)
  const env = { PLAYWRIGHT_JSON_OUTPUT_NAME: report, CHROMIUM_PATH: chromiumPath }
  const file = name === 'vitest' ? [`--outputFile.json=${report}`] : []
  count(name, run(process.execPath, [...args, ...file], env), () => sum(JSON.parse(readFileSync(report, 'utf8'))))
}

/** A file that cannot even be imported counts no failed test: an exit other than 0 is at least one. */
function count(name, status, sum) {
  let counts = { passed: 0, failed: 0, skipped: 0 }
  try {
    counts = sum()
  } catch (error) {
    console.error(`${name} left no report`, error.message)
  }
  if (status !== 0) counts = { ...counts, failed: Math.max(1, counts.failed) }
  if (name === 'check' && status !== 0) counts.passed = 0
  for (const key of Object.keys(total)) total[key] += counts[key]
  console.log(`${name}: ${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped\n`)
}

function run(program, args, env = {}) {
  return (
    spawnSync(program, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'], env: { ...process.env, ...env } }).status ?? 1
  )
}
