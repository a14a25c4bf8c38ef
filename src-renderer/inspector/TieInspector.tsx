import { Button } from 'antd'
import { ArrowLeftRight } from 'lucide-react'
import { ConfidenceWord, StrengthWord, TieKind } from '../../src-shared/model/scales'
import type { Tie } from '../../src-shared/model/tie'
import { useAccount } from '../account/AccountContext'
import { personOf } from '../account/names'
import { nearestConfidence, nearestStrength } from '../account/ratioWords'
import { removeSelected } from '../actions/selected'
import type { ActionContext } from '../actions/context'
import { ChoiceEdit } from '../components/ChoiceEdit'
import { DayEdit } from '../components/DayEdit'
import { TextEdit } from '../components/TextEdit'
import { GuardLine } from '../privacy/GuardLine'
import { SecrecyEdit } from '../privacy/SecrecyField'
import { commit } from './commit'
import { InspectorHead } from './InspectorHead'
import { OtherEnd } from './OtherEnd'
import { Section } from './Section'

/** A tie between two people. */
export function TieInspector({ tie, context }: { readonly tie: Tie; readonly context: ActionContext }) {
  const { graph, method } = useAccount()
  const { t, change } = context
  const tieId = tie.id
  const from = personOf(graph, tie.fromPersonId)
  const to = personOf(graph, tie.toPersonId)
  const sign = tie.kind === 'influences' ? '→' : '–'
  return (
    <>
      <InspectorHead kind={t('screen.inspector.tie')} name={`${from?.name ?? ''} ${sign} ${to?.name ?? ''}`} />
      <Section title={t('screen.inspector.tie')}>
        <ChoiceEdit
          label={t('screen.inspector.kind')}
          value={tie.kind}
          choices={TieKind.options.map((value) => ({ value, label: t(`model.tie.${value}`) }))}
          onCommit={async (kind) => kind && commit('tie.update', { tieId, kind })}
        />
        <ChoiceEdit
          label={t('screen.inspector.strength')}
          value={nearestStrength(method, tie.strength)}
          choices={StrengthWord.options.map((value) => ({ value, label: t(`model.strength.${value}`) }))}
          onCommit={async (word) => word && commit('tie.update', { tieId, strength: method.strength[word] })}
        />
        <ChoiceEdit
          label={t('screen.inspector.confidence')}
          value={nearestConfidence(method, tie.confidence)}
          choices={ConfidenceWord.options.map((value) => ({ value, label: t(`model.confidence.${value}`) }))}
          onCommit={async (word) => word && commit('tie.update', { tieId, confidence: method.confidence[word] })}
        />
        <DayEdit
          label={t('screen.inspector.since')}
          value={tie.validFrom}
          none={t('screen.inspector.sinceEver')}
          onCommit={(validFrom) => commit('tie.update', { tieId, validFrom })}
        />
        <DayEdit
          label={t('screen.inspector.until')}
          value={tie.validTo}
          none={t('screen.inspector.open')}
          onCommit={(validTo) => commit('tie.update', { tieId, validTo })}
        />
        <SecrecyEdit value={tie.secrecy} onCommit={(secrecy) => commit('tie.update', { tieId, secrecy })} />
        <TextEdit
          label={t('screen.inspector.note')}
          value={tie.note}
          lines={2}
          guard={<GuardLine />}
          onCommit={(note) => commit('tie.update', { tieId, note })}
        />
        {tie.kind === 'influences' && (
          <Button
            size="small"
            icon={<ArrowLeftRight size={14} aria-hidden />}
            onClick={() => void change.change('tie.update', { tieId, reverse: true })}
          >
            {t('screen.inspector.reverse')}
          </Button>
        )}
      </Section>
      <Section title={t('screen.inspector.ends')}>
        <OtherEnd person={from} context={context} />
        <OtherEnd person={to} context={context} />
      </Section>
      <div className="lp-section lp-danger">
        <Button danger onClick={() => void removeSelected(context)}>
          {t('screen.inspector.removeTie')}
        </Button>
      </div>
    </>
  )
}
