import { ipcMain, type IpcMainInvokeEvent } from 'electron'
import { ASK } from './channels'
import { isPage } from './pageProtocol'
import { type Answers, Question } from './questions'

/** One function per question, by its name. */
export type Answerers = {
  readonly [T in Question['type']]: (question: Extract<Question, { type: T }>) => Answers[T] | Promise<Answers[T]>
}

/** Answers our own page and nobody else: a frame inside of it, a page it was led to, a page that is gone. */
export function answerPage(answerers: Answerers): void {
  ipcMain.handle(ASK, (event, asked: unknown) => {
    if (!isFromPage(event)) throw new Error('Refused: only the page of Linchpin may ask')
    return answer(Question.parse(asked), answerers)
  })
}

function isFromPage({ senderFrame }: IpcMainInvokeEvent): boolean {
  return senderFrame !== null && senderFrame.parent === null && isPage(senderFrame.url)
}

function answer(question: Question, answerers: Answerers): unknown {
  switch (question.type) {
    case 'call':
      return answerers.call(question)
    case 'cancel':
      return answerers.cancel(question)
    case 'newWorkspace':
      return answerers.newWorkspace(question)
    case 'openWorkspace':
      return answerers.openWorkspace(question)
    case 'openRecent':
      return answerers.openRecent(question)
    case 'saveCopy':
      return answerers.saveCopy(question)
    case 'recent':
      return answerers.recent(question)
    case 'openExternal':
      return answerers.openExternal(question)
    case 'openAttachment':
      return answerers.openAttachment(question)
    case 'presenting':
      return answerers.presenting(question)
    default:
      return question satisfies never
  }
}
