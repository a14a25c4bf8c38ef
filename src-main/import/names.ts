/** A file's name without the folders before it, whichever system wrote them. */
export function baseName(file: string): string {
  return file.replace(/^.*[/\\]/s, '')
}
