import type { KeyboardEvent } from 'react'

/** Whether a key belongs to an input method that is composing: its Enter chooses a word and its Escape drops one. */
export function isComposing(event: { readonly isComposing: boolean; readonly keyCode: number }): boolean {
  // 229 is how browsers that end composition before its key event mark that key.
  return event.isComposing || event.keyCode === 229
}

/** Whether React's key event is this key, pressed by itself and not for an input method. */
export function pressed(event: KeyboardEvent, key: string): boolean {
  return event.key === key && !event.altKey && !event.ctrlKey && !event.metaKey && !isComposing(event.nativeEvent)
}
