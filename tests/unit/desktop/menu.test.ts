import type { MenuItemConstructorOptions } from 'electron'
import { expect, test, vi } from 'vitest'
import { type MenuEffects, menuTemplate, type MenuState } from '../../../src-main/electron/menu'
import { actionIds } from '../../../src-shared/actions'

const effects = (): MenuEffects => ({
  action: vi.fn(),
  newWorkspace: vi.fn(),
  openWorkspace: vi.fn(),
  openRecent: vi.fn(),
  about: vi.fn(),
})
const state: MenuState = { language: 'zh-CN', recent: [], mac: false, developing: false }

/** Every item below a template, menus included. */
function flat(items: readonly MenuItemConstructorOptions[]): MenuItemConstructorOptions[] {
  return items.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? flat(item.submenu) : [])])
}

test.each(['zh-CN', 'en'] as const)('every action has its item and every item its words in %s', (language) => {
  const items = flat(menuTemplate({ ...state, language }, effects()))
  for (const id of actionIds) expect(items.filter((item) => item.id === id)).toHaveLength(1)
  const words = { 'zh-CN': /\p{Script=Han}/u, en: /^(?!screen\.|electron\.)[A-Z]/ }
  for (const item of items.filter(({ type }) => type !== 'separator')) {
    // Whoever cannot read the language looks for their own.
    const inOther = item.id === 'toggleLanguage'
    expect(item.label).toMatch(words[(language === 'zh-CN') === inOther ? 'en' : 'zh-CN'])
  }
})

test('shortcuts of actions are shown and left to the page', () => {
  const items = flat(menuTemplate(state, effects()))
  expect(items.find(({ id }) => id === 'undo')).toMatchObject({ accelerator: 'CommandOrControl+Z', registerAccelerator: false })
  const keys = items.flatMap(({ accelerator }) => accelerator ?? [])
  expect(new Set(keys).size).toBe(keys.length)
})

test('recent workspaces open by their path', () => {
  const told = effects()
  const recent = [{ path: '/a/north.linchpin', name: 'north' }]
  const submenu = flat(menuTemplate({ ...state, recent }, told)).find(({ id }) => id === 'openRecent')?.submenu
  const [item] = Array.isArray(submenu) ? submenu : []
  expect(item?.label).toBe('north')
  // An item's click has parameters that ours does not read.
  ;(item?.click as (() => void) | undefined)?.()
  expect(told.openRecent).toHaveBeenCalledWith('/a/north.linchpin')
})

test('a Mac has its application menu first; Quit is where each system has it', () => {
  const roles = (mac: boolean) =>
    menuTemplate({ ...state, mac }, effects()).map((menu) => flat([menu]).some(({ role }) => role === 'quit'))
  expect(roles(true).indexOf(true)).toBe(0)
  expect(menuTemplate({ ...state, mac: true }, effects())[0]?.label).toBe('关键人')
  expect(menuTemplate(state, effects())[0]?.id).toBe('file')
  expect(roles(false)[0]).toBe(true)
})

test('developer tools are there while developing alone', () => {
  const has = (developing: boolean) =>
    flat(menuTemplate({ ...state, developing }, effects())).some(({ role }) => role === 'toggleDevTools')
  expect([has(true), has(false)]).toEqual([true, false])
})
