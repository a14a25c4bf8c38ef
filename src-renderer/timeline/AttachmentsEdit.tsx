import { Button, Input } from 'antd'
import { Plus, X } from 'lucide-react'
import type { ActionContext } from '../actions/context'
import type { Link } from './draft'

interface AttachmentsEditProps {
  readonly value: readonly Link[]
  readonly onChange: (links: Link[]) => void
  readonly context: ActionContext
}

/** Links to files and pages, a line each. */
export function AttachmentsEdit({ value, onChange, context }: AttachmentsEditProps) {
  const { t } = context
  const set = (index: number, part: Partial<Link>) =>
    onChange(value.map((link, at) => (at === index ? { ...link, ...part } : link)))
  return (
    <div className="lp-attachments-edit">
      {value.map((link, index) => {
        const number = { number: String(index + 1) }
        return (
          <div key={index}>
            <Input
              aria-label={t('timeline.dialog.labelOf', number)}
              placeholder={t('timeline.dialog.label')}
              maxLength={500}
              value={link.label}
              onChange={(event) => set(index, { label: event.target.value })}
            />
            <Input
              autoFocus={link.target === '' && link.label === ''}
              aria-label={t('timeline.dialog.targetOf', number)}
              placeholder={t('timeline.dialog.target')}
              maxLength={4_000}
              value={link.target}
              onChange={(event) => set(index, { target: event.target.value })}
            />
            <Button
              type="text"
              icon={<X size={14} aria-hidden />}
              aria-label={t('timeline.dialog.removeAttachment', number)}
              onClick={() => onChange(value.filter((_, at) => at !== index))}
            />
          </div>
        )
      })}
      <Button
        type="dashed"
        size="small"
        icon={<Plus size={14} aria-hidden />}
        onClick={() => onChange([...value, { label: '', target: '' }])}
      >
        {t('timeline.dialog.addAttachment')}
      </Button>
    </div>
  )
}
