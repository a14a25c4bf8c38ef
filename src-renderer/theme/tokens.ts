import type { ThemeConfig } from 'antd'
import { theme } from 'antd'

/** The window's own colours. Text reaches 4.5:1 on each of its grounds; styles.css reads the same values as `--lp-…`. */
const palettes = {
  light: {
    ground: '#f6f6f7',
    panel: '#ffffff',
    raised: '#ffffff',
    hover: '#efeff2',
    line: '#e4e4e8',
    strongLine: '#c9c9d0',
    text: '#1b1c20',
    quiet: '#5c5e68',
    faint: '#6c6e79',
    accent: '#4254c5',
    accentGround: '#eceefb',
    good: '#1c7a46',
    warn: '#8f5a00',
    bad: '#bb2d3b',
  },
  dark: {
    ground: '#151619',
    panel: '#1b1c20',
    raised: '#232429',
    hover: '#27282e',
    line: '#2d2e35',
    strongLine: '#4a4c56',
    text: '#ececf0',
    quiet: '#abadb8',
    faint: '#9698a4',
    accent: '#98a4f8',
    accentGround: '#282c4a',
    good: '#66c795',
    warn: '#e2ab52',
    bad: '#f58a91',
  },
} as const

export type ThemeName = keyof typeof palettes

/** Ant Design's tokens for a theme: dense, quiet, no shadows where a line does. */
export function antTheme(name: ThemeName): ThemeConfig {
  const colours = palettes[name]
  return {
    algorithm: name === 'dark' ? theme.darkAlgorithm : theme.defaultAlgorithm,
    token: {
      // Ant's primary ground carries white text, so the dark theme keeps a deeper accent there.
      colorPrimary: name === 'dark' ? '#5f70dd' : colours.accent,
      colorLink: colours.accent,
      colorError: colours.bad,
      colorWarning: colours.warn,
      colorSuccess: colours.good,
      colorBgBase: colours.panel,
      colorBgContainer: colours.panel,
      colorBgElevated: colours.raised,
      colorBgLayout: colours.ground,
      colorText: colours.text,
      colorTextSecondary: colours.quiet,
      colorTextTertiary: colours.quiet,
      colorTextDescription: colours.quiet,
      colorTextPlaceholder: colours.faint,
      colorBorder: colours.strongLine,
      colorBorderSecondary: colours.line,
      colorSplit: colours.line,
      borderRadius: 6,
      fontSize: 13,
      fontFamily: 'var(--lp-font)',
      fontSizeSM: 12,
      fontSizeLG: 14,
      controlHeight: 30,
      controlHeightSM: 24,
      controlHeightLG: 36,
      padding: 12,
      paddingLG: 18,
      paddingContentHorizontalLG: 20,
      marginLG: 16,
      wireframe: false,
      motionDurationMid: '0.12s',
      motionDurationSlow: '0.16s',
    },
    components: {
      Button: { primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none', fontWeight: 500 },
      Segmented: {
        trackBg: colours.hover,
        itemSelectedBg: name === 'dark' ? '#41434d' : colours.raised,
        itemColor: colours.quiet,
      },
      Tooltip: { colorBgSpotlight: name === 'dark' ? '#3a3b43' : '#2a2b31' },
      Modal: { titleFontSize: 15 },
      Select: { optionSelectedBg: colours.accentGround },
    },
  }
}

/** Puts a theme's colours where style sheets read them. */
export function applyPalette(name: ThemeName): void {
  const root = document.documentElement
  root.dataset['theme'] = name
  root.style.colorScheme = name
  for (const [key, colour] of Object.entries(palettes[name])) {
    root.style.setProperty(`--lp-${key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`, colour)
  }
}
