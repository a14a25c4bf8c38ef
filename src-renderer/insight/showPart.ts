import type { ActionContext } from '../actions/context'
import type { Selection } from '../state/selection'
import { jumpTo } from './jump'

/** Frames to wait for an inspector; it follows the map, and on a slow machine by many of them. */
const PATIENCE = 120

/** Selects something and brings a part of its inspector into view, ready to be edited. */
export function showPart(context: ActionContext, selection: Selection, part: 'judgements' | 'depths'): void {
  jumpTo(context, selection)
  whenDrawn(`.lp-inspector[data-of="${CSS.escape(selection.id)}"] [data-part="${part}"]`, PATIENCE, (section) => {
    section.scrollIntoView({ block: 'start' })
    section.querySelector<HTMLElement>('input, button')?.focus({ preventScroll: true })
  })
}

function whenDrawn(selector: string, frames: number, show: (section: Element) => void): void {
  requestAnimationFrame(() => {
    const section = document.querySelector(selector)
    if (section) show(section)
    else if (frames > 0) whenDrawn(selector, frames - 1, show)
  })
}
