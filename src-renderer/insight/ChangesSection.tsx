import {
  ArrowDownRight,
  ArrowRightLeft,
  ArrowUpRight,
  Award,
  CircleHelp,
  Eye,
  type LucideIcon,
  Shield,
  UserMinus,
  UserPlus,
} from 'lucide-react'
import { accountFigures } from '../../src-shared/analytics/accountFigures'
import { type Change, sinceDay } from '../../src-shared/analytics/changes'
import { roleWords } from '../../src-shared/scene/roleWords'
import { personOf } from '../account/names'
import type { ActionContext } from '../actions/context'
import { DayPicker } from '../components/DayPicker'
import { useFigures } from './figures'
import { Fold, LongList } from './Fold'
import { useInsight } from './insightStore'
import { jumpTo } from './jump'

const FIRST = 10

/** What has changed since a day: who came, went and moved, what roles, stances and relationships became. */
export function ChangesSection({ context }: { readonly context: ActionContext }) {
  const { t } = context
  return (
    <Fold id="changes" title={t('analysis.changes.title')}>
      {() => <Changes context={context} />}
    </Fold>
  )
}

function Changes({ context }: { readonly context: ActionContext }) {
  const { t } = context
  const { graph, opportunity, asOf, method } = useFigures().open
  const chosen = useInsight((state) => state.since)
  const setSince = useInsight((state) => state.setSince)
  const since = sinceDay(chosen, asOf)
  const found = accountFigures(graph, opportunity?.id ?? null, asOf, method).changesSince(since)
  return (
    <>
      <div className="lp-more-line">
        <span className="lp-quiet">{t('analysis.changes.since')}</span>
        <DayPicker
          aria-label={t('analysis.changes.since')}
          variant="underlined"
          value={since}
          allowClear={chosen !== null}
          onChange={setSince}
        />
      </div>
      {found.length === 0 && <p className="lp-quiet">{t('analysis.changes.none')}</p>}
      <LongList items={found} first={FIRST} more={(count) => t('analysis.situation.more', { count })}>
        {(change, index) => (
          <li key={index}>
            <ChangeLine change={change} context={context} />
          </li>
        )}
      </LongList>
    </>
  )
}

const icons: Record<Change['kind'], LucideIcon> = {
  new: UserPlus,
  gone: UserMinus,
  moved: ArrowRightLeft,
  'role-given': Award,
  'role-lost': Shield,
  'stance-up': ArrowUpRight,
  'stance-down': ArrowDownRight,
  'stance-known': Eye,
  'stance-unknown': CircleHelp,
  'depth-up': ArrowUpRight,
  'depth-down': ArrowDownRight,
}

const tones: Partial<Record<Change['kind'], string>> = {
  gone: 'lp-warn',
  'role-lost': 'lp-warn',
  'stance-up': 'lp-good',
  'stance-down': 'lp-bad',
  'depth-up': 'lp-good',
  'depth-down': 'lp-bad',
}

function ChangeLine({ change, context }: { readonly change: Change; readonly context: ActionContext }) {
  const { t } = context
  const { graph, method } = useFigures().open
  const Icon = icons[change.kind]
  const person = personOf(graph, change.person)?.name ?? ''
  return (
    <button
      type="button"
      className="lp-finding-line lp-change"
      onClick={() => jumpTo(context, { kind: 'person', id: change.person })}
    >
      <Icon size={14} aria-hidden className={tones[change.kind] ?? 'lp-quiet'} />
      <span>{t(`analysis.changes.${change.kind}`, { person, ...words() })}</span>
    </button>
  )

  function words(): { readonly from: string; readonly to: string; readonly role: string } {
    switch (change.kind) {
      case 'new':
      case 'gone':
      case 'moved':
        return { from: change.from.join(' / '), to: change.to.join(' / '), role: '' }
      case 'role-given':
      case 'role-lost':
        return { from: '', to: '', role: roleWords(change.role, method, t).label }
      case 'stance-up':
      case 'stance-down':
      case 'stance-known':
      case 'stance-unknown':
        return {
          from: t(`model.stance.${change.from ?? 'unknown'}`),
          to: t(`model.stance.${change.to ?? 'unknown'}`),
          role: '',
        }
      case 'depth-up':
      case 'depth-down':
        return { from: String(change.from), to: String(change.to), role: '' }
      default:
        return change satisfies never
    }
  }
}
