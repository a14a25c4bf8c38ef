import { Button } from 'antd'
import { CircleDashed, UserRoundPlus, UserRound } from 'lucide-react'
import type { RoleCoverage } from '../../src-shared/analytics/coverage'
import type { Method } from '../../src-shared/model/method'
import { roleWords } from '../../src-shared/scene/roleWords'
import type { ActionContext } from '../actions/context'
import { RoleLetters, StanceMark } from '../components/Mark'
import { openDialog } from '../state/dialogs'
import { useFigures } from './figures'
import { Fold } from './Fold'
import { Steps } from './Gauge'
import { figureText } from '../../src-shared/i18n/format'
import { NoDeal } from './NoDeal'
import { PersonLink } from './PersonLink'

/** Which roles of the deal are covered, how far, by whom; the emptiest call for somebody. */
export function CoverageSection({ context }: { readonly context: ActionContext }) {
  const { t, language } = context
  const { coverage } = useFigures().evaluation
  return (
    <Fold
      id="coverage"
      title={t('analysis.coverage.title')}
      summary={coverage && t('analysis.coverage.score', { score: figureText(coverage.score, 1, language) })}
    >
      {() =>
        coverage ? (
          <ul className="lp-lines">
            {coverage.roles.map((role) => (
              <RoleLine key={role.role} role={role} context={context} />
            ))}
          </ul>
        ) : (
          <NoDeal context={context} />
        )
      }
    </Fold>
  )
}

function RoleLine({ role, context }: { readonly role: RoleCoverage; readonly context: ActionContext }) {
  const { t, language } = context
  const { situation } = useFigures().evaluation
  const { method, chain } = situation
  const { label } = roleWords(role.role, method, t)
  const step = stepOf(role, method)
  const vacant = chain.vacancies.find((vacancy) => vacancy.role === role.role)?.seat.seat.id
  return (
    <li className="lp-role-line">
      <RoleLetters roles={[role.role]} method={method} />
      <span className="lp-role-name">
        {label}
        <span className="lp-quiet">{t('analysis.coverage.weight', { weight: role.weight })}</span>
      </span>
      <span className="lp-role-step">
        <Steps climbed={steps.indexOf(step)} of={steps.length - 1} />
        {t(`analysis.coverage.step.${step}`)}
        <span className="lp-number">{figureText(role.value, 2, language)}</span>
      </span>
      <span className="lp-role-people">
        {role.people.map((id) => (
          <span key={id} className="lp-holder">
            <PersonLink id={id} context={context} />
            <StanceMark stance={situation.theirs[situation.placeOf.get(id) ?? -1]?.stance ?? null} />
          </span>
        ))}
        {role.singleThreaded && (
          <span className="lp-weak">
            <UserRound size={13} aria-hidden />
            {t('analysis.coverage.single')}
          </span>
        )}
        {role.people.length === 0 && (
          <>
            <span className="lp-weak">
              <CircleDashed size={13} aria-hidden />
              {t('analysis.coverage.nobody')}
            </span>
            <Button
              size="small"
              icon={<UserRoundPlus size={13} aria-hidden />}
              aria-label={t('analysis.coverage.nameFor', { role: label })}
              onClick={() => openDialog(vacant ? { kind: 'fillSeat', seatId: vacant } : { kind: 'giveRole', role: role.role })}
            >
              {t('analysis.coverage.name')}
            </Button>
          </>
        )}
      </span>
    </li>
  )
}

const steps = ['nobody', 'identified', 'contact', 'recognised', 'supported'] as const

/** The step of domain.md 6.4 that a role's value stands for. */
function stepOf({ value, people }: RoleCoverage, { coverage }: Method): (typeof steps)[number] {
  if (people.length === 0) return 'nobody'
  if (value >= coverage.supported) return 'supported'
  if (value >= coverage.recognised) return 'recognised'
  return value >= coverage.contact ? 'contact' : 'identified'
}
