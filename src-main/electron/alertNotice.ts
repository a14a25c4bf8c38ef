import { z } from 'zod'
import type { ListedAlert } from '../../src-shared/contract'
import type { Translate } from '../../src-shared/i18n/translate'
import { keptFile } from './keptFile'

/** More accounts than this are only counted. */
const MOST = 3

/** The latest alert of each workspace file. */
const toldAlerts = keptFile('alerted.json', z.record(z.string(), z.string()), {})

/**
 * The alerts of a workspace that the system has not told of: they came after the last time, and nobody has seen them meanwhile. Overdue
 * tasks are left out, which have reminders of their own. From now on they count as told.
 */
export function untoldAlerts(file: string, alerts: readonly ListedAlert[]): readonly ListedAlert[] {
  const told = toldAlerts.read()
  const last = told[file] ?? ''
  // Ids are in the order of making.
  const newest = alerts.reduce((id, alert) => (alert.id > id ? alert.id : id), last)
  if (newest === last) return []
  toldAlerts.write({ ...told, [file]: newest })
  return alerts.filter(({ id, kind, seenOn }) => id > last && kind !== 'task' && seenOn === null)
}

/** What is new of which account, by kind. A system's notification is read by whoever sees the screen: it names nobody. */
export function alertNotice(t: Translate, alerts: readonly ListedAlert[]): { readonly title: string; readonly body: string } {
  const accounts = [...Map.groupBy(alerts, ({ accountName }) => accountName)]
  const lines = accounts.slice(0, MOST).map(([account, found]) => {
    const kinds = new Set(found.map(({ kind }) => t(`alert.kind.${kind}`)))
    return t('alert.system.line', { account, kinds: [...kinds].join(' · ') })
  })
  const more = accounts.slice(MOST).reduce((count, [, found]) => count + found.length, 0)
  if (more > 0) lines.push(t('alert.more', { count: more }))
  return { title: t('alert.system.title', { count: alerts.length }), body: lines.join('\n') }
}
