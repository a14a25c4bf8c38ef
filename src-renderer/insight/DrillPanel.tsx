import { Button } from 'antd'
import { UserMinus, X } from 'lucide-react'
import type { Drill } from '../../src-shared/analytics/drill'
import type { PersonId } from '../../src-shared/model/ids'
import { roleWords } from '../../src-shared/scene/roleWords'
import { personOf } from '../account/names'
import type { ActionContext } from '../actions/context'
import { PersonPicker } from '../components/PersonPicker'
import { Section } from '../inspector/Section'
import { openDialog } from '../state/dialogs'
import { useMapMode } from '../state/mapMode'
import { DrillFigures } from './DrillFigures'
import { useFigures } from './figures'
import { LongList } from './Fold'
import { ModeHead } from './ModeHead'
import { signedText } from '../../src-shared/i18n/format'
import { PeoplePath, PersonLink } from './PersonLink'
import { RecordDeparture } from './RecordDeparture'

const FIRST = 8

interface DrillPanelProps {
  readonly gone: readonly PersonId[]
  readonly context: ActionContext
}

/** What is lost when some people leave, beside how it stands today. Nothing is written until that is asked for. */
export function DrillPanel({ gone, context }: DrillPanelProps) {
  const { t, view } = context
  const { evaluation, shared, open } = useFigures()
  const toggleGone = useMapMode((state) => state.toggleGone)
  const { people } = evaluation.situation.snapshot
  const result = shared.drilled(gone)
  const selected = view.selection?.kind === 'person' ? personOf(open.graph, view.selection.id) : null
  const other = selected && !gone.includes(selected.id) ? selected : null
  const there = gone.filter((id) => people.has(id))
  return (
    <div className="lp-insight">
      <ModeHead
        kind={t('analysis.drill.title')}
        name={gone.length > 0 ? t('analysis.drill.question', { count: gone.length }) : t('analysis.drill.nobody')}
        about={t('analysis.drill.nothingWritten')}
        leave={t('analysis.drill.leave')}
        context={context}
      >
        {gone.length > 0 && (
          <Button size="small" onClick={() => openDialog({ kind: 'export', deck: 'drill', leaves: gone })}>
            {t('export.take')}
          </Button>
        )}
        {there.length > 0 && <RecordDeparture key={there.join(' ')} people={there} context={context} />}
      </ModeHead>
      <div className="lp-mode-pick">
        {gone.length > 0 && (
          <ul className="lp-chips" aria-label={t('analysis.drill.leaving')}>
            {gone.map((id) => (
              <Leaver key={id} id={id} there={people.has(id)} context={context} />
            ))}
          </ul>
        )}
        <PersonPicker
          aria-label={t('analysis.drill.add')}
          placeholder={t('analysis.drill.add')}
          value={null}
          onChange={(id) => id && !gone.includes(id) && toggleGone(id)}
        />
        {other && (
          <button type="button" className="lp-text-button" onClick={() => toggleGone(other.id)}>
            {t('analysis.drill.also', { name: other.name })}
          </button>
        )}
      </div>
      <DrillFigures result={result} context={context} />
      <Losses result={result} context={context} />
    </div>
  )
}

interface LeaverProps {
  readonly id: PersonId
  /** On the day that is looked at. */
  readonly there: boolean
  readonly context: ActionContext
}

function Leaver({ id, there, context }: LeaverProps) {
  const { t } = context
  const { graph } = useFigures().open
  const toggleGone = useMapMode((state) => state.toggleGone)
  const name = personOf(graph, id)?.name ?? id
  return (
    <li className="lp-chip">
      <UserMinus size={13} aria-hidden />
      <span>{name}</span>
      {!there && <span className="lp-quiet">{t('analysis.drill.notThere')}</span>}
      <button type="button" aria-label={t('analysis.drill.back', { name })} onClick={() => toggleGone(id)}>
        <X size={13} aria-hidden />
      </button>
    </li>
  )
}

/** What is lost by name, and what is a relief. */
function Losses({ result, context }: { readonly result: Drill; readonly context: ActionContext }) {
  const { t, language } = context
  const { method } = useFigures().open
  const { emptiedRoles, unreachable, paths, relief } = result
  const nothing = emptiedRoles.length === 0 && unreachable.length === 0 && paths.length === 0
  const others = paths.filter(({ after }) => after.length > 0)
  return (
    <Section title={t('analysis.drill.lost')}>
      {nothing && <p className="lp-quiet">{t('analysis.drill.nothingLost')}</p>}
      {emptiedRoles.length > 0 && (
        <>
          <h4>{t('analysis.drill.emptied')}</h4>
          <ul className="lp-lines">
            {emptiedRoles.map((role) => (
              <li key={role}>{roleWords(role, method, t).label}</li>
            ))}
          </ul>
        </>
      )}
      {unreachable.length > 0 && (
        <>
          <h4>{t('analysis.drill.unreachable', { count: unreachable.length })}</h4>
          <LongList items={unreachable} first={FIRST} more={(count) => t('analysis.situation.more', { count })}>
            {(id) => (
              <li key={id}>
                <PersonLink id={id} context={context} />
              </li>
            )}
          </LongList>
        </>
      )}
      {others.length > 0 && (
        <>
          <h4>{t('analysis.drill.paths', { count: others.length })}</h4>
          <LongList items={others} first={FIRST} more={(count) => t('analysis.situation.more', { count })}>
            {({ person, before, after }) => (
              <li key={person} className="lp-path-change">
                <span>
                  <span className="lp-quiet">{t('analysis.drill.today')}</span> <PeoplePath people={before} context={context} />
                </span>
                <span>
                  <span className="lp-quiet">{t('analysis.drill.then')}</span> <PeoplePath people={after} context={context} />
                </span>
              </li>
            )}
          </LongList>
        </>
      )}
      {relief > 0 && (
        <>
          <h4 className="lp-good">{t('analysis.drill.reliefTitle')}</h4>
          <p>{t('analysis.drill.relief', { value: signedText(relief, 2, language) })}</p>
        </>
      )}
    </Section>
  )
}
