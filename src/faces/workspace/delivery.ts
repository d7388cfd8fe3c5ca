import type { Payload } from './payload.ts'
import type { WireLog } from './wire-log.ts'

/** What the app is told, and how it answered. */
export interface Envelope {
  readonly kind: 'slash_commands' | 'events_api' | 'interactive'
  readonly payload: Payload
}

export type Outcome =
  | { readonly ok: true; readonly payload: Payload }
  | { readonly ok: false; readonly error: 'operation_timeout' | 'dispatch_failed' }

/** One of the two ways to the app. */
export interface Transport {
  /** Resolves once the app has acknowledged, or will not any more; never rejects. */
  send(envelope: Envelope): Promise<Outcome>
  connected(): boolean
  close(): void
}

/** The app must acknowledge within this. */
export const ACK_MS = 3_000
/** An event that it did not acknowledge comes again after these. */
export const RETRY_MS = [0, 60_000, 300_000] as const

/** The way to the app, with what tests do to it: held back, or the same event twice. */
export interface Deliveries {
  send(envelope: Envelope): Promise<Outcome>
  hold(): void
  release(): void
  /** The next events so many times are delivered twice. */
  repeat(times: number): void
}

export function openDeliveries(transport: Transport, wire: WireLog): Deliveries {
  let held: PromiseWithResolvers<void> | null = null
  let repeats = 0
  const sendNow = async (envelope: Envelope): Promise<Outcome> => {
    wire.note({ direction: 'to-bot', name: nameOf(envelope), payload: envelope.payload, ok: true })
    const outcome = await transport.send(envelope)
    const payload = outcome.ok ? outcome.payload : { error: outcome.error }
    wire.note({ direction: 'from-bot', name: 'ack', payload, ok: outcome.ok })
    return outcome
  }
  return {
    async send(envelope) {
      if (held !== null) await held.promise
      if (envelope.kind !== 'events_api' || repeats === 0) return sendNow(envelope)
      repeats -= 1
      const [first] = await Promise.all([sendNow(envelope), sendNow(envelope)])
      return first
    },
    hold: () => void (held ??= Promise.withResolvers()),
    release() {
      held?.resolve()
      held = null
    },
    repeat: (times) => void (repeats += times),
  }
}

const nameOf = ({ kind, payload }: Envelope): string => {
  const { command, event, type } = payload
  if (kind === 'slash_commands') return String(command)
  return typeof event === 'object' && event !== null && 'type' in event
    ? String(event.type)
    : String(type)
}
