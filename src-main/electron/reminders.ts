import { Notification } from 'electron'
import { z } from 'zod'
import { contract, type ListedTask } from '../../src-shared/contract'
import { translator } from '../../src-shared/i18n/translate'
import { localDay } from '../../src-shared/model/day'
import type { TaskId } from '../../src-shared/model/ids'
import { type DueTask, dueTasks } from '../../src-shared/tasks/dueTasks'
import { alertNotice, untoldAlerts } from './alertNotice'
import { keptFile } from './keptFile'
import type { WorkspaceHost } from './workspaceHost'

/** A day comes while the window is open; nobody minds a quarter of an hour. */
const EVERY_MS = 15 * 60_000
/** After a change, so that many changes are one look. */
const SOON_MS = 1_000
/** More tasks than this come in one notification. */
const MOST = 3
const KEPT = 1_000

const toldTasks = keptFile('reminded.json', z.array(z.string()).readonly(), [])

/** What a click on a notification leads to, and whether one is needed. */
export interface Window {
  showTask(taskId: TaskId): void
  showAlerts(): void
  /** Whether somebody works in it, and sees the bell. */
  isFocused(): boolean
}

/**
 * The system's notifications: of tasks whose day has come, once for each task and day, and of new alerts, all those of a look in one;
 * whatever the number of starts. While somebody presents there is none; what came meanwhile is told afterwards.
 */
export class Reminders {
  private readonly shown = new Set<Notification>()
  private soon: NodeJS.Timeout | null = null
  private readonly timer = setInterval(() => void this.look(), EVERY_MS)
  private presenting = false

  constructor(
    private readonly host: WorkspaceHost,
    private readonly window: Window,
  ) {
    this.lookSoon()
  }

  /** Others look at the screen from now on, or do no longer. */
  setPresenting(presenting: boolean): void {
    this.presenting = presenting
    if (!presenting) this.lookSoon()
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
    const { file } = this.host
    const [info, tasks, alerts] = await Promise.all([
      this.host.call('workspace.info', {}),
      this.host.call('task.list', { done: 0 }),
      this.host.call('alert.list', {}),
    ])
    // No workspace, or one that is just being closed: the next look will find one.
    if (file === null || !info.ok || !tasks.ok || !alerts.ok || this.presenting) return
    const { me } = contract['workspace.info'].output.parse(info.value)
    this.tellTasks(dueTasks(contract['task.list'].output.parse(tasks.value), me, localDay(new Date())))
    const untold = untoldAlerts(file, contract['alert.list'].output.parse(alerts.value))
    if (untold.length === 0 || this.window.isFocused()) return
    this.notify(alertNotice(translator(this.host.language), untold), () => this.window.showAlerts())
  }

  private tellTasks(due: readonly DueTask<ListedTask>[]): void {
    const told = toldTasks.read()
    const fresh = due.filter(({ key }) => !told.includes(key))
    const [first] = fresh
    if (!first) return
    toldTasks.write([...told, ...fresh.map(({ key }) => key)].slice(-KEPT))
    const show = ({ task }: DueTask<ListedTask>) => this.window.showTask(task.id)
    if (fresh.length > MOST) this.notify(this.summary(fresh), () => show(first))
    else for (const each of fresh) this.notify(this.single(each), () => show(each))
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

  private notify(options: { title: string; body: string }, open: () => void): void {
    const notification = new Notification(options)
    // One that nobody holds is collected, and its click with it.
    this.shown.add(notification)
    notification.on('click', () => {
      this.shown.delete(notification)
      open()
    })
    notification.on('close', () => this.shown.delete(notification))
    notification.show()
  }
}
