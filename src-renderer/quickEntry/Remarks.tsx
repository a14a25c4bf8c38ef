import { Radio } from 'antd'
import { CircleAlert, Info } from 'lucide-react'
import type { Translate } from '../../src-shared/i18n/translate'
import type { AccountGraph } from '../../src-shared/model/graph'
import type { PersonId } from '../../src-shared/model/ids'
import type { Language } from '../../src-shared/model/language'
import type { Mention } from '../../src-shared/quickEntry/plan'
import { type Problem, tellProblem } from '../../src-shared/quickEntry/problems'
import { personOf, unitName } from '../account/names'
import type { Answer, Draft } from './draft'
import type { PlannedText } from './useQuickPlan'

interface RemarksProps {
  readonly t: Translate
  readonly language: Language
  readonly planned: PlannedText
  readonly answers: Draft['answers']
  readonly onAnswer: (mention: Mention, answer: Answer) => void
  readonly onShow: (problem: Problem) => void
}

/** What a text leaves open: names to choose, places to correct or look at, names that were found by their sound. */
export function Remarks({ t, language, planned, answers, onAnswer, onShow }: RemarksProps) {
  const { plan, problems, target } = planned
  const asked = plan.mentions.filter(({ resolution, key }) => resolution.is === 'ambiguous' || Object.hasOwn(answers, key))
  const told = problems.filter(({ code }) => code !== 'name_ambiguous')
  const heard = plan.mentions.flatMap((mention) => hearing(mention, target.graph, t))
  if (asked.length + told.length + heard.length === 0) return null
  return (
    <section className="lp-quick-remarks" aria-label={t('quickEntry.problems')}>
      {asked.map((mention) => (
        <Question
          key={mention.key}
          t={t}
          mention={mention}
          planned={planned}
          answer={answers[mention.key] ?? null}
          onAnswer={onAnswer}
        />
      ))}
      <ul>
        {told.map((problem, index) => (
          <li key={index} data-severity={problem.severity}>
            <button type="button" onClick={() => onShow(problem)}>
              {problem.severity === 'error' ? (
                <CircleAlert size={14} aria-label={t('quickEntry.error')} />
              ) : (
                <Info size={14} aria-label={t('quickEntry.warning')} />
              )}
              <span className="lp-quick-line">{t('quickEntry.line', { line: problem.place.line })}</span>
              <span>{tellProblem(problem, language, target.method)}</span>
            </button>
          </li>
        ))}
        {heard.map((words) => (
          <li key={words} className="lp-quick-heard">
            {words}
          </li>
        ))}
      </ul>
    </section>
  )
}

interface QuestionProps extends Pick<RemarksProps, 't' | 'planned' | 'onAnswer'> {
  readonly mention: Mention
  readonly answer: Answer | null
}

/** Who is meant by a name. A choice stays in sight, to be changed. */
function Question({ t, mention, planned, answer, onAnswer }: QuestionProps) {
  const { key, name, lines, resolution } = mention
  const candidates = resolution.is === 'ambiguous' ? resolution.candidates : (answer?.candidates ?? [])
  function choose(value: unknown) {
    const choice = value === 'new' ? value : candidates.find((id) => id === value)
    if (choice) onAnswer(mention, { choice, candidates })
  }
  return (
    <fieldset className="lp-quick-choice" data-open={answer === null}>
      <legend>
        {t('quickEntry.whoIs', { name })} <span className="lp-quiet">{t('quickEntry.line', { line: lines.join(', ') })}</span>
      </legend>
      <Radio.Group
        size="small"
        name={key}
        value={answer?.choice ?? null}
        options={[
          ...candidates.map((id) => ({ value: id, label: describe(planned, id, name) })),
          { value: 'new' as const, label: t('quickEntry.somebodyNew') },
        ]}
        onChange={(event) => choose(event.target.value)}
      />
    </fieldset>
  )
}

/** A person by name, title and department, so that equal names can be told apart. */
function describe({ target }: PlannedText, id: PersonId, fallback: string): string {
  const { graph, colleagues, on } = target
  const name = (graph && personOf(graph, id)?.name) ?? colleagues.find((colleague) => colleague.id === id)?.name ?? fallback
  const seatId = graph?.tenures.findLast(
    (tenure) => tenure.personId === id && (tenure.validTo === null || tenure.validTo > on),
  )?.seatId
  const state = graph?.seatStates.findLast((each) => each.seatId === seatId && (each.validTo === null || each.validTo > on))
  return [name, state?.title, graph && state ? unitName(graph, state.unitId) : ''].filter(Boolean).join(' · ')
}

function hearing({ name, resolution }: Mention, graph: AccountGraph | null, t: Translate): string[] {
  if (resolution.is !== 'existing' || !graph) return []
  const found = { written: name, name: personOf(graph, resolution.personId)?.name ?? '' }
  if (resolution.by === 'pinyin') return [t('quickEntry.foundPinyin', found)]
  return resolution.by === 'initials' ? [t('quickEntry.foundInitials', found)] : []
}
