import { type RefObject, useEffect, useRef } from 'react'
import { useAccount } from '../account/AccountContext'
import type { ActionContext } from '../actions/context'
import { dayText } from '../../src-shared/i18n/format'
import { InspectorHead } from '../inspector/InspectorHead'
import { stageKey } from '../screens/opportunities/stageKey'
import { ActionsSection } from './ActionsSection'
import { ChangesSection } from './ChangesSection'
import { CoverageSection } from './CoverageSection'
import { FiguresProvider } from './figures'
import { FindingsSection } from './FindingsSection'
import { useInsight } from './insightStore'
import './insight.css'
import './sections.css'
import { OpenHandOvers } from './OpenHandOvers'
import { Overview } from './Overview'
import { RiskSection } from './RiskSection'
import { SupportSection } from './SupportSection'
import { ThreadingSection } from './ThreadingSection'

/** How the account and its deal stand on the day that is looked at: what a team lead asks before anything else. */
export function InsightPanel({ context }: { readonly context: ActionContext }) {
  const { t, language } = context
  const { graph, opportunity, asOf } = useAccount()
  const root = useRef<HTMLDivElement>(null)
  useKeptScroll(root)
  const closesOn = opportunity?.expectedCloseOn
  const closes = closesOn && t('screen.opportunities.closes', { day: dayText(closesOn, language) })
  return (
    <div ref={root} className="lp-insight">
      <InspectorHead
        kind={`${t('analysis.situation.title')} · ${dayText(asOf, language)}`}
        name={opportunity?.name ?? graph.account.name}
        about={
          opportunity
            ? [t(`model.stage.${stageKey(opportunity.stage)}`), closes].filter(Boolean).join(' · ')
            : t('screen.header.noOpportunity')
        }
      />
      <FiguresProvider>
        <Overview context={context} />
        <OpenHandOvers context={context} />
        <CoverageSection context={context} />
        <SupportSection context={context} />
        <FindingsSection context={context} />
        <ActionsSection context={context} />
        <RiskSection context={context} />
        <ThreadingSection context={context} />
        <ChangesSection context={context} />
      </FiguresProvider>
    </div>
  )
}

/** Comes back to where one was when somebody was opened from here. */
function useKeptScroll(root: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const pane = root.current?.closest('.lp-inspector')
    if (!pane) return
    const { scrolled, asked, keepScroll } = useInsight.getState()
    if (asked === null) pane.scrollTop = scrolled
    const note = () => keepScroll(pane.scrollTop)
    pane.addEventListener('scroll', note, { passive: true })
    return () => pane.removeEventListener('scroll', note)
  }, [root])
}
