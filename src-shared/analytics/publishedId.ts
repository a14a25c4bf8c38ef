/**
 * The id that other programs know: the imported one where there is one (interfaces.md, `analyse --json`). Rules that
 * order by id (domain.md 6.3, 6.4) mean this one, so that an import gives the same answer in every workspace.
 */
export function publishedId(row: { readonly id: string; readonly sourceId: string | null }): string {
  return row.sourceId ?? row.id
}
