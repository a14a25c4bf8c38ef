/** How the answers of an import call a file, or one sheet of a workbook: files and sheets are told apart by it. */
export function importLabel(name: string, sheet: string | null | undefined): string {
  return sheet === null || sheet === undefined ? name : `${name} › ${sheet}`
}
