// A process of its own that takes articles in, to be killed: `node ingester.ts SOURCE DATABASE`. Says each when it is kept.
import { ingest } from '../../src/ingest/ingest.ts'
import { openSource } from '../../src/sources/open.ts'
import { openParts } from './open-parts.ts'

const [source = '', database = ''] = process.argv.slice(2)
const parts = await openParts(database)
await ingest({
  ...parts,
  sources: [await openSource(source)],
  onArticle: ({ location, outcome }) => process.stdout.write(`${location} ${outcome}\n`),
})
await parts.store.close()
