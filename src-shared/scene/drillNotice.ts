import type { AccountFigures } from '../analytics/accountFigures'
import type { Drill } from '../analytics/drill'
import { accessOf } from '../analytics/evaluation'
import type { Translate } from '../i18n/translate'
import type { PersonId } from '../model/ids'
import { Depth } from '../model/scales'
import type { Notice } from './notice'
import { roleWords } from './roleWords'
import type { CardMark } from './sceneTypes'
import { wordsIn } from './words'

/** Settled opinions that move by less would mark half the map. */
const NOTICEABLE = 0.05

/** Some people thought away: they are struck, the others marked with what becomes of them (domain.md 6.8). */
export function drillNotice(
  figures: AccountFigures,
  gone: readonly PersonId[],
  t: Translate,
): (id: PersonId) => Notice | undefined {
  const result = figures.drilled(gone)
  const leaving = new Set(gone)
  const cutOff = new Set(result.unreachable)
  const paths = new Map(result.paths.map((path) => [path.person, path]))

  return (id) => {
    const marks = leaving.has(id) ? emptiedRoles(result, id, t) : whatBecomesOf(id)
    const said = wordsIn(t)('map.drill.gone')
    if (leaving.has(id)) return { struck: true, marks, notes: [said], reasons: () => [said] }
    return marks.length === 0 ? undefined : { marks }
  }

  function whatBecomesOf(id: PersonId): CardMark[] {
    const { before, after } = result
    const marks: CardMark[] = []
    const [from, to] = [accessOf(before, id), accessOf(after, id)]
    const path = paths.get(id)
    if (cutOff.has(id)) marks.push({ kind: 'unreachable', words: t('map.drill.unreachable', { from }) })
    else if (path && path.after.length > 0) {
      const names = path.after.map((step) => after.situation.snapshot.people.get(step)?.person.name ?? '')
      marks.push({ kind: 'path-changed', words: t('map.drill.path-changed', { from, to, path: names.join(' → ') }) })
    }
    marks.push(...shallower(result, id, t), ...opinionMoved(result, id, t))
    return marks
  }
}

/** The roles that nobody plays without this one. */
function emptiedRoles({ before, emptiedRoles: empty }: Drill, id: PersonId, t: Translate): CardMark[] {
  const { chain, method } = before.situation
  return (chain.rolesOf.get(id) ?? [])
    .filter((role) => empty.includes(role))
    .map((role) => ({ kind: 'role-empty', words: t('map.drill.role-empty', { role: roleWords(role, method, t).label }) }))
}

function shallower({ before, after }: Drill, id: PersonId, t: Translate): CardMark[] {
  const depthIn = ({ situation: { theirs, placeOf } }: Drill['before']): Depth =>
    Depth.parse(theirs[placeOf.get(id) ?? -1]?.depth ?? 0)
  const [from, to] = [depthIn(before), depthIn(after)]
  if (to >= from) return []
  return [{ kind: 'depth-down', words: t('map.change.depth', { from: t(`model.depth.${from}`), to: t(`model.depth.${to}`) }) }]
}

function opinionMoved({ before, after }: Drill, id: PersonId, t: Translate): CardMark[] {
  const settledIn = ({ situation, settled }: Drill['before']): number => settled[situation.placeOf.get(id) ?? -1] ?? 0
  const [from, to] = [settledIn(before), settledIn(after)]
  if (Math.abs(to - from) < NOTICEABLE) return []
  return [{ kind: to > from ? 'opinion-up' : 'opinion-down', words: t('map.drill.opinion', { from, to }) }]
}
