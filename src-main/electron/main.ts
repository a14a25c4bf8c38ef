import { join, resolve } from 'node:path'
import { app, type BrowserWindow, dialog, Menu, session } from 'electron'
import { z } from 'zod'
import type { ActionId } from '../../src-shared/actions'
import type { BridgeEvent } from '../../src-shared/bridge'
import { preferredLanguage } from '../../src-shared/model/language'
import { userFolder, workspaceEnding } from '../lastWorkspace'
import { openWindow } from './appWindow'
import { openAttachment } from './attachments'
import { TELL } from './channels'
import { Desk } from './desk'
import { Dialogs } from './dialogs'
import { guardPages, guardPermissions, openOutside } from './guards'
import { answerPage } from './ipc'
import { menuTemplate } from './menu'
import { declareScheme, pageUrl, servePage } from './pageProtocol'
import { Reminders } from './reminders'
import { WorkspaceHost } from './workspaceHost'

/** What a second start hands over to the first. */
const Handover = z.object({ file: z.string().nullable() })

// A stick or a test brings its own folder; the window's profile, and with it the lock of a single instance, goes along.
if (process.env['LINCHPIN_HOME']) app.setPath('userData', join(userFolder(), 'profile'))

app.enableSandbox()
declareScheme()
guardPages()

/** What this start is about. */
let first = workspaceIn(process.argv)
/** What to do with a file that the system wants opened; until there is a desk, the start is about it. */
let open = (file: string): void => {
  first = file
}

// A Mac names the file of a double click by an event, which may come before Electron is ready.
app.on('open-file', (event, file) => {
  event.preventDefault()
  open(file)
})

if (app.requestSingleInstanceLock({ file: first } satisfies z.infer<typeof Handover>)) {
  // Not awaited: Electron becomes ready only after this module has run.
  app
    .whenReady()
    .then(run)
    .catch((error: unknown) => {
      dialog.showErrorBox(app.name, error instanceof Error ? (error.stack ?? error.message) : String(error))
      app.exit(1)
    })
} else {
  app.quit()
}

/** The workspace that a command line names, as a path of its own: the last word with our ending. */
function workspaceIn(words: readonly string[]): string | null {
  const word = words.slice(1).findLast((each) => each.endsWith(workspaceEnding))
  return word === undefined ? null : resolve(word)
}

async function run(): Promise<void> {
  let window: BrowserWindow | null = null
  let reminders: Reminders | null = null
  const tell = (event: BridgeEvent) => {
    window?.webContents.send(TELL, event)
    if (event.type === 'changed') reminders?.lookSoon()
  }
  const host = new WorkspaceHost(preferredLanguage(app.getPreferredSystemLanguages()), tell, () => void drawMenu())
  const dialogs = () => new Dialogs(window, host.language)
  const desk = new Desk(host, dialogs, async (file) => {
    app.addRecentDocument(file)
    await drawMenu()
    reminders?.lookSoon()
    // A page begins anew with another workspace, so that nothing of the old one stays in it.
    await window?.loadURL(pageUrl)
  })

  async function drawMenu(): Promise<void> {
    const state = {
      language: host.language,
      recent: await desk.recent(),
      mac: process.platform === 'darwin',
      developing: !app.isPackaged,
    }
    const template = menuTemplate(state, {
      action: (id) => tell({ type: 'action', id }),
      newWorkspace: (sample) => void desk.newWorkspace(sample),
      openWorkspace: () => void desk.openWorkspace(),
      openRecent: (path) => void desk.openFile(path),
      about: () => void dialogs().about(),
    })
    Menu.setApplicationMenu(Menu.buildFromTemplate(template))
  }

  const toFront = () => {
    if (window?.isMinimized()) window.restore()
    window?.focus()
  }
  open = (file) => void desk.openFile(file)
  app.on('second-instance', (_event, _words, _folder, data) => {
    toFront()
    const handover = Handover.safeParse(data)
    if (handover.success && handover.data.file !== null) open(handover.data.file)
  })

  app.on('window-all-closed', () => app.quit())
  let closing: Promise<void> | null = null
  let closed = false
  app.on('will-quit', (event) => {
    if (closed) return
    event.preventDefault()
    reminders?.stop()
    closing ??= host.close().finally(() => {
      closed = true
      app.quit()
    })
  })

  guardPermissions(session.defaultSession)
  servePage(join(import.meta.dirname, '../renderer'))
  answerPage({
    call: ({ endpoint, input, callId }) => host.call(endpoint, input, callId),
    cancel: ({ callId }) => {
      host.cancel(callId)
      return null
    },
    newWorkspace: ({ sample }) => desk.newWorkspace(sample),
    openWorkspace: () => desk.openWorkspace(),
    openRecent: ({ path }) => desk.openRecent(path),
    saveCopy: () => desk.saveCopy(),
    recent: () => desk.recent(),
    openExternal: ({ url }) => openOutside(url),
    openAttachment: ({ target }) => openAttachment(target),
    presenting: ({ presenting }) => {
      reminders?.setPresenting(presenting)
      return null
    },
  })

  await drawMenu()
  if (!(await desk.begin(first))) {
    app.quit()
    return
  }
  window = openWindow()
  reminders = new Reminders(host, {
    showTask: (taskId) => {
      toFront()
      tell({ type: 'task', taskId })
    },
    showAlerts: () => {
      toFront()
      tell({ type: 'action', id: 'showAlerts' satisfies ActionId })
    },
    isFocused: () => window?.isFocused() ?? false,
  })
  window.once('closed', () => (window = null))
}
