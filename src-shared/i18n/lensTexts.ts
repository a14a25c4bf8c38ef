import { type LensId, lenses } from '../model/lens'
import type { Texts } from './translate'

type Words = Readonly<Record<string, string>>

/** The texts of a language with a lens's words in the place of ours: whatever says a role or a stance then says it in those. */
export function lensTexts(texts: Texts, id: LensId): Texts {
  const { model, map, screen } = texts
  const { role, letter, stance, heading }: Readonly<Record<'role' | 'letter' | 'stance' | 'heading', Words>> = model.lens[id]
  const { roles, stances } = lenses[id]
  const roleHeading = heading['roles'] ?? map.legend.roles
  return {
    ...texts,
    model: {
      ...model,
      role: { ...model.role, ...renamed(roles, role) },
      roleLetter: { ...model.roleLetter, ...renamed(roles, letter) },
      stance: { ...model.stance, ...renamed(stances, stance) },
      judgement: { ...model.judgement, stance: heading['stance'] ?? model.judgement.stance },
    },
    map: { ...map, legend: { ...map.legend, roles: roleHeading } },
    screen: { ...screen, inspector: { ...screen.inspector, roles: roleHeading } },
  }
}

/** Our keys with a lens's words. */
function renamed(table: Readonly<Partial<Record<string, string>>>, words: Words): Words {
  return Object.fromEntries(
    Object.entries(table).flatMap(([key, name]) => {
      const word = name === undefined ? undefined : words[name]
      return word === undefined ? [] : [[key, word]]
    }),
  )
}
