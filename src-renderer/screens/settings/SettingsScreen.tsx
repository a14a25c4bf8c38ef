import { Button, Segmented, Select } from 'antd'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { localDay } from '../../../src-shared/model/day'
import { Language } from '../../../src-shared/model/language'
import type { ActionContext } from '../../actions/context'
import { runAction } from '../../actions/actions'
import { AlertRulesPart } from '../../alerts/AlertRulesPart'
import { useOurs, useWorkspace } from '../../client/queries'
import { HistoryList } from '../../shell/HistoryList'
import { speak } from '../../i18n/language'
import { CheckReport } from './CheckReport'
import { PlaybookList } from './PlaybookList'
import { MethodPart } from './MethodPart'

const themes = ['system', 'light', 'dark'] as const

/** Language, looks, who the user is, and how the workspace is. */
export function SettingsScreen({ context }: { readonly context: ActionContext }) {
  const { t, language, window, change } = context
  const workspace = useWorkspace().data
  const ours = useOurs().data ?? []
  const [checking, setChecking] = useState(false)

  function chooseLanguage(chosen: Language) {
    speak(chosen)
    void change.change('workspace.setPreference', { language: chosen })
  }

  return (
    <div className="lp-page lp-settings">
      <Part title={t('screen.settings.look')}>
        <Line label={t('screen.settings.language')}>
          <Segmented
            aria-label={t('screen.settings.language')}
            value={language}
            options={Language.options.map((value) => ({ value, label: ownNames[value] }))}
            onChange={chooseLanguage}
          />
        </Line>
        <Line label={t('screen.settings.theme')}>
          <Segmented
            aria-label={t('screen.settings.theme')}
            value={window.theme}
            options={themes.map((value) => ({ value, label: t(`screen.settings.${value}`) }))}
            onChange={(theme) => window.set({ theme })}
          />
        </Line>
      </Part>
      <Part title={t('screen.settings.you')}>
        <Line label={t('screen.settings.me')} hint={t(ours.length === 0 ? 'screen.settings.noOurs' : 'screen.settings.meHint')}>
          <Select
            className="lp-me"
            aria-label={t('screen.settings.me')}
            allowClear
            showSearch={{ optionFilterProp: 'label' }}
            disabled={ours.length === 0}
            placeholder={t('screen.common.notGiven')}
            {...(workspace?.me && { value: workspace.me })}
            options={ours.map(({ id, name, title }) => ({ value: id, label: [name, title].filter(Boolean).join(' · ') }))}
            onChange={(me) => void change.change('workspace.setPreference', { me: me ?? null })}
          />
        </Line>
      </Part>
      <Part title={t('plan.playbook.settings')}>
        <Line label={t('plan.board.byRole')} hint={t('plan.playbook.settingsHint')}>
          <PlaybookList />
        </Line>
      </Part>
      <Part title={t('alert.settings.title')} id="alert-rules">
        <AlertRulesPart
          line={(label, hint, control) => (
            <Line label={label} hint={hint}>
              {control}
            </Line>
          )}
        />
      </Part>
      <Part title={t('screen.settings.workspace')}>
        <Line label={t('screen.settings.file')}>
          <span>{workspace?.fileName}</span>
          <span className="lp-quiet">{t('screen.settings.schema', { version: workspace?.schemaVersion ?? '' })}</span>
        </Line>
        <Line label={t('screen.settings.copy')} hint={t('screen.settings.copyHint')}>
          <Button onClick={() => runAction('saveCopy', context)}>{t('screen.action.saveCopy')}</Button>
        </Line>
        <Line label={t('screen.settings.check')} hint={t('screen.settings.checkHint')}>
          <Button onClick={() => setChecking(true)}>{t('screen.settings.checkNow')}</Button>
        </Line>
        {checking && <CheckReport on={localDay(new Date())} />}
      </Part>
      <Part title={t('rating.method.title')}>
        <MethodPart />
      </Part>
      <Part title={t('screen.header.history')}>
        <HistoryList context={context} />
      </Part>
      <Part title={t('screen.settings.about')}>
        <p>{t('screen.settings.aboutText')}</p>
      </Part>
    </div>
  )
}

/** Each language by its own name, so that everybody finds theirs. */
const ownNames: Record<Language, string> = { 'zh-CN': '中文', en: 'English' }

interface PartProps {
  readonly title: string
  /** How others find it, to bring it into view. */
  readonly id?: string
  readonly children: ReactNode
}

function Part({ title, id, children }: PartProps) {
  return (
    <section className="lp-part" id={id}>
      <h2>{title}</h2>
      {children}
    </section>
  )
}

function Line({ label, hint, children }: { readonly label: string; readonly hint?: string; readonly children: ReactNode }) {
  return (
    <div className="lp-line">
      <div>
        <div>{label}</div>
        {hint !== undefined && <div className="lp-quiet">{hint}</div>}
      </div>
      <div className="lp-line-control">{children}</div>
    </div>
  )
}
