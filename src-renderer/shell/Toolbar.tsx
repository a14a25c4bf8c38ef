import { createContext, type ReactNode, use } from 'react'
import { createPortal } from 'react-dom'

/** Where a tab's screen puts its tools: the rest of the row of the tabs. Null until that row stands. */
export const ToolbarPlace = createContext<HTMLElement | null>(null)

/** The tools of a tab, shown in the row of the tabs. */
export function Toolbar({ children }: { readonly children: ReactNode }) {
  const place = use(ToolbarPlace)
  return place && createPortal(children, place)
}
