import { App, Button } from 'antd'
import { useCallback } from 'react'
import type { Endpoint, Input, Output } from '../../src-shared/contract'
import { sentenceOf, useText } from '../i18n/language'
import { call, type CallFailure, CallFailure as Failed } from './client'
import { beginChange } from './freshness'
import type { QueryEndpoint } from './queries'
import type { CallOptions } from './transport'

export type MutationEndpoint = Exclude<Endpoint, QueryEndpoint>

export type Attempt<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly failure: CallFailure['failure']; readonly sentence: string }

/** Changes the workspace and waits until what is shown has caught up, so that a field never falls back to its old value. */
export async function attempt<E extends MutationEndpoint>(
  endpoint: E,
  input: Input<E>,
  options?: CallOptions,
): Promise<Attempt<Output<E>>> {
  const change = beginChange(endpoint)
  try {
    const value = await call(endpoint, input, options)
    await change.done()
    return { ok: true, value }
  } catch (error) {
    change.failed()
    if (!(error instanceof Failed)) throw error
    return { ok: false, failure: error.failure, sentence: sentenceOf(error.failure) }
  }
}

/** For what has no field to show a failure at. */
export interface Change {
  /** Changes; a failure is told in a notice. @returns null when it failed */
  readonly change: <E extends MutationEndpoint>(endpoint: E, input: Input<E>) => Promise<Output<E> | null>
  /** The same for what takes something away: tells that it happened and offers to take it back. @returns whether it happened */
  readonly remove: <E extends MutationEndpoint>(endpoint: E, input: Input<E>, done: string) => Promise<boolean>
  readonly tell: (kind: 'success' | 'error' | 'info', text: string) => void
}

export function useChange(): Change {
  const { message } = App.useApp()
  const { t } = useText()

  const change = useCallback<Change['change']>(
    async (endpoint, input) => {
      const result = await attempt(endpoint, input)
      if (result.ok) return result.value
      message.error(result.sentence)
      return null
    },
    [message],
  )

  const remove = useCallback<Change['remove']>(
    async (endpoint, input, done) => {
      const value = await change(endpoint, input)
      if (value === null) return false
      const key = `undo-${endpoint}`
      const takeBack = () => {
        message.destroy(key)
        void change('history.undo', {})
      }
      message.success({
        key,
        duration: 8,
        content: (
          <>
            {done}
            <Button type="link" size="small" onClick={takeBack}>
              {t('screen.action.undo')}
            </Button>
          </>
        ),
      })
      return true
    },
    [change, message, t],
  )

  const tell = useCallback<Change['tell']>((kind, text) => void message[kind](text), [message])
  return { change, remove, tell }
}
