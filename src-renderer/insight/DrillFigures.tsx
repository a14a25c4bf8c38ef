import { ArrowDown, ArrowUp, Minus } from 'lucide-react'
import type { Drill } from '../../src-shared/analytics/drill'
import { accessOf, type Evaluation } from '../../src-shared/analytics/evaluation'
import { roleWords } from '../../src-shared/scene/roleWords'
import type { ActionContext } from '../actions/context'
import { useFigures } from './figures'
import { figureText, isSeen, signedText } from '../../src-shared/i18n/format'

/** One figure on both sides of the departure; null: there is none. */
interface Row {
  readonly key: string
  readonly label: string
  readonly before: number | null
  readonly after: number | null
  readonly digits: number
}

/** Today's figures beside the others, and what the departure costs in all. */
export function DrillFigures({ result, context }: { readonly result: Drill; readonly context: ActionContext }) {
  const { t, language } = context
  const { method, opportunity } = useFigures().open
  const { before, after, loss } = result
  const score: Row = {
    key: 'coverage',
    label: t('analysis.coverage.title'),
    digits: 1,
    ...both(({ coverage }) => coverage?.score ?? null),
  }
  const rows: Row[] = [
    { key: 'now', label: t('analysis.support.nowLong'), digits: 2, ...both(({ support }) => support?.now ?? null) },
    { key: 'settled', label: t('analysis.support.settledLong'), digits: 2, ...both(({ support }) => support?.settled ?? null) },
    { key: 'reached', label: t('analysis.drill.reached'), digits: 0, ...both(reached) },
    { key: 'access', label: t('analysis.drill.access'), digits: 2, ...both(meanAccess) },
  ]
  const changedRoles = (before.coverage?.roles ?? []).flatMap((role, index): Row[] => {
    const then = after.coverage?.roles[index]?.value ?? 0
    if (!isSeen(then - role.value, 2)) return []
    return [{ key: role.role, label: roleWords(role.role, method, t).label, before: role.value, after: then, digits: 2 }]
  })
  return (
    <section className="lp-section">
      <table className="lp-figures">
        <caption className="lp-hidden">{t('analysis.drill.figures')}</caption>
        <thead>
          <tr>
            <td />
            <th scope="col">{t('analysis.drill.today')}</th>
            <th scope="col">{t('analysis.drill.then')}</th>
            <th scope="col">{t('analysis.drill.change')}</th>
          </tr>
        </thead>
        <tbody>
          <FigureRow row={score} context={context} />
        </tbody>
        {changedRoles.length > 0 && (
          <tbody className="lp-figures-part">
            {changedRoles.map((row) => (
              <FigureRow key={row.key} row={row} context={context} />
            ))}
          </tbody>
        )}
        <tbody>
          {rows.map((row) => (
            <FigureRow key={row.key} row={row} context={context} />
          ))}
        </tbody>
      </table>
      {opportunity && (
        <p className="lp-impact">
          <span>{t('analysis.risk.impact')}</span>
          <b className="lp-number">{figureText(loss.impact, 1, language)}</b>
          <span className="lp-quiet">
            {t('analysis.drill.impactParts', {
              coverage: figureText(100 * method.impact.coverage * loss.coverage, 1, language),
              support: figureText(100 * method.impact.support * loss.support, 1, language),
              access: figureText(100 * method.impact.access * loss.access, 1, language),
            })}
          </span>
        </p>
      )}
    </section>
  )

  function both(of: (evaluation: Evaluation) => number | null): Pick<Row, 'before' | 'after'> {
    return { before: of(before), after: of(after) }
  }
}

function FigureRow({ row, context }: { readonly row: Row; readonly context: ActionContext }) {
  const { language } = context
  const { label, before, after, digits } = row
  const text = (value: number | null) => (value === null ? '–' : figureText(value, digits, language))
  // A figure there is none of counts as 0 (domain.md 6.8).
  const change = (after ?? 0) - (before ?? 0)
  const seen = isSeen(change, digits)
  const Arrow = !seen ? Minus : change > 0 ? ArrowUp : ArrowDown
  return (
    <tr>
      <th scope="row">{label}</th>
      <td className="lp-number">{text(before)}</td>
      <td className="lp-number">{text(after)}</td>
      <td className={`lp-number ${!seen ? 'lp-quiet' : change > 0 ? 'lp-good' : 'lp-bad'}`}>
        <Arrow size={12} aria-hidden />
        {seen ? signedText(change, digits, language) : ''}
      </td>
    </tr>
  )
}

/** How many role holders can be reached; without a deal, how many of everyone. */
function reached(evaluation: Evaluation): number {
  return counted(evaluation).filter(({ id }) => accessOf(evaluation, id) > 0).length
}

/** Mean access of the role holders by their weight v, as ΔA weighs it (domain.md 6.8); of everyone alike without a deal. */
function meanAccess(evaluation: Evaluation): number | null {
  let total = 0
  let sum = 0
  for (const { id, weight } of counted(evaluation)) {
    const share = evaluation.situation.opportunity ? weight : 1
    total += share
    sum += share * accessOf(evaluation, id)
  }
  return total > 0 ? sum / total : null
}

function counted({ situation }: Evaluation) {
  return situation.opportunity ? situation.theirs.filter(({ weight }) => weight > 0) : situation.theirs
}
