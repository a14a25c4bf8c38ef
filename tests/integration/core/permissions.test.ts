import { chmodSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { createCore, openCore, openReadingCore } from '../../../src-main/core/core'
import { refusal, smallMap } from '../../support/core'
import { workspaceFile } from '../../support/workspace'

/** Permissions do not stop root: this file's process becomes somebody else, for good. */
beforeAll(() => {
  const nobody = 65_534
  if (process.getuid?.() === 0) process.setuid?.(nobody)
})

const filledFile = (): Promise<string> => workspaceFile(async (core) => void (await smallMap(core)))

test('a file that may not be written is refused for writing and can be read', async () => {
  const file = await filledFile()
  chmodSync(file, 0o444)
  expect(await refusal(file, () => openCore(file))).toMatchObject({ code: 'file_readonly', params: { value: basename(file) } })
  const bytes = readFileSync(file)
  const core = openReadingCore(file)
  expect(await core.run('account.list', {})).toHaveLength(1)
  await core.close()
  expect(readFileSync(file).equals(bytes)).toBe(true)
})

test('a file that may not be read', async () => {
  const file = await filledFile()
  chmodSync(file, 0o000)
  await expect(openCore(file)).rejects.toMatchObject({ code: 'file_unreadable', params: { value: basename(file) } })
})

test.each([
  ['writing', openCore],
  ['reading', async (file: string) => openReadingCore(file)],
])('a folder that may not be written, opened for %s', async (_, open) => {
  const file = await filledFile()
  const folder = join(file, '..')
  chmodSync(folder, 0o555)
  try {
    expect(await refusal(file, () => open(file))).toMatchObject({ code: 'file_readonly' })
    await expect(createCore(join(folder, 'new.linchpin'))).rejects.toMatchObject({ code: 'file_unwritable' })
  } finally {
    chmodSync(folder, 0o755)
  }
})
