import { app } from './app'

type Handler = (request: Request) => Response | Promise<Response>

interface CustomScheme {
  readonly scheme: string
  readonly privileges: { readonly standard?: boolean; readonly secure?: boolean }
}

const declared = new Set<string>()
const handlers = new Map<string, Handler>()

/**
 * Chromium alone knows no scheme of ours. An address of one goes to it as https on a host that exists nowhere, and comes back as
 * it was: the main process sees `app://` only.
 */
const SUFFIX = '.scheme.invalid'

export const protocol = {
  registerSchemesAsPrivileged(schemes: readonly CustomScheme[]): void {
    if (app.isReady()) throw new Error('schemes have to be declared before app is ready')
    for (const { scheme, privileges } of schemes) if (privileges.standard && privileges.secure) declared.add(scheme)
  },
  handle(scheme: string, handler: Handler): void {
    if (!declared.has(scheme))
      throw new Error(`the double serves only standard, secure schemes, which ${scheme} was not declared as`)
    handlers.set(scheme, handler)
  },
}

/** The address that Chromium uses for one of ours. */
export function toChromium(address: string): string {
  return address.replace(/^([a-z]+):\/\/([^/]*)/, (whole, scheme: string, host: string) =>
    declared.has(scheme) ? `https://${host}.${scheme}${SUFFIX}` : whole,
  )
}

/** Our address behind the one that Chromium uses. */
export function fromChromium(address: string): string {
  return address.replace(/^https:\/\/([^/]*)\.([a-z]+)\.scheme\.invalid/, '$2://$1')
}

/** What the handler of its scheme answers to a request; null: nobody serves that address. */
export async function answerRequest(address: string, method: string): Promise<Response | null> {
  const handler = handlers.get(new URL(address).protocol.slice(0, -1))
  return handler ? handler(new Request(address, { method })) : null
}
