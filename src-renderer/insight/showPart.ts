import type { ActionContext } from '../actions/context'
import type { Selection } from '../state/selection'
import { jumpTo } from './jump'

/** Selects something and brings a part of its inspector into view, ready to be edited. */
export function showPart(context: ActionContext, selection: Selection, part: 'judgements' | 'depths'): void {
  jumpTo(context, selection)
  // The inspector of what has just been selected is drawn by then.
  setTimeout(() => {
    const section = document.querySelector(`.lp-inspector [data-part="${part}"]`)
    section?.scrollIntoView({ block: 'start' })
    section?.querySelector<HTMLElement>('input, button')?.focus({ preventScroll: true })
  })
}
