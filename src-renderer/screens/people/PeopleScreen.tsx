import { Button, Checkbox, Select } from 'antd'
import { Plus, Users } from 'lucide-react'
import { useMemo, useState } from 'react'
import { Side, Stance, TouchTier } from '../../../src-shared/model/scales'
import { useAccount } from '../../account/AccountContext'
import { type PersonRow, peopleRows } from '../../account/peopleRows'
import { useMatcher } from '../../account/search'
import type { ActionContext } from '../../actions/context'
import { runAction } from '../../actions/actions'
import { EmptyState } from '../../components/EmptyState'
import { SearchField } from '../../components/SearchField'
import type { Sort } from '../../components/sorting'
import { Toolbar } from '../../shell/Toolbar'
import { openDialog } from '../../state/dialogs'
import { CardMenu, type MenuPlace } from '../map/CardMenu'
import { type ColumnKey, sorted } from './columns'
import { PEOPLE_SEARCH_ID } from './focusSearch'
import { PeopleGrid } from './PeopleGrid'

interface Filter {
  readonly side: Side | null
  readonly tier: TouchTier | null
  readonly stance: Stance | 'unknown' | null
  readonly withRole: boolean
  readonly elsewhere: boolean
}

const everybody: Filter = { side: null, tier: null, stance: null, withRole: false, elsewhere: false }

/** The account's people and empty seats as a list that is edited in place. */
export function PeopleScreen({ context }: { readonly context: ActionContext }) {
  const { t, view, window } = context
  const open = useAccount()
  const match = useMatcher()
  const [query, setQuery] = useState('')
  const [filter, setFilter] = useState(everybody)
  const [sort, setSort] = useState<Sort<ColumnKey>>({ by: 'name', descending: false })
  const [menu, setMenu] = useState<MenuPlace | null>(null)

  const all = useMemo(() => peopleRows(open, t), [open, t])
  const rows = useMemo(
    () =>
      sorted(
        all.filter(
          (row) => passes(row, filter) && match(query, row.name, row.latinName, row.title, row.department, row.organization),
        ),
        sort,
        t,
      ),
    [all, filter, query, match, sort, t],
  )
  const change = (part: Partial<Filter>) => setFilter((before) => ({ ...before, ...part }))
  const selection = view.selection

  if (all.length === 0) return <NoPeople context={context} />
  return (
    <>
      <Toolbar>
        <SearchField
          id={PEOPLE_SEARCH_ID}
          className="lp-people-search"
          label={t('screen.people.search')}
          value={query}
          onChange={setQuery}
        />
        <FilterSelect
          label={t('screen.people.side')}
          value={filter.side}
          onChange={(side) => change({ side })}
          options={Side.options.map((value) => ({ value, label: t(`model.side.${value}`) }))}
        />
        <FilterSelect
          label={t('screen.people.tier')}
          value={filter.tier}
          onChange={(tier) => change({ tier })}
          options={TouchTier.options.map((value) => ({ value, label: t(`model.tier.${value}`) }))}
        />
        <FilterSelect
          label={t('screen.people.stance')}
          value={filter.stance}
          onChange={(stance) => change({ stance })}
          options={([...Stance.options, 'unknown'] as const).map((value) => ({ value, label: t(`model.stance.${value}`) }))}
        />
        <span className="lp-grow" />
        <Button type="primary" icon={<Plus size={15} aria-hidden />} onClick={() => runAction('addPerson', context)}>
          {t('screen.action.addPerson')}
        </Button>
      </Toolbar>
      <div className="lp-people-about">
        <span role="status">{t('screen.people.count', { count: rows.length })}</span>
        <Checkbox
          checked={filter.withRole}
          disabled={!open.opportunity}
          onChange={(event) => change({ withRole: event.target.checked })}
        >
          {t('screen.people.withRole')}
        </Checkbox>
        <Checkbox checked={filter.elsewhere} onChange={(event) => change({ elsewhere: event.target.checked })}>
          {t('screen.people.elsewhere')}
        </Checkbox>
        <span className="lp-grow" />
        <span className="lp-quiet lp-keys">{t('screen.people.keys')}</span>
      </div>
      <PeopleGrid
        rows={rows}
        sort={sort}
        onSort={setSort}
        isSelected={(row) =>
          (selection?.kind === 'person' && selection.id === row.personId) ||
          (selection?.kind === 'seat' && selection.id === row.seatId)
        }
        onSelect={(row) => window.look({ selection: selectionOf(row) })}
        onMenu={(row, at) => {
          const chosen = selectionOf(row)
          if (chosen) setMenu({ selection: chosen, ...at })
        }}
      />
      <CardMenu place={menu} context={context} onClose={() => setMenu(null)} />
    </>
  )
}

function selectionOf(row: PersonRow) {
  if (row.personId !== null) return { kind: 'person', id: row.personId } as const
  return row.seatId === null ? null : ({ kind: 'seat', id: row.seatId } as const)
}

function passes(row: PersonRow, { side, tier, stance, withRole, elsewhere }: Filter): boolean {
  if (row.seatId === null && !elsewhere) return false
  if (side !== null && row.side !== side) return false
  if (tier !== null && row.tier !== tier) return false
  if (stance !== null && (row.personId === null || row.side === 'ours' || (row.stance ?? 'unknown') !== stance)) return false
  return !withRole || row.roles.length > 0
}

interface FilterSelectProps<V extends string> {
  readonly label: string
  readonly value: V | null
  readonly options: readonly { readonly value: V; readonly label: string }[]
  readonly onChange: (value: V | null) => void
}

function FilterSelect<V extends string>({ label, value, options, onChange }: FilterSelectProps<V>) {
  return (
    <Select<V>
      className="lp-filter"
      allowClear
      aria-label={label}
      placeholder={label}
      popupMatchSelectWidth={false}
      {...(value !== null && { value })}
      options={[...options]}
      onChange={(chosen: V | undefined) => onChange(chosen ?? null)}
    />
  )
}

function NoPeople({ context }: { readonly context: ActionContext }) {
  const { t } = context
  return (
    <EmptyState icon={<Users size={36} aria-hidden />} title={t('screen.people.emptyTitle')} text={t('screen.people.emptyText')}>
      <Button type="primary" icon={<Plus size={15} aria-hidden />} onClick={() => openDialog({ kind: 'addPerson' })}>
        {t('screen.action.addPerson')}
      </Button>
      <Button onClick={() => openDialog({ kind: 'import' })}>{t('screen.action.importFiles')}</Button>
    </EmptyState>
  )
}
