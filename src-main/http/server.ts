import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import { AppError } from '../../src-shared/errors'
import { CODE_FRAGMENT } from '../../src-shared/httpDoor'
import type { Language } from '../../src-shared/model/language'
import type { Workspace } from '../workerClient'
import { createDoor } from './door'
import { createEventHub } from './events'
import { pageFiles } from './pageFiles'
import { newSecrets } from './secrets'

/** The only address listened on: nothing outside this machine can reach it. */
const LOOPBACK = '127.0.0.1'
/** How long a closing server lets streams end and short calls finish, in ms; hanging up then cancels what still runs. */
const GRACE_MS = 200

export interface ServerOptions {
  /** Answers the calls. Stays the caller's to close, after the server. */
  readonly workspace: Workspace
  /** The built page. */
  readonly rendererDir: string
  /** Default 0: any free one. */
  readonly port?: number
  /** Of sentences for those who do not say theirs (Accept-Language). */
  readonly language: Language
  /** Largest body of a request, in MB. Default 256: a CSV of 100,000 rows is about 20 in base64. */
  readonly bodyLimit?: number
}

/** The browser door while it is open. */
export interface RunningServer {
  /** `http://127.0.0.1:PORT`, without a slash at its end. */
  readonly url: string
  /** The same with the one-time code: signs in whoever opens it first. */
  readonly address: string
  readonly port: number
  /** Of this launch, for other programs. */
  readonly token: string
  /** Ends the streams, cancels running calls and resolves when the last of them is over. */
  close(): Promise<void>
}

/**
 * Opens the loopback HTTP door onto a workspace (interfaces.md).
 * @throws AppError `port_taken`
 */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { workspace, rendererDir, port = 0, language, bodyLimit = 256 } = options
  const page = await pageFiles(rendererDir)
  const server = createServer()
  const bound = await listen(server, port)
  const secrets = newSecrets()
  const events = createEventHub()
  const underWay = new Set<Promise<unknown>>()
  const call: Workspace['call'] = (...request) => {
    const work = workspace.call(...request).finally(() => underWay.delete(work))
    underWay.add(work)
    return work
  }
  const door = createDoor({ call, events, secrets, page, port: bound, language, bodyLimit })
  const listener = getRequestListener(door.fetch)
  server.on('request', (request, response) => void listener(request, response))
  const stopTelling = workspace.onChanged((endpoint) => events.tell({ type: 'changed', endpoint }))

  const url = `http://${LOOPBACK}:${bound}`
  return {
    url,
    address: `${url}/#${CODE_FRAGMENT}=${secrets.code}`,
    port: bound,
    token: secrets.token,
    close: async () => {
      stopTelling()
      const closed = once(server, 'close')
      server.close()
      events.close()
      const hangUp = setTimeout(() => server.closeAllConnections(), GRACE_MS)
      await closed
      clearTimeout(hangUp)
      await Promise.allSettled(underWay)
    },
  }
}

/** @returns the port, chosen by the system when asked for 0. @throws AppError `port_taken` */
async function listen(server: Server, port: number): Promise<number> {
  server.listen(port, LOOPBACK)
  try {
    await once(server, 'listening')
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : ''
    // EACCES: the low ports of some systems.
    if (code === 'EADDRINUSE' || code === 'EACCES') throw new AppError('port_taken', { value: port }, { cause: error })
    throw error
  }
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('a server listening on a port has an address')
  return address.port
}
