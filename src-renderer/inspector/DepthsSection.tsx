import { Button, Select, Tooltip } from 'antd'
import { ListChecks } from 'lucide-react'
import { useState } from 'react'
import { contacts } from '../../src-shared/analytics/contacts'
import { pairDepths } from '../../src-shared/analytics/effectiveDepth'
import { peopleOf } from '../../src-shared/analytics/snapshot'
import type { PersonId } from '../../src-shared/model/ids'
import type { Member } from '../../src-shared/model/person'
import { Depth } from '../../src-shared/model/scales'
import { useAccount } from '../account/AccountContext'
import { personOf } from '../account/names'
import type { ActionContext } from '../actions/context'
import { PersonPicker } from '../components/PersonPicker'
import { openDialog } from '../state/dialogs'
import { commit } from './commit'
import { JudgementBlock } from './JudgementBlock'
import { Section } from './Section'

const levels = ['0', '1', '2', '3', '4'] as const
const ours = ['ours'] as const

/** How well each of ours knows somebody: as judged, what is left of it by now, and what is aimed at. */
export function DepthsSection({ person, context }: { readonly person: Member; readonly context: ActionContext }) {
  const { graph, me } = useAccount()
  const { t } = context
  const [added, setAdded] = useState<readonly PersonId[]>([])
  const judged = graph.judgements.flatMap((one) => (one.subjectId === person.id && one.ownPersonId ? [one.ownPersonId] : []))
  const aimed = graph.targetDepths.filter((target) => target.subjectId === person.id).map((target) => target.ownPersonId)
  const own = [...new Set([...(me ? [me] : []), ...judged, ...aimed, ...added])]

  return (
    <Section title={t('model.judgement.depth')} part="depths">
      {own.map((ownPersonId) => (
        <PairLine key={ownPersonId} ownPersonId={ownPersonId} person={person} context={context} />
      ))}
      <PersonPicker
        variant="underlined"
        value={null}
        sides={ours}
        aria-label={t('screen.inspector.addColleague')}
        placeholder={t('screen.inspector.addColleague')}
        onChange={(id) => id && setAdded([...added, id])}
      />
    </Section>
  )
}

interface PairLineProps {
  readonly ownPersonId: PersonId
  readonly person: Member
  readonly context: ActionContext
}

function PairLine({ ownPersonId, person, context }: PairLineProps) {
  const { graph, snap, asOf, judgements, method, me } = useAccount()
  const { t, change } = context
  const presence = snap.people.get(person.id)
  const current = judgements.depth(ownPersonId, person.id)
  const level = levels.find((candidate) => candidate === current?.value) ?? null
  const pair = presence
    ? pairDepths(presence, peopleOf(snap, 'ours'), asOf, judgements, contacts(graph, asOf), method).find(
        (one) => one.ownPersonId === ownPersonId,
      )
    : undefined
  const target = graph.targetDepths.find((one) => one.ownPersonId === ownPersonId && one.subjectId === person.id)
  const word = (value: string) => `${value} ${t(`model.depth.${levels.find((candidate) => candidate === value) ?? '0'}`)}`
  const name = personOf(graph, ownPersonId)?.name ?? ''

  return (
    <div className="lp-pair">
      <JudgementBlock
        label={name}
        kind="depth"
        context={context}
        all={graph.judgements.filter((one) => one.subjectId === person.id && one.ownPersonId === ownPersonId)}
        current={current}
        value={level}
        choices={levels.map((value) => ({ value, label: word(value) }))}
        words={word}
        hint={
          pair && pair.depth < pair.level ? (
            <div className="lp-weak">{t('screen.inspector.faded', { depth: pair.depth, days: pair.idleDays ?? 0 })}</div>
          ) : undefined
        }
        onRecord={(value) =>
          commit('judgement.record', {
            subjectId: person.id,
            kind: 'depth',
            value,
            ownPersonId,
            authorId: me ?? ownPersonId,
            madeOn: asOf,
          })
        }
      />
      <div className="lp-pair-tools">
        <Tooltip title={t('rating.guided.start')}>
          <Button
            type="text"
            size="small"
            icon={<ListChecks size={15} aria-hidden />}
            aria-label={t('rating.guided.startFor', { own: name, name: person.name })}
            onClick={() => openDialog({ kind: 'guidedRating', subjectId: person.id, ownPersonId })}
          />
        </Tooltip>
        <label className="lp-target">
          {t('screen.inspector.target')}
          <Select
            size="small"
            variant="borderless"
            allowClear
            placeholder="–"
            aria-label={t('screen.inspector.targetOf', { name })}
            {...(target && { value: String(target.depth) })}
            options={levels.map((value) => ({ value, label: value }))}
            onChange={(value: string | undefined) =>
              void change.change('targetDepth.set', {
                accountId: graph.account.id,
                ownPersonId,
                subjectId: person.id,
                depth: value === undefined ? null : Depth.parse(Number(value)),
              })
            }
          />
        </label>
      </div>
    </div>
  )
}
