import type { Clock } from '../../clock.ts'
import { wait } from './wait.ts'

/** A turn at a host that others share. */
export interface Turn {
  /** The host may be asked again from then on. */
  leave(next: Date): Promise<void>
}

/** Whose turn it is at a host, where several processes ask it. */
export interface Pace {
  /** Takes the host until a moment at the latest, or says from when on it may be had. */
  take(host: string, wanted: { readonly at: Date; readonly until: Date }): Promise<Turn | Date>
}

/** The pace of a process that shares its hosts with nobody: its lanes keep it. */
export const ALONE: Pace = { take: async () => ({ leave: async () => {} }) }

/** More than a turn takes: its redirects, and the robots.txt before it. A process that dies holds a host no longer. */
const LONGEST_TURN = 60_000
/** Who would wait longer, the clocks of two machines apart, comes back later instead. */
const PATIENCE = LONGEST_TURN + 10_000
/** Who has a host may leave it before its time: so often that is looked at. */
const LOOK = 250

interface Waiting {
  readonly pace: Pace
  readonly clock: Clock
  readonly closed: AbortSignal
}

/**
 * Waits for a turn at a host; the moment from which on it may be had, where that is further off than any turn takes, or
 * where the waiting is called off.
 */
export async function waitForTurn(
  host: string,
  { pace, clock, closed }: Waiting,
): Promise<Turn | Date> {
  for (;;) {
    const at = clock.now()
    const turn = await pace.take(host, { at, until: new Date(at.getTime() + LONGEST_TURN) })
    if (!(turn instanceof Date)) return turn
    const far = turn.getTime() - at.getTime()
    if (far > PATIENCE || closed.aborted) return turn
    await wait(clock, Math.max(1, Math.min(far, LOOK)), closed)
  }
}
