// A process of its own that fetches, to be killed: `node follower.ts DATABASE HOST ADDRESS…`. Says what came of each visit.
import { machineClock } from '../../../src/clock.ts'
import { createFollower } from '../../../src/ingest/follow/follow.ts'
import { openReader } from '../../../src/ingest/reading/reader.ts'
import { buildLexicon } from '../../../src/names/build-lexicon.ts'
import { openFetcher } from '../../../src/sources/net/fetcher.ts'
import { readNames } from '../../../src/sources/names-tables.ts'
import { openStoreAt } from '../../support/open-store.ts'

const [database = '', host = '', ...addresses] = process.argv.slice(2)
const store = await openStoreAt(database)
const fetcher = openFetcher({ allowedHosts: [host], agent: 'Dateline test', gap: 0 })
const reader = openReader({ names: 'data/names' })
const follower = createFollower({
  store,
  cut: 'of this run',
  lexicon: buildLexicon(await readNames('data/names')),
  fetcher,
  reader,
  followed: [],
  clock: machineClock,
  tell: (notice) => process.stdout.write(`told ${notice.kind}\n`),
  onVisit: ({ url }, { kind }) => process.stdout.write(`${kind} ${url}\n`),
})
await follower.drain(addresses, new AbortController().signal)
await fetcher.close()
await reader.close()
await store.close()
