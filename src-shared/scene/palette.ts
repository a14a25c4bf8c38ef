import type { Light } from '../analytics/risk'
import type { StrategyState } from '../analytics/strategies'
import type { Stance, TieKind } from '../model/scales'
import type { Tone } from './sceneTypes'

export type Theme = 'light' | 'dark'

/** Colours of a tone: the card's ground, and a strong colour for bar, badge and letter box. */
export interface ToneColours {
  readonly fill: string
  readonly accent: string
}

/** Every colour of a map. Texts reach a contrast of 4.5 on every ground they stand on (tests/unit/scene/palette.test.ts). */
export interface Palette {
  readonly ground: string
  readonly band: string
  readonly bandBorder: string
  readonly department: string
  readonly departmentNested: string
  readonly departmentBorder: string
  readonly card: string
  readonly cardBorder: string
  readonly ours: string
  readonly thirdParty: string
  readonly ink: string
  readonly inkSoft: string
  /** Of headings on the ground, the bands and the departments. */
  readonly inkQuiet: string
  /** On an accent. */
  readonly onAccent: string
  readonly line: string
  readonly pip: string
  readonly pipEmpty: string
  readonly warning: string
  readonly selection: string
  readonly ties: Readonly<Record<TieKind, string>>
  readonly stances: Readonly<Record<Stance | 'unknown', ToneColours>>
  /** From the first role of the method to the last shipped one; own roles take the last colour. */
  readonly roles: readonly ToneColours[]
  /** Depth 0…4. */
  readonly depths: readonly ToneColours[]
  /** Ours, taken in turn. */
  readonly owns: readonly ToneColours[]
  readonly lights: Readonly<Record<Light, ToneColours>>
  /** Of what changed or would. */
  readonly changed: ToneColours
}

const light: Palette = {
  ground: '#f6f7f9',
  band: '#fbfbfc',
  bandBorder: '#e6e8ec',
  department: '#f1f3f6',
  departmentNested: '#eaedf1',
  departmentBorder: '#dfe3e8',
  card: '#ffffff',
  cardBorder: '#d3d8df',
  ours: '#f4f8fc',
  thirdParty: '#fbf9f5',
  ink: '#16191d',
  inkSoft: '#4b5563',
  inkQuiet: '#566070',
  onAccent: '#ffffff',
  line: '#aab2bd',
  pip: '#30557f',
  pipEmpty: '#a7b1be',
  warning: '#b3400f',
  selection: '#1f6feb',
  ties: { influences: '#2b6cd4', 'conflicts-with': '#c9302c', 'allied-with': '#1d8153', personal: '#7e4fc0' },
  stances: {
    opponent: { fill: '#fdeceb', accent: '#c22f2b' },
    unsupportive: { fill: '#fdf1e5', accent: '#ad5a0c' },
    neutral: { fill: '#f0f2f5', accent: '#5c6878' },
    supportive: { fill: '#e6f5f1', accent: '#12806a' },
    exclusive: { fill: '#d3ede5', accent: '#0a5d4d' },
    coach: { fill: '#ebebfb', accent: '#4a4cc0' },
    unknown: { fill: '#ffffff', accent: '#6b7685' },
  },
  roles: [
    { fill: '#e4f4f3', accent: '#0f7a78' },
    { fill: '#e7f0fc', accent: '#2862b9' },
    { fill: '#f1ebfb', accent: '#7447b8' },
    { fill: '#fbf0df', accent: '#97590a' },
    { fill: '#fce9ee', accent: '#b02750' },
    { fill: '#eef0e4', accent: '#5f6b1e' },
  ],
  depths: [
    { fill: '#ffffff', accent: '#8a95a3' },
    { fill: '#f0f5fc', accent: '#7396c4' },
    { fill: '#dfeafa', accent: '#4a7abb' },
    { fill: '#c9dcf6', accent: '#2a5fa8' },
    { fill: '#b0cdf2', accent: '#173f7a' },
  ],
  owns: [
    { fill: '#e7f0fc', accent: '#2862b9' },
    { fill: '#fbf0df', accent: '#97590a' },
    { fill: '#e4f4f3', accent: '#0f7a78' },
    { fill: '#f1ebfb', accent: '#7447b8' },
    { fill: '#fce9ee', accent: '#b02750' },
    { fill: '#eef0e4', accent: '#5f6b1e' },
    { fill: '#e6eef2', accent: '#35647c' },
    { fill: '#f5ece7', accent: '#8a4b32' },
  ],
  lights: {
    red: { fill: '#fdeceb', accent: '#c22f2b' },
    amber: { fill: '#fdf3dd', accent: '#955c00' },
    green: { fill: '#eef7f1', accent: '#1d7a4f' },
  },
  changed: { fill: '#edf3fd', accent: '#2862b9' },
}

