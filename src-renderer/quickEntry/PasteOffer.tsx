import { Alert, Button } from 'antd'
import type { Translate } from '../../src-shared/i18n/translate'
import type { Language } from '../../src-shared/model/language'
import type { Method } from '../../src-shared/model/method'
import { tellProblem } from '../../src-shared/quickEntry/problems'
import { understandTable, type Understanding } from '../../src-shared/quickEntry/understand'

/** A table or list that was pasted as it is, and what it was understood as. */
export interface Pasted {
  readonly text: string
  /** Where it begins. */
  readonly at: number
  readonly understood: Understanding
}

/** What to offer for a pasted text; null where it is quick entry or a text of another kind. */
export function offerFor(text: string, at: number, method: Method): Pasted | null {
  const understood = text.includes('\n') ? understandTable(text, method) : null
  return understood && understood.document.people.length > 0 ? { text, at, understood } : null
}

interface PasteOfferProps {
  readonly t: Translate
  readonly language: Language
  readonly method: Method
  readonly pasted: Pasted
  readonly onAccept: () => void
  readonly onKeep: () => void
}

/** Offers to turn a pasted table or list into quick entry, and says what of it would be left out. */
export function PasteOffer({ t, language, method, pasted, onAccept, onKeep }: PasteOfferProps) {
  const { form, document, problems } = pasted.understood
  const count = document.people.length
  return (
    <Alert
      type="info"
      role="status"
      title={form === 'table' ? t('quickEntry.offerTable', { count }) : t('quickEntry.offerList', { count })}
      description={problems.map((problem) => tellProblem(problem, language, method)).join(' ') || undefined}
      action={
        <div className="lp-quick-offer">
          <Button size="small" type="primary" onClick={onAccept}>
            {t('quickEntry.offerAccept')}
          </Button>
          <Button size="small" onClick={onKeep}>
            {t('quickEntry.offerKeep')}
          </Button>
        </div>
      }
    />
  )
}
