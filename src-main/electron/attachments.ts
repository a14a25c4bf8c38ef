import { existsSync, statSync } from 'node:fs'
import { extname, isAbsolute } from 'node:path'
import { fileURLToPath } from 'node:url'
import { shell } from 'electron'
import { targetKind } from '../../src-shared/model/attachmentTarget'

/** Files that a program reads and nothing runs. Any other is shown in its folder, where the user decides. */
const documents: ReadonlySet<string> = new Set(
  'pdf doc docx xls xlsx ppt pptx odt ods odp rtf txt md csv wps et dps png jpg jpeg gif webp bmp heic mp3 m4a wav mp4 mov eml ics'
    .split(' ')
    .map((ending) => `.${ending}`),
)

/** Opens what an attachment points at; see BridgeShell.openAttachment. */
export async function openAttachment(target: string): Promise<boolean> {
  const kind = targetKind(target)
  if (kind === null) return false
  if (kind === 'page') {
    await shell.openExternal(new URL(target).href)
    return true
  }
  const path = pathOf(target)
  if (path === null || !isAbsolute(path) || !existsSync(path)) return false
  if (statSync(path).isFile() && documents.has(extname(path).toLowerCase())) return (await shell.openPath(path)) === ''
  shell.showItemInFolder(path)
  return true
}

/** Null for an address of a file that is none on this system, such as another's drive letter. */
function pathOf(target: string): string | null {
  if (!/^file:/i.test(target)) return target
  try {
    return fileURLToPath(target)
  } catch {
    return null
  }
}
