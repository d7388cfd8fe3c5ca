// A process of its own that fetches, to be killed: `node follower.ts DATABASE HOST GAP ADDRESS…`. Says what came of each visit.
import { openStoreAt } from '../../support/open-store.ts'
import { openPlainFollower } from '../../support/plain-follower.ts'

const [place = '', host = '', gap = '', ...addresses] = process.argv.slice(2)
const store = await openStoreAt(place)
const follower = await openPlainFollower({
  store,
  hosts: [host],
  gap: Number(gap),
  tell: (notice) => process.stdout.write(`told ${notice.kind}\n`),
  onVisit: ({ url }, { kind }) => process.stdout.write(`${kind} ${url}\n`),
})
await follower.drain(addresses, new AbortController().signal)
await follower.close()
await store.close()
