import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { type Core, createCore, openCore } from '../../src-main/core/core'
import { openWorkspace, type Workspace } from '../../src-main/workerClient'

/** A folder of its own for the running test, gone afterwards. */
export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'linchpin-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  return folder
}

/** A new workspace file for the running test: empty, or filled by `fill`. Returns its path. */
export async function workspaceFile(fill?: (core: Core) => Promise<void>): Promise<string> {
  const file = join(await temporaryFolder(), 'test.linchpin')
  const core = await createCore(file)
  await fill?.(core)
  await core.close()
  return file
}

/** The workspace behind its two real worker threads, as the doors hold it; closed after the running test. */
export async function temporaryWorkspace(fill?: (core: Core) => Promise<void>): Promise<Workspace> {
  const workspace = await openWorkspace(await workspaceFile(fill))
  onTestFinished(() => workspace.close())
  return workspace
}

/** Another program's connection to a workspace; closed after the running test. */
export async function secondConnection(file: string): Promise<Core> {
  const core = await openCore(file)
  onTestFinished(() => core.close())
  return core
}
