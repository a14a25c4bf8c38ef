import { Button, Select, Tooltip } from 'antd'
import { BookOpen, Pencil, X } from 'lucide-react'
import { roleWords } from '../../../src-shared/scene/roleWords'
import { useAccount } from '../../account/AccountContext'
import type { ActionContext } from '../../actions/context'
import { useAnswer } from '../../client/queries'
import { openDialog } from '../../state/dialogs'
import { usePlan } from './planStore'

const parts = ['cares', 'bring', 'questions', 'signs'] as const
const templates = ['objective', 'message'] as const

/** The playbook of the role at hand, beside the board. */
export function PlaybookPanel({ fallback, context }: { readonly fallback: string | null; readonly context: ActionContext }) {
  const { t, language } = context
  const { method } = useAccount()
  const chosen = usePlan((state) => state.role) ?? fallback
  const set = usePlan((state) => state.set)
  const list = useAnswer('playbook.list', { language }).data ?? []
  const played = list.find(({ role }) => role === chosen) ?? list[0]
  if (!played) return null
  const { role, playbook, changed } = played
  const empty = parts.every((part) => playbook[part].length === 0) && templates.every((part) => playbook[part] === '')
  const edit = t('plan.playbook.edit')
  return (
    <aside className="lp-plan-playbook" aria-label={t('plan.playbook.title')}>
      <header>
        <BookOpen size={15} aria-hidden />
        <Select
          size="small"
          variant="borderless"
          aria-label={t('plan.playbook.role')}
          popupMatchSelectWidth={false}
          value={role}
          options={list.map((each) => ({ value: each.role, label: roleWords(each.role, method, t).label }))}
          onChange={(next) => set({ role: next })}
        />
        <span className="lp-grow" />
        <Tooltip title={edit}>
          <Button
            type="text"
            size="small"
            aria-label={edit}
            icon={<Pencil size={14} aria-hidden />}
            onClick={() => openDialog({ kind: 'playbook', role })}
          />
        </Tooltip>
        <Button
          type="text"
          size="small"
          aria-label={t('plan.playbook.hide')}
          icon={<X size={14} aria-hidden />}
          onClick={() => set({ playbookOpen: false })}
        />
      </header>
      {changed && <p className="lp-quiet">{t('plan.playbook.changed')}</p>}
      {empty && (
        <>
          <p className="lp-quiet">{t('plan.playbook.empty')}</p>
          <Button size="small" onClick={() => openDialog({ kind: 'playbook', role })}>
            {t('plan.playbook.write')}
          </Button>
        </>
      )}
      {parts
        .filter((part) => playbook[part].length > 0)
        .map((part) => (
          <section key={part}>
            <h3>{t(`plan.playbook.${part}`)}</h3>
            <ul>
              {playbook[part].map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          </section>
        ))}
      {templates
        .filter((part) => playbook[part] !== '')
        .map((part) => (
          <section key={part}>
            <h3>{t(`plan.playbook.${part}`)}</h3>
            <p>{playbook[part]}</p>
          </section>
        ))}
    </aside>
  )
}
