import type { Done, ParsedInput } from '../../src-shared/contract'
import type { WriteContext } from './context'
import { accountOf } from './lookup'

/** @throws AppError `not_found` */
export async function setPins(context: WriteContext, { pins }: ParsedInput<'pin.set'>): Promise<Done> {
  const { db } = context
  for (const accountId of new Set(pins.map((pin) => pin.accountId))) await accountOf(db, accountId)
  context.step('pin_set')
  for (const pin of pins) {
    await db
      .insertInto('pin')
      .values(pin)
      .onConflict((conflict) => conflict.columns(['accountId', 'drawing', 'scope', 'nodeId']).doUpdateSet({ x: pin.x, y: pin.y }))
      .execute()
  }
  return {}
}

export async function releasePins(context: WriteContext, { pins }: ParsedInput<'pin.release'>): Promise<Done> {
  const { db } = context
  context.step('pin_release')
  for (const { accountId, drawing, scope, nodeId } of pins) {
    await db
      .deleteFrom('pin')
      .where('accountId', '=', accountId)
      .where('drawing', '=', drawing)
      .where('scope', '=', scope)
      .where('nodeId', '=', nodeId)
      .execute()
  }
  return {}
}

/** The program's own note about a drawing: no undo step. @throws AppError `not_found` */
export async function rememberLayout({ db }: WriteContext, input: ParsedInput<'layout.remember'>): Promise<Done> {
  await accountOf(db, input.accountId)
  const memory = JSON.stringify(input.memory)
  await db
    .insertInto('layoutMemory')
    .values({ ...input, memory })
    .onConflict((conflict) => conflict.columns(['accountId', 'drawing', 'scope']).doUpdateSet({ memory }))
    .execute()
  return {}
}
