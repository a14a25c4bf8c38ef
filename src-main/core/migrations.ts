/** 'LNCH' in SQLite's header: the file is a Linchpin workspace. */
export const applicationId = 0x4c_4e_43_48

const scripts = import.meta.glob<string>('../../migrations/*.sql', { query: '?raw', import: 'default', eager: true })

/** The .sql files by name without ending, in order; each name begins with its schema version. */
export const migrations: ReadonlyMap<string, string> = new Map(
  Object.entries(scripts)
    .map(([path, sql]) => [path.replace(/^.*\/(.*)\.sql$/, '$1'), sql] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1)),
)

/** The schema version that a migration leads to. */
export const versionOf = (name: string): number => Number.parseInt(name, 10)

/** The newest schema this program knows; files beyond it are refused. */
export const knownVersion = Math.max(...[...migrations.keys()].map(versionOf))
