import { fileURLToPath } from 'node:url'
import { machineClock } from './clock.ts'
import type { Config } from './config.ts'
import type { Follower, FollowParts } from './ingest/follow/follow.ts'
import type { Followed } from './ingest/follow/followed.ts'
import type { Log } from './log.ts'
import { Sleeper } from './sleeper.ts'
import type { CoverageFile } from './sources/coverage-file.ts'
import { RANKS } from './store/queue.ts'
import type { Intake } from './wire.ts'

// What goes out and fetches coverage: the parts of it, opened and joined. Loaded only where something is fetched.

const NAMES = fileURLToPath(new URL('../data/names', import.meta.url))

export interface Following extends Follower {
  close(): Promise<void>
}

export interface FollowingParts extends Pick<FollowParts, 'tell' | 'onVisit'> {
  readonly intake: Intake
  readonly coverage: CoverageFile
}

/** What the newsroom's list says; an empty one where there is no file. */
export async function readCoverageList(config: Pick<Config, 'coverage'>): Promise<CoverageFile> {
  const { readCoverage, readCoverageFile } = await import('./sources/coverage-file.ts')
  const { file } = config.coverage
  return (await readCoverageFile(config.coverage)) ?? readCoverage(new Uint8Array(), file)
}

/** Whether nothing is followed, and nobody may have anything read. */
export const isIdle = ({ feeds, sitemaps, mayAdd }: CoverageFile): boolean =>
  [feeds, sitemaps, mayAdd.people, mayAdd.channels].every(({ length }) => length === 0)

/** All that is followed: feeds and sitemaps alike. */
const followedOf = ({ feeds, sitemaps }: CoverageFile): readonly Followed[] => [
  ...feeds.map((feed) => ({ ...feed, list: 'feed' as const })),
  ...sitemaps.map((sitemap) => ({ ...sitemap, list: 'sitemap' as const })),
]

/** How many addresses are still to be fetched, what is only looked at again left out. */
export const waiting = async ({ store }: Intake): Promise<number> =>
  (await store.queue.counts(new Date(), RANKS.sitemap)).open

/** Opens a follower on a store. Nothing is asked before one of its methods is called. */
export async function openFollowing(parts: FollowingParts): Promise<Following> {
  const { intake, coverage, tell, onVisit } = parts
  const [{ createFollower }, { sharedPace }, { openReader }, { openFetcher }, { userAgent }] =
    await Promise.all([
      import('./ingest/follow/follow.ts'),
      import('./ingest/follow/shared-pace.ts'),
      import('./ingest/reading/reader.ts'),
      import('./sources/net/fetcher.ts'),
      import('./sources/net/user-agent.ts'),
    ])
  const fetcher = openFetcher({
    allowedHosts: coverage.allow,
    agent: userAgent(coverage.contact),
    gap: coverage.pace,
    pace: sharedPace(intake.store.hosts),
  })
  const reader = openReader({ names: NAMES })
  const follower = createFollower({
    store: intake.store,
    lexicon: intake.lexicon,
    cut: await intake.cut(),
    clock: machineClock,
    followed: followedOf(coverage),
    fetcher,
    reader,
    tell,
    ...(onVisit === undefined ? {} : { onVisit }),
  })
  return {
    run: (signal) => follower.run(signal),
    drain: (addresses, signal) => follower.drain(addresses, signal),
    add: (address) => follower.add(address),
    async close() {
      await fetcher.close()
      await reader.close()
    },
  }
}

export interface Background {
  /** Ends it; what is under way is begun anew by the next who follows. */
  stop(): Promise<void>
}

/** So long a store that cannot be had is left alone. */
const AGAIN_MS = 30_000

/** Follows the newsroom's list beside whatever else the process does. */
export function followOn(following: Following, log: Pick<Log, 'error'>): Background {
  const stop = new AbortController()
  const { signal } = stop
  const run = async (): Promise<void> => {
    while (!signal.aborted) {
      try {
        await following.run(signal)
      } catch (error) {
        log.error({ err: error }, 'following the coverage: it goes on in half a minute')
        await new Sleeper(machineClock).sleep(AGAIN_MS, signal)
      }
    }
  }
  const running = run()
  return {
    async stop() {
      stop.abort()
      await following.close()
      await running
    },
  }
}
