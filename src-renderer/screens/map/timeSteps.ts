import { asOfMarks, nextMark } from '../../../src-shared/analytics/asOfMarks'
import { type Day, localDay } from '../../../src-shared/model/day'
import type { ActionContext } from '../../actions/context'
import { useTimeline } from '../../state/timeline'

/** Looks at a day; today is followed by the calendar rather than kept. */
export function lookAtDay({ window }: Pick<ActionContext, 'window'>, day: Day): void {
  window.look({ asOf: day === localDay(new Date()) ? null : day })
}

/** Goes to the nearest day before or after on which something changes. */
export function stepToMark(context: ActionContext, direction: 1 | -1): void {
  const { open } = context
  if (!open) return
  useTimeline.getState().set({ playing: false })
  const mark = nextMark(asOfMarks(open.graph, open.opportunity?.id ?? null), open.asOf, direction)
  if (mark) lookAtDay(context, mark.day)
}
