/** What an attachment's target is: a page, a file of this machine or a mapped drive, or nothing that may be opened. */
export type TargetKind = 'page' | 'file'

/** `C:\…` has what looks like a scheme of one letter. */
const scheme = /^([a-z][a-z0-9+.-]+):/i

/**
 * Web addresses are pages; a path without a scheme, or with `file:`, is a file. Anything else could start a program: `javascript:`,
 * `ms-…:` and their like. So could asking another machine for a file: paths that begin with two slashes or backslashes are none.
 */
export function targetKind(target: string): TargetKind | null {
  const named = scheme.exec(target)?.[1]?.toLowerCase()
  if (named === 'http' || named === 'https') return URL.canParse(target) ? 'page' : null
  if (hasControls(target)) return null
  if (named === 'file') return /^file:\/\/\/[^/\\]/i.test(target) ? 'file' : null
  if (named !== undefined) return null
  return /^[\\/]{2}/.test(target) || target === '' ? null : 'file'
}

function hasControls(text: string): boolean {
  return /\p{Cc}/u.test(text)
}

/** Whether an attachment may point there. A share of another machine may be noted, though it is never opened. */
export function isSafeTarget(target: string): boolean {
  return targetKind(target) !== null || (/^\\\\[^\\/]/.test(target) && !hasControls(target))
}
