/**
 * What tests and pictures of maps need from the system: Chromium, a Chinese font, and the programs that read our files as others do
 * (LibreOffice, poppler, xmllint, networkx). Installs them where it may; else says the one line to type. `CHROMIUM_PATH` names a
 * Chromium that is elsewhere.
 */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { say } from './say.mjs'

/** Where Debian's package puts it. */
export const chromiumPath = process.env.CHROMIUM_PATH || '/usr/bin/chromium'

/** Makes sure that all is there. Exits with 1 and a sentence when it is not and cannot be. */
export function ensureSystemPackages() {
  const missing = missingPackages()
  if (missing.length === 0) return
  const command = `apt-get install -y --no-install-recommends ${missing.join(' ')}`
  const privileged = asRoot()
  if (privileged && runs('apt-get', '--version')) {
    for (const line of [`apt-get update`, command]) {
      const [program, ...args] = [...privileged, ...line.split(' ')]
      spawnSync(program, args, { stdio: ['ignore', 2, 2], env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } })
    }
    if (missingPackages().length === 0) return
  }
  say('electron.start.noPackages', { packages: missing.join(', '), command: `sudo ${command}` })
  process.exit(1)
}

/** Debian's packages of programs by which tests prove our files, and how to tell that each is there. */
const readers = {
  'libreoffice-impress': () => hasOffice('impress'),
  'libreoffice-writer': () => hasOffice('writer'),
  'libreoffice-calc': () => hasOffice('calc'),
  'poppler-utils': () => runs('pdftotext', '-v') && runs('pdftoppm', '-v'),
  'libxml2-utils': () => runs('xmllint', '--version'),
  'python3-networkx': () => runs(systemPython, '-c', 'import networkx'),
}

/** Debian's own, for which its packages are: a PATH may lead to another first. */
const systemPython = existsSync('/usr/bin/python3') ? '/usr/bin/python3' : 'python3'

function missingPackages() {
  const packages = []
  if (!existsSync(chromiumPath)) packages.push('chromium')
  if (!hasChineseFont()) packages.push('fonts-noto-cjk')
  for (const [name, isThere] of Object.entries(readers)) if (!isThere()) packages.push(name)
  return packages
}

/** Debian gives each part of LibreOffice a package, and a command of its own by which to see it; elsewhere it is one program. */
function hasOffice(part) {
  return runs('soffice', '--version') && (existsSync(`/usr/bin/lo${part}`) || !existsSync('/usr/bin/dpkg'))
}

/** Systems without fontconfig (Windows, macOS) bring Chinese fonts of their own. */
function hasChineseFont() {
  if (process.platform !== 'linux') return true
  return spawnSync('fc-list', [':lang=zh-cn', 'family'], { encoding: 'utf8' }).stdout?.trim()
    ? true
    : existsSync('/usr/share/fonts/opentype/noto')
}

/** The words before a command that may install; null: nobody here may. */
function asRoot() {
  if (process.platform !== 'linux') return null
  if (process.getuid?.() === 0) return []
  return runs('sudo', '-n', 'true') ? ['sudo', '-n'] : null
}

function runs(program, ...args) {
  return spawnSync(program, args, { stdio: 'ignore' }).status === 0
}

if (process.argv[1] === import.meta.filename) ensureSystemPackages()
