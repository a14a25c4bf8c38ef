import { EventEmitter } from 'node:events'

/** A notification of a system that shows none; a test looks at it where it is shown. */
export class Notification extends EventEmitter {
  readonly title: string
  readonly body: string

  constructor({ title, body }: { readonly title: string; readonly body: string }) {
    super()
    this.title = title
    this.body = body
  }

  static isSupported(): boolean {
    return true
  }

  show(): void {
    this.emit('show')
  }
}
