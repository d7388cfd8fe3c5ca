import { setTimeout as pause } from 'node:timers/promises'
import { onTestFinished } from 'vitest'
import { AppError } from '../../src/errors.ts'
import { catchUp } from '../../src/ingest/catch-up.ts'
import { createFollower, type Follower } from '../../src/ingest/follow/follow.ts'
import { foundList, type Followed } from '../../src/ingest/follow/followed.ts'
import type { Notice, Visited } from '../../src/ingest/follow/visited.ts'
import { type Document, readDocument } from '../../src/ingest/reading/read-document.ts'
import type { Reader } from '../../src/ingest/reading/reader.ts'
import { openMiniSearch } from '../../src/search/minisearch.ts'
import { openFetcher } from '../../src/sources/net/fetcher.ts'
import { openSqlite } from '../../src/store/sqlite.ts'
import type { Store } from '../../src/store/store.ts'
import { lexicon } from './reading.ts'
import { aSite, type Site } from './site.ts'
import { TestClock } from './test-clock.ts'

const MINUTE = 60_000

/** A newsroom that follows a site on this machine, by a clock that stands still until a test moves it on. */
export interface Newsroom {
  readonly site: Site
  readonly store: Store
  readonly clock: TestClock
  readonly follower: Follower
  /** What came of each visit, in order: path and outcome. */
  readonly visits: { readonly path: string; readonly visited: Visited }[]
  readonly notices: Notice[]
  /** The articles in which something is found. */
  readonly found: (text: string) => Promise<readonly string[]>
  /** Follows the list until the test ends, or until what is returned is called. */
  readonly follow: () => () => Promise<void>
  /** Until nothing is left to do at this moment. */
  readonly quiet: () => Promise<void>
  /** Time passes, minute by minute where something happens. */
  readonly pass: (minutes: number) => Promise<void>
}

/** Reads in this process: a thread of its own has its own test. */
const readHere: Pick<Reader, 'read'> = {
  read: async (document: Document) => {
    try {
      return readDocument(document, lexicon)
    } catch (error) {
      if (error instanceof AppError) return { kind: 'unreadable', error }
      throw error
    }
  },
}

export interface NewsroomOptions {
  readonly feeds?: (site: Site) => readonly Partial<Followed>[]
  readonly now?: string
  readonly database?: string
  /** Names of the site besides its number, as a newsroom's resolver knows them. */
  readonly names?: readonly string[]
}

export async function aNewsroom({
  feeds = () => [],
  now = '2016-05-01T09:00:00Z',
  database = ':memory:',
  names = [],
}: NewsroomOptions = {}): Promise<Newsroom> {
  const site = await aSite()
  const clock = new TestClock(Date.parse(now))
  const store = await openSqlite(database)
  const index = await openMiniSearch({
    lexicon,
    snapshot: null,
    upto: { store: 'none', number: 0 },
  })
  const keeper = catchUp({ store, index, lexicon, clock: () => clock.now() })
  const fetcher = openFetcher({
    allowedHosts: [site.host, ...names.map((name) => site.host.replace('127.0.0.1', name))],
    agent: 'Dateline test',
    gap: 0,
    clock,
    resolve: async () => [{ address: '127.0.0.1', family: 4 }],
  })
  const visits: Newsroom['visits'] = []
  const followed = feeds(site).map(aFollowed)
  const notices: Notice[] = []
  const follower = createFollower({
    store,
    lexicon,
    cut: 'of this run',
    fetcher,
    reader: readHere,
    followed,
    clock,
    tell: (notice) => notices.push(notice),
    onVisit: ({ url }, visited) => visits.push({ path: url.slice(site.origin.length), visited }),
  })
  // due before anybody looks, so that a test that waits for quiet waits for it
  await store.queue.follow(followed.map(foundList), clock.now())
  const stops: (() => Promise<void>)[] = []
  onTestFinished(async () => {
    for (const stop of stops) await stop()
    await fetcher.close()
    await store.close()
  })
  const quiet = async (): Promise<void> => {
    // a turn of the loop first, so that what was just due has been seen
    for (let still = 0; still < 3; ) {
      still = (await store.queue.counts(clock.now())).open === 0 ? still + 1 : 0
      await pause(2)
    }
  }
  return {
    site,
    store,
    clock,
    follower,
    visits,
    notices,
    quiet,
    found: async (text) => {
      await keeper.follow()
      const hits = await index.search({ words: text, phrases: [], limit: 20 })
      return [...new Set(hits.map(({ article }) => article))]
    },
    follow() {
      const stop = new AbortController()
      const running = follower.run(stop.signal)
      const end = async (): Promise<void> => {
        stop.abort()
        await running
      }
      stops.push(end)
      return end
    },
    async pass(minutes) {
      const end = clock.now().getTime() + minutes * MINUTE
      while (clock.now().getTime() < end) {
        const due = (await store.queue.nextDue())?.getTime() ?? end
        clock.advance(Math.max(1, Math.min(due, end) - clock.now().getTime()))
        await quiet()
      }
    },
  }
}

const aFollowed = (given: Partial<Followed>): Followed => ({
  name: 'the feed',
  list: 'feed',
  address: '',
  outlet: null,
  kind: null,
  every: 10 * MINUTE,
  ...given,
})

/** The page of an article as sites print them. */
export const articlePage = ({
  headline,
  body,
  canonical,
  published,
}: {
  readonly headline: string
  readonly body: readonly string[]
  readonly canonical?: string
  readonly published?: string
}): string => `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${headline}</title>
${canonical === undefined ? '' : `<link rel="canonical" href="${canonical}">`}
${published === undefined ? '' : `<meta property="article:published_time" content="${published}">`}
</head><body><header><nav><a href="/">Home</a> <a href="/world">World</a></nav></header>
<main><article><h1>${headline}</h1>
${body.map((text) => `<p>${text}</p>`).join('\n')}
</article></main><footer><p>© The site</p></footer></body></html>`
