import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Building2, Command, Target, User } from 'lucide-react'
import { type ReactNode, useMemo } from 'react'
import { type ActionId, actionLabelKey, isActionId, shortcutText } from '../../src-shared/actions'
import type { SearchHit } from '../../src-shared/search/hit'
import { useMaybeAccount } from '../account/AccountContext'
import { seatName, unitName } from '../account/names'
import { collator, useMatcher } from '../account/search'
import { canRun, possibleActions, runAction } from '../actions/actions'
import type { ActionContext } from '../actions/context'
import { call, isMac } from '../client/client'
import { type Choice, useRecentChoices } from '../state/recentChoices'
import type { Selection } from '../state/selection'
import { useLineItem } from '../timeline/useLineItem'
import { goToCard, goToHit } from './goTo'

/** Lines shown at most: beyond them typing finds faster than reading. */
const MOST = 40

/** A line of the palette. */
export interface PaletteItem {
  readonly key: string
  readonly icon: ReactNode
  readonly label: string
  readonly about: string
  /** The heading above the first of its group. */
  readonly group: 'log' | 'recent' | 'command' | 'here' | 'elsewhere'
  readonly keys?: string
  readonly run: () => void
  /** What Ctrl or ⌘ with Enter does instead; without one, the same. */
  readonly runMore?: () => void
}

interface PaletteItems {
  readonly items: readonly PaletteItem[]
  /** Whether the answer to what is typed now is there. */
  readonly settled: boolean
}

/**
 * What the palette offers for a query: commands, then whatever the whole workspace's search finds, the open account first; the latest
 * choices where nothing is typed yet.
 *
 * @param find only people and empty seats of the open account; all of them where nothing is typed yet
 */
export function usePaletteItems(context: ActionContext, query: string, find: boolean): PaletteItems {
  const open = useMaybeAccount()
  const accountId = open?.graph.account.id
  const text = query.trim()
  const answer = useQuery({
    queryKey: ['search.find', { text, accountId }],
    queryFn: ({ signal }) => call('search.find', { text, limit: MOST, ...(accountId && { accountId }) }, { signal }),
    enabled: text !== '',
    // What was found for the letters before stays until the next answer: nothing flickers while somebody types.
    placeholderData: keepPreviousData,
  })
  const seats = useSeats(context, text)
  const { items: lines, ready } = useLineItem(context, find ? '' : text)
  const commands = useCommands(context, text)
  const recent = useRecent(context)
  const items = useMemo(() => {
    if (text === '') return find ? seats : [...recent, ...commands]
    const hits = (answer.data ?? []).filter((hit) => !find || (hit.kind === 'person' && hit.accountId === accountId))
    const found = hits.map((hit) => itemOfHit(context, hit, hit.accountId === accountId ? 'here' : 'elsewhere'))
    const here = found.filter(({ group }) => group === 'here')
    const elsewhere = found.filter(({ group }) => group === 'elsewhere')
    return [...lines, ...(find ? [] : commands), ...here, ...seats, ...elsewhere].slice(0, MOST)
  }, [text, find, answer.data, accountId, context, seats, lines, commands, recent])
  return { items, settled: text === '' || (ready && answer.isFetched && !answer.isPlaceholderData) }
}

/** Seats that nobody holds have no name to search for, but a title on the open map. With nothing typed: every seat, by name. */
function useSeats(context: ActionContext, text: string): readonly PaletteItem[] {
  const open = useMaybeAccount()
  const match = useMatcher()
  const { t } = context
  return useMemo(() => {
    if (!open) return []
    return [...open.snap.seats.values()]
      .filter(({ holderId, state }) => text === '' || (holderId === null && match(text, state.title)))
      .map(({ seat, state, holderId }): PaletteItem => ({
        key: seat.id,
        icon: <User size={15} aria-hidden />,
        label: seatName(t, open, { seat, state, holderId }),
        about: [holderId === null ? '' : state.title, unitName(open.graph, state.unitId)].filter(Boolean).join(' · '),
        group: 'here',
        run: () => {
          const selection: Selection = holderId === null ? { kind: 'seat', id: seat.id } : { kind: 'person', id: holderId }
          goToCard(context, open.graph.account.id, selection)
        },
      }))
      .sort((a, b) => collator.compare(a.label, b.label))
  }, [open, match, text, t, context])
}

function useCommands(context: ActionContext, text: string): readonly PaletteItem[] {
  const match = useMatcher()
  return useMemo(
    () =>
      possibleActions(context)
        .filter((id) => id !== 'openPalette')
        .map((id) => itemOfAction(context, id, 'command'))
        .filter(({ label, key }) => match(text, label, key)),
    [context, match, text],
  )
}

/** Earlier choices that still make sense; whatever was deleted since is not found again. */
function useRecent(context: ActionContext): readonly PaletteItem[] {
  const chosen = useRecentChoices((state) => state.chosen)
  return useMemo(
    () =>
      chosen.flatMap((choice) => {
        // Nobody knows here whether somebody found earlier may be shown.
        if (choice.kind !== 'action') return context.presenting ? [] : [itemOfHit(context, choice, 'recent')]
        return isActionId(choice.id) && canRun(choice.id, context) ? [itemOfAction(context, choice.id, 'recent')] : []
      }),
    [chosen, context],
  )
}

function itemOfAction(context: ActionContext, id: ActionId, group: PaletteItem['group']): PaletteItem {
  return {
    key: group === 'recent' ? `recent ${id}` : id,
    icon: <Command size={15} aria-hidden />,
    label: context.t(actionLabelKey(id)),
    about: '',
    group,
    keys: shortcutText(id, isMac),
    run: () => {
      remember({ kind: 'action', id })
      runAction(id, context)
    },
  }
}

const icons: Record<SearchHit['kind'], ReactNode> = {
  person: <User size={15} aria-hidden />,
  account: <Building2 size={15} aria-hidden />,
  opportunity: <Target size={15} aria-hidden />,
}

function itemOfHit(context: ActionContext, hit: SearchHit, group: PaletteItem['group']): PaletteItem {
  const { t } = context
  const kind = hit.kind === 'person' ? '' : t(hit.kind === 'account' ? 'screen.palette.account' : 'screen.inspector.opportunity')
  // Somebody found by a former name or a title: why they are here.
  const because =
    hit.matched === hit.label || hit.detail.includes(hit.matched) ? '' : t('screen.palette.alsoKnown', { name: hit.matched })
  const place = group === 'here' || hit.kind === 'account' ? '' : hit.account
  return {
    key: `${group} ${hit.id}`,
    icon: icons[hit.kind],
    label: hit.label,
    about: [because, kind, hit.detail, hit.detail.endsWith(place) ? '' : place].filter(Boolean).join(' · '),
    group,
    run: () => {
      remember(hit)
      goToHit(context, hit)
    },
  }
}

const remember = (choice: Choice): void => useRecentChoices.getState().remember(choice)
