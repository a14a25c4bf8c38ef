import { Button } from 'antd'
import { CircleCheck, Info, OctagonAlert, TriangleAlert } from 'lucide-react'
import type { Finding } from '../../src-shared/analytics/findings'
import type { Situation } from '../../src-shared/analytics/situation'
import type { ActionContext } from '../actions/context'
import { openDialog } from '../state/dialogs'
import type { Selection } from '../state/selection'
import { useFigures } from './figures'
import { Fold, LongList } from './Fold'
import { jumpTo } from './jump'
import { bySeverity, type Severity, severities } from './severity'

const FIRST = 4
const icons = { severe: OctagonAlert, serious: TriangleAlert, notable: Info } as const satisfies Record<Severity, unknown>
const tones = { severe: 'lp-bad', serious: 'lp-warn', notable: 'lp-quiet' } as const satisfies Record<Severity, string>

/** Where the holes are, each with its reason, its figure and the way to it. */
export function FindingsSection({ context }: { readonly context: ActionContext }) {
  const { t } = context
  const figures = useFigures()
  const groups = bySeverity(figures.findings)
  return (
    <Fold id="findings" title={t('analysis.findings.title')} summary={figures.findings.length}>
      {() =>
        figures.findings.length === 0 ? (
          <p className="lp-word lp-good">
            <CircleCheck size={14} aria-hidden />
            {t('analysis.findings.none')}
          </p>
        ) : (
          severities.map((severity) => {
            const found = groups.get(severity) ?? []
            return found.length > 0 && <Group key={severity} severity={severity} findings={found} context={context} />
          })
        )
      }
    </Fold>
  )
}

interface GroupProps {
  readonly severity: Severity
  readonly findings: readonly Finding[]
  readonly context: ActionContext
}

function Group({ severity, findings, context }: GroupProps) {
  const { t } = context
  const Icon = icons[severity]
  return (
    <div className="lp-group">
      <h4 className={`lp-word ${tones[severity]}`}>
        <Icon size={13} aria-hidden />
        {t(`analysis.findings.${severity}`, { count: findings.length })}
      </h4>
      <LongList items={findings} first={FIRST} more={(count) => t('analysis.situation.more', { count })}>
        {(finding, index) => (
          <li key={`${finding.code} ${index}`}>
            <FindingLine finding={finding} context={context} />
          </li>
        )}
      </LongList>
    </div>
  )
}

function FindingLine({ finding, context }: { readonly finding: Finding; readonly context: ActionContext }) {
  const { t } = context
  const { situation } = useFigures().evaluation
  const sentence = t(`analysis.finding.${finding.code}`, finding.params)
  const target = jumpOf(finding, situation)
  const [role] = finding.roles
  if (target) {
    return (
      <button type="button" className="lp-finding-line" onClick={() => jumpTo(context, target)}>
        {sentence}
      </button>
    )
  }
  return (
    <p className="lp-finding-line">
      {sentence}{' '}
      {role !== undefined && (
        <Button size="small" onClick={() => openDialog({ kind: 'giveRole', role })}>
          {t('analysis.coverage.name')}
        </Button>
      )}
    </p>
  )
}

/** What a finding is about on the map; of a tier that nobody meets, whoever of it weighs most. */
function jumpOf(finding: Finding, { theirs }: Situation): Selection | null {
  const [person] = finding.people
  const [seat] = finding.seats
  if (person !== undefined) return { kind: 'person', id: person }
  if (seat !== undefined) return { kind: 'seat', id: seat }
  if (finding.code !== 'tier_unengaged') return null
  const [first, ...others] = theirs.filter(({ presence }) => presence.tier === finding.params['tier'])
  const heaviest = others.reduce((best, subject) => (best && best.weight >= subject.weight ? best : subject), first)
  return heaviest ? { kind: 'person', id: heaviest.id } : null
}
