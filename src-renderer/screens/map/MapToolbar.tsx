import { Button, Segmented, Select, Tooltip } from 'antd'
import { FoldVertical, Grid3x3, Network, NotebookPen, Plus, Search, Share, Share2 } from 'lucide-react'
import type { ReactNode } from 'react'
import { type ActionId, actionLabelKey, isActionId, shortcutText } from '../../../src-shared/actions'
import { sinceDay } from '../../../src-shared/analytics/changes'
import { Layer } from '../../../src-shared/contract'
import { Drawing } from '../../../src-shared/model/graph'
import { LensId } from '../../../src-shared/model/lens'
import type { TieChoice } from '../../../src-shared/scene/sceneTypes'
import { useAccount } from '../../account/AccountContext'
import { canRun, runAction } from '../../actions/actions'
import type { ActionContext } from '../../actions/context'
import { isMac } from '../../client/client'
import { DayPicker } from '../../components/DayPicker'
import { DropMenu } from '../../components/DropMenu'
import { useInsight } from '../../insight/insightStore'
import { Toolbar } from '../../shell/Toolbar'

const drawingIcons: Record<Drawing, ReactNode> = {
  role: <Network size={15} aria-hidden />,
  influence: <Share2 size={15} aria-hidden />,
  grid: <Grid3x3 size={15} aria-hidden />,
}
/** Stands for no lens: a select has no word for nothing. */
const OWN_WORDS = 'own'

const tieLabels = {
  relevant: 'screen.map.tiesRelevant',
  all: 'screen.map.tiesAll',
  none: 'screen.map.tiesNone',
} as const satisfies Record<TieChoice, string>
const tieChoices = ['relevant', 'all', 'none'] as const satisfies readonly TieChoice[]
const folds = ['foldAll', 'unfoldAll', 'releasePins'] as const satisfies readonly ActionId[]

/** Which drawing, which layer, which ties, whose words; find, fold, export, add. */
export function MapToolbar({ context }: { readonly context: ActionContext }) {
  const { t, view, window } = context
  return (
    <Toolbar>
      <Segmented
        aria-label={t('screen.map.drawing')}
        value={view.drawing}
        options={Drawing.options.map((value) => ({
          value,
          label: (
            <span className="lp-drawing" title={t(`model.drawing.${value}`)}>
              {drawingIcons[value]}
              <span className="lp-drawing-name">{t(`model.drawing.${value}`)}</span>
            </span>
          ),
        }))}
        onChange={(drawing) => window.look({ drawing })}
      />
      <Select
        className="lp-tool-select"
        aria-label={t('screen.map.layer')}
        prefix={<span className="lp-quiet lp-tool-word">{t('screen.map.layer')}</span>}
        popupMatchSelectWidth={false}
        value={view.layer}
        options={Layer.options.map((value) => ({ value, label: t(`model.layer.${value}`) }))}
        onChange={(layer) => window.look({ layer })}
      />
      {view.layer === 'changes' && <SinceDay context={context} />}
      <Select<TieChoice>
        className="lp-tool-select"
        aria-label={t('screen.map.ties')}
        popupMatchSelectWidth={false}
        value={view.ties}
        options={tieChoices.map((value) => ({ value, label: t(tieLabels[value]) }))}
        onChange={(ties) => window.look({ ties })}
      />
      <Select<LensId | typeof OWN_WORDS>
        className="lp-tool-select"
        aria-label={t('map.lens.label')}
        prefix={<span className="lp-quiet lp-tool-word">{t('map.lens.label')}</span>}
        popupMatchSelectWidth={false}
        value={window.lens ?? OWN_WORDS}
        options={[
          { value: OWN_WORDS, label: t('map.lens.none') },
          ...LensId.options.map((value) => ({ value, label: t(`model.lens.${value}.name`) })),
        ]}
        onChange={(lens) => window.set({ lens: lens === OWN_WORDS ? null : lens })}
      />
      <span className="lp-grow" />
      <Tool id="find" icon={<Search size={16} aria-hidden />} context={context} />
      <DropMenu
        menu={{
          items: folds.map((id) => ({ key: id, label: t(actionLabelKey(id)), disabled: !canRun(id, context) })),
          onClick: ({ key }) => isActionId(key) && runAction(key, context),
        }}
      >
        <Button type="text" aria-label={t('screen.map.folds')} icon={<FoldVertical size={16} aria-hidden />} />
      </DropMenu>
      <Tool id="quickEntry" icon={<NotebookPen size={16} aria-hidden />} context={context} />
      <Tool id="exportFile" icon={<Share size={16} aria-hidden />} context={context} />
      <Button
        type="primary"
        className="lp-add"
        icon={<Plus size={15} aria-hidden />}
        onClick={() => runAction('addPerson', context)}
      >
        {t('screen.action.addPerson')}
      </Button>
    </Toolbar>
  )
}

/** From which day changes are shown; the list of changes beside the map tells the same. */
function SinceDay({ context }: { readonly context: ActionContext }) {
  const { t } = context
  const { asOf } = useAccount()
  const chosen = useInsight((state) => state.since)
  const setSince = useInsight((state) => state.setSince)
  return (
    <DayPicker
      aria-label={t('analysis.changes.since')}
      value={sinceDay(chosen, asOf)}
      allowClear={chosen !== null}
      onChange={setSince}
    />
  )
}

interface ToolProps {
  readonly id: ActionId
  readonly icon: ReactNode
  readonly context: ActionContext
}

/** A tool told by its sign; its name and shortcut show on hover. */
function Tool({ id, icon, context }: ToolProps) {
  const label = context.t(actionLabelKey(id))
  return (
    <Tooltip title={`${label}  ${shortcutText(id, isMac)}`}>
      <Button type="text" aria-label={label} icon={icon} onClick={() => runAction(id, context)} />
    </Tooltip>
  )
}
