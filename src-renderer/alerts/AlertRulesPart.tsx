import { Checkbox, InputNumber, Switch } from 'antd'
import type { ReactNode } from 'react'
import { AlertKind } from '../../src-shared/model/alert'
import { useAnswer } from '../client/queries'
import { useChange } from '../client/useChange'
import { useText } from '../i18n/language'
import './alerts.css'

interface AlertRulesPartProps {
  /** A line of the settings. */
  readonly line: (label: string, hint: string, control: ReactNode) => ReactNode
}

/** What the user wants to be told of. */
export function AlertRulesPart({ line }: AlertRulesPartProps) {
  const { t } = useText()
  const { change } = useChange()
  const rules = useAnswer('alertRules.get', {}).data
  if (!rules) return null
  return (
    <>
      {line(
        t('alert.settings.kinds'),
        t('alert.settings.kindsHint'),
        <div className="lp-alert-kinds" role="group" aria-label={t('alert.settings.kinds')}>
          {AlertKind.options.map((kind) => (
            <Checkbox
              key={kind}
              checked={rules.kinds[kind]}
              onChange={({ target }) => void change('alertRules.set', { kinds: { [kind]: target.checked } })}
            >
              {t(`alert.kind.${kind}`)}
            </Checkbox>
          ))}
        </div>,
      )}
      {line(
        t('alert.settings.coverageDrop'),
        t('alert.settings.coverageDropHint'),
        <InputNumber
          aria-label={t('alert.settings.coverageDrop')}
          min={0}
          max={100}
          value={rules.coverageDrop}
          suffix={t('alert.settings.points')}
          onChange={(coverageDrop) => coverageDrop !== null && void change('alertRules.set', { coverageDrop })}
        />,
      )}
      {line(
        t('alert.settings.changeDays'),
        t('alert.settings.changeDaysHint'),
        <InputNumber
          aria-label={t('alert.settings.changeDays')}
          min={1}
          max={3_650}
          precision={0}
          value={rules.changeDays}
          suffix={t('alert.settings.days')}
          onChange={(changeDays) => changeDays !== null && void change('alertRules.set', { changeDays })}
        />,
      )}
      {line(
        t('alert.settings.ownAccountsOnly'),
        t('alert.settings.ownAccountsHint'),
        <Switch
          aria-label={t('alert.settings.ownAccountsOnly')}
          checked={rules.ownAccountsOnly}
          onChange={(ownAccountsOnly) => void change('alertRules.set', { ownAccountsOnly })}
        />,
      )}
    </>
  )
}
