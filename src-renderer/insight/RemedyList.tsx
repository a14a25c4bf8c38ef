import type { Remedy } from '../../src-shared/analytics/riskRemedies'
import type { PersonId } from '../../src-shared/model/ids'
import { roleWords } from '../../src-shared/scene/roleWords'
import { type OpenAccount, useAccount } from '../account/AccountContext'
import { personOf } from '../account/names'
import type { ActionContext } from '../actions/context'
import { figureText } from '../../src-shared/i18n/format'
import { useRemedies } from './useRemedies'

const levels = ['0', '1', '2', '3', '4'] as const

/** What lowers the risk of losing somebody most, with the figure before and after. */
export function RemedyList({ personId, context }: { readonly personId: PersonId; readonly context: ActionContext }) {
  const { t, language } = context
  const open = useAccount()
  const remedies = useRemedies(personId)
  const risk = (value: number) => figureText(value, 1, language)
  return (
    <div className="lp-remedies">
      <h4>{t('change.remedy.title')}</h4>
      {remedies === null && <p className="lp-quiet">{t('change.remedy.working')}</p>}
      {remedies?.best.length === 0 && <p className="lp-quiet">{t('change.remedy.none')}</p>}
      <ul>
        {remedies?.best.map(({ remedy, after }) => {
          const words = remedyText(open, remedy, context)
          return (
            <li key={words}>
              <span>{words}</span>
              <span className="lp-number">
                {t('change.remedy.figure', { from: risk(remedies.before.risk), to: risk(after.risk) })}
              </span>
            </li>
          )
        })}
      </ul>
    </div>
  )
}

function remedyText({ graph, method }: OpenAccount, remedy: Remedy, { t }: ActionContext): string {
  const name = (id: PersonId) => personOf(graph, id)?.name ?? id
  const depth = (level: number) => t(`model.depth.${levels.find((each) => each === String(level)) ?? '0'}`)
  switch (remedy.kind) {
    case 'settle':
      return t('change.remedy.settle', { kind: t(`model.signal.${remedy.signal}`) })
    case 'meet':
      return t(remedy.ends.length > 0 ? 'change.remedy.meetSilent' : 'change.remedy.meet', {
        own: name(remedy.own),
        person: name(remedy.person),
      })
    case 'thread':
      return t('change.remedy.thread', { own: name(remedy.own), person: name(remedy.person), depth: depth(remedy.to) })
    case 'deepen':
      return t('change.remedy.deepen', {
        own: name(remedy.own),
        person: name(remedy.person),
        from: depth(remedy.from),
        to: depth(remedy.to),
      })
    case 'win':
      return t('change.remedy.win', { person: name(remedy.person), to: t(`model.stance.${remedy.to}`) })
    case 'deputy': {
      const role = roleWords(remedy.role, method, t).label
      return remedy.person === null
        ? t('change.remedy.newDeputy', { role })
        : t('change.remedy.deputy', { person: name(remedy.person), role })
    }
    default:
      return remedy satisfies never
  }
}
