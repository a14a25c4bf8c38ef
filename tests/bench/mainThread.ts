import type { Page } from '@playwright/test'
import { z } from 'zod'

/** One task of a page's main thread; times in ms of the trace's clock. */
export interface Task {
  readonly begun: number
  readonly ended: number
  /** Processor time: what the task itself took, whatever else the machine did meanwhile. */
  readonly cpuMs: number
}

export interface Trace<T> {
  readonly value: T
  readonly tasks: readonly Task[]
  /** When the page called `performance.mark` with a name. */
  readonly marks: (name: string) => readonly number[]
}

const TraceEvent = z.object({
  name: z.string(),
  cat: z.string(),
  ph: z.string(),
  pid: z.number(),
  tid: z.number(),
  ts: z.number(),
  dur: z.number().optional(),
  tdur: z.number().optional(),
})
type TraceEvent = z.infer<typeof TraceEvent>

/** Does something with a page and tells what its main thread did meanwhile. The page has to mark at least one time. */
export async function traced<T>(page: Page, work: () => Promise<T>): Promise<Trace<T>> {
  const session = await page.context().newCDPSession(page)
  const events: TraceEvent[] = []
  session.on('Tracing.dataCollected', ({ value }) => events.push(...z.array(TraceEvent).parse(value)))
  const includedCategories = ['toplevel', 'devtools.timeline', 'blink.user_timing']
  await session.send('Tracing.start', { transferMode: 'ReportEvents', traceConfig: { includedCategories } })
  const value = await work()
  const complete = new Promise((resolve) => session.once('Tracing.tracingComplete', resolve))
  await session.send('Tracing.end')
  await complete
  await session.detach()

  // The page's own; the browser marks the beginnings of its pages too, in other processes as well.
  const marked = events.filter(({ cat, ph }) => cat.includes('blink.user_timing') && (ph === 'I' || ph === 'R'))
  return {
    value,
    tasks: tasksBeside(events, marked),
    marks: (name) => marked.filter((event) => event.name === name).map(({ ts }) => ts / 1_000),
  }
}

/** The outermost tasks of the thread that marked: Chromium tells a task once for each scheduler it goes through. */
function tasksBeside(events: readonly TraceEvent[], marked: readonly TraceEvent[]): Task[] {
  const [mark] = marked
  const tasks: Task[] = []
  const told = events
    .filter(({ name, ph, pid, tid }) => name.endsWith('RunTask') && ph === 'X' && pid === mark?.pid && tid === mark.tid)
    .sort((a, b) => a.ts - b.ts || (b.dur ?? 0) - (a.dur ?? 0))
  for (const { ts, dur = 0, tdur = 0 } of told) {
    const [begun, ended] = [ts / 1_000, (ts + dur) / 1_000]
    if (begun >= (tasks.at(-1)?.ended ?? -Infinity)) tasks.push({ begun, ended, cpuMs: tdur / 1_000 })
  }
  return tasks
}

/** The tasks that were under way between two times. */
export const tasksBetween = (tasks: readonly Task[], from: number, to: number): readonly Task[] =>
  tasks.filter(({ begun, ended }) => ended > from && begun < to)
