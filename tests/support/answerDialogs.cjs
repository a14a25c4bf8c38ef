/**
 * Loaded into the main process before our own: answers native dialogs in a person's place and keeps what was asked. The first
 * answers come with the process; desktop.ts adds more.
 */
const { isMainThread } = require('node:worker_threads')

// Worker threads are started with the same words as the main process.
if (isMainThread) {
  const { dialog, shell } = require('electron')
  const script = { answers: JSON.parse(process.env.LINCHPIN_TEST_ANSWERS ?? '{}'), asked: [], opened: [] }
  globalThis.dialogScript = script

  for (const name of ['showOpenDialog', 'showSaveDialog', 'showMessageBox']) {
    dialog[name] = async (...args) => {
      const options = args.at(-1)
      script.asked.push({ name, ...options })
      const answer = script.answers[name]?.shift()
      if (answer === undefined) throw new Error(`the test has no answer for ${name} ${JSON.stringify(options)}`)
      return answer
    }
  }

  shell.openExternal = async (url) => {
    script.opened.push(url)
  }
}
