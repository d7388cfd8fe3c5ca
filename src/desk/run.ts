import { setImmediate as breathe } from 'node:timers/promises'
import type { Clock } from '../clock.ts'
import { queueAlerts } from './alerts.ts'
import { queueCorrections } from './corrections.ts'
import { queueDigests } from './digests.ts'
import type { DeskParts } from './parts.ts'
import { sendDue } from './sending.ts'

/** What runs standing orders for as long as the bot runs. */
export interface Runner {
  start(): void
  /** Lets what is being sent be sent. */
  stop(): Promise<void>
  /** Looks at everything that may be due, now; resolves when what is due has been sent, or has to wait. */
  look(): Promise<void>
}

export interface RunnerParts extends Omit<DeskParts, 'now'> {
  readonly clock: Clock
}

/** An article is told within a minute of being kept, by whichever process it was; asking what is new costs one query. */
const EVERY_MS = 5_000
const FORGET_MS = 6 * 60 * 60_000
/** As long as what was shown is corrected, and a week. */
const KEPT_MS = 97 * 86_400_000

export function createRunner({ clock, ...rest }: RunnerParts): Runner {
  const parts: DeskParts = { ...rest, now: () => clock.now() }
  const { log, store } = parts
  let stopped = false
  let running: Promise<void> = Promise.resolve()
  let forgotten = 0
  let callOff: (() => void) | null = null

  /** One of them failing (a store that is locked, a fault of ours) keeps none of the others back. */
  async function guarded(what: string, work: () => Promise<unknown>): Promise<void> {
    if (stopped) return
    try {
      await work()
    } catch (error) {
      log.error({ err: error }, `desk: ${what} failed; they are looked at again`)
    }
    // People's questions come between.
    await breathe()
  }

  async function round(): Promise<void> {
    await guarded('digests', () => queueDigests(parts))
    await guarded('alerts', () => queueAlerts(parts))
    await guarded('corrections', () => queueCorrections(parts))
    await guarded('messages', () => sendDue({ ...parts, desk: store.desk, stopped: () => stopped }))
    const now = clock.now().getTime()
    if (now - forgotten >= FORGET_MS) {
      forgotten = now
      await guarded('old messages', () => store.desk.forget(new Date(now - KEPT_MS)))
    }
  }

  // A look that is under way may have passed what is due by now: it is waited for, and another is had.
  const look = (): Promise<void> => {
    running = running.then(round)
    return running
  }

  async function goOn(): Promise<void> {
    await look()
    if (!stopped) callOff = clock.after(EVERY_MS, () => void goOn())
  }

  return {
    look,
    start: () => void goOn(),
    async stop() {
      stopped = true
      callOff?.()
      await running
    },
  }
}
