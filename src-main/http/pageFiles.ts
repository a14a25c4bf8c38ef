import { readdir, readFile } from 'node:fs/promises'
import { extname, join, relative, sep } from 'node:path'
import type { MiddlewareHandler } from 'hono'
import { getMimeType } from 'hono/utils/mime'

/** Where the build puts files whose names carry a hash of their content. */
const HASHED = '/assets/'
const PAGE = '/index.html'

/**
 * Serves the built page. The files are listed once, when the server starts, and only what is on that list exists: no spelling of
 * a path can lead anywhere else, and links are not listed. A path without an ending is the page itself.
 */
export async function pageFiles(folder: string): Promise<MiddlewareHandler> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = new Map<string, string>()
  for (const entry of entries) {
    if (!entry.isFile()) continue
    const file = join(entry.parentPath, entry.name)
    files.set(`/${relative(folder, file).split(sep).join('/')}`, file)
  }
  if (!files.has(PAGE)) throw new Error(`${folder} holds no built page`)

  return async (c, next) => {
    const path = extname(c.req.path) === '' ? PAGE : c.req.path
    const file = files.get(path)
    if (file === undefined) return next()
    c.header('Content-Type', getMimeType(file) ?? 'application/octet-stream')
    c.header('Cache-Control', path.startsWith(HASHED) ? 'public, max-age=31536000, immutable' : 'no-cache')
    return c.body(await readFile(file))
  }
}
