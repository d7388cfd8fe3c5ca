import { createHmac } from 'node:crypto'
import type { Clock } from '../../clock.ts'
import { ACK_MS, RETRY_MS } from './delivery.ts'
import type { Envelope, Outcome, Transport } from './delivery.ts'
import { isPayload, parsed } from './payload.ts'
import type { Payload } from './payload.ts'

interface HttpDeliveryOptions {
  readonly clock: Clock
  /** Where the app listens: on this machine. */
  readonly requestUrl: string
  readonly signingSecret: string
  readonly onConnection: (connected: boolean) => void
}

type Reason = 'http_timeout' | 'connection_failed' | 'http_error'

type Tried =
  | { readonly ok: true; readonly payload: Payload }
  | { readonly ok: false; readonly reason: Reason; readonly final: boolean }

/** Signed requests to the app's request URL; what it does not take comes again, if it is an event. */
export function openHttpDelivery(options: HttpDeliveryOptions): Transport {
  const { clock, onConnection } = options
  const closing = new AbortController()
  let up = false

  const note = (tried: Tried): void => {
    const reached = tried.ok || tried.reason === 'http_error'
    if (reached !== up) onConnection(reached)
    up = reached
  }

  async function send(envelope: Envelope): Promise<Outcome> {
    let tried = await attempt(envelope, {})
    for (const [at, wait] of RETRY_MS.entries()) {
      if (tried.ok || tried.final || envelope.kind !== 'events_api') break
      await waitFor(clock, wait, closing.signal)
      if (closing.signal.aborted) break
      tried = await attempt(envelope, {
        'x-slack-retry-num': String(at + 1),
        'x-slack-retry-reason': tried.reason,
      })
    }
    if (tried.ok) return { ok: true, payload: tried.payload }
    const late = tried.reason === 'http_timeout'
    return { ok: false, error: late ? 'operation_timeout' : 'dispatch_failed' }
  }

  async function attempt(
    envelope: Envelope,
    retry: Readonly<Record<string, string>>,
  ): Promise<Tried> {
    const tried = await post({ ...options, envelope, retry, closing: closing.signal })
    note(tried)
    return tried
  }

  return { send, connected: () => up, close: () => closing.abort() }
}

async function post(
  given: HttpDeliveryOptions & {
    readonly envelope: Envelope
    readonly retry: Readonly<Record<string, string>>
    readonly closing: AbortSignal
  },
): Promise<Tried> {
  const { clock, closing, envelope, requestUrl, retry, signingSecret } = given
  const { body, type } = encoded(envelope)
  const at = Math.floor(clock.now().getTime() / 1_000)
  const signature = createHmac('sha256', signingSecret).update(`v0:${at}:${body}`).digest('hex')
  const late = new AbortController()
  const callOff = clock.after(ACK_MS, () => late.abort())
  try {
    const response = await fetch(requestUrl, {
      method: 'POST',
      redirect: 'error',
      signal: AbortSignal.any([late.signal, closing]),
      body,
      headers: {
        'content-type': type,
        'user-agent': 'Slackbot 1.0 (+https://api.slack.com/robots)',
        'x-slack-request-timestamp': String(at),
        'x-slack-signature': `v0=${signature}`,
        ...retry,
      },
    })
    const text = await response.text()
    if (response.ok) return { ok: true, payload: answered(text) }
    const final = response.headers.get('x-slack-no-retry') === '1'
    return { ok: false, reason: 'http_error', final }
  } catch {
    // Nobody there, or nobody who answers in time: which of both, the reason tells.
    return {
      ok: false,
      reason: late.signal.aborted ? 'http_timeout' : 'connection_failed',
      final: false,
    }
  } finally {
    callOff()
  }
}

/** Events are JSON; commands are forms, and so is what people press, with JSON in it. */
function encoded({ kind, payload }: Envelope): { readonly body: string; readonly type: string } {
  if (kind === 'events_api') return { body: JSON.stringify(payload), type: 'application/json' }
  const fields =
    kind === 'interactive'
      ? { payload: JSON.stringify(payload) }
      : Object.fromEntries(Object.entries(payload).map(([name, value]) => [name, String(value)]))
  const body = new URLSearchParams(fields).toString()
  return { body, type: 'application/x-www-form-urlencoded' }
}

/** An acknowledgement holds nothing, JSON, or words. */
function answered(body: string): Payload {
  if (body.trim() === '') return {}
  const payload = parsed(body)
  return isPayload(payload) ? payload : { text: body }
}

const waitFor = (clock: Clock, ms: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const callOff = clock.after(ms, resolve)
    signal.addEventListener('abort', () => {
      callOff()
      resolve()
    })
  })
