import { Button, Segmented } from 'antd'
import { BookOpen, ClipboardList, Plus, Target } from 'lucide-react'
import { useMemo } from 'react'
import { useAccount } from '../../account/AccountContext'
import type { ActionContext } from '../../actions/context'
import { runAction } from '../../actions/actions'
import { EmptyState } from '../../components/EmptyState'
import { Toolbar } from '../../shell/Toolbar'
import { columnsByRole, columnsByStatus } from './board'
import './plan.css'
import { PlaybookPanel } from './PlaybookPanel'
import { type Arrangement, usePlan } from './planStore'
import { StrategyBoard } from './StrategyBoard'

/** What we do about each person of a deal: gaps first, the playbook at hand. */
export function PlanScreen({ context }: { readonly context: ActionContext }) {
  const open = useAccount()
  const { t } = context
  const { opportunity } = open
  const { arrangement, playbookOpen, set } = usePlan()
  const byRole = useMemo(() => opportunity && columnsByRole(open, opportunity, t), [open, opportunity, t])
  const columns = useMemo(
    () => (arrangement === 'role' ? byRole : opportunity && columnsByStatus(open, opportunity, t)),
    [arrangement, byRole, open, opportunity, t],
  )
  if (!opportunity || !columns || !byRole) {
    return (
      <EmptyState icon={<Target size={36} aria-hidden />} title={t('plan.board.noDeal')} text={t('plan.board.noDealText')}>
        <Button type="primary" icon={<Plus size={15} aria-hidden />} onClick={() => runAction('newOpportunity', context)}>
          {t('screen.action.newOpportunity')}
        </Button>
      </EmptyState>
    )
  }
  const gaps = byRole.filter(({ gap, empty }) => gap || empty).length
  const overdue = new Set(byRole.flatMap(({ cards }) => cards.flatMap((card) => (card.overdue ? [card.strategy?.id] : [])))).size
  return (
    <>
      <Toolbar>
        <Segmented<Arrangement>
          aria-label={t('plan.board.by')}
          value={arrangement}
          options={[
            { value: 'role', label: t('plan.board.byRole') },
            { value: 'status', label: t('plan.board.byStatus') },
          ]}
          onChange={(value) => set({ arrangement: value })}
        />
        <span className="lp-grow" />
        <Button
          type="text"
          aria-pressed={playbookOpen}
          icon={<BookOpen size={15} aria-hidden />}
          onClick={() => set({ playbookOpen: !playbookOpen })}
        >
          {t('plan.playbook.title')}
        </Button>
      </Toolbar>
      <div className="lp-people-about">
        <span role="status" className={gaps > 0 ? 'lp-warn' : undefined}>
          {gaps > 0 ? t('plan.board.gaps', { count: gaps }) : t('plan.board.noGaps')}
        </span>
        {overdue > 0 && <span className="lp-bad">{t('plan.board.overdue', { count: overdue })}</span>}
        <span className="lp-grow" />
        <span className="lp-quiet lp-keys">{t('plan.board.keys')}</span>
      </div>
      <div className="lp-plan-frame">
        <div className="lp-plan">
          {byRole.every(({ people }) => people === 0) ? (
            <EmptyState
              icon={<ClipboardList size={36} aria-hidden />}
              title={t('plan.board.empty')}
              text={t('plan.board.emptyText')}
            >
              <Button type="primary" onClick={() => runAction('giveRole', context)}>
                {t('screen.action.giveRole')}
              </Button>
            </EmptyState>
          ) : (
            <StrategyBoard columns={columns} byStatus={arrangement === 'status'} context={context} />
          )}
          {playbookOpen && <PlaybookPanel fallback={byRole[0]?.role ?? null} context={context} />}
        </div>
      </div>
    </>
  )
}
