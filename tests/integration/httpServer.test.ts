import { expect, test } from 'vitest'
import { startServer } from '../../src-main/http/server'
import { contract } from '../../src-shared/contract'
import { openDoor, page, pageFolder } from '../support/door'
import { httpClient, signIn, tokenOf } from '../support/httpClient'

test('the printed address signs in once; its token then works for the whole launch', async () => {
  const { server } = await openDoor()
  expect(server.address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/#code=[\w-]{43}$/)
  const token = await tokenOf(await signIn(server.address))
  expect(token).toBe(server.token)
  expect(token).toMatch(/^[\w-]{43}$/)
  const page = httpClient(server.url, token)
  expect(await page.value('account.list', {})).toEqual([])
  // A reload of the tab: the same token from sessionStorage.
  expect(await httpClient(server.url, token).value('account.list', {})).toEqual([])
})

test('each launch has secrets of its own', async () => {
  const [one, other] = [await openDoor(), await openDoor()]
  expect(one.server.token).not.toBe(other.server.token)
  expect(one.server.address).not.toContain(other.server.token)
  const stale = httpClient(other.server.url, one.server.token)
  expect(await stale.call('account.list', {})).toMatchObject({ ok: false, error: { code: 'unauthorized' } })
})

test('the page, its files and its paths', async () => {
  const { server } = await openDoor()
  const get = (path: string, method = 'GET') => fetch(`${server.url}${path}`, { method })
  const home = await get('/')
  expect(await home.text()).toBe(page)
  expect(home.headers.get('content-type')).toMatch(/^text\/html/)
  expect(home.headers.get('cache-control')).toBe('no-cache')
  expect(await (await get('/accounts/42')).text()).toBe(page)
  const script = await get('/assets/index-Ab3dE9x_.js')
  expect(await script.text()).toBe('export {}')
  expect(script.headers.get('content-type')).toMatch(/^text\/javascript/)
  expect(script.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
  const head = await get('/', 'HEAD')
  expect([head.status, await head.text()]).toEqual([200, ''])
  expect((await get('/assets/gone.js')).status).toBe(404)
  expect(await (await get('/api/nothing')).json()).toMatchObject({ ok: false, error: { code: 'unauthorized' } })
})

test('a taken port is told as such', async () => {
  const { server, workspace } = await openDoor()
  const second = startServer({ workspace, rendererDir: await pageFolder(), port: server.port, language: 'en' })
  await expect(second).rejects.toMatchObject({ code: 'port_taken', params: { value: server.port } })
})

test('a closed server frees its port for the next', async () => {
  const { server, workspace } = await openDoor()
  await server.close()
  const again = await openDoor(undefined, { workspace, port: server.port })
  expect(again.server.port).toBe(server.port)
  expect(await again.client.value('account.list', {})).toEqual([])
})

test('the description names every endpoint, and each reference in it leads somewhere', async () => {
  const { server } = await openDoor()
  const response = await fetch(`${server.url}/api/openapi.json`)
  // Read as a client reads it: unknown until looked at.
  const description = (await response.json()) as {
    openapi: string
    paths: Record<string, { post?: { requestBody: { content: { 'application/json': { schema: { $ref: string } } } } } }>
  }
  expect(description.openapi).toBe('3.1.0')
  expect(Object.keys(description.paths).toSorted()).toEqual(
    [...Object.keys(contract), 'session', 'events'].map((name) => `/api/${name}`).toSorted(),
  )
  const references = [...JSON.stringify(description).matchAll(/"\$ref":"([^"]+)"/g)].map(([, reference]) => reference ?? '')
  expect(references.length).toBeGreaterThan(2 * Object.keys(contract).length)
  for (const reference of references) expect(resolve(description, reference), reference).toBeTypeOf('object')

  const schema = resolve(
    description,
    description.paths['/api/tie.create']?.post?.requestBody.content['application/json'].schema.$ref ?? '',
  )
  expect(schema).toMatchObject({
    type: 'object',
    required: ['fromPersonId', 'toPersonId', 'kind', 'on'],
    properties: { strength: { type: 'number', minimum: 0, maximum: 1 } },
  })
})

/** Follows a JSON pointer, as in `#/components/schemas/Refusal`. */
function resolve(document: unknown, reference: string): unknown {
  return reference
    .replace(/^#\//, '')
    .split('/')
    .reduce<unknown>(
      (node, key) =>
        node !== null && typeof node === 'object' ? Object.entries(node).find(([name]) => name === key)?.[1] : undefined,
      document,
    )
}
