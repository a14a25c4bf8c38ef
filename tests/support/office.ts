import { execFile } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** LibreOffice starts slowly on a busy machine; a conversion itself takes a second or two. */
const PATIENCE_MS = 180_000

/**
 * A document as LibreOffice, a program that knows nothing of ours, reads and writes it: `ending` is that of `bytes`, `to` the one
 * wanted ('pdf', 'pptx', 'docx', 'xlsx', …). Each call works in a folder and with a profile of its own, so that calls may run at the
 * same time. Errors with what LibreOffice said where it wrote no file: it ends with 0 even for files it cannot open.
 */
export async function convertWithLibreOffice(bytes: Uint8Array, ending: string, to: string): Promise<Uint8Array> {
  return inFolder(async (folder) => {
    const source = join(folder, `document.${ending}`)
    const outDir = join(folder, 'converted')
    await writeFile(source, bytes)
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`
    const { stdout, stderr } = await run('soffice', [profile, '--headless', '--convert-to', to, '--outdir', outDir, source], {
      timeout: PATIENCE_MS,
    })
    return readFile(join(outDir, `document.${to}`)).catch(() => {
      throw new Error(`LibreOffice wrote no ${to} from the ${ending}: ${[stdout, stderr].join(' ').trim()}`)
    })
  })
}

/** The text of a PDF as poppler finds it, one string a page; lines keep their places with `layout`. */
export async function pdfPages(pdf: Uint8Array, { layout = false } = {}): Promise<string[]> {
  return inFolder(async (folder) => {
    const source = join(folder, 'document.pdf')
    await writeFile(source, pdf)
    const { stdout } = await run('pdftotext', [...(layout ? ['-layout'] : []), '-enc', 'UTF-8', source, '-'], {
      maxBuffer: 64 * 1024 * 1024,
    })
    // A form feed ends each page.
    return stdout.split('\f').slice(0, -1)
  })
}

/** Each page of a PDF as the bytes of a PNG, at `dpi` dots an inch. */
export async function pdfPictures(pdf: Uint8Array, dpi = 60): Promise<Uint8Array[]> {
  return inFolder(async (folder) => {
    const source = join(folder, 'document.pdf')
    await writeFile(source, pdf)
    await run('pdftoppm', ['-r', String(dpi), '-png', source, join(folder, 'page')])
    const names = (await readdir(folder)).filter((name) => name.endsWith('.png')).sort()
    return Promise.all(names.map((name) => readFile(join(folder, name))))
  })
}

async function inFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'linchpin-office-'))
  try {
    return await work(folder)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
