import { AppError } from '../../src-shared/errors'
import type { AccountId } from '../../src-shared/model/ids'
import type { ReadContext } from '../core/context'
import { BUNDLE_VERSION, type BundleRow, type BundleTable, bundleTables, storedRows } from '../import/bundleFormat'
import { accountRows } from './accountRows'

/**
 * The complete workspace, or one account with all that belongs to it, as JSON that `import --bundle` takes in without loss
 * (docs/bundle.md). Rows are in order of their keys, one a line, and nothing tells when or where it was written: equal content is
 * equal bytes. @throws AppError `not_found`
 */
export async function exportBundle({ raw }: Pick<ReadContext, 'raw'>, accountId?: AccountId): Promise<string> {
  // One transaction, so that no table is read before and another after somebody's change.
  const rows = raw.transaction(() => new Map(bundleTables.map((table) => [table, storedRows(raw, table)])))()
  if (accountId === undefined) return written('workspace', rows)
  if (!rows.get('account')?.some(({ id }) => id === accountId))
    throw new AppError('not_found', { kind: 'account', value: accountId })
  return written('account', accountRows(rows, accountId))
}

function written(scope: 'workspace' | 'account', rows: ReadonlyMap<BundleTable, readonly BundleRow[]>): string {
  const tables = bundleTables.map((table) => {
    const lines = (rows.get(table) ?? []).map((row) => `      ${JSON.stringify(row)}`)
    return `    ${JSON.stringify(table)}: ${lines.length === 0 ? '[]' : `[\n${lines.join(',\n')}\n    ]`}`
  })
  return `{\n  "linchpin": ${BUNDLE_VERSION},\n  "scope": "${scope}",\n  "tables": {\n${tables.join(',\n')}\n  }\n}\n`
}
