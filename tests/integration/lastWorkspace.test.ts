import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { newWorkspace, openLastWorkspace, recentWorkspaces, rememberWorkspace } from '../../src-main/lastWorkspace'

/** What a start without a file opens, for the window and the browser alike. */

let home: string
const sample = () => join(home, 'Sample.linchpin')

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'linchpin-home-'))
  vi.stubEnv('LINCHPIN_HOME', home)
})
afterEach(async () => {
  vi.unstubAllEnvs()
  await rm(home, { recursive: true, force: true })
})

test('at first the sample, remembered; then whatever was last', async () => {
  const first = await openLastWorkspace('en')
  expect([first.workspace.file, first.refused]).toEqual([sample(), null])
  await first.workspace.close()
  expect(await recentWorkspaces()).toEqual([sample()])

  const own = await newWorkspace(join(home, 'own.linchpin'), 'en', false)
  await own.close()
  await rememberWorkspace(own.file)
  const second = await openLastWorkspace('en')
  expect(second.workspace.file).toBe(own.file)
  await second.workspace.close()
  expect(await recentWorkspaces()).toEqual([own.file, sample()])
})

test('a last workspace that is gone is told, and the sample opens; the last stays the last', async () => {
  const gone = join(home, 'gone.linchpin')
  await rememberWorkspace(gone)
  const { workspace, refused } = await openLastWorkspace('en')
  await workspace.close()
  expect([workspace.file, refused?.code]).toEqual([sample(), 'file_missing'])
  expect(await recentWorkspaces()).toEqual([gone])
})

test('a sample that is damaged stays as it is, and another is made beside it', async () => {
  await writeFile(sample(), 'not a workspace')
  await rememberWorkspace(sample())
  const { workspace, refused } = await openLastWorkspace('en')
  await workspace.close()
  expect([workspace.file, refused?.code]).toEqual([join(home, 'Sample 2.linchpin'), 'file_foreign'])
  expect(await readFile(sample(), 'utf8')).toBe('not a workspace')
})

test('a list that somebody spoilt is as good as none', async () => {
  for (const text of ['', '{}', '[1, 2]', '["/a', 'null']) {
    await writeFile(join(home, 'recent.json'), text)
    expect(await recentWorkspaces()).toEqual([])
  }
})

test('ten files are remembered, each once, latest first', async () => {
  for (let n = 0; n < 12; n++) await rememberWorkspace(join(home, `${n}.linchpin`))
  await rememberWorkspace(join(home, '5.linchpin'))
  const expected = [5, 11, 10, 9, 8, 7, 6, 4, 3, 2].map((n) => join(home, `${n}.linchpin`))
  expect(await recentWorkspaces()).toEqual(expected)
})

test('a new workspace never takes the place of a file, and leaves nothing half made', async () => {
  const folder = join(home, 'folder')
  await mkdir(folder)
  const file = join(folder, 'taken.linchpin')
  await writeFile(file, 'somebody else’s')
  await expect(newWorkspace(file, 'en', true)).rejects.toMatchObject({ code: 'file_exists' })
  expect(await readFile(file, 'utf8')).toBe('somebody else’s')
  expect(await readdir(folder)).toEqual(['taken.linchpin'])
})
