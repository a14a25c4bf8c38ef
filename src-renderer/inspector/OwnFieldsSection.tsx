import { Button, Input } from 'antd'
import { Plus } from 'lucide-react'
import { useState } from 'react'
import type { OwnFields } from '../../src-shared/model/account'
import { pressed } from '../components/keyboard'
import { TextEdit } from '../components/TextEdit'
import { useText } from '../i18n/language'
import { Section } from './Section'

interface OwnFieldsSectionProps {
  readonly own: OwnFields
  /** Writes all own fields anew. @returns the sentence of a refusal, or null */
  readonly onCommit: (own: OwnFields) => Promise<string | null>
}

/** The fields that a team or an imported file added. Emptying one takes it away. */
export function OwnFieldsSection({ own, onCommit }: OwnFieldsSectionProps) {
  const { t } = useText()
  const [name, setName] = useState('')
  const [fresh, setFresh] = useState<readonly string[]>([])
  const keys = [...new Set([...Object.keys(own), ...fresh])]

  function add() {
    const key = name.trim()
    if (key === '') return
    setFresh([...fresh, key])
    setName('')
  }
  return (
    <Section title={t('screen.inspector.own')}>
      {keys.map((key) => (
        <TextEdit
          key={key}
          label={key}
          value={own[key] ?? ''}
          onCommit={(value) =>
            onCommit(Object.fromEntries(Object.entries({ ...own, [key]: value }).filter(([, text]) => text !== '')))
          }
        />
      ))}
      <div className="lp-add-own">
        <Input
          size="small"
          variant="underlined"
          maxLength={200}
          value={name}
          aria-label={t('screen.inspector.addOwn')}
          placeholder={t('screen.inspector.addOwn')}
          onChange={(event) => setName(event.target.value)}
          onKeyDown={(event) => pressed(event, 'Enter') && add()}
        />
        <Button
          size="small"
          type="text"
          disabled={name.trim() === ''}
          aria-label={t('screen.inspector.addOwn')}
          icon={<Plus size={14} aria-hidden />}
          onClick={add}
        />
      </div>
    </Section>
  )
}
