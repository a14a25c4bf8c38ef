import { type ActionId, actionIds, type ActionSpec, actionSpecs } from '../../src-shared/actions'
import { isMac } from '../client/client'
import { isComposing } from '../components/keyboard'

/** Second keys for what people's hands know from elsewhere. */
const also: Partial<Record<ActionId, string>> = {
  redo: 'Mod+Y',
  removeSelection: 'Backspace',
  zoomIn: 'Shift+=',
  find: '/',
  stanceOpponent: 'S O',
  stanceUnsupportive: 'S U',
  stanceNeutral: 'S N',
  stanceSupportive: 'S S',
  stanceExclusive: 'S E',
  stanceCoach: 'S C',
}

/** What a key means: an action, the beginning of a longer shortcut, or, after such a beginning, nothing. */
export type Stroke =
  | { readonly kind: 'action'; readonly id: ActionId }
  | { readonly kind: 'more'; readonly keys: string }
  | { readonly kind: 'none' }

/**
 * What a key stands for. Nothing while an input method composes or while somebody types plainly.
 * @param begun keys of a shortcut that has more to come; empty: none
 */
export function strokeOf(event: KeyboardEvent, begun: string): Stroke {
  const none: Stroke = { kind: 'none' }
  if (event.defaultPrevented || isComposing(event) || modifierKeys.has(event.key)) return none
  const typing = isTyping(event.target)
  const candidates = actionIds.filter((id) => {
    const { on }: ActionSpec = actionSpecs[id]
    return on !== 'canvas' || isCanvas(event)
  })
  const written = candidates.flatMap((id) =>
    [actionSpecs[id].shortcut, also[id]].flatMap((keys) => (keys ? [{ id, keys: keys.split(' ') }] : [])),
  )
  if (begun !== '') {
    const end = written.find(({ keys }) => keys.length === 2 && keys[0] === begun && matches(event, keys[1] ?? ''))
    return end ? { kind: 'action', id: end.id } : none
  }
  const hit = written.find(({ keys }) => matches(event, keys[0] ?? ''))
  if (!hit) return none
  // A field has an undo of its own, and plain or shifted keys are what it is there to take.
  const plain = !(event.ctrlKey || event.metaKey || event.altKey)
  if (typing && (hit.id === 'undo' || hit.id === 'redo' || plain)) return none
  // The browser brings what is on the clipboard with an event of its own.
  if (hit.id === 'pastePeople') return none
  return hit.keys.length > 1 ? { kind: 'more', keys: hit.keys[0] ?? '' } : { kind: 'action', id: hit.id }
}

export const modifierKeys: ReadonlySet<string> = new Set(['Shift', 'Control', 'Alt', 'Meta'])

/** Whether the map, be it empty, has the keyboard, or nothing has; Tab and Enter then still belong to the page. */
export function isCanvas({ target, key }: { readonly target: EventTarget | null; readonly key?: string }): boolean {
  if (target === document.body) return key !== 'Tab' && key !== 'Enter'
  return target instanceof Element && target.closest('.lp-map-mirror, .lp-empty') !== null
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
