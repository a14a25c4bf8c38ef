import { MousePointerClick, TriangleAlert } from 'lucide-react'
import { useMemo } from 'react'
import { coverage, type RoleCoverage } from '../../src-shared/analytics/coverage'
import { stanceOf } from '../../src-shared/analytics/judgements'
import { situation } from '../../src-shared/analytics/situation'
import { roleWords } from '../../src-shared/scene/roleWords'
import { useAccount } from '../account/AccountContext'
import { personOf } from '../account/names'
import type { ActionContext } from '../actions/context'
import { EmptyState } from '../components/EmptyState'
import { RoleLetters, StanceMark } from '../components/Mark'
import { dayText } from '../i18n/format'
import { stageKey } from '../screens/opportunities/stageKey'
import { InspectorHead } from './InspectorHead'
import { Section } from './Section'

/** While nothing is selected: how the chosen deal stands, role by role. */
export function SituationOverview({ context }: { readonly context: ActionContext }) {
  const { t, language } = context
  const { graph, opportunity, method, asOf } = useAccount()
  const covered = useMemo(
    () => opportunity && coverage(situation(graph, opportunity.id, asOf, method)),
    [graph, opportunity, asOf, method],
  )
  if (!opportunity || !covered) {
    return (
      <EmptyState
        icon={<MousePointerClick size={28} aria-hidden />}
        title={t('screen.inspector.emptyTitle')}
        text={t('screen.inspector.emptyText')}
      />
    )
  }
  const closes =
    opportunity.expectedCloseOn && t('screen.opportunities.closes', { day: dayText(opportunity.expectedCloseOn, language) })
  return (
    <>
      <InspectorHead
        kind={t('screen.inspector.opportunity')}
        name={opportunity.name}
        about={[t(`model.stage.${stageKey(opportunity.stage)}`), closes].filter(Boolean).join(' · ')}
      />
      <Section title={t('screen.overview.coverage')}>
        <p className="lp-score">
          <strong>{Math.round(covered.score)}</strong> <span className="lp-quiet">/ 100</span>
        </p>
        <p className="lp-quiet">{t('screen.overview.coverageHint')}</p>
      </Section>
      {covered.roles.map((role) => (
        <RolePart key={role.role} role={role} context={context} />
      ))}
      <p className="lp-section lp-quiet">{t('screen.inspector.emptyText')}</p>
    </>
  )
}

function RolePart({ role, context }: { readonly role: RoleCoverage; readonly context: ActionContext }) {
  const { t, window } = context
  const { graph, opportunity, judgements, method } = useAccount()
  const { label } = roleWords(role.role, method, t)
  return (
    <Section title={label} action={<span className="lp-quiet">{`${Math.round(role.value * 100)}%`}</span>}>
      {role.people.length === 0 ? (
        <p className="lp-missing">
          <TriangleAlert size={13} aria-hidden /> {t('screen.opportunities.nobody')}
        </p>
      ) : (
        <ul className="lp-items lp-ties">
          {role.people.map((id) => {
            const stance = judgements.stance(id, opportunity?.id ?? null)
            return (
              <li key={id}>
                <button type="button" className="lp-tie" onClick={() => window.select({ kind: 'person', id })}>
                  <RoleLetters roles={[role.role]} method={method} />
                  <span>{personOf(graph, id)?.name}</span>
                  <StanceMark stance={stanceOf(stance)} weak={stance?.evidence === ''} />
                </button>
              </li>
            )
          })}
        </ul>
      )}
      {role.singleThreaded && <p className="lp-weak">{t('screen.overview.singleThreaded')}</p>}
    </Section>
  )
}
