import type { Translate } from '../i18n/translate'
import type { Advocate } from '../model/lens'
import type { Method } from '../model/method'
import { wordsIn } from './words'

const shippedRoles = ['user', 'technical-evaluator', 'influencer', 'financial-controller', 'economic-buyer'] as const
type ShippedRole = (typeof shippedRoles)[number]

/** A decision role as people read it. */
export interface RoleWords {
  readonly key: string
  readonly label: string
  /** One letter or character for a card. */
  readonly letter: string
  /** Place in the method, which also gives its colour. */
  readonly order: number
}

/** The words of a role: the shipped five are translated, a team's own role speaks for itself. */
export function roleWords(key: string, method: Method, t: Translate): RoleWords {
  const word = wordsIn(t)
  const order = method.roles.findIndex((role) => role.key === key)
  const given = method.roles[order]?.label
  if (given === undefined && isShipped(key)) {
    return { key, label: word(`model.role.${key}`), letter: word(`model.roleLetter.${key}`), order }
  }
  const label = given || key
  const [letter = '?'] = label
  return { key, label, letter: letter.toUpperCase(), order: order < 0 ? method.roles.length : order }
}

/** A lens's word for somebody who speaks for us, as one more letter after the roles. */
export function advocateWords(advocate: Advocate, method: Method, t: Translate): RoleWords {
  const word = wordsIn(t)
  const order = method.roles.length
  return { key: advocate, label: word(`model.advocate.${advocate}`), letter: word(`model.advocateLetter.${advocate}`), order }
}

function isShipped(key: string): key is ShippedRole {
  return shippedRoles.some((role) => role === key)
}
