import { useLayoutEffect, useSyncExternalStore } from 'react'
import { useWindow } from '../state/windowStore'
import { applyPalette, type ThemeName } from './tokens'

const darkQuery = window.matchMedia('(prefers-color-scheme: dark)')

function followSystem(listener: () => void): () => void {
  darkQuery.addEventListener('change', listener)
  return () => darkQuery.removeEventListener('change', listener)
}

/** The theme that is drawn: the one chosen, or the system's. */
export function useThemeName(): ThemeName {
  const choice = useWindow((state) => state.theme)
  const systemDark = useSyncExternalStore(followSystem, () => darkQuery.matches)
  return choice === 'system' ? (systemDark ? 'dark' : 'light') : choice
}

/** The same, and puts its colours into the document. Used once, by the app. */
export function useTheme(): ThemeName {
  const name = useThemeName()
  useLayoutEffect(() => applyPalette(name), [name])
  return name
}
