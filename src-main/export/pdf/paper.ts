import type { Paper } from '../../../src-shared/contract/exportEndpoints'
import type { Size } from '../../../src-shared/layout/geometry'

export type Orientation = 'portrait' | 'landscape'

/** Upright, in points (1/72 inch): ISO 216 and ANSI/ASME Y14.1. */
const upright: Readonly<Record<Paper, Size>> = {
  a4: { width: 595.28, height: 841.89 },
  a3: { width: 841.89, height: 1190.55 },
  letter: { width: 612, height: 792 },
}

/** Width and height of a sheet as it lies, in points. */
export function sheetSize(paper: Paper, orientation: Orientation): Size {
  const { width, height } = upright[paper]
  return orientation === 'portrait' ? { width, height } : { width: height, height: width }
}
