import type { Output, ParsedInput } from '../../src-shared/contract'
import { dayText } from '../../src-shared/i18n/format'
import { translator } from '../../src-shared/i18n/translate'
import type { Report, TextPart } from '../../src-shared/report/report'
import type { ReadContext } from '../core/context'
import { personData } from '../core/personData'
import { personSheet } from '../core/personSheet'
import { workspaceInfo } from '../core/workspace'
import { writeDocx } from './docx/writeDocx'
import { writePdf } from './pdf/writePdf'

type Asked = ParsedInput<'person.dataDocument'>
type Sheet = Output<'person.dataSheet'>

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/** All that is held about one person, as a document to hand over or as JSON. @throws AppError `not_found` */
export async function personDocument(context: ReadContext, asked: Asked): Promise<Output<'person.dataDocument'>> {
  const { format } = asked
  const sheet = await personSheet(context, asked)
  const file = (mediaType: string, bytes: Uint8Array) => ({
    fileName: `${sheet.name.replaceAll(/[/\\:*?"<>|]/g, ' ')} ${asked.on}.${format}`,
    mediaType,
    bytes: Buffer.from(bytes).toString('base64'),
  })
  switch (format) {
    case 'json':
      return file('application/json', Buffer.from((await personData(context, asked)).json))
    case 'docx':
      return file(WORD, await writeDocx(await reportOf(context, sheet, asked), { paper: 'a4' }))
    case 'pdf':
      return file('application/pdf', await writePdf(await reportOf(context, sheet, asked), { paper: 'a4' }))
    default:
      return format satisfies never
  }
}

async function reportOf(context: ReadContext, { name, sections }: Sheet, { language, on }: Asked): Promise<Report> {
  const t = translator(language)
  const { fileName } = await workspaceInfo(context)
  return {
    title: t('privacy.person.title', { name }),
    subtitle: t('privacy.person.subtitle', { file: fileName }),
    language,
    asOf: on,
    sourceNote: t('privacy.person.source', { day: dayText(on, language) }),
    parts: sections.map(({ table, title, entries }): TextPart => {
      // One who is described by several lines is read line by line, several by one each.
      const alone = entries.length === 1
      const lines = entries.map((fields) => fields.map(({ label, value }) => t('privacy.person.field', { label, value })))
      return {
        kind: 'text',
        key: table,
        title,
        subtitle: '',
        notes: [],
        paragraphs: alone
          ? lines.flat().map((words) => ({ style: 'plain', words }))
          : lines.map((fields) => ({ style: 'bullet', words: fields.join(t('privacy.person.between')) })),
      }
    }),
  }
}
