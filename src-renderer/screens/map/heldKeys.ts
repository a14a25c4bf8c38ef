import { useMapEdit } from '../../state/mapEdit'

/** A key that was pressed before the map was ready for it. */
export type HeldKey = Pick<KeyboardEventInit, 'key' | 'code' | 'shiftKey' | 'ctrlKey' | 'altKey' | 'metaKey'> & {
  readonly key: string
}

/**
 * Presses keys that came while a change was on its way, so that nobody who types fast has to wait: those that open a new card's form
 * do, and what follows is its name.
 */
export async function replay(keys: readonly HeldKey[]): Promise<void> {
  for (const key of keys) {
    // Whatever the key before has changed is to be there.
    await new Promise((resolve) => setTimeout(resolve))
    const { popup, ask } = useMapEdit.getState()
    const letter = key.key.length === 1 && !key.ctrlKey && !key.metaKey && !key.altKey
    if (popup?.kind === 'newPerson' && letter) ask({ ...popup, name: popup.name + key.key })
    else document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { ...key, bubbles: true, cancelable: true }))
  }
}
