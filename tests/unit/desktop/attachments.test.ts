import { mkdirSync, writeFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { isSafeTarget, targetKind } from '../../../src-shared/model/attachmentTarget'
import { temporaryFolder } from '../../support/workspace'

const shell = vi.hoisted(() => ({
  openExternal: vi.fn(async () => {}),
  openPath: vi.fn(async () => ''),
  showItemInFolder: vi.fn(),
}))
vi.mock('electron', () => ({ shell }))
const { openAttachment } = await import('../../../src-main/electron/attachments')

beforeEach(() => vi.clearAllMocks())

const refused = [
  'javascript:alert(1)',
  'data:text/html,x',
  'ms-msdt:/id',
  'vbscript:x',
  'file://host/x',
  '//host/x',
  'https://',
  'a\u0000b',
  '',
]

describe('what an attachment points at', () => {
  it.each(['https://example.com/a?b=1#c', 'HTTP://example.com'])('%s is a page', (target) => {
    expect(targetKind(target)).toBe('page')
  })
  it.each(['/srv/a.pdf', 'C:\\资料\\方案.pptx', 'd:/a.pdf', 'file:///srv/a.pdf', '合同/报价.docx'])('%s is a file', (target) => {
    expect(targetKind(target)).toBe('file')
  })
  it.each(refused)('%s is nothing', (target) => {
    expect(targetKind(target)).toBeNull()
    expect(isSafeTarget(target)).toBe(false)
  })
  it('may be noted on another machine, and is not opened there', () => {
    expect([isSafeTarget('\\\\server\\share\\a.pdf'), targetKind('\\\\server\\share\\a.pdf')]).toEqual([true, null])
  })
})

describe('the desktop opens', () => {
  it('pages in the browser', async () => {
    expect(await openAttachment('https://example.com/a b')).toBe(true)
    expect(shell.openExternal).toHaveBeenCalledExactlyOnceWith('https://example.com/a%20b')
  })

  it('documents that are there, and shows anything else in its folder', async () => {
    const folder = await temporaryFolder()
    const at = (name: string) => `${folder}/${name}`
    writeFileSync(at('方案.PDF'), '')
    writeFileSync(at('run.sh'), '')
    mkdirSync(at('folder.pdf'))
    expect(await openAttachment(at('方案.PDF'))).toBe(true)
    expect(await openAttachment(pathToFileURL(at('方案.PDF')).href)).toBe(true)
    expect(shell.openPath.mock.calls).toEqual([[at('方案.PDF')], [at('方案.PDF')]])
    expect([await openAttachment(at('run.sh')), await openAttachment(at('folder.pdf'))]).toEqual([true, true])
    expect(shell.showItemInFolder.mock.calls).toEqual([[at('run.sh')], [at('folder.pdf')]])
    shell.openPath.mockResolvedValueOnce('no program for it')
    expect(await openAttachment(at('方案.PDF'))).toBe(false)
  })

  it('nothing else', async () => {
    for (const target of [...refused, '/not/there.pdf', 'relative.pdf', '\\\\server\\share\\a.pdf']) {
      expect(await openAttachment(target), target).toBe(false)
    }
    for (const opened of Object.values(shell)) expect(opened).not.toHaveBeenCalled()
  })
})
