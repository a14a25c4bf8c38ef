import { join } from 'node:path'
import { expect, type Page } from '@playwright/test'
import { localDay } from '../../src-shared/model/day'
import type { AccountGraph } from '../../src-shared/model/graph'
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

test('new alerts are told all at once, naming nobody, and a click opens the bell; who presents is told afterwards', async ({
  folder,
}) => {
  const desktop = await launchDesktop({ home: join(folder, 'home') })
  const page = await desktop.window()
  await watchNotifications(desktop)
  // Somebody works in another window.
  await desktop.evaluate(({ BrowserWindow }) => void (BrowserWindow.prototype.isFocused = () => false), null)
  const ofAlerts = async () => (await notifications(desktop)).filter((told) => told.includes(alertTitle))
  // What is found in the sample when it is opened.
  await expect.poll(ofAlerts).toHaveLength(1)

  const { account, people } = await answerOf<AccountGraph>(page, 'account.graph', { accountId: await firstAccount(page) })
  const [one, two] = people.filter(({ side }) => side === 'theirs')
  const before = (await notifications(desktop)).length
  await page.keyboard.press('ControlOrMeta+Shift+L')
  await expect(page.getByText(text('privacy.presenting.sign'))).toBeVisible()
  const hint = { accountId: account.id, kind: 'retirement-due', confidence: 0.1, source: '', notedOn: '2026-11-01' }
  for (const { id } of [one, two].filter((each) => each !== undefined)) {
    await answerOf(page, 'signal.create', { ...hint, personId: id, foundBy: 'address-bounced' })
  }
  await answerOf(page, 'task.create', { title: '提交报价', dueOn: '2020-01-02' })
  await answerOf(page, 'alerts.refresh', { on: localDay(new Date()) })
  // Longer than it takes to look.
  await page.waitForTimeout(2_000)
  expect(await notifications(desktop)).toHaveLength(before)

  await page.keyboard.press('ControlOrMeta+Shift+L')
  await expect.poll(ofAlerts).toHaveLength(2)
  expect(await notifications(desktop)).toContain(`${text('task.reminder.system')}\n提交报价`)
  const told = (await ofAlerts()).at(-1) ?? ''
  expect(told).toContain(`${account.name}：`)
  expect(told).toContain(text('alert.kind.signal'))
  for (const { name } of people) expect(told).not.toContain(name)

  await desktop.evaluate((_electron, title) => {
    const kept = globalThis as unknown as { notifications: { title: string; emit: (event: string) => void }[] }
    kept.notifications.findLast((each) => each.title.includes(title))?.emit('click')
  }, alertTitle)
  await expect(page.getByRole('button', { name: /^提醒/, expanded: true })).toBeVisible()
  await desktop.quit()
})

/** Of a notification of alerts, without their number. */
const alertTitle = text('alert.system.title_other')
  .replace(/^.*?：/, '')
  .trim()

async function firstAccount(page: Page): Promise<string> {
  const [account] = await answerOf<readonly { readonly id: string }[]>(page, 'account.list', {})
  if (!account) throw new Error('the sample has no account')
  return account.id
}

/** @typeParam T what the contract says that the endpoint answers */
async function answerOf<T>(page: Page, endpoint: string, input: unknown): Promise<T> {
  const reply = await callFromPage(page, endpoint, input)
  if (!reply.ok) throw new Error(`${endpoint}: ${reply.error.message}`)
  return reply.value as T
}
