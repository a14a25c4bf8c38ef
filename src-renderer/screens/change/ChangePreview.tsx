import type { SignalKind } from '../../../src-shared/model/scales'
import { holds } from '../../../src-shared/model/day'
import type { PersonId, SeatId } from '../../../src-shared/model/ids'
import { type OpenAccount, useAccount } from '../../account/AccountContext'
import { personOf, seatName } from '../../account/names'
import type { ActionContext } from '../../actions/context'
import { dayText } from '../../../src-shared/i18n/format'
import { roleWords } from '../../../src-shared/scene/roleWords'
import { type ChangeDraft, changeInput, type ChangeInput } from './changeDraft'

interface ChangePreviewProps {
  readonly draft: ChangeDraft
  readonly alsoIds: readonly PersonId[]
  readonly signalKind: SignalKind | null
  readonly handOver: boolean
  readonly context: ActionContext
}

/** In words what recording the change will do; what is missing, as long as something is. */
export function ChangePreview({ draft, alsoIds, signalKind, handOver, context }: ChangePreviewProps) {
  const { t } = context
  const open = useAccount()
  const made = changeInput(open, draft)
  const lines = made.ok ? effects(open, made.input, alsoIds, context) : [t(`change.record.${made.lack}`)]
  if (made.ok && signalKind) lines.push(t('change.record.does.settles', { kind: t(`model.signal.${signalKind}`) }))
  if (made.ok && handOver) lines.push(t('change.record.does.handOver'))
  return (
    <div className="lp-change-preview" role="status" aria-label={t('change.record.preview')}>
      <div className="lp-quiet">{t('change.record.preview')}</div>
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </div>
  )
}

function effects(open: OpenAccount, input: ChangeInput, alsoIds: readonly PersonId[], context: ActionContext): string[] {
  const { t, language } = context
  const { graph, snap } = open
  const day = dayText(input.on, language)
  const nameOf = (id: PersonId) => personOf(graph, id)?.name ?? ''
  const titleOf = (id: SeatId) => snap.seats.get(id)?.state.title ?? ''
  const left = (seats: readonly SeatId[]) => [
    ...seats.map((id) => t('change.record.does.leavesSeat', { title: titleOf(id), day })),
    ...rolesLeft(open, seats, context),
  ]
  const taken = (name: string, to: Extract<ChangeInput, { to: unknown }>['to']) =>
    'seatId' in to
      ? [t('change.record.does.takes', { name, title: titleOf(to.seatId), day })]
      : [t('change.record.does.makes', { title: to.title }), t('change.record.does.takes', { name, title: to.title, day })]
  switch (input.kind) {
    case 'joined':
      return taken('personId' in input.holder ? nameOf(input.holder.personId) : input.holder.name, input.to)
    case 'left':
    case 'retired': {
      const everyone = [input.personId, ...alsoIds]
      const seats = everyone.flatMap((id) => snap.people.get(id)?.seats.map(({ seat }) => seat.id) ?? [])
      const names = new Intl.ListFormat(language).format(everyone.map(nameOf))
      return [t('change.record.does.leaves', { name: names, day }), ...left(seats), t('change.record.does.keeps')]
    }
    case 'transferred':
    case 'promoted':
      return [
        ...taken(nameOf(input.personId), input.to),
        ...left(input.fromSeatId === null ? [] : [input.fromSeatId]),
        t('change.record.does.along'),
      ]
    case 'reorganised': {
      const title = titleOf(input.seatId)
      const lines: string[] = []
      if (input.title !== undefined) lines.push(t('change.record.does.retitled', { title, now: input.title, day }))
      if (input.unit !== undefined)
        lines.push(
          t(input.unit === '' ? 'change.record.does.noUnit' : 'change.record.does.unit', { title, unit: input.unit, day }),
        )
      if (input.reportsToSeatId === null) lines.push(t('change.record.does.noSuperior', { title, day }))
      const superior = input.reportsToSeatId ? snap.seats.get(input.reportsToSeatId) : undefined
      if (superior) lines.push(t('change.record.does.superior', { title, superior: seatName(t, open, superior), day }))
      return lines
    }
    default:
      return input satisfies never
  }
}

/** The decision roles of seats that lose their holder. */
function rolesLeft({ graph, asOf, method }: OpenAccount, seats: readonly SeatId[], { t, language }: ActionContext): string[] {
  const held = graph.decisionRoles.filter((role) => seats.includes(role.seatId) && holds(role, asOf))
  if (held.length === 0) return []
  const roles = new Intl.ListFormat(language).format([...new Set(held.map(({ role }) => roleWords(role, method, t).label))])
  return [t('change.record.does.roles', { count: held.length, roles })]
}
