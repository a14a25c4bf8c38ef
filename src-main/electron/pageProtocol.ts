import { readFile } from 'node:fs/promises'
import { extname, isAbsolute, join, relative } from 'node:path'
import { protocol } from 'electron'
import { pageHeaders } from '../csp'

const SCHEME = 'app'
const HOST = 'linchpin'

/** Where the window finds its page. */
export const pageUrl = `${SCHEME}://${HOST}/index.html`

/** The kinds of file that a build of the page consists of; anything else is not served. */
const mediaTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.ttf': 'font/ttf',
  '.wasm': 'application/wasm',
}

/** Says, before Electron is ready, that our scheme is to have an origin of its own, like https. */
export function declareScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ])
}

/** Answers the scheme with the files below `folder` and nothing else. */
export function servePage(folder: string): void {
  protocol.handle(SCHEME, async (request) => {
    const file = fileOf(request.url, folder)
    if (request.method !== 'GET' || file === null) return refusal()
    const mediaType = mediaTypes[extname(file)]
    if (mediaType === undefined) return refusal()
    const bytes = await readFile(file).catch(() => null)
    return bytes === null ? refusal() : new Response(bytes, { headers: { ...pageHeaders, 'Content-Type': mediaType } })
  })
}

/** Whether an address belongs to our page. URL knows no origin of schemes of our own. */
export function isPage(address: string): boolean {
  const url = URL.parse(address)
  return url !== null && url.protocol === `${SCHEME}:` && url.host === HOST
}

/** The file that an address means; null outside of `folder` and for what is no address of ours. */
function fileOf(address: string, folder: string): string | null {
  if (!isPage(address)) return null
  try {
    const file = join(folder, decodeURIComponent(new URL(address).pathname))
    const inside = relative(folder, file)
    return inside === '' || inside.startsWith('..') || isAbsolute(inside) || inside.includes('\0') ? null : file
  } catch {
    // Not percent-encoded as it should be.
    return null
  }
}

const refusal = () => new Response('', { status: 404, headers: pageHeaders })
