import { Route } from 'lucide-react'
import { twoBestWays, type Way } from '../../src-shared/analytics/nextPath'
import { type Carrier, wayLinks } from '../../src-shared/analytics/wayLinks'
import type { PersonId } from '../../src-shared/model/ids'
import { nearestConfidence, nearestStrength } from '../account/ratioWords'
import type { ActionContext } from '../actions/context'
import { PersonPicker } from '../components/PersonPicker'
import { Section } from '../inspector/Section'
import { useMapMode } from '../state/mapMode'
import { personOf } from '../account/names'
import { useFigures } from './figures'
import { Gauge } from './Gauge'
import { ModeHead } from './ModeHead'
import { figureText } from '../../src-shared/i18n/format'
import { PersonLink } from './PersonLink'

const reachable = ['theirs', 'third-party'] as const

interface WarmPathPanelProps {
  readonly target: PersonId
  readonly context: ActionContext
}

/** The best way from any of ours to somebody, what each step of it is worth, and the next best that differs. */
export function WarmPathPanel({ target, context }: WarmPathPanelProps) {
  const { t, language, view } = context
  const { evaluation, open } = useFigures()
  const seekPath = useMapMode((state) => state.seekPath)
  const place = evaluation.situation.placeOf.get(target)
  const [best, next] = place === undefined ? [null, null] : twoBestWays(evaluation.network, place)
  const name = personOf(open.graph, target)?.name ?? ''
  const selected = view.selection?.kind === 'person' ? personOf(open.graph, view.selection.id) : null
  const other = selected && selected.id !== target && selected.side !== 'ours' ? selected : null
  return (
    <div className="lp-insight">
      <ModeHead
        kind={t('analysis.warmPath.title')}
        name={name}
        about={best ? t('analysis.warmPath.access', { value: figureText(best.product, 3, language) }) : ''}
        leave={t('analysis.warmPath.leave')}
        context={context}
      />
      <div className="lp-mode-pick">
        <PersonPicker
          aria-label={t('analysis.warmPath.to')}
          value={target}
          sides={reachable}
          onChange={(id) => id && seekPath(id)}
        />
        {other && (
          <button type="button" className="lp-text-button" onClick={() => seekPath(other.id)}>
            {t('analysis.warmPath.instead', { name: other.name })}
          </button>
        )}
      </div>
      <Section title={t('analysis.warmPath.best')}>
        {best ? (
          <WayList way={best} context={context} />
        ) : (
          <p className="lp-quiet">
            {t(place === undefined ? 'analysis.warmPath.notThere' : 'analysis.warmPath.unreachable', { name })}
          </p>
        )}
      </Section>
      {best && (
        <Section title={t('analysis.warmPath.next')}>
          {next ? <WayList way={next} context={context} /> : <p className="lp-quiet">{t('analysis.warmPath.noNext')}</p>}
        </Section>
      )}
    </div>
  )
}

function WayList({ way, context }: { readonly way: Way; readonly context: ActionContext }) {
  const { t, language } = context
  const links = wayLinks(useFigures().evaluation, way)
  return (
    <>
      <ol className="lp-way">
        {links.map(({ from, to, value, carrier }, index) => (
          <li key={to}>
            {index === 0 && (
              <div className="lp-way-person">
                <PersonLink id={from} context={context} />
                <span className="lp-quiet">{t('model.side.ours')}</span>
              </div>
            )}
            <div className="lp-way-step">
              <CarrierWords carrier={carrier} context={context} />
              <Gauge value={value} />
              <span className="lp-number">{figureText(value, 2, language)}</span>
            </div>
            <div className="lp-way-person">
              <PersonLink id={to} context={context} />
            </div>
          </li>
        ))}
      </ol>
      <p className="lp-way-product">
        <Route size={14} aria-hidden />
        <span className="lp-quiet lp-number">{links.map(({ value }) => figureText(value, 2, language)).join(' × ')}</span>
        <b className="lp-number">= {figureText(way.product, 3, language)}</b>
      </p>
    </>
  )
}

/** What carries a step: how well we know them, which tie, or the reporting line. */
function CarrierWords({ carrier, context }: { readonly carrier: Carrier; readonly context: ActionContext }) {
  const { t } = context
  const { method } = useFigures().open
  switch (carrier.kind) {
    case 'pair':
      return <span>{t('analysis.warmPath.pair', { depth: t(`model.depth.${depthKey(carrier.depth)}`) })}</span>
    case 'reporting':
      return <span>{t('analysis.warmPath.reporting')}</span>
    case 'tie': {
      const sure = nearestConfidence(method, carrier.confidence)
      const words = [t(`model.tie.${carrier.tie}`), t(`model.strength.${nearestStrength(method, carrier.strength)}`)]
      if (sure !== 'confirmed') words.push(t(`model.confidence.${sure}`))
      return <span>{words.join(' · ')}</span>
    }
    default:
      return carrier satisfies never
  }
}

const depthKeys = ['0', '1', '2', '3', '4'] as const

function depthKey(depth: number): (typeof depthKeys)[number] {
  return depthKeys[depth] ?? '0'
}
