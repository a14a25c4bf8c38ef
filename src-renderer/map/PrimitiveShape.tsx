import type { Paint, Primitive } from '../../src-shared/scene/primitives'
import { FONT_FAMILY } from '../../src-shared/scene/text'

/** One primitive inside an `<svg>` of the window. */
export function PrimitiveShape({ primitive }: { readonly primitive: Primitive }) {
  switch (primitive.shape) {
    case 'rect':
      return (
        <rect
          x={primitive.x}
          y={primitive.y}
          width={primitive.width}
          height={primitive.height}
          rx={primitive.radius}
          {...svgPaint(primitive)}
        />
      )
    case 'circle':
      return <circle cx={primitive.centre.x} cy={primitive.centre.y} r={primitive.radius} {...svgPaint(primitive)} />
    case 'path':
      return <path d={primitive.d} {...svgPaint(primitive)} />
    case 'text':
      return (
        <text
          x={primitive.x}
          y={primitive.y}
          fontFamily={FONT_FAMILY}
          fontSize={primitive.font.size}
          fontWeight={primitive.font.weight}
          textAnchor={primitive.anchor}
          fill={primitive.fill}
        >
          {primitive.text}
        </text>
      )
    default:
      return primitive satisfies never
  }
}

function svgPaint({ fill = 'none', stroke, strokeWidth = 1, dash, round }: Paint) {
  const ends = round ? ({ strokeLinecap: 'round', strokeLinejoin: 'round' } as const) : {}
  return { fill, stroke, strokeWidth, strokeDasharray: dash?.join(' '), ...ends }
}
