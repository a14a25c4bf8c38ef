import { Button, Checkbox } from 'antd'
import { AlarmClock, Grid3x3, Plus } from 'lucide-react'
import { useCallback, useDeferredValue, useMemo, useState } from 'react'
import { type Pair, type PairMatrix, pairMatrix, type TierCadence } from '../../../src-shared/analytics/pairMatrix'
import type { Depth } from '../../../src-shared/model/scales'
import { useAccount } from '../../account/AccountContext'
import { collator, useMatcher } from '../../account/search'
import { runAction } from '../../actions/actions'
import type { ActionContext } from '../../actions/context'
import { EmptyState } from '../../components/EmptyState'
import { SearchField } from '../../components/SearchField'
import { useText } from '../../i18n/language'
import { figuresOf } from '../../insight/figures'
import { Toolbar } from '../../shell/Toolbar'
import { openDialog } from '../../state/dialogs'
import { MatrixGrid, type MatrixPlace } from './MatrixGrid'
import { everyone, figureKeys, type MatrixSort, passes, type Risks, sortedRows } from './matrixRows'
import { PairBar } from './PairBar'
import './matrix.css'

/** Who of ours knows whom of theirs: how well, how well it should be, where it goes, and whose turn it is to call. */
export function MatrixScreen({ context }: { readonly context: ActionContext }) {
  const { t, window, view, change } = context
  const open = useAccount()
  const { graph, asOf, method, me } = open
  const match = useMatcher()
  const [query, setQuery] = useState('')
  const [filter, setFilter] = useState(everyone)
  const [sort, setSort] = useState<MatrixSort>({ by: 'roles', descending: false })
  const [at, setAt] = useState<MatrixPlace>({ key: '', row: 0, column: figureKeys.length })
  const [aiming, setAiming] = useState(false)

  const matrix = useMemo(() => mineFirst(pairMatrix(figuresOf(open).shared.situation), me), [open, me])
  // What the departure of each would cost takes longer than the pairs: it may come a moment later.
  const settled = useDeferredValue(open)
  const risks: Risks = useMemo(
    () => new Map(figuresOf(settled).ranked.theirs.map((one) => [one.presence.person.id, one])),
    [settled],
  )
  const rows = useMemo(() => {
    const shown = matrix.rows.filter((row) => {
      const { person, seats } = row.presence
      return passes(row, filter) && match(query, person.name, person.latinName, ...seats.map(({ state }) => state.title))
    })
    return sortedRows(shown, sort, risks, method)
  }, [matrix, filter, query, match, sort, risks, method])

  // The keyboard is where the selection is, which may be made elsewhere: by a search, or in another tab.
  const key = view.selection?.kind === 'person' ? view.selection.id : at.key
  const found = rows.findIndex(({ subject }) => subject.id === key)
  const place = { ...at, row: found < 0 ? Math.min(at.row, Math.max(0, rows.length - 1)) : found }
  const row = rows[place.row]
  const pair = row?.pairs[place.column - figureKeys.length]

  const look = window.look
  const goTo = useCallback(
    (to: MatrixPlace) => {
      setAt(to)
      const person = graph.people.find(({ id }) => id === to.key)
      if (person) look({ selection: { kind: 'person', id: person.id } })
    },
    [graph, look],
  )
  const setDepth = ({ subjectId, ownPersonId }: Pair, depth: Depth) =>
    void change.change('judgement.record', {
      subjectId,
      ownPersonId,
      kind: 'depth',
      value: String(depth),
      authorId: me ?? ownPersonId,
      madeOn: asOf,
    })
  const setTarget = ({ subjectId, ownPersonId }: Pair, depth: Depth | null) =>
    void change.change('targetDepth.set', { accountId: graph.account.id, ownPersonId, subjectId, depth })
  const rate = ({ subjectId, ownPersonId }: Pair) => openDialog({ kind: 'guidedRating', subjectId, ownPersonId })
  const check = (part: Partial<typeof everyone>) => setFilter((before) => ({ ...before, ...part }))

  if (matrix.rows.length === 0 || matrix.ours.length === 0) {
    return (
      <EmptyState icon={<Grid3x3 size={36} aria-hidden />} title={t('rating.matrix.sides')} text={t('rating.matrix.sidesText')}>
        <Button type="primary" icon={<Plus size={15} aria-hidden />} onClick={() => runAction('addPerson', context)}>
          {t('screen.action.addPerson')}
        </Button>
      </EmptyState>
    )
  }
  return (
    <>
      <Toolbar>
        <SearchField className="lp-people-search" label={t('screen.people.search')} value={query} onChange={setQuery} />
      </Toolbar>
      <div className="lp-people-about lp-matrix-about">
        <span role="status">{t('rating.matrix.count', { count: rows.length })}</span>
        <Checkbox
          checked={filter.withRole}
          disabled={!open.opportunity}
          onChange={(event) => check({ withRole: event.target.checked })}
        >
          {t('rating.matrix.withRole')}
        </Checkbox>
        <Checkbox checked={filter.withGap} onChange={(event) => check({ withGap: event.target.checked })}>
          {t('rating.matrix.withGap')}
        </Checkbox>
        <Checkbox checked={filter.withOverdue} onChange={(event) => check({ withOverdue: event.target.checked })}>
          {t('rating.matrix.withOverdue')}
        </Checkbox>
        <span className="lp-grow" />
        <span className="lp-quiet lp-keys">{t('rating.matrix.keys')}</span>
        <CadenceLine tiers={matrix.tiers} />
      </div>
      {rows.length === 0 ? (
        <p className="lp-quiet lp-matrix-none">{t('rating.matrix.noneLeft')}</p>
      ) : (
        <MatrixGrid
          rows={rows}
          ours={matrix.ours}
          risks={risks}
          sort={sort}
          onSort={setSort}
          place={place}
          onPlace={goTo}
          onDepth={setDepth}
          onTarget={setTarget}
          onRate={rate}
          aiming={aiming}
          onAiming={setAiming}
        />
      )}
      <PairBar row={row} pair={pair} aiming={aiming} onDepth={setDepth} onTarget={setTarget} onRate={rate} />
    </>
  )
}

