import { Alert, Button, Checkbox } from 'antd'
import { FileInput } from 'lucide-react'
import { useRef, useState } from 'react'
import type { Proposal } from '../../src-shared/contract/interactionEndpoints'
import { addDays, type Day } from '../../src-shared/model/day'
import { useAccount } from '../account/AccountContext'
import type { ActionContext } from '../actions/context'
import { useAnswer } from '../client/queries'
import { attempt } from '../client/useChange'
import { DayPicker } from '../components/DayPicker'
import { Field } from '../components/Field'
import { Loading } from '../components/Loading'
import { toBase64 } from '../components/saveFile'
import { FormDialog } from '../dialogs/FormDialog'
import { CallFailure } from '../client/client'
import { sentenceOf } from '../i18n/language'
import { type Correction, isTaken, ProposalList } from './ProposalList'
import './timeline.css'

/** Days back that are looked at unless somebody says otherwise: a quarter. */
const USUAL_DAYS = 90

/** Meetings of a calendar file, to be ticked and put right, then recorded in one step. */
export function CalendarImportDialog({ context, onClose }: { readonly context: ActionContext; readonly onClose: () => void }) {
  const { t, change } = context
  const { graph, asOf, me, opportunity } = useAccount()
  const accountId = graph.account.id
  const input = useRef<HTMLInputElement>(null)
  const [file, setFile] = useState<{ readonly name: string; readonly bytes: string } | null>(null)
  const [since, setSince] = useState<Day>(addDays(asOf, -USUAL_DAYS))
  const [until, setUntil] = useState<Day>(asOf)
  const [onlyKnown, setOnlyKnown] = useState(true)
  const [corrections, setCorrections] = useState<ReadonlyMap<string, Correction>>(new Map())
  const [error, setError] = useState<string | null>(null)
  const answer = useAnswer('calendar.propose', { accountId, bytes: file?.bytes ?? '', since, until }, { enabled: file !== null })
  const isTheirs = (id: string) => graph.people.some((person) => person.id === id && person.side !== 'ours')
  // The calendar is the user's, and so was the meeting where the file names nobody of ours.
  const withMe = ({ participants, ...proposal }: Proposal): Proposal => ({
    ...proposal,
    participants: me === null || !participants.every(isTheirs) ? participants : [...participants, me],
  })
  const all = (answer.data ?? []).map(withMe)
  const shown = onlyKnown ? all.filter(({ participants }) => participants.some(isTheirs)) : all
  const taken = shown.filter((proposal) => isTaken(proposal, corrections.get(proposal.uid), isTheirs))
  const failure = answer.error instanceof CallFailure ? sentenceOf(answer.error.failure) : null

  async function choose(chosen: File | undefined) {
    if (chosen) setFile({ name: chosen.name, bytes: await toBase64(chosen) })
  }
  async function submit() {
    if (taken.length === 0) {
      setError(t('timeline.import.nothingChosen'))
      return false
    }
    const interactions = taken.map(({ uid, heldOn, summary, secrecy, ...proposed }) => {
      const { kind, participants } = { ...proposed, ...corrections.get(uid) }
      const people = [...participants]
      return { kind, participants: people, heldOn, summary, secrecy, calendarUid: uid, opportunityId: opportunity?.id ?? null }
    })
    const result = await attempt('interactions.record', { accountId, interactions })
    if (result.ok) change.tell('success', t('timeline.recordedMany', { count: taken.length }))
    else setError(result.sentence)
    return result.ok
  }

  return (
    <FormDialog
      width={860}
      title={t('timeline.import.title')}
      okText={t('timeline.import.ok', { count: taken.length })}
      onSubmit={submit}
      onClose={onClose}
    >
      {(error ?? failure) !== null && <Alert type="error" showIcon role="alert" title={error ?? failure} />}
      <div className="lp-calendar-file">
        <input
          ref={input}
          type="file"
          accept=".ics,text/calendar"
          className="lp-hidden"
          tabIndex={-1}
          aria-label={t('timeline.import.choose')}
          onChange={(event) => void choose(event.target.files?.[0])}
        />
        <Button autoFocus icon={<FileInput size={15} aria-hidden />} onClick={() => input.current?.click()}>
          {file?.name ?? t('timeline.import.choose')}
        </Button>
        <Field label={t('timeline.import.window')}>
          {(control) => <DayPicker {...control} allowClear={false} value={since} onChange={(day) => day && setSince(day)} />}
        </Field>
        <Field label={t('timeline.import.to')}>
          {(control) => <DayPicker {...control} allowClear={false} value={until} onChange={(day) => day && setUntil(day)} />}
        </Field>
      </div>
      {file === null && <p className="lp-field-hint">{t('timeline.import.chooseHint')}</p>}
      {file !== null && answer.isPending && <Loading />}
      {answer.data && all.length === 0 && <p className="lp-quiet">{t('timeline.import.none')}</p>}
      {all.length > 0 && (
        <>
          <Checkbox checked={onlyKnown} onChange={(event) => setOnlyKnown(event.target.checked)}>
            {t('timeline.import.onlyKnown')}
          </Checkbox>
          <ProposalList
            proposals={shown}
            corrections={corrections}
            isTheirs={isTheirs}
            context={context}
            onChange={(changes) => setCorrections((before) => new Map([...before, ...changes]))}
          />
        </>
      )}
    </FormDialog>
  )
}
