// A process of its own that takes turns at one host: `node turn-worker.ts FILE-OR-ADDRESS TURNS`. Says when each began and ended.
import process from 'node:process'
import { setTimeout as pause } from 'node:timers/promises'
import { machineClock } from '../../src/clock.ts'
import { sharedPace } from '../../src/ingest/follow/shared-pace.ts'
import { waitForTurn } from '../../src/sources/net/pace.ts'
import { openStoreAt } from '../support/open-store.ts'

const [place = '', turns = ''] = process.argv.slice(2)
const store = await openStoreAt(place)
// the clock's timers keep no process
const alive = setInterval(() => {}, 1000)
const closed = new AbortController().signal
const pace = sharedPace(store.hosts)
for (let left = Number(turns); left > 0; left -= 1) {
  const turn = await waitForTurn('a.example', { pace, clock: machineClock, closed })
  if (turn instanceof Date) throw new Error('There was no turn.')
  // the same for all processes of a machine, and never set back
  const began = process.hrtime.bigint()
  await pause(1)
  process.stdout.write(`${began} ${process.hrtime.bigint()}\n`)
  await turn.leave(new Date())
}
clearInterval(alive)
await store.close()
