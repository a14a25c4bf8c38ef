import { Button, Popover } from 'antd'
import { useId, useState } from 'react'
import type { PersonId } from '../../src-shared/model/ids'
import { useAccount } from '../account/AccountContext'
import { personOf } from '../account/names'
import type { ActionContext } from '../actions/context'
import { DayPicker } from '../components/DayPicker'
import { useMapMode } from '../state/mapMode'

interface RecordDepartureProps {
  /** Everyone who leaves, all of them there on the day that is looked at. */
  readonly people: readonly PersonId[]
  readonly context: ActionContext
}

/** Turns the drill into a change: their tenures end on a day that is asked for, as one step that can be undone. */
export function RecordDeparture({ people, context }: RecordDepartureProps) {
  const { t, change, language } = context
  const { graph, asOf } = useAccount()
  const leave = useMapMode((state) => state.leave)
  const [open, setOpen] = useState(false)
  const [on, setOn] = useState(asOf)
  const labelId = useId()
  const names = people.map((id) => personOf(graph, id)?.name ?? id)
  const listed = new Intl.ListFormat(language).format(names)

  async function record() {
    const input = { accountId: graph.account.id, personIds: [...people], on }
    if (await change.remove('person.leave', input, t('analysis.drill.recorded', { names: listed, day: on }))) leave()
  }
  return (
    <Popover
      trigger="click"
      open={open}
      onOpenChange={setOpen}
      placement="bottomLeft"
      destroyOnHidden
      content={
        <div className="lp-record" role="group" aria-labelledby={labelId}>
          <p id={labelId}>{t('analysis.drill.recordText', { names: listed })}</p>
          <DayPicker
            aria-label={t('analysis.drill.recordOn')}
            value={on}
            allowClear={false}
            onChange={(day) => day && setOn(day)}
          />
          <Button type="primary" onClick={() => void record()}>
            {t('analysis.drill.recordOk')}
          </Button>
        </div>
      }
    >
      <Button size="small" type="primary">
        {t('analysis.drill.record')}
      </Button>
    </Popover>
  )
}
