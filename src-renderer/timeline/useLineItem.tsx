import { NotebookPen } from 'lucide-react'
import { useEffect, useMemo, useState } from 'react'
import { dayText } from '../../src-shared/i18n/format'
import type { InteractionLine, parseInteractionLine } from '../../src-shared/interactionLine/parse'
import { useMaybeAccount } from '../account/AccountContext'
import { personOf } from '../account/names'
import type { ActionContext } from '../actions/context'
import type { PaletteItem } from '../dialogs/usePaletteItems'
import { openDialog } from '../state/dialogs'

type Parse = typeof parseInteractionLine

/** Reading dates takes a quarter of a megabyte of words: loaded when the palette first opens, and not with the window. */
let loaded: Parse | null = null

function useParser(): Parse | null {
  const [parse, setParse] = useState(() => loaded)
  useEffect(() => {
    if (parse !== null) return
    void import('../../src-shared/interactionLine/parse').then((module) => {
      loaded = module.parseInteractionLine
      setParse(() => loaded)
    })
  }, [parse])
  return parse
}

interface LineItems {
  readonly items: readonly PaletteItem[]
  /** Whether lines can be read by now. */
  readonly ready: boolean
}

/**
 * The line of the palette that records what is typed as an interaction: Enter does it at once where every name is clear, else opens the
 * form; Ctrl or ⌘ with Enter always opens the form. Empty where nothing typed names a kind.
 */
export function useLineItem(context: ActionContext, text: string): LineItems {
  const open = useMaybeAccount()
  const parse = useParser()
  const { t, language } = context
  const items = useMemo((): readonly PaletteItem[] => {
    if (!open || !parse || text === '') return []
    const { graph, asOf, me, opportunity } = open
    const line = parse(text, { people: graph.people, opportunities: graph.opportunities, on: asOf, me })
    if (!line) return []
    const { kind, heldOn, participants, unclear, summary } = line
    const about = { opportunityId: line.opportunityId ?? opportunity?.id ?? null }
    const others = participants.filter((id) => personOf(graph, id)?.side !== 'ours')
    const isClear = others.length > 0 && unclear.length === 0
    const names = (ids: readonly string[]) => graph.people.flatMap(({ id, name }) => (ids.includes(id) ? [name] : [])).join(', ')
    const words = {
      kind: t(`model.interaction.${kind}`),
      who: names(participants),
      day: [dayText(heldOn, language), heldOn > asOf && `(${t('timeline.planned')})`].filter(Boolean).join(' '),
    }
    const openForm = () => openDialog({ kind: 'interaction', start: { kind, heldOn, participants, summary, ...about } })
    const record = () => {
      const { id: accountId } = graph.account
      const input = { accountId, kind, heldOn, participants: [...participants], summary, ...about }
      void context.change.remove('interaction.create', input, t('timeline.recorded'))
    }
    return [
      {
        key: 'log',
        icon: <NotebookPen size={15} aria-hidden />,
        label: t(isClear ? 'timeline.line.record' : 'timeline.line.openForm', words),
        about: isClear ? summary : whyNot(line, context),
        group: 'log',
        run: isClear ? record : openForm,
        runMore: openForm,
      },
    ]
  }, [open, parse, text, t, language, context])
  return { items, ready: parse !== null }
}

function whyNot({ unclear: [first] }: InteractionLine, { t }: ActionContext): string {
  return first ? t('timeline.line.unclear', { name: first.text }) : t('timeline.line.noOne')
}
