import { type Palette, palettes, type ToneColours } from '../../../src-shared/scene/palette'
import type { ThemeFacts } from './template'
import { permille } from './units'
import { type Xml, xml } from './xml'

/**
 * Colours of a map as a slide writes them: those that only tell things apart are shades of the theme's, so that a company's template
 * recolours the map; those that mean something by themselves (red for an opponent, green for an ally) stay what they are.
 */
export interface Colours {
  /** The palette that suits the template's ground. */
  readonly palette: Palette
  /** A colour of the palette at an opacity from 0 to 1. */
  write(colour: string, opacity?: number): Xml
  /** A colour for text on a fill of the palette's accents. */
  readableOn(fill: string): string
}

/** One of the theme's colours, which a colour of the palette is a shade of. */
interface Shade {
  readonly slot: string
  readonly colour: string
}

/** How far from the line between two colours another may lie to count as their mixture: colours are rounded. */
const TOLERANCE = 2.5
/** From here on a ground is light: dark text on it is read more easily. */
const LIGHT = 0.42

export function coloursOf({ colours }: ThemeFacts): Colours {
  const ground = colours.get('bg1') ?? '#ffffff'
  const palette = luminance(ground) < LIGHT / 2 ? palettes.dark : palettes.light
  const shades = shadesOf(palette)
  const mixtures = tonesOf(palette)
  const known = new Map<string, Shade | null>()

  const shadeOf = (colour: string): Shade | null => {
    const before = known.get(colour)
    if (before !== undefined) return before
    const exact = shades.get(colour)
    const mixed = exact ? undefined : mixtures.find((tone) => isMixture(colour, tone))
    const base = mixed && shades.get(mixed.accent)
    const found = exact ?? (base ? { slot: base.slot, colour: base.colour } : null)
    known.set(colour, found)
    return found
  }
  return {
    palette,
    write: (colour, opacity = 1) => {
      const alpha = opacity < 1 ? xml`<a:alpha val="${permille(opacity)}"/>` : xml``
      const shade = shadeOf(colour)
      if (!shade) return xml`<a:srgbClr val="${colour.slice(1).toUpperCase()}">${alpha}</a:srgbClr>`
      return xml`<a:schemeClr val="${shade.slot}">${shading(shade.colour, colour)}${alpha}</a:schemeClr>`
    },
    readableOn: (fill) => {
      const shade = shadeOf(fill)
      const actual = shade && shade.colour === fill ? colours.get(shade.slot) : undefined
      if (actual === undefined) return palette.onAccent
      const dark = palette === palettes.dark
      return luminance(actual) >= LIGHT === dark ? palette.onAccent : palette.ink
    },
  }
}

/** What each colour of the palette is a shade of; the rest has a meaning of its own. */
function shadesOf(palette: Palette): ReadonlyMap<string, Shade> {
  const dark = palette === palettes.dark
  const ground: Shade = { slot: 'bg1', colour: dark ? palette.ground : '#ffffff' }
  const ink: Shade = { slot: 'tx1', colour: palette.ink }
  const accents = palette.roles.map(({ accent }, i): Shade => ({ slot: `accent${i + 1}`, colour: accent }))
  const [, blue = ink, purple = ink, ochre = ink] = accents
  const { bandBorder, departmentBorder, cardBorder, department, departmentNested } = palette
  const shades = new Map<string, Shade>([
    ...[palette.band, bandBorder, department, departmentNested, departmentBorder, cardBorder, palette.card].map(
      (colour) => [colour, ground] as const,
    ),
    ...[palette.ink, palette.inkSoft, palette.inkQuiet, palette.line, palette.pipEmpty].map((colour) => [colour, ink] as const),
    ...[palette.ours, palette.pip, palette.selection, palette.ties.influences].map((colour) => [colour, blue] as const),
    ...palette.depths.slice(1).flatMap(({ fill, accent }) => [[fill, blue] as const, [accent, blue] as const]),
    [palette.ties.personal, purple],
    [palette.thirdParty, ochre],
  ])
  for (const { fill, accent } of [...palette.owns, ...palette.roles]) {
    const base = accents.find(({ colour }) => colour === accent) ?? nearest(accent, accents) ?? ink
    shades.set(accent, base)
    shades.set(fill, base)
  }
  shades.set(palette.changed.fill, blue)
  // The ground is the slide's own, whatever grey a map has on a page of its own.
  shades.set(palette.ground, { ...ground, colour: palette.ground })
  shades.set(palette.onAccent, { ...ground, colour: palette.onAccent })
  return shades
}

/** Those tones whose fill, accent and whatever lies between are shades of the theme's. */
function tonesOf({ roles, owns, depths, changed }: Palette): readonly ToneColours[] {
  return [...roles, ...owns, ...depths.slice(1), changed]
}

function nearest(colour: string, among: readonly Shade[]): Shade | undefined {
  const distance = (other: string): number => Math.hypot(...channels(colour).map((value, i) => value - (channels(other)[i] ?? 0)))
  return among.reduce<Shade | undefined>((a, b) => (a && distance(a.colour) <= distance(b.colour) ? a : b), undefined)
}

/** What makes one colour a shade of another, as the format has it: factors of saturation and lightness, and a shift towards white. */
function shading(from: string, to: string): Xml {
  if (from === to) return xml``
  const saturation = saturationOf(from) === 0 ? 1 : saturationOf(to) / saturationOf(from)
  // Greys are made of grounds and inks, whose faint tinge is not worth telling.
  const paler = saturation < 0.95 && saturationOf(from) > 0.3 ? xml`<a:satMod val="${permille(saturation)}"/>` : xml``
  const [base, wanted] = [lightnessOf(from), lightnessOf(to)]
  if (Math.abs(base - wanted) < 0.004) return paler
  if (wanted < base) return xml`${paler}<a:lumMod val="${permille(wanted / base)}"/>`
  const factor = (1 - wanted) / (1 - base)
  return xml`${paler}<a:lumMod val="${permille(factor)}"/><a:lumOff val="${permille(1 - factor)}"/>`
}

/** Saturation of the HSL model, 0–1. */
function saturationOf(colour: string): number {
  const values = channels(colour)
  const spread = (Math.max(...values) - Math.min(...values)) / 255
  return spread === 0 ? 0 : spread / (1 - Math.abs(2 * lightnessOf(colour) - 1))
}

/** Lightness of the HSL model, 0–1, which is the one that themes reckon in. */
function lightnessOf(colour: string): number {
  const values = channels(colour)
  return (Math.max(...values) + Math.min(...values)) / 510
}

/** Relative luminance by WCAG 2, 0–1. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = channels(colour).map((value) => {
    const share = value / 255
    return share <= 0.040_45 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** Whether a colour lies between a tone's fill and its accent. */
function isMixture(colour: string, { fill, accent }: ToneColours): boolean {
  const [from, to, at] = [channels(fill), channels(accent), channels(colour)]
  const way = to.map((value, i) => value - (from[i] ?? 0))
  const gone = at.map((value, i) => value - (from[i] ?? 0))
  const share =
    way.reduce((sum, value, i) => sum + value * (gone[i] ?? 0), 0) / way.reduce((sum, value) => sum + value * value, 0)
  if (share < 0 || share > 1) return false
  return Math.hypot(...gone.map((value, i) => value - share * (way[i] ?? 0))) <= TOLERANCE
}

function channels(colour: string): number[] {
  return [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16))
}
