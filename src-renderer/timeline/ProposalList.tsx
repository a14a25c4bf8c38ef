import { Checkbox, Select } from 'antd'
import type { Proposal } from '../../src-shared/contract/interactionEndpoints'
import type { PersonId } from '../../src-shared/model/ids'
import { InteractionKind, type Side } from '../../src-shared/model/scales'
import type { ActionContext } from '../actions/context'
import { PeoplePicker } from '../components/PeoplePicker'
import { firstWords } from './entries'

/** What somebody put right about a proposal. */
export interface Correction {
  readonly taken?: boolean
  readonly kind?: InteractionKind
  readonly participants?: readonly PersonId[]
}

/** Whether a proposal is to be recorded: as ticked, else if somebody of theirs took part and it was not taken before. */
export function isTaken(proposal: Proposal, correction: Correction | undefined, isTheirs: (id: PersonId) => boolean): boolean {
  return correction?.taken ?? (!proposal.known && proposal.participants.some(isTheirs))
}

const everybody = ['theirs', 'third-party', 'ours'] as const satisfies readonly Side[]

interface ProposalListProps {
  readonly proposals: readonly Proposal[]
  /** By the proposals' uid. */
  readonly corrections: ReadonlyMap<string, Correction>
  readonly isTheirs: (id: PersonId) => boolean
  readonly context: ActionContext
  readonly onChange: (changes: readonly (readonly [string, Correction])[]) => void
}

/** The meetings of a calendar file, a row each: tick, kind, participants. */
export function ProposalList({ proposals, corrections, isTheirs, context, onChange }: ProposalListProps) {
  const { t } = context
  const fresh = proposals.filter(({ known }) => !known)
  const isOn = (proposal: Proposal) => isTaken(proposal, corrections.get(proposal.uid), isTheirs)
  const put = ({ uid }: Proposal, part: Correction) => onChange([[uid, { ...corrections.get(uid), ...part }]])
  const count = fresh.filter(isOn).length
  return (
    <div className="lp-proposals">
      <table>
        <thead>
          <tr>
            <th scope="col">
              <Checkbox
                aria-label={t('timeline.import.all')}
                checked={count > 0 && count === fresh.length}
                indeterminate={count > 0 && count < fresh.length}
                onChange={(event) =>
                  onChange(fresh.map(({ uid }) => [uid, { ...corrections.get(uid), taken: event.target.checked }]))
                }
              />
            </th>
            <th scope="col">{t('timeline.dialog.day')}</th>
            <th scope="col">{t('timeline.dialog.summary')}</th>
            <th scope="col">{t('timeline.dialog.kind')}</th>
            <th scope="col">{t('timeline.import.participants')}</th>
          </tr>
        </thead>
        <tbody>
          {proposals.map((proposal) => {
            const { uid, known, heldOn, summary, kind, participants, strangers } = proposal
            const correction = corrections.get(uid)
            const title = firstWords(summary)
            return (
              <tr key={uid} data-known={known}>
                <td>
                  <Checkbox
                    aria-label={t('timeline.import.takeOne', { title })}
                    checked={isOn(proposal)}
                    onChange={(event) => put(proposal, { taken: event.target.checked })}
                  />
                </td>
                <td className="lp-number">{heldOn}</td>
                <td>
                  <div className="lp-proposal-title">{title}</div>
                  <div className="lp-quiet">
                    {known && <span className="lp-proposal-known">{t('timeline.import.known')}</span>}
                    {strangers.length > 0 && t('timeline.import.strangers', { names: strangers.join(', ') })}
                  </div>
                </td>
                <td>
                  <Select
                    size="small"
                    popupMatchSelectWidth={false}
                    aria-label={t('timeline.import.kindOf', { title })}
                    value={correction?.kind ?? kind}
                    options={InteractionKind.options.map((value) => ({ value, label: t(`model.interaction.${value}`) }))}
                    onChange={(chosen) => put(proposal, { kind: chosen })}
                  />
                </td>
                <td>
                  <PeoplePicker
                    size="small"
                    aria-label={t('timeline.import.people', { title })}
                    sides={everybody}
                    value={correction?.participants ?? participants}
                    onChange={(chosen) => put(proposal, { participants: chosen })}
                  />
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}
