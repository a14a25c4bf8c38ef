import { contextBridge, ipcRenderer, type IpcRendererEvent } from 'electron'
import type { Bridge, BridgeEvent, BridgePlatform, BridgeShell } from '../../src-shared/bridge'
import { ASK, TELL } from './channels'
import type { Answers, Question } from './questions'

/**
 * Runs in a sandboxed window before its page and hands it the bridge: functions of fixed meaning, never ipcRenderer. The main
 * process checks who asks and what.
 */
function ask<Q extends Question>(question: Q): Promise<Answers[Q['type']]> {
  // The main process answers each question by the same table (ipc.ts).
  return ipcRenderer.invoke(ASK, question) as Promise<Answers[Q['type']]>
}

const shell: BridgeShell = {
  newWorkspace: (sample) => ask({ type: 'newWorkspace', sample }),
  openWorkspace: () => ask({ type: 'openWorkspace' }),
  openRecent: (path) => ask({ type: 'openRecent', path }),
  saveCopy: () => ask({ type: 'saveCopy' }),
  recent: () => ask({ type: 'recent' }),
  openExternal: (url) => ask({ type: 'openExternal', url }),
  openAttachment: (target) => ask({ type: 'openAttachment', target }),
  presenting: (presenting) => void ask({ type: 'presenting', presenting }),
}

const bridge: Bridge = {
  kind: 'electron',
  // Linchpin is packaged for these three alone.
  platform: process.platform as BridgePlatform,
  call: (endpoint, input, callId) => ask({ type: 'call', endpoint, input, ...(callId === undefined ? {} : { callId }) }),
  cancel: (callId) => void ask({ type: 'cancel', callId }),
  onEvent: (listener) => {
    const hear = (_event: IpcRendererEvent, told: BridgeEvent) => listener(told)
    ipcRenderer.on(TELL, hear)
    return () => void ipcRenderer.off(TELL, hear)
  },
  shell,
}

contextBridge.exposeInMainWorld('linchpin', bridge)
