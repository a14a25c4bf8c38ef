import type { Page } from '@playwright/test'

/** Names of the Permissions API, with Electron's names for them. */
const permissions = {
  geolocation: 'geolocation',
  notifications: 'notifications',
  camera: 'media',
  microphone: 'media',
  midi: 'midi',
  'clipboard-read': 'clipboard-read',
  'clipboard-write': 'clipboard-sanitized-write',
} as const

/** Sets in Chromium what the main process's check handler says; it holds as long as the session that set it. */
export async function grantPermissions(page: Page, allows: (permission: string) => boolean): Promise<void> {
  const cdp = await page.context().newCDPSession(page)
  for (const [name, electronName] of Object.entries(permissions)) {
    await cdp.send('Browser.setPermission', { permission: { name }, setting: allows(electronName) ? 'granted' : 'denied' })
  }
}
