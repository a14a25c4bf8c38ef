import type { Ref } from 'react'
import { useText } from '../i18n/language'
import { type Tab, useWindow } from '../state/windowStore'

const tabs = ['map', 'people', 'opportunities', 'matrix', 'timeline', 'plan'] as const satisfies readonly Tab[]

/** The ways to look at an account; the toolbar of the chosen one is put beside them. */
export function AccountTabs({ toolbarRef }: { readonly toolbarRef: Ref<HTMLDivElement> }) {
  const { t } = useText()
  const { tab: current, set } = useWindow()
  return (
    <div className="lp-tabs">
      <nav aria-label={t('screen.header.tabs')}>
        {tabs.map((tab) => (
          <button
            key={tab}
            type="button"
            className="lp-tab"
            aria-current={tab === current ? 'page' : undefined}
            onClick={() => set({ tab })}
          >
            {t(`screen.tab.${tab}`)}
          </button>
        ))}
      </nav>
      <div ref={toolbarRef} className="lp-toolbar" />
    </div>
  )
}
