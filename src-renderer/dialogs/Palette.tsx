import { Input, Modal } from 'antd'
import { type KeyboardEvent, useEffect, useEffectEvent, useId, useRef, useState } from 'react'
import type { ActionContext } from '../actions/context'
import { isComposing } from '../components/keyboard'
import { type PaletteItem, usePaletteItems } from './usePaletteItems'

/** Lines that Page Up and Page Down go. */
const PAGE = 8

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
  const [query, setQuery] = useState('')
  const [chosen, setChosen] = useState(0)
  const { items: found, settled } = usePaletteItems(context, query, find)
  const active = Math.min(chosen, found.length - 1)
  /** Enter was pressed before the answer to what is typed had come. */
  const hurried = useRef(false)
  const runFirst = useEffectEvent(() => run(found[active]))
  useEffect(() => {
    if (!hurried.current || !settled) return
    hurried.current = false
    runFirst()
  }, [settled])

  function run(item: PaletteItem | undefined) {
    if (!item) return
    // First closed, so that a command may open a dialog of its own.
    onClose()
    item.run()
  }
  function onKeyDown(event: KeyboardEvent) {
    if (isComposing(event.nativeEvent)) return
    const step = { ArrowDown: 1, ArrowUp: -1, PageDown: PAGE, PageUp: -PAGE }[event.key]
    if (step !== undefined) setChosen(Math.max(0, Math.min(active + step, found.length - 1)))
    else if (event.key === 'Enter' && settled) run(found[active])
    else if (event.key === 'Enter') hurried.current = true
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
          hurried.current = false
        }}
        onKeyDown={onKeyDown}
      />
      <ul role="listbox" aria-busy={!settled} id={`${id}-list`} aria-label={t('screen.palette.results')}>
        {found.map((item, index) => (
          <li
            key={item.key}
            data-group={item.group}
            data-heading={item.group !== found[index - 1]?.group ? t(`screen.palette.${item.group}`) : undefined}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === active}
            ref={(element) => {
              if (index === active) element?.scrollIntoView({ block: 'nearest' })
            }}
            // A list that scrolls under a resting pointer chooses nothing.
            onPointerMove={(event) => (event.movementX !== 0 || event.movementY !== 0) && setChosen(index)}
            onClick={() => run(item)}
          >
            {item.icon}
            <span>{item.label}</span>
            <span className="lp-quiet">{item.about}</span>
            {item.keys && <kbd>{item.keys}</kbd>}
          </li>
        ))}
      </ul>
      {found.length === 0 && settled && query.trim() !== '' && (
        <p className="lp-quiet lp-palette-none" role="status">
          {t('screen.palette.none', { value: query })}
        </p>
      )}
    </Modal>
  )
}
