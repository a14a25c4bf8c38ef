import { expect, type Page } from '@playwright/test'
import type { Pin } from '../../src-shared/model/graph'
import { text } from '../support/texts'
import { cards, choose, clickCard, test } from './browserDoor'
import { accountGraph, drag, middleOf, placeOf } from './canvas'

type Language = 'zh-CN' | 'en'

/** A head, three who report to them, and one below the second of those with a tie across to the first. */
const maps: Record<Language, string> = {
  'zh-CN': `# 北岭电气 / 配网改造
王建国 总经理
  李敏 财务总监
  赵强 信息中心主任
    周工 运维主管
  孙岚 生产总监
周工 -> 李敏 强`,
  en: `# Norwich Pumps / Line 4
Ann Lee, CEO
  Bob Ray, CFO
  Cy Poe, COO
    Di Fox, Buyer
  Ed Orr, CIO
Di Fox -> Bob Ray strong
[ours]
Kim Hart, Account manager`,
}

async function drawMap(page: Page, language: Language): Promise<void> {
  await page.locator('.lp-shell').waitFor()
  await page.keyboard.press('Shift+Q')
  await page.locator('.lp-quick textarea').fill(maps[language])
  await page.keyboard.press('Control+Enter')
  await expect(page.locator('.lp-quick')).toHaveCount(0)
  await cards(page).first().waitFor({ state: 'attached' })
}

async function select(page: Page, first: string, ...others: readonly string[]): Promise<void> {
  await clickCard(page, first)
  await page.keyboard.down('Shift')
  for (const name of others) await clickCard(page, name)
  await page.keyboard.up('Shift')
}

const selected = (page: Page) => page.locator('.lp-map-mirror [data-card][aria-selected="true"]')

async function pinOf(page: Page, name: string): Promise<Pin | undefined> {
  const { people, tenures, pins } = await accountGraph(page)
  const personId = people.find((person) => person.name === name)?.id
  const seatId = tenures.find((tenure) => tenure.personId === personId)?.seatId
  return pins.find(({ nodeId }) => nodeId === seatId)
}

const pinCount = async (page: Page) => (await accountGraph(page)).pins.length

test.describe('中文', () => {
  test.use({ content: 'nothing' })
  test.beforeEach(({ page }) => drawMap(page, 'zh-CN'))

  test('Alt and an arrow move a card by ten units a press, however fast, and undo takes that back', async ({ page }) => {
    await clickCard(page, '孙岚')
    const before = await placeOf(page, '孙岚')
    await page.keyboard.press('k')
    await expect.poll(() => pinCount(page)).toBe(1)
    const start = await pinOf(page, '孙岚')
    if (!start) throw new Error('K pins where the card is')
    for (const key of ['Right', 'Right', 'Right', 'Right', 'Down', 'Left', 'Up', 'Up']) {
      await page.keyboard.press(`Alt+Arrow${key}`)
    }
    await expect.poll(() => pinOf(page, '孙岚')).toMatchObject({ x: start.x + 30, y: start.y - 10 })
    const moved = async () => {
      const { x, y } = await placeOf(page, '孙岚')
      return [x > before.x, y < before.y]
    }
    await expect.poll(moved).toEqual([true, true])
    for (let steps = 0; (await pinCount(page)) > 0 && steps < 9; steps += 1) {
      await page.keyboard.press('Control+z')
      await page.waitForTimeout(150)
    }
    await expect.poll(() => pinCount(page)).toBe(0)
    await expect.poll(() => placeOf(page, '孙岚')).toEqual(before)
  })

  test('a card in hand snaps to the edges of others, not with Ctrl', async ({ page }) => {
    const [other, mine] = [await placeOf(page, '李敏'), await placeOf(page, '孙岚')]
    const from = middleOf(mine)
    // Four pixels beside the column of the other card, far below everybody.
    const to = { x: middleOf(other).x + 4, y: from.y + 260 }
    await drag(page, from, to)
    await expect.poll(() => pinCount(page)).toBe(1)
    await expect.poll(async () => (await placeOf(page, '孙岚')).x - (await placeOf(page, '李敏')).x).toBe(0)
    await page.keyboard.press('Control+z')
    await expect.poll(() => pinCount(page)).toBe(0)

    await expect.poll(() => placeOf(page, '孙岚')).toEqual(mine)
    const again = middleOf(await placeOf(page, '孙岚'))
    await page.mouse.move(again.x, again.y)
    await page.mouse.down()
    await page.mouse.move(again.x, to.y - 40, { steps: 4 })
    await page.keyboard.down('Control')
    await page.mouse.move(to.x, to.y, { steps: 4 })
    await page.mouse.up()
    await page.keyboard.up('Control')
    await expect.poll(() => pinCount(page)).toBe(1)
    await expect.poll(async () => (await placeOf(page, '孙岚')).x - (await placeOf(page, '李敏')).x).toBe(4)
  })

  test('the map moves along while a card is held at its rim', async ({ page }) => {
    const view = await page.locator('.lp-map-hands').boundingBox()
    const start = await placeOf(page, '孙岚')
    const stays = await placeOf(page, '李敏')
    const from = middleOf(start)
    const rim = { x: (view?.x ?? 0) + (view?.width ?? 0) - 6, y: from.y + 200 }
    await page.mouse.move(from.x, from.y)
    await page.mouse.down()
    await page.mouse.move(rim.x, rim.y, { steps: 8 })
    await page.waitForTimeout(700)
    await page.mouse.up()
    await expect.poll(() => pinCount(page)).toBe(1)
    await expect.poll(async () => stays.x - (await placeOf(page, '李敏')).x).toBeGreaterThan(100)
    // Further from the others than the view was wide between them.
    const apart = async () => (await placeOf(page, '孙岚')).x - (await placeOf(page, '李敏')).x
    await expect.poll(apart).toBeGreaterThan(rim.x - stays.x - start.width)
  })
})