/** Of each tier, how many of the relationships to be kept up nobody tended within its cadence. */
function CadenceLine({ tiers }: { readonly tiers: readonly TierCadence[] }) {
  const { t } = useText()
  return (
    <ul className="lp-cadence" aria-label={t('rating.matrix.cadence')}>
      <li className="lp-quiet" aria-hidden>
        {t('rating.matrix.cadence')}
      </li>
      {tiers.map(({ tier, cadenceDays: days, kept, overdue }) => (
        <li key={tier} className={overdue > 0 ? 'lp-bad' : 'lp-quiet'}>
          {overdue > 0 && <AlarmClock size={12} aria-hidden />}
          {t(kept === 0 ? 'rating.matrix.tierNone' : 'rating.matrix.tierCadence', {
            tier: t(`model.tier.${tier}`),
            days,
            kept,
            overdue,
          })}
        </li>
      ))}
    </ul>
  )
}

/** The user's own relationships come first, then our people by name. */
function mineFirst(matrix: PairMatrix, me: string | null): PairMatrix {
  const order = matrix.ours
    .map(({ person }, place) => ({ person, place }))
    .sort((a, b) => Number(b.person.id === me) - Number(a.person.id === me) || collator.compare(a.person.name, b.person.name))
  const arranged = <T,>(items: readonly T[]): T[] => order.flatMap(({ place }) => items.slice(place, place + 1))
  return {
    ...matrix,
    ours: arranged(matrix.ours),
    rows: matrix.rows.map((row) => ({ ...row, pairs: arranged(row.pairs) })),
  }
}
