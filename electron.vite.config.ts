import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'
import type { Plugin } from 'vite'
import { shippedFiles } from './src-main/export/shippedFile'

/**
 * One build for every door: `main` holds the Electron process and the command line (with the browser door), `preload` the
 * bridge of a sandboxed window, which must be CommonJS to load there, and `renderer` the page that both doors show.
 * `dependencies` stay outside the bundles, `devDependencies` are bundled (electron-vite's default), so that only the database
 * driver has to travel with a package.
 */
export default defineConfig({
  main: {
    plugins: [carryShippedFiles()],
    // Its module for Node defines a `require` of its own, beside the one that electron-vite puts into a chunk that asks for one.
    resolve: { alias: { fflate: 'fflate/browser' } },
    build: {
      outDir: 'out/main',
      rollupOptions: {
        input: { electron: 'src-main/electron/main.ts', cli: 'src-main/cli/main.ts' },
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  },
  preload: {
    build: {
      outDir: 'out/preload',
      rollupOptions: {
        input: { preload: 'src-main/electron/preload.ts' },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'src-renderer',
    plugins: [react()],
    build: {
      outDir: 'out/renderer',
      rollupOptions: { input: 'src-renderer/index.html' },
    },
  },
})

/** Copies the fonts and the WebAssembly that pictures are made with beside the built code, which has no packages to find them in. */
function carryShippedFiles(): Plugin {
  const { resolve } = createRequire(import.meta.url)
  return {
    name: 'linchpin:shipped-files',
    generateBundle() {
      for (const [name, source] of Object.entries(shippedFiles)) {
        this.emitFile({ type: 'asset', fileName: `assets/${name}`, source: readFileSync(resolve(source)) })
      }
    },
  }
}
