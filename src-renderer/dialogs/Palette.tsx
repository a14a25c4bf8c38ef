import { Input, Modal } from 'antd'
import { Building2, Command, Target, User } from 'lucide-react'
import { type KeyboardEvent, type ReactNode, useId, useMemo, useState } from 'react'
import { actionLabelKey, shortcutText } from '../../src-shared/actions'
import { useMaybeAccount } from '../account/AccountContext'
import { seatName, unitName } from '../account/names'
import { useMatcher } from '../account/search'
import { possibleActions, runAction } from '../actions/actions'
import type { ActionContext } from '../actions/context'
import { isMac } from '../client/client'
import { useAccounts } from '../client/queries'
import { isComposing } from '../components/keyboard'

/** Lines shown at most: beyond them typing finds faster than reading. */
const MOST = 60

interface Item {
  readonly key: string
  readonly icon: ReactNode
  readonly label: string
  readonly about: string
  /** What else typing is compared with. */
  readonly also: string
  readonly keys?: string
  readonly run: () => void
}

interface PaletteProps {
  readonly context: ActionContext
  /** Only people: find somebody and go to them. */
  readonly find: boolean
  readonly onClose: () => void
}

/** Search for people, accounts, deals and commands; Enter goes there or does it. */
export function Palette({ context, find, onClose }: PaletteProps) {
  const { t } = context
  const id = useId()
  const match = useMatcher()
  const items = useItems(context, find)
  const [query, setQuery] = useState('')
  const [chosen, setChosen] = useState(0)
  const found = useMemo(() => items.filter((item) => match(query, item.label, item.also)).slice(0, MOST), [items, match, query])
  const active = Math.min(chosen, found.length - 1)

  function run(item: Item | undefined) {
    if (!item) return
    // First closed, so that a command may open a dialog of its own.
    onClose()
    item.run()
  }
  function onKeyDown(event: KeyboardEvent) {
    if (isComposing(event.nativeEvent)) return
    if (event.key === 'ArrowDown') setChosen(Math.min(active + 1, found.length - 1))
    else if (event.key === 'ArrowUp') setChosen(Math.max(active - 1, 0))
    else if (event.key === 'Enter') run(found[active])
    else return
    event.preventDefault()
  }

  return (
    <Modal
      open
      footer={null}
      closable={false}
      width={620}
      onCancel={onClose}
      className="lp-palette"
      style={{ top: 72 }}
      title={<span className="lp-hidden">{t('screen.action.openPalette')}</span>}
    >
      <Input
        autoFocus
        size="large"
        variant="borderless"
        role="combobox"
        aria-expanded
        aria-controls={`${id}-list`}
        aria-activedescendant={found.length > 0 ? `${id}-${active}` : undefined}
        aria-label={t(find ? 'screen.palette.find' : 'screen.palette.search')}
        placeholder={t(find ? 'screen.palette.find' : 'screen.palette.search')}
        value={query}
        onChange={(event) => {
          setQuery(event.target.value)
          setChosen(0)
        }}
        onKeyDown={onKeyDown}
      />
      <ul role="listbox" id={`${id}-list`} aria-label={t('screen.palette.results')}>
        {found.map((item, index) => (
          <li
            key={item.key}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === active}
            ref={(element) => {
              if (index === active) element?.scrollIntoView({ block: 'nearest' })
            }}
            onPointerMove={() => setChosen(index)}
            onClick={() => run(item)}
          >
            {item.icon}
            <span>{item.label}</span>
            <span className="lp-quiet">{item.about}</span>
            {item.keys && <kbd>{item.keys}</kbd>}
          </li>
        ))}
      </ul>
      {found.length === 0 && (
        <p className="lp-quiet lp-palette-none" role="status">
          {t('screen.palette.none', { value: query })}
        </p>
      )}
    </Modal>
  )
}

function useItems(context: ActionContext, find: boolean): readonly Item[] {
  const { t, window, map } = context
  const open = useMaybeAccount()
  const accounts = useAccounts().data
  return useMemo(() => {
    const account = open?.graph.account.id
    const people = open
      ? [...open.snap.seats.values()].map((placed): Item => {
          const { seat, state, holderId } = placed
          const person = open.graph.people.find((candidate) => candidate.id === holderId)
          return {
            key: seat.id,
            icon: <User size={15} aria-hidden />,
            label: seatName(t, open, placed),
            about: [holderId === null ? '' : state.title, unitName(open.graph, state.unitId)].filter(Boolean).join(' · '),
            also: `${person?.latinName ?? ''} ${state.title}`,
            run: () => {
              if (account) window.openAccount(account)
              window.select(holderId === null ? { kind: 'seat', id: seat.id } : { kind: 'person', id: holderId })
              map?.centreOn(holderId ?? seat.id)
            },
          }
        })
      : []
    if (find) return people
    const deals = (open?.graph.opportunities ?? []).map((opportunity): Item => ({
      key: opportunity.id,
      icon: <Target size={15} aria-hidden />,
      label: opportunity.name,
      about: t('screen.inspector.opportunity'),
      also: '',
      run: () => {
        if (account) window.openAccount(account)
        window.look({ opportunityId: opportunity.id })
        window.select({ kind: 'opportunity', id: opportunity.id })
      },
    }))
    const others = (accounts ?? []).map((other): Item => ({
      key: other.id,
      icon: <Building2 size={15} aria-hidden />,
      label: other.name,
      about: t('screen.palette.account'),
      also: other.industry,
      run: () => window.openAccount(other.id),
    }))
    const commands = possibleActions(context)
      .filter((id) => id !== 'openPalette')
      .map((id): Item => ({
        key: id,
        icon: <Command size={15} aria-hidden />,
        label: t(actionLabelKey(id)),
        about: '',
        also: id,
        keys: shortcutText(id, isMac),
        run: () => runAction(id, context),
      }))
    return [...commands, ...people, ...deals, ...others]
  }, [accounts, context, find, map, open, t, window])
}
