import type { Clock } from '../../clock.ts'
import type { Payload } from './payload.ts'
import { textOf } from './payload.ts'
import { Refusal } from './refusal.ts'
import type { SocketMode } from './socket-mode.ts'
import type { Workspace } from './workspace.ts'

/** What goes wrong with the next calls of a method. */
interface Fault {
  readonly kind: 'rate-limited' | 'error' | 'silent' | 'refused'
  readonly retryAfter: number
  readonly status: number
  readonly seconds: number
  /** What Slack says, where it refuses. */
  readonly error: string
  /** Whether the method does its work all the same: the message then stands there, unknown to the bot. */
  readonly carriedOut: boolean
}

/** A method's answer as it leaves, faults included. */
interface Sent {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: Payload
}

/** Faults on demand, for tests. */
export interface Faults {
  /** Answers a call by `work`, or as the fault that is due says. */
  answer(method: string, work: () => Payload): Promise<Sent>
  /** What the control endpoint was told; throws a Refusal. */
  control(what: string, told: Payload): Payload
}

const KINDS = ['rate-limited', 'error', 'silent', 'refused'] as const
const LOSSES = ['archived', 'deleted', 'left'] as const

export function openFaults(parts: {
  readonly clock: Clock
  readonly workspace: Pick<Workspace, 'deliveries' | 'events' | 'places'>
  readonly socketMode: SocketMode | null
}): Faults {
  const { clock, socketMode, workspace } = parts
  const due = new Map<string, { readonly fault: Fault; left: number }>()

  function take(method: string): Fault | null {
    const next = due.get(method)
    if (next === undefined) return null
    next.left -= 1
    if (next.left <= 0) due.delete(method)
    return next.fault
  }

  const controls: Readonly<Record<string, (told: Payload) => void>> = {
    fault(told) {
      const kind = KINDS.find((each) => each === told['kind'])
      if (kind === undefined) throw new Refusal('invalid_arguments', { expected: KINDS })
      const fault = {
        kind,
        retryAfter: Number(told['retryAfter'] ?? 1),
        status: Number(told['status'] ?? 500),
        seconds: Number(told['seconds'] ?? 1),
        error: textOf(told['error']) || 'internal_error',
        carriedOut: Boolean(told['carriedOut'] ?? false),
      }
      due.set(textOf(told['method']), { fault, left: Number(told['times'] ?? 1) })
    },
    lose(told) {
      const loss = LOSSES.find((each) => each === told['loss'])
      if (loss === undefined) throw new Refusal('invalid_arguments', { expected: LOSSES })
      workspace.places.lose(textOf(told['channel']), loss)
    },
    'socket-drop': () => socketMode?.drop(),
    'socket-refresh': () => socketMode?.disconnect('refresh_requested'),
    'socket-warning': () => socketMode?.disconnect('warning'),
    hold: () => workspace.deliveries.hold(),
    release: () => workspace.deliveries.release(),
    twice: ({ times }) => workspace.deliveries.repeat(Number(times ?? 1)),
    both: ({ times }) => workspace.events.both(Number(times ?? 1)),
  }

  return {
    async answer(method, work) {
      const fault = take(method)
      if (fault === null) return well(work())
      const body = fault.carriedOut ? work() : null
      switch (fault.kind) {
        case 'rate-limited':
          return {
            status: 429,
            headers: { 'retry-after': String(fault.retryAfter) },
            body: { ok: false, error: 'ratelimited' },
          }
        case 'error':
          return { status: fault.status, headers: {}, body: { ok: false, error: 'internal_error' } }
        case 'refused':
          return well({ ok: false, error: fault.error })
        case 'silent':
          await new Promise<void>((resolve) => {
            clock.after(fault.seconds * 1_000, resolve)
          })
          break
      }
      return well(body ?? work())
    },
    control(what, told) {
      const control = Object.hasOwn(controls, what) ? controls[what] : undefined
      if (control === undefined) {
        throw new Refusal('unknown_control', { known: Object.keys(controls) })
      }
      control(told)
      return { ok: true }
    },
  }
}

const well = (body: Payload): Sent => ({ status: 200, headers: {}, body })
