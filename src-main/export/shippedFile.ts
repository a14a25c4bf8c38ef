import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'

/** Files that the built program carries with it in `assets/`, and the package each comes from (electron.vite.config.ts puts them there). */
export const shippedFiles = {
  'NotoSansSC-Regular.ttf': '@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf',
  'NotoSansSC-Bold.ttf': '@expo-google-fonts/noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf',
  'resvg.wasm': '@resvg/resvg-wasm/index_bg.wasm',
} as const

/** Reads one of them: beside the built code, or, run from source, in its package. */
export async function shippedFile(name: keyof typeof shippedFiles): Promise<Buffer> {
  // The code may be in the entry or in a chunk one folder down.
  const built = [join(import.meta.dirname, 'assets', name), join(import.meta.dirname, '..', 'assets', name)]
  return readFile(built.find((path) => existsSync(path)) ?? createRequire(import.meta.url).resolve(shippedFiles[name]))
}
