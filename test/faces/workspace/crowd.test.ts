import { setTimeout as delay } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { BOT, Window, aBotIn, aWorkspace } from '../../support/workspace.ts'
import { TestClock } from '../../support/test-clock.ts'
import type { Seat } from '../../../src/faces/workspace/seats.ts'

// Many ask at once: no answer is lost, and none is doubled.

const CROWD = 100
/** Commands and direct messages of each. */
const ROUNDS = 3

const crowd: readonly Seat[] = Array.from({ length: CROWD }, (_, at) => ({
  id: `U0CROWD${at}`,
  name: `crowd-${at}`,
  realName: `Member ${at} of the crowd`,
  title: 'Reporter',
  zone: 'Europe/London',
}))

const answersOf = ({ messages }: Window): number =>
  messages.filter(({ author }) => author === BOT).length

test('a hundred people at once get one answer to each question', async () => {
  const workspace = await aWorkspace({ people: crowd, clock: new TestClock() })
  const { answerer } = await aBotIn(workspace)
  const windows = await Promise.all(crowd.map(({ id }) => Window.open(workspace, id, '&wire=no')))
  await Promise.all(windows.map((window, at) => window.say(`@Dateline mention of ${at}`)))
  for (let round = 0; round < ROUNDS; round += 1) {
    await Promise.all(
      windows.map(async (window, at) => {
        await window.say(`/syria command ${round} of ${at}`)
        await window.say(`direct ${round} of ${at}`, `D${window.person.slice(1)}`)
      }),
    )
  }
  // Everybody sees the answers to all mentions; those to commands and direct messages are their own.
  const expected = CROWD + 2 * ROUNDS
  await Promise.all(
    windows.map((window) =>
      window.until(() => answersOf(window) >= expected, 'all answers', 200_000),
    ),
  )
  for (const [at, window] of windows.entries()) {
    const own = Array.from({ length: ROUNDS }, (_, round) => [
      `command ${round} of ${at}`,
      `direct ${round} of ${at}`,
    ]).flat()
    const mentions = crowd.map((_, other) => `mention of ${other}`)
    const asked = window.answers.map((text) => /^Asked: (.*)$/mu.exec(text)?.[1])
    const wanted = new Set<string | undefined>([...own, ...mentions])
    expect(asked).toHaveLength(wanted.size)
    expect(new Set(asked)).toEqual(wanted)
    expect(window.notices).toEqual([])
  }
  expect(answerer.asked).toHaveLength(CROWD * (1 + 2 * ROUNDS))
}, 300_000)

const MINUTE_MS = 60_000
/** Between an answer and the next question. */
const THINKING_MS = 1_000

// In real time, three seconds to acknowledge each command: it wants the machine to itself.
test.skipIf(process.env['DATELINE_CROWD_MINUTE'] === undefined)(
  'a hundred people for a minute (run alone, with DATELINE_CROWD_MINUTE=1)',
  async () => {
    const workspace = await aWorkspace({ people: crowd })
    await aBotIn(workspace)
    const windows = await Promise.all(crowd.map(({ id }) => Window.open(workspace, id, '&wire=no')))
    const end = Date.now() + MINUTE_MS
    const asked = await Promise.all(windows.map((window) => askUntil(end, window)))
    expect(windows.map(answersOf)).toEqual(asked)
    expect(windows.flatMap(({ notices }) => notices)).toEqual([])
  },
  3 * MINUTE_MS,
)

/** Asks by command and by message in turn, the next question after the last answer; returns how many. */
async function askUntil(end: number, window: Window): Promise<number> {
  let asked = 0
  for (; Date.now() < end; asked += 1) {
    const question = asked % 2 === 0 ? `/syria command ${asked}` : `direct ${asked}`
    await window.say(question, `D${window.person.slice(1)}`)
    await window.until(() => answersOf(window) > asked, 'the answer', MINUTE_MS)
    await delay(THINKING_MS)
  }
  return asked
}
