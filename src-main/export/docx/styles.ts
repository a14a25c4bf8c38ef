import { AlignmentType, type INumberingOptions, type IStylesOptions, LevelFormat, LineRuleType } from 'docx'
import type { Language } from '../../../src-shared/model/language'
import { palettes } from '../../../src-shared/scene/palette'

/** What each program has or replaces by its own: Latin letters and Chinese characters take different fonts. */
const FONT = { ascii: 'Calibri', hAnsi: 'Calibri', cs: 'Calibri', eastAsia: 'Microsoft YaHei' }

const ink = plain(palettes.light.ink)
const soft = plain(palettes.light.inkSoft)
const rule = plain(palettes.light.departmentBorder)
export const shade = plain(palettes.light.departmentNested)

/** Ids of our own styles. */
export const styleIds = {
  partSubtitle: 'PartSubtitle',
  figureWords: 'FigureWords',
  figureValue: 'FigureValue',
  figureRemark: 'FigureRemark',
  cell: 'TableText',
  table: 'LinchpinTable',
  figureTable: 'LinchpinFigures',
} as const

export const BULLETS = 'bullets'

/** Colours of Word have no number sign. */
function plain(colour: string): string {
  return colour.slice(1)
}

/** Sizes are half points, spaces twentieths of a point. */
export function stylesOf(language: Language): IStylesOptions {
  const { partSubtitle, figureWords, figureValue, figureRemark, cell } = styleIds
  const normal = { basedOn: 'Normal', quickFormat: true } as const
  return {
    default: {
      document: {
        run: {
          font: FONT,
          size: 21,
          color: ink,
          language: { value: language === 'en' ? 'en-US' : language, eastAsia: 'zh-CN' },
        },
        paragraph: { spacing: { after: 120, line: 300, lineRule: LineRuleType.AUTO } },
      },
      title: { run: { font: FONT, size: 44, bold: true, color: ink }, paragraph: { spacing: { after: 80 } } },
      heading1: {
        run: { font: FONT, size: 28, bold: true, color: ink },
        paragraph: { spacing: { before: 320, after: 80 }, keepNext: true, outlineLevel: 0 },
      },
    },
    paragraphStyles: [
      { id: 'Subtitle', name: 'Subtitle', ...normal, run: { size: 24, color: soft }, paragraph: { spacing: { after: 40 } } },
      {
        id: partSubtitle,
        name: 'Part Subtitle',
        ...normal,
        run: { size: 19, color: soft },
        paragraph: { spacing: { after: 80 }, keepNext: true },
      },
      {
        id: cell,
        name: 'Table Text',
        ...normal,
        run: { size: 18 },
        paragraph: { spacing: { after: 0, line: 260, lineRule: LineRuleType.AUTO } },
      },
      { id: figureWords, name: 'Figure Words', ...normal, run: { size: 18, color: soft }, paragraph: { spacing: { after: 0 } } },
      {
        id: figureValue,
        name: 'Figure Value',
        ...normal,
        run: { size: 36, bold: true },
        paragraph: { spacing: { after: 0, line: 240, lineRule: LineRuleType.AUTO } },
      },
      {
        id: figureRemark,
        name: 'Figure Remark',
        ...normal,
        run: { size: 17, color: soft },
        paragraph: { spacing: { after: 0 } },
      },
      { id: 'Footer', name: 'footer', basedOn: 'Normal', run: { size: 15, color: soft }, paragraph: { spacing: { after: 0 } } },
      { id: 'TOC1', name: 'toc 1', basedOn: 'Normal', paragraph: { spacing: { after: 60 } } },
    ],
  }
}

/** Styles of tables as Word's own XML, for which the library has no words: a head that stands out with rules between rows, and boxes. */
export function tableStyles(): string {
  const line = (side: string): string => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="${rule}"/>`
  const gap = (side: string): string => `<w:${side} w:val="single" w:sz="48" w:space="0" w:color="FFFFFF"/>`
  const head =
    `<w:tblStylePr w:type="firstRow"><w:rPr><w:b/><w:color w:val="${soft}"/></w:rPr>` +
    `<w:tcPr><w:shd w:val="clear" w:color="auto" w:fill="${shade}"/></w:tcPr></w:tblStylePr>`
  return [
    '<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">',
    tableStyle(styleIds.table, 'Linchpin Table', line('top') + line('bottom') + line('insideH'), margins(60, 100), head),
    tableStyle(styleIds.figureTable, 'Linchpin Figures', gap('insideH') + gap('insideV'), margins(120, 160), ''),
    '</w:styles>',
  ].join('')
}

function tableStyle(id: string, name: string, borders: string, cellMargins: string, conditions: string): string {
  return (
    `<w:style w:type="table" w:customStyle="1" w:styleId="${id}"><w:name w:val="${name}"/><w:uiPriority w:val="59"/>` +
    `<w:tblPr><w:tblBorders>${borders}</w:tblBorders>${cellMargins}</w:tblPr>${conditions}</w:style>`
  )
}

function margins(upright: number, sideways: number): string {
  const side = (name: string, width: number): string => `<w:${name} w:w="${width}" w:type="dxa"/>`
  return `<w:tblCellMar>${side('top', upright)}${side('left', sideways)}${side('bottom', upright)}${side('right', sideways)}</w:tblCellMar>`
}

export const numbering: INumberingOptions = {
  config: [
    {
      reference: BULLETS,
      levels: [
        {
          level: 0,
          format: LevelFormat.BULLET,
          text: '•',
          alignment: AlignmentType.LEFT,
          style: { paragraph: { indent: { left: 360, hanging: 240 } } },
        },
      ],
    },
  ],
}
