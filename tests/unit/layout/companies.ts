import { seededRandom } from '../../../src-shared/layout/random'
import type { RoleMapNode } from '../../../src-shared/layout/roleMapTypes'

export interface CompanyOptions {
  readonly width?: number
  readonly height?: number
  readonly seed?: number
  /** A tenth of the people are third parties and our own team; default true. */
  readonly bands?: boolean
}

const DEPARTMENTS = ['production', 'it', 'finance', 'purchasing', 'hr', 'research', 'quality', 'sales', 'legal', 'logistics']

/** A company like those of the sample: a head office of general manager and vice presidents, departments, teams, spans of 1 to 8. */
export function company(size: number, options: CompanyOptions = {}): RoleMapNode[] {
  const { width = 190, height = 76, seed = 7, bands = true } = options
  const random = seededRandom(seed)
  const nodes: RoleMapNode[] = []
  const add = (id: string, parentId: string | null, unitPath: readonly string[], band: RoleMapNode['band']): void => {
    nodes.push({ id, parentId, unitPath, band, width, height })
  }
  const theirs = bands ? Math.round(size * 0.9) : size
  const queue: { id: string; unitPath: readonly string[]; level: number }[] = []
  const head = ['head-office']
  add('p0', null, head, 'theirs')
  const vicePresidents = size > 150 ? 5 : size > 40 ? 4 : 3
  while (nodes.length <= vicePresidents && nodes.length < theirs) {
    const id = `p${nodes.length}`
    add(id, 'p0', head, 'theirs')
    queue.push({ id, unitPath: head, level: 1 })
  }
  let department = 0
  for (let boss = queue.shift(); boss && nodes.length < theirs; boss = queue.shift()) {
    const span = boss.level === 1 ? 2 : Math.max(boss.level === 2 ? 3 : 1, Math.round(random() * 8))
    for (let i = 0; i < span && nodes.length < theirs; i += 1) {
      const id = `p${nodes.length}`
      let unitPath = boss.unitPath
      if (boss.level === 1) unitPath = [DEPARTMENTS[department++ % DEPARTMENTS.length] ?? 'production']
      else if (boss.level === 2 && size > 100 && random() < 0.5) unitPath = [...unitPath, `${unitPath[0] ?? ''}-${i}`]
      add(id, boss.id, unitPath, 'theirs')
      queue.push({ id, unitPath, level: boss.level + 1 })
    }
  }
  const rest = size - nodes.length
  const thirdParties = Math.floor(rest / 2)
  for (let i = 0; i < thirdParties; i += 1)
    add(`t${i}`, i % 3 === 0 ? null : `t${i - (i % 3)}`, [`institute-${Math.floor(i / 3)}`], 'third-party')
  for (let i = 0; i < rest - thirdParties; i += 1) {
    const team = i < 4 ? i : 1 + (i % 3)
    add(`o${i}`, i === 0 ? null : i < 4 ? 'o0' : `o${team}`, i === 0 ? [] : [`team-${team}`], 'ours')
  }
  return nodes
}
