import { parentPort, workerData } from 'node:worker_threads'
import { z } from 'zod'
import { AppError } from '../src-shared/errors'
import type { Progress } from './core/context'
import { type Core, openCore, openReadingCore } from './core/core'
import { toFailure } from './core/failure'
import { CANCEL_SLOT, PROGRESS_SCALE, PROGRESS_SLOT, type FromWorker, type ToWorker } from './workerProtocol'

/**
 * A thread with one connection: the writer, or a reader that cannot write. A long transaction gives this thread's event loop no
 * turn, so progress and cancelling go through shared memory.
 */
const { role, file } = z.object({ role: z.enum(['writer', 'reader']), file: z.string() }).parse(workerData)
const port = parentPort
if (!port) throw new Error('worker.ts runs as a worker thread')
const post = (message: FromWorker) => port.postMessage(message)

function progressIn(shared: Int32Array): Progress {
  return {
    report: (share) => void Atomics.store(shared, PROGRESS_SLOT, Math.round(share * PROGRESS_SCALE)),
    checkCancelled: () => {
      if (Atomics.load(shared, CANCEL_SLOT) !== 0) throw new AppError('cancelled', {})
    },
  }
}

try {
  const core: Core = role === 'writer' ? await openCore(file) : openReadingCore(file)
  port.on('message', (message: ToWorker) => {
    switch (message.type) {
      case 'call': {
        const before = core.writes()
        void core
          .call(message.endpoint, message.input, progressIn(new Int32Array(message.shared)))
          .then((reply) => post({ type: 'reply', id: message.id, reply, wrote: core.writes() !== before }))
        break
      }
      case 'dataVersion':
        post({ type: 'dataVersion', id: message.id, version: core.dataVersion() })
        break
      case 'close':
        void core.close().then(() => {
          post({ type: 'closed' })
          port.close()
        })
        break
      default:
        message satisfies never
    }
  })
  post({ type: 'ready', upgradeBackup: core.upgradeBackup })
} catch (error) {
  post({ type: 'failed', failure: toFailure(error, file) })
  port.close()
}
