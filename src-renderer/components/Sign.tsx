import type { Primitive } from '../../src-shared/scene/primitives'
import { PrimitiveShape } from '../map/PrimitiveShape'

interface SignProps {
  readonly primitives: readonly Primitive[]
  /** Width and height in CSS pixels; the primitives fill a box of the same size from its upper left corner. */
  readonly size: number
}

/** A small sign of the map, so that lists and forms speak the same signs. Decoration: its meaning stands beside it in words. */
export function Sign({ primitives, size }: SignProps) {
  return (
    <svg width={size} height={size} viewBox={`0 0 ${size} ${size}`} aria-hidden className="lp-sign">
      {primitives.map((primitive, index) => (
        <PrimitiveShape key={index} primitive={primitive} />
      ))}
    </svg>
  )
}
