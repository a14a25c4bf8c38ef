import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { beforeAll, expect, test } from 'vitest'
import { ensureProgram, linchpin, linchpinJson } from '../../support/cli'
import { poppler } from '../../support/poppler'
import { temporaryFolder } from '../../support/workspace'

beforeAll(ensureProgram, 180_000)

const ACCOUNT = ['--account', 'Acme', '--as-of', '2026-11-21', '--lang', 'en']

/** A workspace with three people under ids of the sender, and a way to export from it. */
async function acme() {
  const folder = await temporaryFolder()
  const file = join(folder, 'acme.linchpin')
  const csv = {
    people: 'id,name,title,side\nP1,Ann Boss,CEO,theirs\nP2,Ben Clerk,Clerk,theirs\nO1,Olga Seller,Account Manager,ours\n',
    roles: 'person,opportunity,role\nP1,Plant,economic-buyer\nP2,Plant,user\n',
    judgements: 'subject,by,kind,value,date\nP1,O1,depth,3,2026-11-01\nP1,O1,stance,coach,2026-11-01\n',
  }
  for (const [kind, text] of Object.entries(csv)) await writeFile(join(folder, `${kind}.csv`), text)
  await linchpin(['new', file])
  const files = Object.keys(csv).flatMap((kind) => [`--${kind}`, join(folder, `${kind}.csv`)])
  expect(await linchpin(['import', file, '--account', 'Acme', ...files])).toMatchObject({ code: 0 })
  return {
    path: (name: string) => join(folder, name),
    exported: async (name: string, ...options: readonly string[]): Promise<Buffer> => {
      const out = join(folder, name)
      expect(await linchpin(['export', file, '--out', out, ...ACCOUNT, ...options])).toMatchObject({ code: 0 })
      return readFile(out)
    },
    refused: (name: string, ...options: readonly string[]) =>
      linchpinJson(['export', file, '--out', join(folder, name), ...ACCOUNT, ...options]),
  }
}

const slidesOf = (bytes: Buffer): string =>
  Object.entries(unzipSync(bytes))
    .filter(([name]) => /^ppt\/slides\/[^/]+\.xml$/u.test(name))
    .map(([, content]) => strFromU8(content))
    .join('\n')

test('every deck comes out of the command line, on the paper and the slides asked for', async () => {
  const { exported, path } = await acme()
  const drill = poppler(
    'pdftotext',
    ['-raw', '-', '-'],
    await exported('drill.pdf', '--deck', 'drill', '--leaves', 'O1', '--paper', 'a3'),
  )
  expect(drill).toContain('Departure drill')
  expect(drill).toContain('Ann Boss, CEO can no longer be reached')
  expect(poppler('pdfinfo', ['-'], await readFile(path('drill.pdf')))).toMatch(/\(A3\)/u)

  const review = slidesOf(await exported('review.pptx', '--deck', 'review', '--slides', '4:3'))
  expect(review).toContain('Coach')
  const proposal = slidesOf(await exported('proposal.pptx', '--deck', 'proposal', '--redact', 'customer-safe'))
  expect(proposal).toContain('Ann Boss')
  expect(proposal).not.toContain('Coach')

  const from43 = unzipSync(await exported('again.pptx', '--deck', 'proposal', '--template', path('review.pptx')))
  // The size is the template's own.
  expect(strFromU8(from43['ppt/presentation.xml'] ?? new Uint8Array())).toMatch(/sldSz[^>]*cx="9144000"/u)
}, 120_000)

test('words and people that are none, and a template that is not there, are refused with what there is', async () => {
  const { exported, refused, path } = await acme()
  await exported('map.pptx')
  for (const [option, value, offered] of [
    ['--deck', 'novel', 'hand-over'],
    ['--paper', 'a9', 'letter'],
    ['--slides', '1:1', '16:9'],
  ] as const) {
    const { code, value: answer } = await refused('x.pdf', option, value)
    expect([code, answer]).toMatchObject([1, { error: { code: 'unknown_word', params: { value } } }])
    expect(JSON.stringify(answer)).toContain(offered)
  }
  expect(await refused('x.pdf', '--deck', 'drill', '--leaves', 'P9')).toMatchObject({
    value: { error: { code: 'not_found', params: { kind: 'person', value: 'P9' } } },
  })
  expect(await refused('x.pptx', '--template', path('none.potx'))).toMatchObject({ value: { error: { code: 'file_missing' } } })
  expect(await refused('x.pptx', '--template', path('map.pptx'), '--layout', 'Fancy')).toMatchObject({
    value: { error: { code: 'layout_unknown', params: { value: 'Fancy' } } },
  })
}, 120_000)
