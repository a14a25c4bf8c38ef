import type { Judgement } from '../../src-shared/model/judgement'
import { useAccount } from '../account/AccountContext'
import { personOf } from '../account/names'
import { dayText } from '../../src-shared/i18n/format'
import { useText } from '../i18n/language'
import { authorSigns, historyCourse } from './judgementHistory'

const WIDTH = 300
const ROW = 22
const LEFT = 84
const RIGHT = 12
const FOOT = 16
const MARK = 8

interface HistoryChartProps {
  readonly label: string
  /** Every opinion of one matter. */
  readonly judgements: readonly Judgement[]
  /** The words of its scale, the lowest first. */
  readonly values: readonly string[]
  readonly words: (value: string) => string
}

/**
 * How opinions about one matter went: a step a judgement, marked with its author's sign. What has no evidence is hollow and dashed, and
 * the line stops where a judgement ran out. Screen readers hear the same as a sentence; the list below the chart tells all of it.
 */
export function HistoryChart({ label, judgements, values, words }: HistoryChartProps) {
  const { t, language } = useText()
  const { graph, asOf } = useAccount()
  const course = historyCourse(judgements, values, asOf)
  if (!course) return null
  const { points, from, to } = course
  const nameOf = (judgement: Judgement) => personOf(graph, judgement.authorId)?.name ?? t('screen.inspector.nobodyNamed')
  const names = new Map(points.flatMap(({ judgement }) => (judgement.authorId ? [[judgement.authorId, nameOf(judgement)]] : [])))
  const signs = authorSigns(names)

  // Only the levels that occur take room, so that a change is seen at its true size among them.
  const levels = [...new Set(points.map(({ level }) => level))].sort((a, b) => b - a)
  const height = levels.length * ROW + FOOT
  const x = (at: number) => LEFT + MARK + at * (WIDTH - LEFT - RIGHT - 2 * MARK)
  const y = (level: number) => levels.indexOf(level) * ROW + ROW / 2
  const sentence = points.map(({ judgement }) =>
    t('rating.history.point', {
      day: judgement.madeOn ? dayText(judgement.madeOn, language) : t('rating.history.undated'),
      value: t('rating.history.by', { value: words(judgement.value), author: nameOf(judgement) }),
    }),
  )

  return (
    <figure className="lp-history-chart">
      <svg
        viewBox={`0 0 ${WIDTH} ${height}`}
        role="img"
        aria-label={[t('rating.history.title', { label }), ...sentence].join(t('map.listSeparator'))}
      >
        {levels.map((level) => (
          <g key={level}>
            <text x={LEFT - 8} y={y(level)} textAnchor="end" dominantBaseline="central" className="lp-chart-word">
              {words(values[level] ?? '')}
            </text>
            <line x1={LEFT} x2={WIDTH - RIGHT} y1={y(level)} y2={y(level)} className="lp-chart-grid" />
          </g>
        ))}
        {points.map(({ judgement, at, until, level }, i) => {
          const next = points[i + 1]
          return (
            <g key={judgement.id} className="lp-chart-line">
              <line x1={x(at)} x2={x(until)} y1={y(level)} y2={y(level)} />
              {next && next.at === until && <line x1={x(until)} x2={x(until)} y1={y(level)} y2={y(next.level)} />}
            </g>
          )
        })}
        {points.map(({ judgement, at, level }) => (
          <g key={judgement.id} className="lp-chart-mark" data-weak={judgement.evidence.trim() === ''}>
            <title>{`${words(judgement.value)} · ${nameOf(judgement)}`}</title>
            <circle cx={x(at)} cy={y(level)} r={MARK} />
            <text x={x(at)} y={y(level)} textAnchor="middle" dominantBaseline="central">
              {judgement.authorId ? signs.get(judgement.authorId) : '?'}
            </text>
          </g>
        ))}
        <text x={LEFT} y={height - 3} className="lp-chart-word">
          {from}
        </text>
        <text x={WIDTH - RIGHT} y={height - 3} textAnchor="end" className="lp-chart-word">
          {to}
        </text>
      </svg>
      <figcaption aria-hidden className="lp-quiet">
        {[...names].map(([id, name]) => `${signs.get(id) ?? ''} ${name}`).join(' · ')}
      </figcaption>
    </figure>
  )
}
