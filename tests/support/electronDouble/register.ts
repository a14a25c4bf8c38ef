import { registerHooks } from 'node:module'
import { isMainThread } from 'node:worker_threads'

/**
 * Put before the built main process (`node --import …/register.ts out/main/electron.js`): whoever asks for `electron` gets the
 * double. Its own files name each other without endings, as all of ours do. Worker threads are started with the same words, and
 * know no electron.
 */
const here = new URL('.', import.meta.url).href

if (isMainThread) {
  registerHooks({
    resolve(specifier, context, next) {
      if (specifier === 'electron') return { url: new URL('electron.ts', here).href, shortCircuit: true }
      const ours = specifier.startsWith('./') && context.parentURL?.startsWith(here)
      return next(ours ? new URL(`${specifier}.ts`, here).href : specifier, context)
    },
  })
}
