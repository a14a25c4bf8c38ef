import { type ActionId, actionIds, actionSpecs } from '../../src-shared/actions'
import { isMac } from '../client/client'
import { isComposing } from '../components/keyboard'

/** Second keys for what people's hands know from elsewhere. */
const also: Partial<Record<ActionId, string>> = { redo: 'Mod+Y', removeSelection: 'Backspace', zoomIn: 'Shift+=' }

/** The action that a key stands for, or null. Nothing while an input method composes or while somebody types plainly. */
export function actionOf(event: KeyboardEvent): ActionId | null {
  if (event.defaultPrevented || isComposing(event)) return null
  const typing = isTyping(event.target)
  const id = actionIds.find((candidate) => {
    const shortcut = actionSpecs[candidate].shortcut
    const second = also[candidate]
    return (shortcut !== null && matches(event, shortcut)) || (second !== undefined && matches(event, second))
  })
  if (id === undefined) return null
  // A field has an undo of its own, and plain or shifted keys are what it is there to take.
  if (typing && (id === 'undo' || id === 'redo' || !(event.ctrlKey || event.metaKey || event.altKey))) return null
  return id
}

function matches(event: KeyboardEvent, shortcut: string): boolean {
  const parts = shortcut.split('+')
  const key = parts.at(-1) ?? ''
  const mod = isMac ? event.metaKey : event.ctrlKey
  const other = isMac ? event.ctrlKey : event.metaKey
  if (other || mod !== parts.includes('Mod') || event.altKey !== parts.includes('Alt')) return false
  // A question mark is a shifted key on some keyboards and not on others.
  if (key !== '?' && event.shiftKey !== parts.includes('Shift')) return false
  return keyName(event) === key
}

/** The key by what it writes where that is a Latin letter or a sign, else by its place: digits, and letters under Alt on a Mac. */
function keyName(event: KeyboardEvent): string {
  if (event.code.startsWith('Digit')) return event.code.slice('Digit'.length)
  if (/^[a-z]$/i.test(event.key)) return event.key.toUpperCase()
  if (event.code.startsWith('Key')) return event.code.slice('Key'.length)
  if (event.code === 'Equal') return '='
  return event.key
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target.isContentEditable || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement) return true
  return target instanceof HTMLInputElement && !['checkbox', 'radio', 'button'].includes(target.type)
}
