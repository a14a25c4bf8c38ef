import { lazy, Suspense } from 'react'
import type { PersonId } from '../../src-shared/model/ids'
import { useMaybeAccount } from '../account/AccountContext'
import type { ActionContext } from '../actions/context'
import { AccountDialog } from '../screens/accounts/AccountDialog'
import { ChangeDialog } from '../screens/change/ChangeDialog'
import { HandOverDialog } from '../screens/change/HandOverDialog'
import { SignalDialog } from '../screens/change/SignalDialog'
import { PlaybookDialog } from '../screens/plan/PlaybookDialog'
import { StrategyDialog } from '../screens/plan/StrategyDialog'
import { TaskDialog } from '../screens/tasks/TaskDialog'
import { useDialogs } from '../state/dialogs'
import { QuickEntryDialog } from '../quickEntry/QuickEntryDialog'
import { EraseDialog } from '../privacy/EraseDialog'
import { isInPrivate, NotWhilePresenting } from '../privacy/NotWhilePresenting'
import { PersonDataDialog } from '../privacy/PersonDataDialog'
import { GuidedRatingDialog } from '../rating/GuidedRatingDialog'
import { JudgementDialog } from '../rating/JudgementDialog'
import { AddPersonDialog } from './AddPersonDialog'
import { AddTieDialog } from './AddTieDialog'
import { FillSeatDialog } from './FillSeatDialog'
import { GiveRoleDialog } from './GiveRoleDialog'
import { HelpDialog } from './HelpDialog'
import { HistoryDialog } from './HistoryDialog'
import { ImportDialog } from './ImportDialog'
import { MergeDialog } from './MergeDialog'
import { MoveDialog } from './MoveDialog'
import { NewOpportunityDialog } from './NewOpportunityDialog'
import { Palette } from './Palette'
import { RenameDialog } from './RenameDialog'
import { SplitDialog } from './SplitDialog'
import { WhoAmIDialog } from './WhoAmIDialog'

// With a reader of Markdown; who opens neither does not load it.
const InteractionDialog = lazy(async () => ({ default: (await import('../timeline/InteractionDialog')).InteractionDialog }))
const CalendarImportDialog = lazy(async () => ({
  default: (await import('../timeline/CalendarImportDialog')).CalendarImportDialog,
}))
const CalendarExportDialog = lazy(async () => ({
  default: (await import('../timeline/CalendarExportDialog')).CalendarExportDialog,
}))

const ExportDialog = lazy(async () => ({ default: (await import('../export/ExportDialog')).ExportDialog }))

const noFiles: readonly File[] = []
const noPeople: readonly PersonId[] = []

/** The dialog that is open, if any. Those about an account need one. */
export function Dialogs({ context }: { readonly context: ActionContext }) {
  const { dialog, close } = useDialogs()
  const open = useMaybeAccount()
  if (!dialog) return null
  if (context.presenting && isInPrivate(dialog)) return <NotWhilePresenting context={context} onClose={close} />
  switch (dialog.kind) {
    case 'newAccount':
      return <AccountDialog account={null} onClose={close} />
    case 'import':
      return <ImportDialog dropped={dialog.files ?? noFiles} onClose={close} />
    case 'quickEntry':
      return <QuickEntryDialog context={context} offer={dialog.offer ?? null} onClose={close} />
    case 'whoAmI':
      return <WhoAmIDialog onClose={close} />
    case 'interaction':
      return (
        open && (
          <Suspense>
            <InteractionDialog
              interactionId={dialog.interactionId ?? null}
              start={dialog.start ?? {}}
              context={context}
              onClose={close}
            />
          </Suspense>
        )
      )
    case 'calendarImport':
      return (
        open && (
          <Suspense>
            <CalendarImportDialog context={context} onClose={close} />
          </Suspense>
        )
      )
    case 'calendarExport':
      return (
        <Suspense>
          <CalendarExportDialog context={context} onClose={close} />
        </Suspense>
      )
    case 'strategy':
      return open && <StrategyDialog {...dialog} context={context} onClose={close} />
    case 'playbook':
      return <PlaybookDialog role={dialog.role} context={context} onClose={close} />
    case 'task':
      return <TaskDialog {...dialog} context={context} onClose={close} />
    case 'signal':
      return <SignalDialog {...dialog} context={context} onClose={close} />
    case 'change':
      return <ChangeDialog {...dialog} context={context} onClose={close} />
    case 'handOver':
      return <HandOverDialog handOverId={dialog.handOverId} context={context} onClose={close} />
    case 'history':
      return <HistoryDialog context={context} onClose={close} />
    case 'merge':
      return open && <MergeDialog personId={dialog.personId} context={context} onClose={close} />
    case 'split':
      return open && <SplitDialog personId={dialog.personId} context={context} onClose={close} />
    case 'personData':
      return <PersonDataDialog personId={dialog.personId} context={context} onClose={close} />
    case 'erase':
      return <EraseDialog personId={dialog.personId} context={context} onClose={close} />
    case 'rename':
      return open && <RenameDialog personId={dialog.personId} context={context} onClose={close} />
    case 'move':
      return open && <MoveDialog personId={dialog.personId} seatId={dialog.seatId ?? null} context={context} onClose={close} />
    case 'palette':
      return <Palette context={context} find={dialog.find} onClose={close} />
    case 'help':
      return <HelpDialog onClose={close} />
    case 'newOpportunity':
      return open && <NewOpportunityDialog context={context} onClose={close} />
    case 'addPerson':
      return open && <AddPersonDialog start={dialog} context={context} onClose={close} />
    case 'fillSeat':
      return open && <FillSeatDialog seatId={dialog.seatId} context={context} onClose={close} />
    case 'addTie':
      return open && <AddTieDialog fromId={dialog.fromId ?? null} context={context} onClose={close} />
    case 'giveRole':
      return (
        open && <GiveRoleDialog seatId={dialog.seatId ?? null} role={dialog.role ?? null} context={context} onClose={close} />
      )
    case 'judge':
      return (
        open && (
          <JudgementDialog subjectId={dialog.subjectId} about={dialog.about ?? 'stance'} context={context} onClose={close} />
        )
      )
    case 'guidedRating':
      return (
        open && (
          <GuidedRatingDialog
            subjectId={dialog.subjectId}
            ownPersonId={dialog.ownPersonId ?? null}
            context={context}
            onClose={close}
          />
        )
      )
    case 'export':
      return (
        open && (
          <Suspense>
            <ExportDialog deck={dialog.deck ?? 'map'} leaves={dialog.leaves ?? noPeople} context={context} onClose={close} />
          </Suspense>
        )
      )
    default:
      return dialog satisfies never
  }
}
