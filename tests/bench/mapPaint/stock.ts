import cytoscape, { type Core, type ElementDefinition } from 'cytoscape'
import { palettes, toneColours } from '../../../src-shared/scene/palette'
import type { Scene, SceneCard } from '../../../src-shared/scene/sceneTypes'

const palette = palettes.light

/**
 * The same map as one would first build it: Cytoscape draws everything, cards as labelled nodes coloured by data, at
 * the scene's places. */
export function stockMap(container: HTMLElement, scene: Scene): Core {
  const elements: ElementDefinition[] = [
    ...scene.departments.map(({ key, rect, label }) => ({
      data: { id: `department ${key}`, kind: 'department', label: label.full, width: rect.width, height: rect.height },
      position: { x: rect.x + rect.width / 2, y: rect.y + rect.height / 2 },
    })),
    ...scene.cards.map((card) => ({
      data: { id: card.id, kind: 'card', width: card.rect.width, height: card.rect.height, ...dress(card) },
      position: { x: card.rect.x + card.rect.width / 2, y: card.rect.y + card.rect.height / 2 },
    })),
    ...scene.lines.map(({ parentId, childId }) => ({
      data: { id: `line ${childId}`, kind: 'line', source: parentId, target: childId },
    })),
    ...scene.ties.flatMap(({ id, kind, fromPersonId, toPersonId, width }) => {
      const source = scene.cards.find(({ personId }) => personId === fromPersonId)?.id
      const target = scene.cards.find(({ personId }) => personId === toPersonId)?.id
      return source && target ? [{ data: { id, kind, source, target, width, colour: palette.ties[kind] } }] : []
    }),
  ]
  const cy = cytoscape({
    container,
    elements,
    layout: { name: 'preset', fit: false },
    style: [
      {
        selector: 'node',
        style: {
          shape: 'round-rectangle',
          width: 'data(width)',
          height: 'data(height)',
          label: 'data(label)',
          'font-size': 11,
          'text-wrap': 'wrap',
          'text-valign': 'center',
          'border-width': 1,
        },
      },
      {
        selector: 'node[kind = "department"]',
        style: {
          'background-color': palette.department,
          'border-color': palette.departmentBorder,
          'text-valign': 'top',
          'z-index': 0,
        },
      },
      {
        selector: 'node[kind = "card"]',
        style: { 'background-color': 'data(fill)', 'border-color': 'data(accent)', 'z-index': 2 },
      },
      { selector: 'edge', style: { 'z-index': 1 } },
      {
        selector: 'edge[kind = "line"]',
        style: { 'curve-style': 'taxi', 'taxi-direction': 'downward', 'line-color': palette.line, width: 1.4 },
      },
      {
        selector: 'edge[kind != "line"]',
        style: {
          'curve-style': 'bezier',
          'line-color': 'data(colour)',
          'target-arrow-color': 'data(colour)',
          'target-arrow-shape': 'triangle',
          width: 'data(width)',
        },
      },
    ],
  })
  return cy
}

/** Another layer, by data, which is what Cytoscape restyles fastest. */
export function restyle(cy: Core, scene: Scene): void {
  cy.batch(() => {
    for (const card of scene.cards) cy.getElementById(card.id).data(dress(card))
  })
}

function dress(card: SceneCard) {
  const colours = toneColours(card.tone, palette) ?? { fill: palette.card, accent: palette.cardBorder }
  const letters = card.roles.map(({ letter }) => letter).join(' ')
  return { ...colours, label: [card.name.full, card.title.full, `${letters} ${card.note?.full ?? ''}`].join('\n') }
}
