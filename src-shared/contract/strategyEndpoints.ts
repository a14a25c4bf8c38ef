import { z } from 'zod'
import { StrategyId } from '../model/ids'
import { Strategy } from '../model/strategy'
import { Done, mutation } from './endpoint'

const changeable = Strategy.omit({ id: true, accountId: true, personId: true, madeOn: true }).partial().shape

/** What we do about people; read with the account's graph. */
export const strategyEndpoints = {
  'strategy.create': mutation(
    'A new strategy for a person on an account.',
    z.strictObject({ ...Strategy.pick({ accountId: true, personId: true }).shape, ...changeable }),
    z.object({ strategyId: StrategyId }),
  ),
  'strategy.update': mutation('Changes a strategy.', z.strictObject({ strategyId: StrategyId, ...changeable }), Done),
  'strategy.remove': mutation('Deletes a strategy (a mistake).', z.strictObject({ strategyId: StrategyId }), Done),
} as const
