import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, onTestFinished } from 'vitest'
import type { Core } from '../../src-main/core/core'
import { type RunningServer, type ServerOptions, startServer } from '../../src-main/http/server'
import type { Workspace } from '../../src-main/workerClient'
import { type HttpClient, httpClient } from './httpClient'
import { secondConnection, temporaryFolder, temporaryWorkspace } from './workspace'

/** The loopback HTTP door, open onto a real workspace for the running test. */
export interface OpenDoor {
  readonly server: RunningServer
  readonly workspace: Workspace
  /** Signed in with the launch's token. */
  readonly client: HttpClient
}

export async function openDoor(fill?: (core: Core) => Promise<void>, options: Partial<ServerOptions> = {}): Promise<OpenDoor> {
  const workspace = options.workspace ?? (await temporaryWorkspace(fill))
  const rendererDir = options.rendererDir ?? (await pageFolder())
  const server = await startServer({ language: 'en', ...options, workspace, rendererDir })
  onTestFinished(() => server.close())
  return { server, workspace, client: httpClient(server.url, server.token) }
}

/** Runs an attack and holds the file against it: nobody may have written anything meanwhile. */
export async function unharmed<T>({ workspace }: OpenDoor, attack: () => Promise<T>): Promise<T> {
  const observer = await secondConnection(workspace.file)
  const before = observer.dataVersion()
  const result = await attack()
  expect(observer.dataVersion()).toBe(before)
  return result
}

export const page = '<!doctype html><title>Linchpin</title>'

/** A built page in small, in the folder `renderer` of a temporary one. */
export async function pageFolder(): Promise<string> {
  const folder = join(await temporaryFolder(), 'renderer')
  await mkdir(join(folder, 'assets'), { recursive: true })
  await writeFile(join(folder, 'index.html'), page)
  await writeFile(join(folder, 'assets', 'index-Ab3dE9x_.js'), 'export {}')
  return folder
}
