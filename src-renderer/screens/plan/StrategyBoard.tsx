import { Button } from 'antd'
import { TriangleAlert, UserPlus } from 'lucide-react'
import { type DragEvent, type KeyboardEvent, useRef, useState } from 'react'
import type { StrategyStatus } from '../../../src-shared/model/scales'
import type { ActionContext } from '../../actions/context'
import { pressed } from '../../components/keyboard'
import { openDialog } from '../../state/dialogs'
import type { BoardCard, BoardColumn } from './board'
import { usePlan } from './planStore'
import { StrategyCard } from './StrategyCard'

const CARD_TYPE = 'application/x-linchpin-strategy'
const nextStatus: Readonly<Record<StrategyStatus, StrategyStatus>> = {
  planned: 'active',
  active: 'done',
  done: 'dropped',
  dropped: 'planned',
}

interface StrategyBoardProps {
  readonly columns: readonly BoardColumn[]
  readonly byStatus: boolean
  readonly context: ActionContext
}

/** Columns of cards: arrows move, Enter edits, a drop or S changes the status. */
export function StrategyBoard({ columns, byStatus, context }: StrategyBoardProps) {
  const { t, view, window, change } = context
  const board = useRef<HTMLDivElement>(null)
  const [currentKey, setCurrent] = useState<string | null>(null)
  const [over, setOver] = useState<string | null>(null)
  const setPlan = usePlan((state) => state.set)
  const cards = columns.flatMap((column) => column.cards)
  // A card that moved to another column is another card; the first takes the keyboard where the last one is gone.
  const stop = cards.find(({ key }) => key === currentKey)?.key ?? cards[0]?.key ?? null

  function edit(card: BoardCard) {
    const about = { kind: 'strategy', personId: card.personId, role: card.role } as const
    openDialog(card.strategy ? { ...about, strategyId: card.strategy.id } : { ...about, fill: true })
  }
  async function setStatus({ strategy }: BoardCard, status: StrategyStatus) {
    if (strategy === null || strategy.status === status) return
    await change.change('strategy.update', { strategyId: strategy.id, status })
  }
  function focus(card: BoardCard | undefined) {
    if (!card) return
    const elements = board.current?.querySelectorAll<HTMLElement>('[data-strategy]') ?? []
    ;[...elements].find((element) => element.dataset['strategy'] === card.key)?.focus()
  }
  function move(card: BoardCard, dx: number, dy: number) {
    const filled = columns.filter((column) => column.cards.length > 0)
    const x = filled.findIndex((column) => column.cards.includes(card))
    const column = filled[Math.min(Math.max(x + dx, 0), filled.length - 1)]
    const y = (filled[x]?.cards.indexOf(card) ?? 0) + dy
    focus(column?.cards[Math.min(Math.max(y, 0), column.cards.length - 1)])
  }
  function onKeyDown(event: KeyboardEvent) {
    const at = event.target instanceof HTMLElement ? event.target.dataset['strategy'] : undefined
    const card = cards.find(({ key }) => key === at)
    if (!card) return
    const { strategy } = card
    if (pressed(event, 'ArrowLeft')) move(card, -1, 0)
    else if (pressed(event, 'ArrowRight')) move(card, 1, 0)
    else if (pressed(event, 'ArrowUp')) move(card, 0, -1)
    else if (pressed(event, 'ArrowDown')) move(card, 0, 1)
    else if (pressed(event, 'Enter')) edit(card)
    else if (pressed(event, 's') && strategy) void setStatus(card, nextStatus[strategy.status])
    else if (pressed(event, 'n')) openDialog({ kind: 'strategy', personId: card.personId, role: card.role })
    else if (pressed(event, 'p')) setPlan({ role: card.role, playbookOpen: true })
    else if (pressed(event, 'Delete') && strategy) {
      const done = t('plan.edit.removed', { name: card.name })
      void change.remove('strategy.remove', { strategyId: strategy.id }, done)
    } else return
    event.preventDefault()
    event.stopPropagation()
  }
  function onDrop(event: DragEvent, { status }: BoardColumn) {
    setOver(null)
    const card = cards.find(({ key }) => key === event.dataTransfer.getData(CARD_TYPE))
    if (!card || status === null) return
    event.preventDefault()
    // Who has no strategy gets one of that status, to be looked over first.
    if (card.strategy === null) openDialog({ kind: 'strategy', personId: card.personId, role: card.role, fill: true, status })
    else void setStatus(card, status)
  }

  return (
    <div className="lp-plan-board" ref={board} role="group" aria-label={t('plan.board.label')} onKeyDown={onKeyDown}>
      {columns.map((column) => (
        <section
          key={column.key}
          className="lp-plan-column"
          aria-label={column.label}
          data-over={over === column.key}
          data-alarm={column.empty || column.gap}
          onDragOver={(event) => {
            if (column.status === null || !event.dataTransfer.types.includes(CARD_TYPE)) return
            event.preventDefault()
            setOver(column.key)
          }}
          onDragLeave={() => setOver(null)}
          onDrop={(event) => onDrop(event, column)}
        >
          <ColumnHead column={column} context={context} />
          <div role="list" className="lp-plan-cards">
            {column.cards.map((card) => (
              <StrategyCard
                key={card.key}
                card={card}
                selected={view.selection?.kind === 'person' && view.selection.id === card.personId}
                current={card.key === stop}
                showRole={byStatus}
                context={context}
                onFocus={() => {
                  setCurrent(card.key)
                  if (card.role !== null) setPlan({ role: card.role })
                  window.look({ selection: { kind: 'person', id: card.personId } })
                }}
                onOpen={() => edit(card)}
                onDragStart={(event) => {
                  event.dataTransfer.setData(CARD_TYPE, card.key)
                  event.dataTransfer.effectAllowed = 'move'
                }}
              />
            ))}
          </div>
          {column.cards.length === 0 && !column.empty && <p className="lp-quiet lp-plan-nothing">{t('plan.board.nothing')}</p>}
        </section>
      ))}
    </div>
  )
}

/** The column's name, how many people, and what is missing. */
function ColumnHead({ column, context: { t } }: { readonly column: BoardColumn; readonly context: ActionContext }) {
  const setPlan = usePlan((state) => state.set)
  const { role } = column
  return (
    <header className="lp-plan-head">
      <h2>
        {role === null ? (
          column.label
        ) : (
          <button type="button" className="lp-link" onClick={() => setPlan({ role, playbookOpen: true })}>
            {column.label}
          </button>
        )}
      </h2>
      <span className="lp-quiet">{t('plan.board.people', { count: column.people })}</span>
      {column.vacant.map((words) => (
        <p key={words} className="lp-quiet lp-plan-vacant">
          {words}
        </p>
      ))}
      {(column.gap || column.empty) && (
        <p className="lp-missing">
          <TriangleAlert size={13} aria-hidden />
          {t(column.gap ? 'plan.board.roleWithout' : 'plan.board.roleEmpty')}
        </p>
      )}
      {column.empty && role !== null && (
        <Button size="small" icon={<UserPlus size={14} aria-hidden />} onClick={() => openDialog({ kind: 'giveRole', role })}>
          {t('plan.board.fillRole')}
        </Button>
      )}
    </header>
  )
}
