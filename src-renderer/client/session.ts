import { z } from 'zod'
import { CODE_FRAGMENT, Session as Traded, SESSION_KEY } from '../../src-shared/httpDoor'
import { Failure, type Reply } from '../../src-shared/reply'

const TradeReply = z.union([z.object({ ok: z.literal(true), value: Traded }), z.object({ ok: z.literal(false), error: Failure })])

const signedOut: Failure = { code: 'unauthorized', message: '', params: {} }

/**
 * The token of this tab's session with the loopback server. The address that was opened carries a one-time code in its fragment;
 * it is traded for the token once and taken out of the address at once, so that neither history nor a copied address holds it.
 */
export class Session {
  private token: Promise<Reply<string>> | null = null

  /** The token, or why there is none. */
  current(): Promise<Reply<string>> {
    return (this.token ??= begin())
  }

  /** Forgets a token that the server no longer takes. */
  drop(): void {
    sessionStorage.removeItem(SESSION_KEY)
    this.token = Promise.resolve({ ok: false, error: signedOut })
  }
}

async function begin(): Promise<Reply<string>> {
  const code = new URLSearchParams(location.hash.slice(1)).get(CODE_FRAGMENT)
  if (code !== null) {
    history.replaceState(null, '', location.pathname + location.search)
    const traded = await trade(code)
    if (traded.ok) sessionStorage.setItem(SESSION_KEY, traded.value)
    // A reload of an address whose code is spent still has this tab's token.
    else if (sessionStorage.getItem(SESSION_KEY) === null) return traded
  }
  const token = sessionStorage.getItem(SESSION_KEY)
  return token === null ? { ok: false, error: signedOut } : { ok: true, value: token }
}

async function trade(code: string): Promise<Reply<string>> {
  try {
    const response = await fetch('/api/session', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ code }),
    })
    const reply = TradeReply.parse(await response.json())
    return reply.ok ? { ok: true, value: reply.value.token } : reply
  } catch {
    return { ok: false, error: { ...signedOut, code: 'connection_lost' } }
  }
}
