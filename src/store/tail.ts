import type { Since, Store } from './store.ts'

/** Articles told of at once: few enough to leave others their turn between two lots. */
const AT_ONCE = 200

interface Tailing {
  readonly store: Pick<Store, 'number' | 'since'>
  /** The number that whoever follows has already; 0 where that is nothing. */
  readonly from: number
  /** Takes in what came since; each article is told of as it is now. */
  readonly apply: (since: Since) => Promise<void> | void
}

/** The end of what is kept, as somebody follows it. */
export interface Tail {
  /** When this has resolved, all that was kept when it was called is applied, whichever process kept it. */
  follow(): Promise<void>
  /** Lets what is being taken in be taken in, and follows no further. */
  stop(): Promise<void>
}

/**
 * Follows a store from number to number, without reading again what it has: an index, an archive, the desk. Whatever
 * another process keeps comes with the next call. Calls that come together share a run.
 */
export function tailOf({ store, from, apply }: Tailing): Tail {
  let number = from
  const stopping = new AbortController()
  let running: Promise<void> | null = null
  let next: Promise<void> | null = null

  const run = async (): Promise<void> => {
    // what comes meanwhile is for the next time: who waits for this must not wait for ever
    const now = await store.number()
    while (number < now && !stopping.signal.aborted) {
      const since = await store.since(number, AT_ONCE)
      await apply(since)
      number = since.number
    }
  }
  const follow = (): Promise<void> => {
    if (running === null) {
      running = run().finally(() => {
        running = null
      })
      return running
    }
    // what was kept a moment ago may be too late for the run that is ending
    next ??= running
      .catch(() => {})
      .then(() => {
        next = null
        return follow()
      })
    return next
  }
  return {
    follow,
    async stop() {
      stopping.abort()
      await running?.catch(() => {})
    },
  }
}
