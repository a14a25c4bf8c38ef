import { join } from 'node:path'
import { expect } from '@playwright/test'
import { callFromPage, type Desktop, launchDesktop, test } from '../support/desktop'
import { text } from '../support/texts'

/** What the system was asked to show from now on, by title and body. */
function watchNotifications(desktop: Desktop): Promise<void> {
  return desktop.evaluate(({ Notification }) => {
    // The global object has no word for what a test keeps in it.
    const kept = globalThis as unknown as { notifications: unknown[] }
    kept.notifications = []
    Notification.isSupported = () => true
    Notification.prototype.show = function show() {
      kept.notifications.push(this)
    }
  }, null)
}

function notifications(desktop: Desktop): Promise<readonly string[]> {
  return desktop.evaluate(() => {
    const kept = globalThis as unknown as { notifications: { title: string; body: string }[] }
    return kept.notifications.map(({ title, body }) => `${title}\n${body}`)
  }, null)
}

test('a task that is due is told by the system once, and a click leads to it', async ({ folder }) => {
  const home = join(folder, 'home')
  const desktop = await launchDesktop({ home })
  const page = await desktop.window()
  await watchNotifications(desktop)
  const created = await callFromPage(page, 'task.create', { title: '提交报价', dueOn: '2020-01-02' })
  expect(created).toMatchObject({ ok: true })
  await callFromPage(page, 'task.create', { title: '以后再说', dueOn: '2999-01-02' })
  const told = [`${text('task.reminder.system')}\n提交报价`]
  await expect.poll(() => notifications(desktop)).toEqual(told)

  await desktop.evaluate(() => {
    const kept = globalThis as unknown as { notifications: { emit: (event: string) => void }[] }
    kept.notifications[0]?.emit('click')
  }, null)
  await expect(page.locator('[data-task]:focus')).toContainText('提交报价')

  // A change makes it look again, and there is nothing new to tell.
  await callFromPage(page, 'task.create', { title: '另一项', dueOn: '2020-01-03' })
  await expect.poll(() => notifications(desktop)).toEqual([...told, `${text('task.reminder.system')}\n另一项`])
  await desktop.quit()

  const again = await launchDesktop({ home })
  const samePage = await again.window()
  await watchNotifications(again)
  await callFromPage(samePage, 'task.create', { title: '第三项', dueOn: '2020-01-04' })
  await expect.poll(() => notifications(again)).toEqual([`${text('task.reminder.system')}\n第三项`])
  await again.quit()
})
