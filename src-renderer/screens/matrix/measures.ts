import { figureKeys, type FigureKey } from './matrixRows'

/** Height of a row and of the head in CSS pixels; `.lp-matrix` in matrix.css says the same. */
export const ROW = 46

/** Width of a pair's column in CSS pixels. */
export const PAIR_WIDTH = 142

const widths: Record<FigureKey, number> = { name: 172, tier: 84, roles: 78, risk: 84, gap: 60, contact: 78 }

/** Width of what stands before the pairs. */
export const BEFORE_PAIRS = figureKeys.reduce((sum, key) => sum + widths[key], 0)

/** The columns of a row as a CSS grid: the figures, then one a person of ours. */
export function columnTemplate(ours: number): string {
  return `${figureKeys.map((key) => `${widths[key]}px`).join(' ')} repeat(${ours}, ${PAIR_WIDTH}px)`
}
