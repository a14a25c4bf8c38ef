/** 'LNCH' in SQLite's header: the file is a Linchpin workspace. */
export const applicationId = 0x4c_4e_43_48

const scripts = import.meta.glob<string>('../../migrations/*.sql', { query: '?raw', import: 'default', eager: true })

/** SQL scripts by name without ending, in order; each name begins with the schema version that it leads to. */
export type Migrations = ReadonlyMap<string, string>

/** The .sql files of migrations/. */
export const migrations: Migrations = new Map(
  Object.entries(scripts)
    .map(([path, sql]) => [path.replace(/^.*\/(.*)\.sql$/, '$1'), sql] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1)),
)

/** The schema version that a migration leads to. */
export const versionOf = (name: string): number => Number.parseInt(name, 10)

/** The schema version that all of some migrations lead to. */
export const newestVersion = (steps: Migrations): number => Math.max(...[...steps.keys()].map(versionOf))

/** The newest schema this program knows; files beyond it are refused. */
export const knownVersion = newestVersion(migrations)
