import type { Translate } from '../../../src-shared/i18n/translate'
import type { PrimitiveGroup } from '../../../src-shared/scene/primitives'
import { FADED } from '../../../src-shared/scene/scenePrimitives'
import type { Scene, SceneCard } from '../../../src-shared/scene/sceneTypes'
import { wordsIn } from '../../../src-shared/scene/words'
import { bentWay, curvedWay, type Way } from './connector'
import { connectorXml, reportingStroke, stepStroke, tieStroke } from './connectorShape'
import { type Brush, type Drawn, type Glue, groupOf, type Named, shapeOf, type Stroke } from './drawing'
import { type Belongs, GlueBoard } from './glue'
import { type Piece, piecesOf } from './pieces'
import type { Placing } from './units'
import type { Xml } from './xml'

/** A map as shapes in the order of painting: every card a group, every line and tie a connector that holds to the cards at its ends. */
export function mapShapes(
  scene: Scene,
  groups: readonly PrimitiveGroup[],
  placing: Placing,
  brush: Brush,
  t: Translate,
): readonly Xml[] {
  const board = new GlueBoard(scene, placing, brush.newId)
  // Ends are fastened before any card is drawn: each of them adds a site to its card.
  const connectors = connectorsOf(scene, board, placing, brush, t)
  const cards = new Map(scene.cards.map((card) => [card.id, card]))
  return groups.flatMap((group): Xml[] => {
    const { id, kind, words, primitives } = group
    switch (kind) {
      case 'line':
      case 'tie':
        return connectors.get(keyOf(kind, id)) ?? []
      case 'step': {
        const label = primitives.filter(({ shape }) => shape !== 'path')
        const drawn = shapes({ ...group, primitives: label }, placing, brush, undefined, { name: words, words: '' })
        return [...(connectors.get(keyOf(kind, id)) ?? []), ...drawn.map((part) => part.xml)]
      }
      case 'card': {
        const card = cards.get(id)
        if (!card || primitives.length === 0) return []
        const parts = shapes(group, placing, brush, board.of(id))
        return [groupOf(parts, { name: card.name.full, words: cardWords(card, t) }, brush).xml]
      }
      case 'department':
      case 'region':
      case 'label': {
        const named = { name: words, words }
        if (primitives.length <= 1) return shapes(group, placing, brush, undefined, named).map((part) => part.xml)
        const glue = kind === 'department' ? board.of(id) : undefined
        const parts = shapes(group, placing, brush, glue)
        const [only] = parts
        return [parts.length === 1 && only ? only.xml : groupOf(parts, named, brush).xml]
      }
      default:
        return kind satisfies never
    }
  })
}

function connectorsOf(scene: Scene, board: GlueBoard, placing: Placing, brush: Brush, t: Translate): ReadonlyMap<string, Xml[]> {
  const { palette } = brush.colours
  const connectors = new Map<string, Xml[]>()
  const connect = (
    key: string,
    way: Way,
    belongs: readonly [Belongs, Belongs],
    stroke: Stroke,
    faded: boolean,
    named: Named,
  ): void => {
    const ends = [board.fasten(way.start, belongs[0]), board.fasten(way.end, belongs[1])] as const
    const held = { ...way, start: ends[0]?.point ?? way.start, end: ends[1]?.point ?? way.end }
    connectors.set(key, [connectorXml(held, ends, stroke, placing, faded ? FADED : 1, named, brush)])
  }
  const names = namesOf(scene)
  const reporting = t('map.legend.reporting')
  for (const { childId, parentId, points, faded } of scene.lines) {
    const words = `${names.get(childId) ?? ''} → ${names.get(parentId) ?? ''}`
    const key = keyOf('line', `${parentId} ${childId}`)
    const named = { name: reporting, words: `${reporting}${t('map.separator')}${words}` }
    connect(key, bentWay(points), [{ key: parentId }, { key: childId }], reportingStroke(palette), faded, named)
  }
  for (const { id, kind, curve, width, faded, words, fromPersonId, toPersonId } of scene.ties) {
    const belongs = [{ personId: fromPersonId }, { personId: toPersonId }] as const
    const named = { name: t(`model.tie.${kind}`), words }
    connect(keyOf('tie', id), curvedWay(curve), belongs, tieStroke(kind, width, palette), faded, named)
  }
  for (const { id, best, curve, words } of scene.steps) {
    const named = { name: t('map.legend.ways'), words }
    connect(keyOf('step', id), curvedWay(curve), [null, null], stepStroke(best, palette), false, named)
  }
  return connectors
}

/** The shapes of a group; the largest of them takes the glue. */
function shapes(
  { opacity, primitives }: Pick<PrimitiveGroup, 'opacity' | 'primitives'>,
  placing: Placing,
  brush: Brush,
  glue?: Glue,
  named?: Named,
): Drawn[] {
  const pieces = piecesOf(primitives)
  const body = glue ? largest(pieces) : undefined
  return pieces.map((piece) => {
    const { primitive, label } = piece
    const text = label ?? (primitive.shape === 'text' ? primitive : null)
    const name = named ?? { name: text?.text ?? primitive.shape, words: '' }
    return shapeOf(piece, placing, opacity, name, brush, piece === body ? glue : undefined)
  })
}

/** The body of a card, the disc of a person, the front of a block: the one that is not a strip. */
function largest(pieces: readonly Piece[]): Piece | undefined {
  const shortSide = ({ bounds }: Piece): number => Math.min(bounds.width, bounds.height)
  return pieces.reduce<Piece | undefined>((a, b) => (a && shortSide(a) >= shortSide(b) ? a : b), undefined)
}

/** What a card shows, in words: nothing that is not drawn on it. */
function cardWords(card: SceneCard, t: Translate): string {
  const word = wordsIn(t)
  const { name, title, department, organization, roles, note, stance, weakness, depth, singleThreaded, marks, side } = card
  const parts = [
    name.full,
    title.full,
    department,
    organization,
    ...roles.map(({ label }) => label),
    note && !roles.some(({ label }) => label === note.full) ? note.full : '',
    stance === undefined ? '' : t('map.words.stance', { stance: word(`model.stance.${stance}`) }),
    weakness === undefined ? '' : word(`map.weakness.${weakness}`),
    depth === undefined ? '' : word(`model.depth.${depth}`),
    singleThreaded ? word('map.legend.singleThreaded') : '',
    ...marks.map(({ words }) => words),
    side === 'theirs' ? '' : word(`model.side.${side}`),
  ]
  return parts.filter((part) => part !== '').join(word('map.separator'))
}

/** What cards and folded departments are called, by the keys that lines name them by. */
function namesOf({ cards, departments }: Scene): ReadonlyMap<string, string> {
  return new Map([
    ...cards.map(({ id, name }) => [id, name.full] as const),
    ...departments.map(({ key, label }) => [key, label.full] as const),
  ])
}

function keyOf(kind: PrimitiveGroup['kind'], id: string): string {
  return `${kind} ${id}`
}
