import { Button } from 'antd'
import { X } from 'lucide-react'
import type { PersonId } from '../../src-shared/model/ids'
import type { ActionContext } from '../actions/context'
import { useAnswer } from '../client/queries'
import { dayText } from '../../src-shared/i18n/format'
import { openDialog } from '../state/dialogs'
import { Section } from './Section'

/** What a person was called before, and what to do when one record is two people or two are one. */
export function IdentitySection({ personId, context }: { readonly personId: PersonId; readonly context: ActionContext }) {
  const { t, language, change } = context
  const former = useAnswer('person.record', { personId }).data?.formerNames ?? []
  return (
    <Section title={t('screen.inspector.identity')}>
      {former.length > 0 && (
        <ul className="lp-former" aria-label={t('screen.inspector.formerNames')}>
          {former.map(({ id, name, validTo }) => (
            <li key={id}>
              <span>{name}</span>
              <span className="lp-quiet">
                {validTo === null
                  ? t('screen.inspector.alias')
                  : t('screen.inspector.calledUntil', { day: dayText(validTo, language) })}
              </span>
              <Button
                type="text"
                size="small"
                aria-label={t('screen.inspector.removeFormerName', { name })}
                icon={<X size={13} aria-hidden />}
                onClick={() =>
                  void change.remove('formerName.remove', { formerNameId: id }, t('screen.inspector.removed', { name }))
                }
              />
            </li>
          ))}
        </ul>
      )}
      <div className="lp-buttons">
        <Button size="small" onClick={() => openDialog({ kind: 'rename', personId })}>
          {t('screen.action.renamePerson')}
        </Button>
        <Button size="small" onClick={() => openDialog({ kind: 'merge', personId })}>
          {t('screen.action.mergePeople')}
        </Button>
        <Button size="small" onClick={() => openDialog({ kind: 'split', personId })}>
          {t('screen.action.splitPerson')}
        </Button>
      </div>
    </Section>
  )
}
