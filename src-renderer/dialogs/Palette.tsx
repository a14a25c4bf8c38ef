import { Input } from 'antd'
import { type KeyboardEvent, useEffect, useEffectEvent, useId, useRef, useState } from 'react'
import type { ActionContext } from '../actions/context'
import { Dialog } from '../components/Dialog'
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
  const hurried = useRef<'no' | 'run' | 'more'>('no')
  const runFirst = useEffectEvent((more: boolean) => run(found[active], more))
  useEffect(() => {
    if (hurried.current === 'no' || !settled) return
    const more = hurried.current === 'more'
    hurried.current = 'no'
    runFirst(more)
  }, [settled])

  function run(item: PaletteItem | undefined, more = false) {
    if (!item) return
    // First closed, so that a command may open a dialog of its own.
    onClose()
    if (more && item.runMore) item.runMore()
    else item.run()
  }
  function onKeyDown(event: KeyboardEvent) {
    if (isComposing(event.nativeEvent)) return
    const more = event.ctrlKey || event.metaKey
    const step = { ArrowDown: 1, ArrowUp: -1, PageDown: PAGE, PageUp: -PAGE }[event.key]
    if (step !== undefined) setChosen(Math.max(0, Math.min(active + step, found.length - 1)))
    else if (event.key === 'Enter' && settled) run(found[active], more)
    else if (event.key === 'Enter') hurried.current = more ? 'more' : 'run'
    else return
    event.preventDefault()
  }

  return (
    <Dialog
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
          hurried.current = 'no'
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
    </Dialog>
  )
}
