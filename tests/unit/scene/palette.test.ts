import { describe, expect, test } from 'vitest'
import { type Palette, palettes } from '../../../src-shared/scene/palette'

/** Relative luminance and contrast as in WCAG 2.2, 1.4.3. */
function luminance(colour: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * (r ?? 0) + 0.7152 * (g ?? 0) + 0.0722 * (b ?? 0)
}

function contrast(a: string, b: string): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x)
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05)
}

const signs = (palette: Palette) => [...Object.values(palette.lights), palette.changed]
const tones = (palette: Palette) => [
  ...Object.values(palette.stances),
  ...palette.roles,
  ...palette.depths,
  ...palette.owns,
  ...signs(palette),
]

describe.each(Object.entries(palettes))('%s', (_name, palette) => {
  const cards = [palette.card, palette.ours, palette.thirdParty, ...tones(palette).map(({ fill }) => fill)]

  test('text reaches 4.5 on every card', () => {
    for (const ground of cards) {
      expect(contrast(palette.ink, ground), `ink on ${ground}`).toBeGreaterThanOrEqual(4.5)
      expect(contrast(palette.inkSoft, ground), `inkSoft on ${ground}`).toBeGreaterThanOrEqual(4.5)
    }
  })

  test('headings and captions reach 4.5 on what is behind them', () => {
    for (const ground of [palette.ground, palette.band, palette.department, palette.departmentNested]) {
      expect(contrast(palette.inkQuiet, ground), `inkQuiet on ${ground}`).toBeGreaterThanOrEqual(4.5)
      expect(contrast(palette.inkSoft, ground), `inkSoft on ${ground}`).toBeGreaterThanOrEqual(4.5)
    }
  })

  test('letters on accents reach 4.5', () => {
    for (const { accent } of [...Object.values(palette.stances), ...palette.roles, ...signs(palette)]) {
      expect(contrast(palette.onAccent, accent), `letter on ${accent}`).toBeGreaterThanOrEqual(4.5)
    }
    expect(contrast(palette.warning, palette.card)).toBeGreaterThanOrEqual(4.5)
  })

  test('signs and lines reach 3 on what is behind them', () => {
    for (const colour of Object.values(palette.ties)) {
      for (const ground of [palette.ground, palette.band, palette.department])
        expect(contrast(colour, ground), `${colour} on ${ground}`).toBeGreaterThanOrEqual(3)
    }
    for (const ground of cards) expect(contrast(palette.pip, ground), `pip on ${ground}`).toBeGreaterThanOrEqual(3)
    for (const { fill, accent } of Object.values(palette.stances))
      expect(contrast(accent, fill), `${accent} on ${fill}`).toBeGreaterThanOrEqual(3)
    for (const { accent } of signs(palette)) {
      for (const ground of cards) expect(contrast(accent, ground), `${accent} on ${ground}`).toBeGreaterThanOrEqual(3)
    }
    expect(contrast(palette.selection, palette.ground)).toBeGreaterThanOrEqual(3)
    expect(contrast(palette.onAccent, palette.selection)).toBeGreaterThanOrEqual(4.5)
  })

  test('stances differ in brightness or are told apart by their signs alone: no two badges share a colour', () => {
    const accents = Object.values(palette.stances).map(({ accent }) => accent)
    expect(new Set(accents).size).toBe(accents.length)
  })
})
