import { Button, Select, Tooltip } from 'antd'
import { ChevronDown, ChevronUp, Pause, Play, SkipBack, SkipForward } from 'lucide-react'
import { memo, type ReactNode, useEffect, useMemo, useState } from 'react'
import { type ActionId, actionLabelKey, shortcutText } from '../../../src-shared/actions'
import { type AsOfMark, asOfMarks, markKinds } from '../../../src-shared/analytics/asOfMarks'
import type { Translate } from '../../../src-shared/i18n/translate'
import { type Day, localDay } from '../../../src-shared/model/day'
import { useAccount } from '../../account/AccountContext'
import { runAction } from '../../actions/actions'
import type { ActionContext } from '../../actions/context'
import { isMac } from '../../client/client'
import { dayText } from '../../../src-shared/i18n/format'
import { speeds, useTimeline } from '../../state/timeline'
import './asOfSlider.css'
import { timeRange, within } from './timeScale'
import { lookAtDay } from './timeSteps'
import { TimeTrack } from './TimeTrack'
import { useTimePlayer } from './useTimePlayer'

interface AsOfSliderProps {
  readonly context: ActionContext
  /** The same a moment later, for the buttons: the day itself moves with the map. */
  readonly followed: ActionContext
}

/** The day the map is drawn for, moved through everything that changed and is planned to change. */
export function AsOfSlider({ context, followed }: AsOfSliderProps) {
  const { t, language, view } = context
  const { graph, opportunity, asOf } = useAccount()
  const { open, playing, set } = useTimeline()
  const today = localDay(new Date())
  const dealId = opportunity?.id ?? null
  const marks = useMemo(() => asOfMarks(graph, dealId), [graph, dealId])
  const known = useMemo(() => timeRange(marks, today, today), [marks, today])
  const range = within(known, asOf) === asOf ? known : timeRange(marks, today, asOf)
  const here = marks.find(({ day }) => day === asOf)
  const onDay = (day: Day) => lookAtDay(context, day)
  useTimePlayer({ range, marks, day: asOf, onDay })

  const choose = (day: Day) => {
    set({ playing: false })
    onDay(day)
  }
  return (
    <section className="lp-time" aria-label={t('analysis.time.label')}>
      <div className="lp-time-row">
        <Player context={followed} />
        <b className="lp-time-day lp-number">{dayText(asOf, language)}</b>
        <span className="lp-time-about lp-quiet">{aboutDay(t, asOf, today, here)}</span>
        {view.asOf !== null && (
          <Button size="small" type="link" onClick={() => choose(today)}>
            {t('analysis.time.reset')}
          </Button>
        )}
        <Step
          id="toggleTimeline"
          icon={open ? <ChevronDown size={14} aria-hidden /> : <ChevronUp size={14} aria-hidden />}
          expanded={open}
          context={followed}
        />
      </div>
      {open && (
        <TimeTrack
          range={range}
          marks={marks}
          today={today}
          day={asOf}
          language={language}
          t={t}
          describe={(day) =>
            aboutDay(
              t,
              day,
              today,
              marks.find((mark) => mark.day === day),
            )
          }
          onDay={choose}
        />
      )}
      <Announcement text={playing ? null : [dayText(asOf, language), aboutDay(t, asOf, today, here)].join('. ')} />
    </section>
  )
}

/** Plays, and goes from mark to mark. */
const Player = memo(function Player({ context }: { readonly context: ActionContext }) {
  const { t } = context
  const { playing, speed, set } = useTimeline()
  return (
    <>
      <Step id="previousMark" icon={<SkipBack size={14} aria-hidden />} context={context} />
      <Step
        id="playTimeline"
        label={t(playing ? 'analysis.time.pause' : 'screen.action.playTimeline')}
        icon={playing ? <Pause size={14} aria-hidden /> : <Play size={14} aria-hidden />}
        context={context}
      />
      <Step id="nextMark" icon={<SkipForward size={14} aria-hidden />} context={context} />
      <Select
        size="small"
        variant="borderless"
        className="lp-time-speed"
        aria-label={t('analysis.time.speed')}
        popupMatchSelectWidth={false}
        value={speed}
        options={speeds.map((value) => ({ value, label: t(`analysis.time.speeds.${value}`) }))}
        onChange={(value) => set({ speed: value })}
      />
    </>
  )
})

interface StepProps {
  readonly id: ActionId
  readonly icon: ReactNode
  readonly context: ActionContext
  /** Default: the action's name. */
  readonly label?: string
  readonly expanded?: boolean
}

function Step({ id, icon, context, label = context.t(actionLabelKey(id)), expanded }: StepProps) {
  return (
    <Tooltip title={`${label}  ${shortcutText(id, isMac)}`}>
      <Button
        type="text"
        size="small"
        aria-label={label}
        aria-expanded={expanded}
        icon={icon}
        onClick={() => runAction(id, context)}
      />
    </Tooltip>
  )
}

/** What a day is beside its date: how it lies to today, and what changes on it. */
function aboutDay(t: Translate, day: Day, today: Day, mark: AsOfMark | undefined): string {
  const place = day === today ? t('analysis.time.today') : t(day < today ? 'analysis.time.past' : 'analysis.time.planned')
  const kinds = markKinds.flatMap((kind) => {
    const count = mark?.kinds[kind]
    return count === undefined ? [] : [t(`analysis.time.kinds.${kind}`, { count })]
  })
  return [place, ...kinds].join(' · ')
}

/** How long a day has to be looked at before it is said, in ms. */
const SAID_AFTER_MS = 350

/** Says the day to screen readers once it has come to rest. @param text null: nothing is said while time passes */
function Announcement({ text }: { readonly text: string | null }) {
  const [first] = useState(text)
  const [said, setSaid] = useState('')
  useEffect(() => {
    // The day that a map opens with is no news.
    if (text === null || (text === first && said === '')) return
    const timer = setTimeout(() => setSaid(text), SAID_AFTER_MS)
    return () => clearTimeout(timer)
  }, [text, first, said])
  return (
    <span className="lp-hidden" role="status">
      {said}
    </span>
  )
}
