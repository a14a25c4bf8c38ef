import { expect, type Page } from '@playwright/test'
import { z } from 'zod'
import { SESSION_KEY } from '../../src-shared/httpDoor'
import { AccountGraph } from '../../src-shared/model/graph'
import type { Language } from '../../src-shared/model/language'
import { text } from '../support/texts'
import { cards, restingPlace } from './browserDoor'

/** Makes an account with one deal, by dialogs, and goes to its empty map. */
export async function newAccount(page: Page, name: string, deal: string, language: Language = 'zh-CN'): Promise<void> {
  const told = (key: string) => text(key, {}, language)
  await page
    .getByRole('button', { name: told('screen.action.newAccount') })
    .first()
    .click()
  await page.getByRole('dialog').getByLabel(told('screen.accounts.name')).fill(name)
  await page.keyboard.press('Enter')
  await expect(page.getByText(told('screen.map.emptyTitle'))).toBeVisible()
  await page.keyboard.press('Alt+3')
  await page
    .getByRole('button', { name: told('screen.action.newOpportunity') })
    .first()
    .click()
  await page.getByRole('dialog').getByLabel(told('screen.people.name')).fill(deal)
  await page.keyboard.press('Enter')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await page.keyboard.press('Alt+1')
  await expect(page.getByText(told('screen.map.emptyTitle'))).toBeVisible()
}

const Reply = z.object({ ok: z.literal(true), value: z.unknown() })

/** What the core says of the first account. */
export async function accountGraph(page: Page): Promise<AccountGraph> {
  const list = z.array(z.object({ id: z.string() })).parse(await ask(page, 'account.list', {}))
  return AccountGraph.parse(await ask(page, 'account.graph', { accountId: list[0]?.id ?? '' }))
}

/** What the core answers to the page of a window, as that window would ask. */
export async function ask(page: Page, endpoint: string, input: unknown): Promise<unknown> {
  const token = await page.evaluate((key) => sessionStorage.getItem(key), SESSION_KEY)
  const response = await page.request.post(new URL(`/api/${endpoint}`, page.url()).href, {
    headers: { authorization: `Bearer ${token ?? ''}`, origin: new URL(page.url()).origin },
    data: input,
  })
  return Reply.parse(await response.json()).value
}

export interface Place {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** Where somebody's card is in the window once the map stands still, in CSS pixels. */
export async function placeOf(page: Page, name: string): Promise<Place> {
  const rect = await restingPlace(cards(page).filter({ hasText: name }).first())
  const [x = 0, y = 0, width = 0, height = 0] = rect.split(' ').map(Number)
  const box = await page.locator('.lp-map-hands').boundingBox()
  return { x: x + (box?.x ?? 0), y: y + (box?.y ?? 0), width, height }
}

export const middleOf = ({ x, y, width, height }: Place) => ({ x: x + width / 2, y: y + height / 2 })

/** Drags with the mouse as a hand does: in steps. */
export async function drag(
  page: Page,
  from: { x: number; y: number },
  to: { x: number; y: number },
  hold?: string,
): Promise<void> {
  await page.mouse.move(from.x, from.y)
  if (hold) await page.keyboard.down(hold)
  await page.mouse.down()
  await page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 4 })
  await page.mouse.move(to.x, to.y, { steps: 6 })
  await page.mouse.up()
  if (hold) await page.keyboard.up(hold)
}

/** What is wrong with where cards stand: cards that overlap each other or that reach over the map's edge after it was fitted. */
export async function standsClear(page: Page): Promise<string[]> {
  await page.keyboard.press('Shift+0')
  // The camera glides, and the list hears of it when it has come to rest.
  await page.waitForTimeout(500)
  await restingPlace(cards(page).first())
  const view = await page.locator('.lp-map-hands').boundingBox()
  const places = await cards(page).evaluateAll((options) =>
    options.map((option) => ({
      name: (option.textContent ?? '').split(';')[0] ?? '',
      rect: (option.getAttribute('data-rect') ?? '').split(' ').map(Number),
    })),
  )
  const wrong: string[] = []
  for (const [i, a] of places.entries()) {
    const [x = 0, y = 0, width = 0, height = 0] = a.rect
    if (x < 0 || y < 0 || x + width > (view?.width ?? 0) || y + height > (view?.height ?? 0)) wrong.push(`${a.name} is cut`)
    for (const b of places.slice(i + 1)) {
      const [left = 0, top = 0, wide = 0, high = 0] = b.rect
      // Places are told in whole pixels.
      if (Math.min(x + width, left + wide) - Math.max(x, left) > 1 && Math.min(y + height, top + high) - Math.max(y, top) > 1) {
        wrong.push(`${a.name} and ${b.name} overlap`)
      }
    }
  }
  return wrong
}
