import { setTimeout as delay } from 'node:timers/promises'
import { WebClient } from '@slack/web-api'
import { sendDue } from '../../src/desk/sending.ts'
import { createPoster } from '../../src/faces/slack/poster.ts'
import type { DeskStore } from '../../src/store/desk.ts'
import { openStoreAt } from '../support/open-store.ts'

// A process that sends what is due, and ends itself like a machine that loses its power: at a step of its work, before
// or after it, or so many milliseconds into a call to Slack. `sender.ts FILE API_URL TOKEN STEP MS AHEAD`; STEP 0 is never,
// AHEAD how far its clock is.

const [file = '', slackApiUrl = '', token = '', step = '0', into = '0', ahead = '0'] =
  process.argv.slice(2)
let steps = 0

const die = (): boolean => process.kill(process.pid, 'SIGKILL')

/** Counts a step, and ends the process at the one that is wanted. */
function count(): void {
  steps += 1
  if (steps === Number(step)) die()
}

const stepping = <T extends object>(parts: T, names: readonly string[]): T =>
  new Proxy(parts, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name)
      if (typeof value !== 'function' || !names.includes(String(name))) return value
      return async (...given: unknown[]) => {
        count()
        const result: unknown = await Reflect.apply(value, target, given)
        count()
        return result
      }
    },
  })

/** A call of Slack's that is on its way when the power goes. */
const fetching: typeof fetch = async (...given) => {
  count()
  const mine = steps === Number(step) - 1
  const answer = fetch(...given)
  if (mine) void delay(Number(into)).then(die)
  const response = await answer
  count()
  return response
}

const store = await openStoreAt(file)
const client = new WebClient(token, {
  slackApiUrl,
  retryConfig: { retries: 0 },
  rejectRateLimitedCalls: true,
  timeout: 60_000,
  fetch: fetching,
})
const desk: DeskStore = stepping(store.desk, ['take', 'settle', 'remember', 'tell'])
const quiet = { info: () => {}, warn: () => {}, error: () => {} }
const poster = createPoster({ client, log: quiet })
const parts = {
  desk,
  poster,
  now: () => new Date(Date.now() + Number(ahead)),
  log: quiet,
  holder: `p${process.pid}`,
}
await sendDue(parts)
// Another process may still hold one whose answer it waits for.
while ((await store.desk.waiting('kill')).length > 0) {
  await delay(50)
  await sendDue(parts)
}
await store.close()
process.exit(0)
