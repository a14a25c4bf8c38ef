import type { Bridge } from '../../src-shared/bridge'
import type { Endpoint, Input, Output } from '../../src-shared/contract'
import { isTiered } from '../../src-shared/contract/shownTier'
import { presentedProfile } from '../../src-shared/model/redaction'
import { NAME_LEFT_OUT } from '../../src-shared/model/withoutNames'
import type { Failure } from '../../src-shared/reply'
import { isPresenting } from '../state/presentation'
import { electronTransport } from './electronTransport'
import { httpTransport } from './httpTransport'
import type { CallOptions } from './transport'

declare global {
  interface Window {
    /** Put there by Electron's preload; missing in a browser. */
    readonly linchpin?: Bridge
  }
}

/** What only the desktop app can do; null in a browser. */
export const shell = window.linchpin?.shell ?? null

/** Whether shortcuts are drawn the way of a Mac. */
export const isMac = window.linchpin ? window.linchpin.platform === 'darwin' : /Mac|iPhone|iPad/.test(navigator.platform)

export const transport = window.linchpin ? electronTransport(window.linchpin) : httpTransport()

/** A failed call. The sentence is made where it is shown, in the language of that moment. */
export class CallFailure extends Error {
  constructor(readonly failure: Failure) {
    super(failure.code)
  }
}

/** Calls one endpoint of the contract. @throws CallFailure, `name_left_out` while presenting, for a text in which names are left out */
export async function call<E extends Endpoint>(endpoint: E, input: Input<E>, options: CallOptions = {}): Promise<Output<E>> {
  // The one way to the core: who presents never asks for more than may be shown.
  const shown = isPresenting() && isTiered(endpoint) ? { ...input, secrecy: presentedProfile.secrecy } : input
  // Nor gives back a text that names were taken out of: it would take the place of the whole one.
  if (isPresenting() && JSON.stringify(input).includes(NAME_LEFT_OUT)) {
    throw new CallFailure({ code: 'name_left_out', message: '', params: { value: NAME_LEFT_OUT } })
  }
  const reply = await transport.call(endpoint, shown, options)
  if (!reply.ok) throw new CallFailure(reply.error)
  // Core and window are built together from one contract, and the core's handlers are typed by it.
  return reply.value as Output<E>
}
