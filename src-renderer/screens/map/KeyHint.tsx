import { actionIds, actionLabelKey, actionSpecs } from '../../../src-shared/actions'
import { canRun } from '../../actions/actions'
import type { ActionContext } from '../../actions/context'
import { useMapEdit } from '../../state/mapEdit'

/** Which keys have begun a shortcut and how it may go on; else how many are selected, when it is more than one. */
export function KeyHint({ context }: { readonly context: ActionContext }) {
  const keys = useMapEdit((state) => state.keys)
  const { t, cards } = context
  if (keys === '' && cards.length < 2) return null
  return (
    <div className="lp-key-hint" role="status">
      {keys === '' ? t('screen.canvas.selected', { count: cards.length }) : <Endings keys={keys} context={context} />}
    </div>
  )
}

function Endings({ keys, context }: { readonly keys: string; readonly context: ActionContext }) {
  const endings = actionIds.flatMap((id) => {
    const [begin, end] = (actionSpecs[id].shortcut ?? '').split(' ')
    return begin === keys && end && canRun(id, context) ? [{ id, end }] : []
  })
  return (
    <>
      <kbd>{keys}</kbd>{' '}
      {endings.map(({ id, end }) => (
        <span key={id}>
          <kbd>{end}</kbd> {context.t(actionLabelKey(id))}{' '}
        </span>
      ))}
    </>
  )
}
