import { machineClock } from '../../src/clock.ts'
import { createFollower, type Follower, type FollowParts } from '../../src/ingest/follow/follow.ts'
import { sharedPace } from '../../src/ingest/follow/shared-pace.ts'
import { openReader } from '../../src/ingest/reading/reader.ts'
import { buildLexicon } from '../../src/names/build-lexicon.ts'
import { openFetcher } from '../../src/sources/net/fetcher.ts'
import { readNames } from '../../src/sources/names-tables.ts'
import type { Store } from '../../src/store/store.ts'

const NAMES = 'data/names'

interface Plain extends Pick<FollowParts, 'tell' | 'onVisit'> {
  readonly store: Store
  /** Hosts of this machine, each with its port. */
  readonly hosts: readonly string[]
  /** Milliseconds between two requests to one host, whichever process asks. */
  readonly gap: number
}

interface PlainFollower extends Pick<Follower, 'drain'> {
  /** Leaves the store open. */
  close(): Promise<void>
}

/** A follower as the program opens it, by the machine's clock and with a reading thread, for sites on this machine. */
export async function openPlainFollower({
  store,
  hosts,
  gap,
  ...heard
}: Plain): Promise<PlainFollower> {
  const fetcher = openFetcher({
    allowedHosts: hosts,
    agent: 'Dateline test',
    gap,
    pace: sharedPace(store.hosts),
  })
  const reader = openReader({ names: NAMES })
  const follower = createFollower({
    ...heard,
    store,
    fetcher,
    reader,
    lexicon: buildLexicon(await readNames(NAMES)),
    cut: 'of this run',
    followed: [],
    clock: machineClock,
  })
  return {
    drain: (addresses, signal) => follower.drain(addresses, signal),
    async close() {
      await fetcher.close()
      await reader.close()
    },
  }
}