const dark: Palette = {
  ground: '#131519',
  band: '#171a1f',
  bandBorder: '#252a31',
  department: '#1c2026',
  departmentNested: '#22272e',
  departmentBorder: '#2f353e',
  card: '#262b33',
  cardBorder: '#3d4550',
  ours: '#232c38',
  thirdParty: '#2d2a25',
  ink: '#f0f2f5',
  inkSoft: '#b8c0cb',
  inkQuiet: '#a1abb8',
  onAccent: '#101317',
  line: '#5a6472',
  pip: '#9cc4f5',
  pipEmpty: '#76818f',
  warning: '#f5a568',
  selection: '#62a4ff',
  ties: { influences: '#6aa7ff', 'conflicts-with': '#ff7b74', 'allied-with': '#4fc48d', personal: '#b794f0' },
  stances: {
    opponent: { fill: '#402626', accent: '#ff8a83' },
    unsupportive: { fill: '#3d2f22', accent: '#f0a35e' },
    neutral: { fill: '#2c323a', accent: '#a9b4c2' },
    supportive: { fill: '#1f3833', accent: '#4fc9ad' },
    exclusive: { fill: '#1c4239', accent: '#7fe3c8' },
    coach: { fill: '#2d2e4d', accent: '#a7a9ff' },
    unknown: { fill: '#262b33', accent: '#929dab' },
  },
  roles: [
    { fill: '#1f3738', accent: '#55c7c3' },
    { fill: '#223349', accent: '#7db2ff' },
    { fill: '#332c47', accent: '#c0a1f7' },
    { fill: '#3c3222', accent: '#e5ae5c' },
    { fill: '#42262f', accent: '#ff8fad' },
    { fill: '#30341f', accent: '#bccb6a' },
  ],
  depths: [
    { fill: '#262b33', accent: '#7f8a98' },
    { fill: '#27323f', accent: '#7f9fc7' },
    { fill: '#28394e', accent: '#88b2e8' },
    { fill: '#29425f', accent: '#9cc4f5' },
    { fill: '#2a4c74', accent: '#c3ddff' },
  ],
  owns: [
    { fill: '#223349', accent: '#7db2ff' },
    { fill: '#3c3222', accent: '#e5ae5c' },
    { fill: '#1f3738', accent: '#55c7c3' },
    { fill: '#332c47', accent: '#c0a1f7' },
    { fill: '#42262f', accent: '#ff8fad' },
    { fill: '#30341f', accent: '#bccb6a' },
    { fill: '#22343d', accent: '#86bcd6' },
    { fill: '#3b2d26', accent: '#e3a487' },
  ],
  lights: {
    red: { fill: '#402626', accent: '#ff8a83' },
    amber: { fill: '#3d331f', accent: '#f2b957' },
    green: { fill: '#23332c', accent: '#5fcf9f' },
  },
  changed: { fill: '#243347', accent: '#7db2ff' },
}

export const palettes: Readonly<Record<Theme, Palette>> = { light, dark }

/** The colours of a tone; null: the card keeps the ground of its side. */
export function toneColours(tone: Tone, palette: Palette): ToneColours | null {
  switch (tone.family) {
    case 'plain':
      return null
    case 'role':
      return palette.roles[Math.min(tone.order, palette.roles.length - 1)] ?? null
    case 'stance':
      // Nobody has judged: nothing to colour.
      return tone.stance === 'unknown' ? null : palette.stances[tone.stance]
    case 'depth':
      return palette.depths[tone.depth] ?? null
    case 'own':
      return palette.owns[tone.order % palette.owns.length] ?? null
    case 'light':
      return palette.lights[tone.light]
    case 'changed':
      return palette.changed
    case 'strategy':
      return strategyColours(tone.state, palette)
    default:
      return tone satisfies never
  }
}

/** What nobody does about is warned of, what is late alarms. */
function strategyColours(state: StrategyState, { lights, changed, stances }: Palette): ToneColours {
  switch (state) {
    case 'none':
      return lights.amber
    case 'overdue':
      return lights.red
    case 'planned':
      return changed
    case 'active':
      return stances.coach
    case 'done':
      return lights.green
    default:
      return state satisfies never
  }
}
