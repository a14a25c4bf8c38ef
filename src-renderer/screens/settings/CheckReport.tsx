import { CircleCheck, CircleX, TriangleAlert } from 'lucide-react'
import type { CheckFinding } from '../../../src-shared/contract'
import type { Translate } from '../../../src-shared/i18n/translate'
import type { Day } from '../../../src-shared/model/day'
import { JudgementKind } from '../../../src-shared/model/scales'
import { useCheck } from '../../client/queries'
import { ErrorNotice } from '../../components/ErrorNotice'
import { Loading } from '../../components/Loading'
import { useText } from '../../i18n/language'

/** What the workspace's check-up found. */
export function CheckReport({ on }: { readonly on: Day }) {
  const { t } = useText()
  const { data, error } = useCheck(on)
  if (error) return <ErrorNotice error={error} />
  if (!data) return <Loading />
  if (data.findings.length === 0) {
    return (
      <p className="lp-finding" role="status">
        <CircleCheck size={15} className="lp-good" aria-hidden /> {t('screen.settings.allWell')}
      </p>
    )
  }
  return (
    <ul className="lp-findings" role="status">
      {data.findings.map((finding, index) => (
        <li key={index} className="lp-finding">
          {finding.severity === 'error' ? (
            <CircleX size={15} className="lp-bad" aria-label={t('screen.settings.error')} />
          ) : (
            <TriangleAlert size={15} className="lp-warn" aria-label={t('screen.settings.warning')} />
          )}
          {sentence(t, finding)}
        </li>
      ))}
    </ul>
  )
}

function sentence(t: Translate, { code, params }: CheckFinding): string {
  const kind = JudgementKind.safeParse(params['kind'])
  return t(`cli.finding.${code}`, { ...params, ...(kind.success && { kind: t(`model.judgement.${kind.data}`) }) })
}
