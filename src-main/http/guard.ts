import type { Context, MiddlewareHandler } from 'hono'
import { AppError } from '../../src-shared/errors'

const NAMES = ['127.0.0.1', 'localhost']

/**
 * Lets in only what a page of this server or a program on this machine sends. A foreign page can reach 127.0.0.1 too: by a name
 * of its own that resolves there (its Host tells), or by a request from its own origin (Origin and Sec-Fetch-Site tell).
 * @throws AppError `forbidden_origin`
 */
export function guard(port: number): MiddlewareHandler {
  // URL leaves out port 80, as browsers do in Host and Origin.
  const hosts = new Set(NAMES.map((name) => new URL(`http://${name}:${port}`).host))
  return async (c, next) => {
    const host = c.req.header('host')?.toLowerCase() ?? ''
    // A request line may carry a whole URL, which then overrules Host.
    for (const value of [host, new URL(c.req.url).host]) {
      if (!hosts.has(value)) throw new AppError('forbidden_origin', { value })
    }
    const origin = c.req.header('origin')
    if (origin !== undefined && origin !== `http://${host}`) throw new AppError('forbidden_origin', { value: origin })
    const site = c.req.header('sec-fetch-site')
    if (site !== undefined && site !== 'same-origin' && site !== 'none' && !followsLink(c)) {
      throw new AppError('forbidden_origin', { value: site })
    }
    await next()
  }
}

/** A link to the page may stand anywhere: opening it gives the page no authority. */
function followsLink(c: Context): boolean {
  const navigates = c.req.header('sec-fetch-mode') === 'navigate' && c.req.header('sec-fetch-dest') === 'document'
  return navigates && c.req.method === 'GET' && !c.req.path.startsWith('/api/')
}
