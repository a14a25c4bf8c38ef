import type { Language } from '../../../src-shared/model/language'
import { measure } from '../../../src-shared/scene/text'
import type { ThemeFacts } from './template'
import { EAST_ASIAN_FONT } from './shippedTemplate'
import { type Xml, xml } from './xml'

/** The language of a deck's texts, and what they are set in. */
export interface Script {
  readonly language: Language
  /** Typeface of Chinese characters: the template's own where it names one. */
  readonly eastAsian: string
}

export function scriptOf(language: Language, { hasEastAsianFont }: ThemeFacts): Script {
  return { language, eastAsian: hasEastAsianFont ? '+mn-ea' : EAST_ASIAN_FONT }
}

export interface RunStyle {
  /** In points; undefined: as the template has it. */
  readonly size?: number
  readonly bold?: boolean
  /** As coloured by the theme; undefined: as the template has it. */
  readonly colour?: Xml
  /** Relationship of the slide to jump to. */
  readonly jump?: string | undefined
}

/** Text of one style, without line breaks. */
export function run(text: string, style: RunStyle, script: Script): Xml {
  return xml`<a:r><a:rPr${languageOf(script)}${styleOf(style)}>${fillOf(style)}${fontsOf(style, script)}${jumpOf(style)}</a:rPr><a:t>${text}</a:t></a:r>`
}

/** A number that the program fills in. */
export function slideNumber(script: Script, number: number): Xml {
  return xml`<a:fld id="{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}" type="slidenum"><a:rPr${languageOf(script)}/><a:t>${number}</a:t></a:fld>`
}

/** How large a text is set so that it fits a line of a width: as wanted, or smaller down to `least`. Sizes and width in points. */
export function sizeToFit(text: string, width: number, wanted: number, least: number, bold: boolean): number {
  const needed = measure(text, { size: wanted, weight: bold ? 600 : 400 })
  return needed <= width ? wanted : Math.max(least, Math.floor((wanted * width * 2) / needed) / 2)
}

function languageOf({ language }: Script): Xml {
  return language === 'zh-CN' ? xml` lang="zh-CN" altLang="en-US"` : xml` lang="en-US" altLang="zh-CN"`
}

function styleOf({ size, bold }: RunStyle): Xml {
  // The format knows no type smaller than a point.
  const sized = size === undefined ? xml`` : xml` sz="${Math.max(100, Math.round(size * 100))}"`
  return xml`${sized}${bold === undefined ? xml`` : xml` b="${bold ? 1 : 0}"`} dirty="0"`
}

function fillOf({ colour }: RunStyle): Xml {
  return colour ? xml`<a:solidFill>${colour}</a:solidFill>` : xml``
}

/** Placeholders (which say neither size nor colour) keep the template's Latin type; Chinese needs a typeface of its own in either. */
function fontsOf({ size, colour }: RunStyle, { eastAsian }: Script): Xml {
  const inherited = size === undefined && colour === undefined
  const latin = inherited ? xml`` : xml`<a:latin typeface="+mn-lt"/>`
  return inherited && eastAsian.startsWith('+') ? xml`` : xml`${latin}<a:ea typeface="${eastAsian}"/>`
}

function jumpOf({ jump }: RunStyle): Xml {
  return jump === undefined ? xml`` : xml`<a:hlinkClick r:id="${jump}" action="ppaction://hlinksldjump"/>`
}
