import { Button } from 'antd'
import { MailX, Pencil, Plus } from 'lucide-react'
import { likelihood, signalChances } from '../../src-shared/analytics/likelihood'
import { localDay } from '../../src-shared/model/day'
import type { Member } from '../../src-shared/model/person'
import { useAccount } from '../account/AccountContext'
import type { ActionContext } from '../actions/context'
import { useAnswer } from '../client/queries'
import { dayText, percentText } from '../../src-shared/i18n/format'
import { decisions } from '../screens/change/decisions'
import { hintState } from '../screens/change/useSignals'
import { openDialog } from '../state/dialogs'
import { Section } from './Section'

/** What hints at somebody's leaving, and how likely that makes it. */
export function SignalsSection({ person, context }: { readonly person: Member; readonly context: ActionContext }) {
  const { t, language, change } = context
  const { graph, snap, asOf, method } = useAccount()
  const accountId = graph.account.id
  const all = useAnswer('signal.list', { accountId, decided: true }).data ?? []
  const signals = all.filter(({ personId, state }) => personId === person.id && state !== 'dismissed')
  const { id: personId, name } = person
  const chances = new Map(signalChances(signals, asOf, method).map(({ signal, chance }) => [signal.id, chance]))
  const tier = snap.people.get(personId)?.tier
  const decide = decisions(context)

  async function bounced() {
    const noted = await change.change('signal.create', {
      accountId,
      personId,
      kind: 'resignation-rumour',
      confidence: method.confidence.likely,
      source: person.email === '' ? '' : t('change.section.bouncedSource', { address: person.email }),
      notedOn: localDay(new Date()),
      foundBy: 'address-bounced',
    })
    if (noted) change.tell('success', t('change.section.bouncedDone', { name }))
  }
  return (
    <Section
      title={t('change.section.title')}
      part="signals"
      action={
        <span>
          {person.email !== '' && (
            <Button
              type="text"
              size="small"
              title={t('change.section.bounced')}
              aria-label={t('change.section.bouncedOf', { name })}
              icon={<MailX size={15} aria-hidden />}
              onClick={() => void bounced()}
            />
          )}
          <Button
            type="text"
            size="small"
            aria-label={t('change.section.note', { name })}
            icon={<Plus size={15} aria-hidden />}
            onClick={() => openDialog({ kind: 'signal', accountId, personId })}
          />
        </span>
      }
    >
      {tier && (
        <p className="lp-quiet">
          {t('change.section.likelihood', { share: percentText(likelihood(tier, signals, asOf, method), language) })}
          {' · '}
          {t('change.section.base', { share: percentText(method.departure.base[tier], language) })}
        </p>
      )}
      {signals.length === 0 && <p className="lp-quiet">{t('change.section.none')}</p>}
      <ul className="lp-items">
        {signals.map((signal) => {
          const { id, kind, foundBy, source, notedOn, state } = signal
          const chance = chances.get(id)
          const about = [
            foundBy === null ? source : t(`change.foundBy.${foundBy}`),
            notedOn === null ? '' : dayText(notedOn, language),
            chance === undefined
              ? t(`change.state.${state}`)
              : t('change.section.adds', { share: percentText(chance, language) }),
          ]
          const open = hintState(signal, localDay(new Date())) !== 'decided'
          return (
            <li key={id} className="lp-item">
              <div className="lp-item-head">
                <span className="lp-item-title">
                  {t(`model.signal.${kind}`)}
                  <span className="lp-quiet">{about.filter(Boolean).join(' · ')}</span>
                </span>
                <Button
                  type="text"
                  size="small"
                  aria-label={t('change.decide.editOf', { name })}
                  icon={<Pencil size={14} aria-hidden />}
                  onClick={() => decide.edit(signal)}
                />
              </div>
              {open && (
                <div className="lp-signal-choices">
                  <Button size="small" onClick={() => decide.confirm(signal)}>
                    {t('change.decide.confirm')}
                  </Button>
                  <Button size="small" type="text" onClick={() => void decide.accept(signal)}>
                    {t('change.decide.accept')}
                  </Button>
                  <Button size="small" type="text" onClick={() => void decide.dismiss(signal)}>
                    {t('change.decide.dismiss')}
                  </Button>
                </div>
              )}
            </li>
          )
        })}
      </ul>
    </Section>
  )
}
