import { existsSync } from 'node:fs'
import { mkdir, rename, writeFile } from 'node:fs/promises'
import { builtinModules } from 'node:module'
import { dirname, join, resolve } from 'node:path'
import { build, type Plugin } from 'vite'
import { defineConfig } from 'vitest/config'
import packageJson from './package.json' with { type: 'json' }

const MODULE_PATH = '?modulePath'
/** Inside node_modules, so that what stays outside the bundle is found. Names carry hashes: runs do not disturb each other. */
const builtDir = resolve(import.meta.dirname, 'node_modules/.cache/linchpin-tests')

export default defineConfig({
  plugins: [builtModules()],
  test: {
    include: ['tests/unit/**/*.test.ts', 'tests/integration/**/*.test.ts', 'tests/exploit/**/*.test.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
})

/**
 * Vitest's stand-in for electron-vite's `import path from './worker?modulePath'`: bundles the module the way the product's build
 * does, once a run and only when a test asks for it, and gives the bundle's path, from which a real worker thread starts.
 */
function builtModules(): Plugin {
  const paths = new Map<string, Promise<BuiltModule>>()
  return {
    name: 'linchpin:built-modules',
    enforce: 'pre',
    configureVitest: ({ defineCacheKeyGenerator }) => {
      // The path changes with every file in the bundle, so vitest must not remember it from an earlier run.
      defineCacheKeyGenerator(({ id }) => (id.endsWith(MODULE_PATH) ? false : undefined))
    },
    async resolveId(source, importer) {
      if (!source.endsWith(MODULE_PATH)) return null
      const resolved = await this.resolve(source.slice(0, -MODULE_PATH.length), importer)
      return resolved && resolved.id + MODULE_PATH
    },
    async load(id) {
      if (!id.endsWith(MODULE_PATH)) return null
      const source = id.slice(0, -MODULE_PATH.length)
      const building = paths.get(source) ?? buildModule(source)
      paths.set(source, building)
      const built = await building
      for (const part of built.parts) this.addWatchFile(part)
      return `export default ${JSON.stringify(built.path)}`
    },
    watchChange() {
      paths.clear()
    },
  }
}

interface BuiltModule {
  readonly path: string
  /** The source files in it: a change of one of them makes it stale. */
  readonly parts: readonly string[]
}

async function buildModule(source: string): Promise<BuiltModule> {
  const outside = Object.keys(packageJson.dependencies)
  const result = await build({
    configFile: false,
    logLevel: 'warn',
    // A program that starts a worker asks for its path in turn.
    plugins: [builtModules()],
    ssr: { noExternal: true, external: outside },
    build: {
      ssr: source,
      write: false,
      target: 'node24',
      minify: false,
      sourcemap: 'inline',
      rollupOptions: {
        external: [...outside, ...builtinModules, /^node:/],
        output: { format: 'es', entryFileNames: '[name]-[hash].mjs', chunkFileNames: 'chunks/[name]-[hash].mjs' },
      },
    },
  })
  if (!('output' in result)) throw new Error(`the build of ${source} gave no bundle`)
  const [entry] = result.output
  await Promise.all(result.output.map((part) => place(part.fileName, part.type === 'chunk' ? part.code : part.source)))
  const parts = result.output.flatMap((part) => (part.type === 'chunk' ? part.moduleIds : [])).filter((part) => existsSync(part))
  return { path: join(builtDir, entry.fileName), parts }
}

/** Another run may be starting from the same file just now: it is either whole or not there. */
async function place(fileName: string, content: string | Uint8Array): Promise<void> {
  const path = join(builtDir, fileName)
  if (existsSync(path)) return
  await mkdir(dirname(path), { recursive: true })
  const draft = `${path}.${process.pid}`
  await writeFile(draft, content)
  await rename(draft, path)
}
