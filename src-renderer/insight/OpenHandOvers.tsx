import { ArrowRightLeft } from 'lucide-react'
import { useAccount } from '../account/AccountContext'
import type { ActionContext } from '../actions/context'
import { useAnswer } from '../client/queries'
import { progressOf } from '../screens/change/handOverItems'
import { openDialog } from '../state/dialogs'

/** What is being passed on at the open account; nothing where nothing is. */
export function OpenHandOvers({ context }: { readonly context: ActionContext }) {
  const { t } = context
  const { graph } = useAccount()
  const handOvers = useAnswer('handOver.list', { accountId: graph.account.id }).data ?? []
  const open = handOvers.filter(({ closedOn }) => closedOn === null)
  if (open.length === 0) return null
  return (
    <section className="lp-open-handovers" aria-label={t('change.handOver.list')}>
      <h3>
        <ArrowRightLeft size={13} aria-hidden /> {t('change.handOver.ofAccount', { count: open.length })}
      </h3>
      <ul className="lp-lines">
        {open.map((handOver) => (
          <li key={handOver.id} className="lp-more-line">
            <button type="button" className="lp-link" onClick={() => openDialog({ kind: 'handOver', handOverId: handOver.id })}>
              {handOver.personName}
            </button>
            <span className="lp-quiet lp-end">{t('change.handOver.progress', progressOf(handOver))}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