test.describe('English', () => {
  test.use({ content: 'nothing', language: 'en', locale: 'en' })
  test.beforeEach(async ({ page }) => {
    await drawMap(page, 'en')
    await choose(page, text('screen.settings.you', {}, 'en'), 'Kim')
    await page.getByRole('button', { name: text('screen.whoAmI.ok', {}, 'en') }).click()
    await expect(page.getByRole('dialog')).toHaveCount(0)
  })

  test('Ctrl and an arrow walk along ties, an arrow alone along the tree', async ({ page }) => {
    await clickCard(page, 'Di Fox')
    await page.keyboard.press('ArrowUp')
    await expect(selected(page)).toContainText('Cy Poe')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Control+ArrowUp')
    await expect(selected(page)).toContainText('Bob Ray')
    // Nothing is tied to him above.
    await page.keyboard.press('Control+ArrowUp')
    await expect(selected(page)).toContainText('Bob Ray')
    await page.keyboard.press('Control+ArrowDown')
    await expect(selected(page)).toContainText('Di Fox')
  })

  test('D and a digit set how well the user knows somebody', async ({ page }) => {
    await clickCard(page, 'Bob Ray')
    await page.keyboard.press('d')
    await expect(page.locator('.lp-key-hint')).toContainText(text('screen.action.depth3', {}, 'en'))
    // Drops what was begun, and nothing else.
    await page.keyboard.press('Escape')
    await expect(page.locator('.lp-key-hint')).toHaveCount(0)
    await expect(selected(page)).toContainText('Bob Ray')
    const depths = async () => {
      const { judgements } = await accountGraph(page)
      return judgements.filter(({ kind }) => kind === 'depth').map(({ value }) => value)
    }
    for (const digit of ['0', '1', '2', '3', '4']) {
      await page.keyboard.press('d')
      await page.keyboard.press(digit)
    }
    await expect.poll(depths).toEqual(['0', '1', '2', '3', '4'])
    await page.keyboard.press('Control+z')
    await expect.poll(depths).toEqual(['0', '1', '2', '3'])
  })

  test('several are put in a line, and apart from each other evenly, each as one step', async ({ page }) => {
    const three = ['Bob Ray', 'Cy Poe', 'Ed Orr'] as const
    const places = () => Promise.all(three.map((name) => placeOf(page, name)))
    await clickCard(page, 'Cy Poe')
    await page.keyboard.press('Alt+ArrowRight')
    await expect.poll(() => pinCount(page)).toBe(1)
    await select(page, ...three)
    const across = async () => {
      const [a, b, c] = await places()
      return a && b && c ? Math.abs(b.x - a.x - a.width - (c.x - b.x - b.width)) : Infinity
    }
    expect(await across()).toBeGreaterThan(5)
    await page.keyboard.press('a')
    await page.keyboard.press('h')
    await expect.poll(() => pinCount(page)).toBe(3)
    await expect.poll(across).toBeLessThanOrEqual(2)

    await page.keyboard.press('a')
    await page.keyboard.press('l')
    await expect.poll(async () => new Set((await places()).map(({ x }) => x)).size).toBe(1)
    await page.keyboard.press('Control+z')
    await expect.poll(across).toBeLessThanOrEqual(2)
    await page.keyboard.press('Control+z')
    await expect.poll(() => pinCount(page)).toBe(1)

    await select(page, 'Ann Lee', 'Bob Ray', 'Di Fox')
    await page.keyboard.press('a')
    await page.keyboard.press('v')
    await expect.poll(() => pinCount(page)).toBe(4)
    const down = async () => {
      const [a, b, c] = await Promise.all(['Ann Lee', 'Bob Ray', 'Di Fox'].map((name) => placeOf(page, name)))
      return a && b && c ? Math.abs(b.y - a.y - a.height - (c.y - b.y - b.height)) : Infinity
    }
    await expect.poll(down).toBeLessThanOrEqual(2)
  })
})
