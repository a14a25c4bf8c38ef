import { actionGroupKey, actionGroups, actionIds, actionLabelKey, actionSpecs, shortcutText } from '../../src-shared/actions'
import { isMac } from '../client/client'
import { Dialog } from '../components/Dialog'
import { useText } from '../i18n/language'

const gridKeys = ['arrows', 'enter', 'tab', 'escape'] as const

/** Every shortcut, and the keys of the map and the list. */
export function HelpDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useText()
  return (
    <Dialog title={t('screen.action.showHelp')} width={760} footer={null} onCancel={onClose}>
      <div className="lp-help" tabIndex={0} role="region" aria-label={t('screen.action.showHelp')}>
        <div>
          {actionGroups.map((group) => (
            <section key={group}>
              <h3>{t(actionGroupKey(group))}</h3>
              <dl>
                {actionIds
                  .filter((id) => actionSpecs[id].group === group && actionSpecs[id].shortcut !== null)
                  .map((id) => (
                    <div key={id}>
                      <dt>{t(actionLabelKey(id))}</dt>
                      <dd>
                        <kbd>{shortcutText(id, isMac)}</kbd>
                      </dd>
                    </div>
                  ))}
              </dl>
            </section>
          ))}
          <section>
            <h3>{t('screen.help.everywhere')}</h3>
            <dl>
              {gridKeys.map((key) => (
                <div key={key}>
                  <dt>{t(`screen.help.${key}`)}</dt>
                  <dd>
                    <kbd>{t(`screen.help.${key}Key`)}</kbd>
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        </div>
      </div>
    </Dialog>
  )
}
