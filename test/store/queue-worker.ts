// A process of its own that works on a queue: `node queue-worker.ts FILE-OR-ADDRESS NAME`. Says what it takes and what it settles.
import { setTimeout as pause } from 'node:timers/promises'
import { openStoreAt } from '../support/open-store.ts'

const [place = '', holder = ''] = process.argv.slice(2)
const store = await openStoreAt(place)
for (;;) {
  const at = new Date()
  const taken = await store.queue.take({ at, lease: 60_000, holder })
  if (taken === null) break
  process.stdout.write(`took ${taken.address}\n`)
  await pause(1)
  const settled = await store.queue.settle(taken, { at, state: 'done', due: null })
  process.stdout.write(`settled ${taken.address} ${settled}\n`)
}
await store.close()
