import { Button } from 'antd'
import { BookOpen } from 'lucide-react'
import { shippedMethod } from '../../../src-shared/model/method'
import { roleWords } from '../../../src-shared/scene/roleWords'
import { useAnswer, useWorkspace } from '../../client/queries'
import { useText } from '../../i18n/language'
import { openDialog } from '../../state/dialogs'
import '../plan/plan.css'

/** The playbook of every role, to be opened and changed. */
export function PlaybookList() {
  const { t, language } = useText()
  const method = useWorkspace().data?.method ?? shippedMethod
  const list = useAnswer('playbook.list', { language }).data ?? []
  return (
    <div className="lp-playbook-settings">
      {list.map(({ role, changed }) => (
        <Button
          key={role}
          icon={<BookOpen size={14} aria-hidden />}
          title={changed ? t('plan.playbook.changed') : undefined}
          onClick={() => openDialog({ kind: 'playbook', role })}
        >
          {roleWords(role, method, t).label}
          {changed && ' *'}
        </Button>
      ))}
    </div>
  )
}
