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
      window.until(() => answersOf(window) >= expected, 'all answers', 60_000),
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
}, 120_000)
