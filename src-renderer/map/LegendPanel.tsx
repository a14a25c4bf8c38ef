import type { Translate } from '../../src-shared/i18n/translate'
import { SAMPLE, samplePrimitives } from '../../src-shared/scene/legendPrimitives'
import type { Palette } from '../../src-shared/scene/palette'
import type { LegendGroup } from '../../src-shared/scene/sceneTypes'
import { PrimitiveShape } from './PrimitiveShape'

/** What the signs on the map mean: those that occur, and no others. */
export function LegendPanel({
  groups,
  palette,
  t,
}: {
  readonly groups: readonly LegendGroup[]
  readonly palette: Palette
  readonly t: Translate
}) {
  const box = { x: 1, y: 1, ...SAMPLE }
  return (
    <aside className="lp-map-legend" aria-label={t('map.legend.title')}>
      {groups.map(({ title, items }) => (
        <section key={title}>
          <h3>{title}</h3>
          <ul>
            {items.map(({ sample, words }, place) => (
              <li key={place}>
                <svg width={SAMPLE.width + 2} height={SAMPLE.height + 2} aria-hidden="true">
                  {samplePrimitives(sample, box, palette).map((primitive, i) => (
                    <PrimitiveShape key={i} primitive={primitive} />
                  ))}
                </svg>
                {words}
              </li>
            ))}
          </ul>
        </section>
      ))}
    </aside>
  )
}
