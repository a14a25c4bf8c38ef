import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Notification } from 'electron'
import { z } from 'zod'
import { contract, type ListedTask } from '../../src-shared/contract'
import { translator } from '../../src-shared/i18n/translate'
import { localDay } from '../../src-shared/model/day'
import type { TaskId } from '../../src-shared/model/ids'
import { type DueTask, dueTasks } from '../../src-shared/tasks/dueTasks'
import { userFolder } from '../lastWorkspace'
import type { WorkspaceHost } from './workspaceHost'

/** A day comes while the window is open; nobody minds a quarter of an hour. */
const EVERY_MS = 15 * 60_000
/** After a change, so that many changes are one look. */
const SOON_MS = 1_000
/** More tasks than this come in one notification. */
const MOST = 3
const KEPT = 1_000

/** The system's notifications of tasks whose day has come: once for each task and day, whatever the number of starts. */
export class Reminders {
  private readonly shown = new Set<Notification>()
  private soon: NodeJS.Timeout | null = null
  private readonly timer = setInterval(() => void this.look(), EVERY_MS)

  /** @param open somebody clicked: brings the window to the front with the task in it */
  constructor(
    private readonly host: WorkspaceHost,
    private readonly open: (taskId: TaskId) => void,
  ) {
    this.lookSoon()
  }

  /** Another workspace is shown, or this one has changed. */
  lookSoon(): void {
    this.soon ??= setTimeout(() => {
      this.soon = null
      void this.look()
    }, SOON_MS)
  }

  stop(): void {
    clearInterval(this.timer)
    if (this.soon !== null) clearTimeout(this.soon)
  }

  private async look(): Promise<void> {
    if (!Notification.isSupported()) return
    const [info, list] = await Promise.all([this.host.call('workspace.info', {}), this.host.call('task.list', { done: 0 })])
    // No workspace, or one that is just being closed: the next look will find one.
    if (!info.ok || !list.ok) return
    const { me } = contract['workspace.info'].output.parse(info.value)
    const due = dueTasks(contract['task.list'].output.parse(list.value), me, localDay(new Date()))
    const told = toldBefore()
    const fresh = due.filter(({ key }) => !told.includes(key))
    const [first] = fresh
    if (!first) return
    remember([...told, ...fresh.map(({ key }) => key)].slice(-KEPT))
    if (fresh.length > MOST) this.notify(this.summary(fresh), first.task.id)
    else for (const each of fresh) this.notify(this.single(each), each.task.id)
  }

  private single({ task }: DueTask<ListedTask>): { title: string; body: string } {
    const t = translator(this.host.language)
    const about = task.secrecy === 'private' ? [] : [task.personName, task.accountName].filter((name) => name !== null)
    return { title: t('task.reminder.system'), body: [this.words(task), about.join(' · ')].filter(Boolean).join('\n') }
  }

  private summary(due: readonly DueTask<ListedTask>[]): { title: string; body: string } {
    const t = translator(this.host.language)
    const more = t('task.reminder.more', { count: due.length - MOST })
    return {
      title: t('task.reminder.title', { count: due.length }),
      body: [...due.slice(0, MOST).map(({ task }) => this.words(task)), more].join('\n'),
    }
  }

  /** A system's notification is read by whoever sees the screen. */
  private words(task: ListedTask): string {
    return task.secrecy === 'private' ? translator(this.host.language)('privacy.task') : task.title
  }

  private notify(options: { title: string; body: string }, taskId: TaskId): void {
    const notification = new Notification(options)
    // One that nobody holds is collected, and its click with it.
    this.shown.add(notification)
    notification.on('click', () => {
      this.shown.delete(notification)
      this.open(taskId)
    })
    notification.on('close', () => this.shown.delete(notification))
    notification.show()
  }
}

const Told = z.array(z.string())
const toldFile = () => join(userFolder(), 'reminded.json')

/** Nothing the first time, or when what was kept makes no sense. */
function toldBefore(): readonly string[] {
  try {
    return Told.parse(JSON.parse(readFileSync(toldFile(), 'utf8')))
  } catch {
    return []
  }
}

function remember(told: readonly string[]): void {
  mkdirSync(userFolder(), { recursive: true })
  writeFileSync(toldFile(), JSON.stringify(told))
}
