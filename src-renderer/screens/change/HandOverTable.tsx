import { Checkbox } from 'antd'
import { startTransition, useOptimistic } from 'react'
import type { ListedHandOver } from '../../../src-shared/contract'
import { addDays, localDay } from '../../../src-shared/model/day'
import type { PersonId } from '../../../src-shared/model/ids'
import { roleWords } from '../../../src-shared/scene/roleWords'
import { useAccount } from '../../account/AccountContext'
import { personOf } from '../../account/names'
import type { ActionContext } from '../../actions/context'
import { allFollowed } from '../../client/following'
import { DayPicker } from '../../components/DayPicker'
import { PersonPicker } from '../../components/PersonPicker'
import type { ListedItem } from './handOverItems'

interface HandOverTableProps {
  readonly handOver: ListedHandOver
  readonly items: readonly ListedItem[]
  readonly context: ActionContext
}

/** Things to pass on: what, who takes it over, who of ours meets them, by when; each choice is kept at once. */
export function HandOverTable({ handOver, items, context }: HandOverTableProps) {
  const { t } = context
  if (items.length === 0) return <p>{t('change.handOver.about.nothing')}</p>
  return (
    <ul className="lp-handover-items">
      {items.map((item) => (
        <ItemLine key={item.id} handOver={handOver} item={item} context={context} />
      ))}
    </ul>
  )
}

type Assignment = Partial<Pick<ListedItem, 'successorId' | 'ownPersonId' | 'dueOn'>>

const assigned = (item: ListedItem, part: Assignment): ListedItem => ({ ...item, ...part })

interface ItemLineProps extends Pick<HandOverTableProps, 'handOver' | 'context'> {
  readonly item: ListedItem
}

const ours = ['ours'] as const
const theirs = ['theirs', 'third-party'] as const

function ItemLine({ handOver, item: known, context }: ItemLineProps) {
  const { t, change } = context
  // The task is named after whoever was just chosen: the second of two quick choices has to know the first before it is answered.
  const [item, show] = useOptimistic(known, assigned)
  const { graph, snap, method } = useAccount()
  const { id: handOverItemId, kind, successorId, ownPersonId, dueOn, doneOn } = item
  const ourLeaver = personOf(graph, handOver.personId)?.side === 'ours'
  const role = item.role === null ? '' : roleWords(item.role, method, t).label
  const what = subjectText(item, role, context)
  // Of somebody of theirs the colleague who knows them keeps the tie: nobody need take it over.
  const kept = kind === 'relationship' && !ourLeaver
  const meets = kind === 'role' || kept

  /** When it should have happened by: the cadence of whoever is to be met. */
  const usualDay = (personId: PersonId | null) => {
    const tier = (personId === null ? undefined : snap.people.get(personId)?.tier) ?? 'manager'
    return addDays(localDay(new Date()), Math.ceil(method.cadenceDays[tier]))
  }
  function assign(part: Assignment) {
    const next = { successorId, ownPersonId, dueOn, ...part }
    const met = kind === 'role' ? next.successorId : item.subjectId
    const due = kind !== 'promise' && kind !== 'strategy' && next.dueOn === null && part.dueOn === undefined
    const taskTitle = titleOf(next.successorId)
    const choice = { ...part, ...(due && { dueOn: usualDay(met) }) }
    startTransition(async () => {
      show(choice)
      await change.change('handOverItem.assign', { handOverItemId, ...choice, ...(taskTitle !== null && { taskTitle }) })
      await allFollowed()
    })
  }
  /** What the task is called; null: what is passed on is itself a task or has one. */
  function titleOf(heir: PersonId | null): string | null {
    const leaver = handOver.personName
    switch (kind) {
      case 'role': {
        const person = personOf(graph, heir)?.name
        return person === undefined ? null : t('change.handOver.task.meet', { person, role, leaver })
      }
      case 'relationship':
        return ourLeaver
          ? t('change.handOver.task.takeOver', { person: item.subject, leaver })
          : t('change.handOver.task.keep', { leaver })
      case 'promise':
      case 'strategy':
        return null
      default:
        return kind satisfies never
    }
  }
  return (
    <li className="lp-handover-item" data-item={handOverItemId} data-done={doneOn !== null}>
      <Checkbox
        checked={doneOn !== null}
        aria-label={t('change.handOver.item.doneOf', { what })}
        title={t('change.handOver.item.done')}
        onChange={({ target }) =>
          void change.change('handOverItem.finish', { handOverItemId, on: target.checked ? localDay(new Date()) : null })
        }
      />
      <span className="lp-handover-what">
        <span>{what}</span>
        <span className="lp-quiet">
          {[kind === 'promise' || kind === 'strategy' ? t(`change.handOver.item.${kind}`) : '', item.opportunityName ?? '']
            .filter(Boolean)
            .join(' · ')}
        </span>
      </span>
      {!kept && (
        <Choice label={t(kind === 'role' ? 'change.handOver.item.successor' : 'change.handOver.item.takes')}>
          <PersonPicker
            allowClear
            sides={kind === 'role' ? theirs : ours}
            except={handOver.personId}
            aria-label={t('change.handOver.item.successorOf', { what })}
            placeholder={t('change.handOver.item.nobody')}
            value={successorId}
            onChange={(heir) => assign({ successorId: heir })}
          />
        </Choice>
      )}
      {meets && (
        <Choice label={t(kept ? 'change.handOver.item.keeps' : 'change.handOver.item.meets')}>
          <PersonPicker
            allowClear
            sides={ours}
            except={handOver.personId}
            aria-label={t('change.handOver.item.ownOf', { what })}
            placeholder={t('change.handOver.item.nobody')}
            value={ownPersonId}
            onChange={(own) => assign({ ownPersonId: own })}
          />
        </Choice>
      )}
      <Choice label={t('change.handOver.item.due')}>
        <DayPicker
          aria-label={t('change.handOver.item.dueOf', { what })}
          value={dueOn}
          onChange={(day) => assign({ dueOn: day })}
        />
      </Choice>
    </li>
  )
}

/** A control under a small word; its own name says more. */
function Choice({ label, children }: { readonly label: string; readonly children: React.ReactNode }) {
  return (
    <div className="lp-handover-choice">
      <span className="lp-quiet" aria-hidden>
        {label}
      </span>
      {children}
    </div>
  )
}

function subjectText({ kind, subject, ownName }: ListedItem, role: string, { t }: ActionContext): string {
  switch (kind) {
    case 'role':
      return [role, subject].filter(Boolean).join(' · ')
    case 'relationship':
      return [subject, ownName ?? ''].filter(Boolean).join(' – ')
    case 'promise':
    case 'strategy':
      return subject === '' ? t('plan.card.noObjective') : subject
    default:
      return kind satisfies never
  }
}
