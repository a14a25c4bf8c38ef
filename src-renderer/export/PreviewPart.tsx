import { useCallback, useState } from 'react'
import type { ExportPreview } from '../../src-shared/contract'
import { useText } from '../i18n/language'

type Part = ExportPreview['parts'][number]
type Of<K extends Part['kind']> = Extract<Part, { kind: K }>

/** Rows and lines shown at first: a table of thousands is looked at further when somebody wants to. */
const FIRST_ROWS = 60
const FIRST_LINES = 200

/** One page, table or text of the file, on white paper in either theme, as it will be. */
export function PreviewPart({ part }: { readonly part: Part }) {
  return (
    <article className="lp-sheet" aria-label={part.title}>
      <h4>{part.title}</h4>
      {part.subtitle !== '' && <p className="lp-sheet-about">{part.subtitle}</p>}
      <Content part={part} />
    </article>
  )
}

function Content({ part }: { readonly part: Part }) {
  switch (part.kind) {
    case 'map':
      return <MapSheet part={part} />
    case 'table':
      return <TableSheet part={part} />
    case 'text':
      return <TextSheet part={part} />
    case 'figures':
      return (
        <dl className="lp-sheet-figures">
          {part.figures.map(({ words, value, remark }) => (
            <div key={words}>
              <dt>{words}</dt>
              <dd>
                <strong>{value}</strong>
                {remark !== '' && <span>{remark}</span>}
              </dd>
            </div>
          ))}
        </dl>
      )
    default:
      return part satisfies never
  }
}

/** As wide as the sheet, or, pressed, as large as it was drawn. */
function MapSheet({ part: { title, svg } }: { readonly part: Of<'map'> }) {
  const { t } = useText()
  const [enlarged, setEnlarged] = useState(false)
  const show = useCallback(
    (image: HTMLImageElement | null) => {
      if (!image) return undefined
      const address = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }))
      image.src = address
      return () => URL.revokeObjectURL(address)
    },
    [svg],
  )
  return (
    <button
      type="button"
      className="lp-sheet-map"
      aria-pressed={enlarged}
      aria-label={t('export.preview.enlarge', { name: title })}
      onClick={() => setEnlarged(!enlarged)}
    >
      <img ref={show} alt="" decoding="async" loading="lazy" />
    </button>
  )
}

function TableSheet({ part: { title, columns, rows, empty } }: { readonly part: Of<'table'> }) {
  const { t } = useText()
  const [all, setAll] = useState(false)
  if (rows.length === 0) return <p>{empty}</p>
  const shown = all ? rows : rows.slice(0, FIRST_ROWS)
  const more = rows.length - shown.length
  return (
    <>
      <div className="lp-sheet-table" role="group" aria-label={title} tabIndex={0}>
        <table>
          <thead>
            <tr>
              {columns.map((words, i) => (
                <th key={i} scope="col">
                  {words}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map((cells, i) => (
              <tr key={i}>
                {cells.map((words, j) => (
                  <td key={j}>{words}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {more > 0 && (
        <button type="button" className="lp-sheet-more" onClick={() => setAll(true)}>
          {t('export.preview.rows', { count: more })}
        </button>
      )}
    </>
  )
}

function TextSheet({ part: { paragraphs } }: { readonly part: Of<'text'> }) {
  const { t } = useText()
  const [all, setAll] = useState(false)
  const shown = all ? paragraphs : paragraphs.slice(0, FIRST_LINES)
  const more = paragraphs.length - shown.length
  return (
    <>
      {shown.map((words, i) => (
        <p key={i} className="lp-sheet-line">
          {words}
        </p>
      ))}
      {more > 0 && (
        <button type="button" className="lp-sheet-more" onClick={() => setAll(true)}>
          {t('export.preview.lines', { count: more })}
        </button>
      )}
    </>
  )
}
