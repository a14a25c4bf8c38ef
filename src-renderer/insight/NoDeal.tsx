import { Button } from 'antd'
import type { ActionContext } from '../actions/context'
import { useAccount } from '../account/AccountContext'
import { openDialog } from '../state/dialogs'

/** In the place of figures that only a deal has: what to do to see them. */
export function NoDeal({ context }: { readonly context: ActionContext }) {
  const { t } = context
  const [first] = useAccount().graph.opportunities
  return (
    <div className="lp-no-deal">
      <p className="lp-quiet">{t('analysis.situation.noDeal')}</p>
      <Button
        size="small"
        onClick={() => (first ? context.window.look({ opportunityId: first.id }) : openDialog({ kind: 'newOpportunity' }))}
      >
        {first ? t('analysis.situation.choose', { name: first.name }) : t('screen.action.newOpportunity')}
      </Button>
    </div>
  )
}
