import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { Layer } from '../../../src-shared/contract'
import { ensureProgram, linchpin, linchpinJson } from '../../support/cli'
import { temporaryFolder } from '../../support/workspace'

beforeAll(ensureProgram, 180_000)

test('each layer and lens of the sample comes out of the command line as a picture of its own', async () => {
  const folder = await temporaryFolder()
  const file = join(folder, 'sample.linchpin')
  await linchpin(['new', file, '--sample', '--lang', 'en'])
  const exported = async (...options: readonly string[]): Promise<string> => {
    const out = join(folder, 'map.svg')
    const account = ['--account', 'Lanyue Equipment Group', '--as-of', '2026-11-21', '--lang', 'en']
    expect(await linchpin(['export', file, '--out', out, ...account, ...options])).toMatchObject({ code: 0 })
    return readFile(out, 'utf8')
  }
  const pictures = new Set<string>()
  for (const layer of Layer.options) pictures.add(await exported('--layer', layer))
  expect(pictures.size).toBe(Layer.options.length)
  expect(await exported('--layer', 'risk')).toContain('Risk: red')
  expect(await exported('--layer', 'changes', '--since', '2025-06-01')).toContain('since 2025-06-01')
  expect(await exported('--lens', 'meddpicc')).toContain('Champion')
  expect(await exported('--layer', 'risk', '--redact', 'customer-safe')).not.toMatch(/Risk|Champion/)
}, 120_000)

test('a layer, lens or day that is none is refused', async () => {
  const folder = await temporaryFolder()
  const file = join(folder, 'sample.linchpin')
  await linchpin(['new', file, '--sample', '--lang', 'en'])
  const refused = (...options: readonly string[]) =>
    linchpinJson(['export', file, '--out', join(folder, 'x.svg'), '--account', 'Lanyue Equipment Group', ...options])
  expect(await refused('--layer', 'weather')).toMatchObject({ code: 1, value: { error: { code: 'unknown_word' } } })
  expect(await refused('--lens', 'astrology')).toMatchObject({ code: 1, value: { error: { code: 'unknown_word' } } })
  expect(await refused('--layer', 'changes', '--since', '2026-12-01', '--as-of', '2026-11-01')).toMatchObject({
    code: 1,
    value: { error: { code: 'dates_reversed' } },
  })
}, 60_000)
