import { OctagonAlert, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import type { ActionContext } from '../actions/context'
import { useFigures } from './figures'
import { Gauge } from './Gauge'
import { openSituation, type SectionId } from './insightStore'
import { figureText, signedText } from '../../src-shared/i18n/format'
import { bySeverity } from './severity'

/** The four figures to know first; each leads to its reasons. */
export function Overview({ context }: { readonly context: ActionContext }) {
  const { t, language } = context
  const { evaluation, threads, findings } = useFigures()
  const { coverage, support, situation } = evaluation
  const { dependenceWarning } = situation.method
  const severe = bySeverity(findings).get('severe')?.length ?? 0
  const hangs = threads.ours !== null && threads.ours >= dependenceWarning
  return (
    <div className="lp-tiles">
      <Tile
        section="coverage"
        title={t('analysis.coverage.title')}
        figure={coverage ? figureText(coverage.score, 1, language) : '–'}
        about={coverage ? t('analysis.overview.ofHundred') : t('analysis.overview.noDeal')}
      >
        {coverage && <Gauge value={coverage.score / 100} />}
      </Tile>
      <Tile
        section="support"
        title={t('analysis.support.settledLong')}
        figure={support ? signedText(support.settled, 2, language) : '–'}
        about={
          support
            ? t('analysis.overview.now', { now: signedText(support.now, 2, language) })
            : t(situation.opportunity ? 'analysis.overview.nobody' : 'analysis.overview.noDeal')
        }
      />
      <Tile
        section="threading"
        title={t('analysis.threading.short')}
        figure={threads.ours === null ? '–' : figureText(threads.ours, 2, language)}
        about={
          hangs ? (
            <span className="lp-weak">
              <TriangleAlert size={12} aria-hidden />
              {t('analysis.overview.hangs')}
            </span>
          ) : (
            t('analysis.overview.limit', { limit: figureText(dependenceWarning, 2, language) })
          )
        }
      />
      <Tile
        section="findings"
        title={t('analysis.findings.title')}
        figure={String(findings.length)}
        about={
          severe > 0 ? (
            <span className="lp-word lp-bad">
              <OctagonAlert size={12} aria-hidden />
              {t('analysis.findings.severe', { count: severe })}
            </span>
          ) : (
            t('analysis.overview.noneSevere')
          )
        }
      />
    </div>
  )
}

interface TileProps {
  readonly section: SectionId
  readonly title: string
  readonly figure: string
  readonly about: ReactNode
  readonly children?: ReactNode
}

function Tile({ section, title, figure, about, children }: TileProps) {
  return (
    <button type="button" className="lp-tile" onClick={() => openSituation(section)}>
      <span className="lp-tile-title">{title}</span>
      <span className="lp-tile-figure lp-number">{figure}</span>
      <span className="lp-tile-about">{about}</span>
      {children}
    </button>
  )
}
