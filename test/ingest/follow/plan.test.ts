import { describe, expect, test } from 'vitest'
import {
  FAILING_LONG,
  isWithdrawn,
  nextLook,
  nextPoll,
  nextTry,
  notBefore,
  secondLook,
} from '../../../src/ingest/follow/plan.ts'

const NOW = new Date('2016-05-20T12:00:00.000Z')
const MINUTES = 60_000
const ago = (minutes: number): string => new Date(NOW.getTime() - minutes * MINUTES).toISOString()
const waitUntil = (date: Date | null): number | null =>
  date === null ? null : (date.getTime() - NOW.getTime()) / MINUTES

describe('a page is looked at again', () => {
  test.each([
    ['just seen', 0, 15],
    ['after half an hour', 30, 15],
    ['after two hours', 120, 60],
    ['after twelve hours', 12 * 60, 3 * 60],
    ['after two days', 48 * 60, 12 * 60],
    ['after five days', 5 * 24 * 60, 24 * 60],
    ['after two weeks', 14 * 24 * 60, 4 * 24 * 60],
    ['after four weeks', 28 * 24 * 60, null],
  ])('%s', (_, minutes, wait) => {
    const page = { firstSeen: ago(minutes), published: null }
    expect(waitUntil(nextLook(NOW, page))).toBe(wait)
  })

  test.each([
    ['an old page that is new here', '2012-01-01', null],
    ['one of today, by its day alone', '2016-05-20', 15],
    ['one dated into the future', '2016-06-20T00:00:00.000Z', 15],
    ['one whose date is none', 'yesterday', 15],
  ])('%s', (_, published, wait) => {
    expect(waitUntil(nextLook(NOW, { firstSeen: ago(0), published }))).toBe(wait)
  })

  test('some twenty times on its first day, and some thirty in all', () => {
    let at: Date | null = NOW
    const looks: Date[] = []
    while (at !== null) {
      at = nextLook(at, { firstSeen: NOW.toISOString(), published: null })
      if (at !== null) looks.push(at)
    }
    const firstDay = looks.filter((look) => look.getTime() - NOW.getTime() <= 24 * 60 * MINUTES)
    expect(firstDay.length).toBe(15)
    expect(looks.length).toBe(29)
  })
})

test('a page that fails is tried again less and less often, and given up after two weeks', () => {
  const since = ago(60)
  const waits = [1, 2, 3, 4, 5, 6, 9].map((failures) =>
    waitUntil(nextTry(NOW, { failures, since })),
  )
  expect(waits).toEqual([1, 5, 30, 120, 480, 1440, 1440])
  expect(nextTry(NOW, { failures: 9, since: ago(14 * 24 * 60) })).toBeNull()
})

test('a feed that fails is asked less and less often, and never given up', () => {
  const every = 10 * MINUTES
  const waits = [0, 1, 3, 6, 99].map((failures) => waitUntil(nextPoll(NOW, { failures, every })))
  expect(waits).toEqual([10, 10, 30, 1440, 1440])
})

test('410 is believed at once, 404 where it lasts a quarter of an hour', () => {
  const after = (minutes: number) => ({
    at: new Date(NOW.getTime() + minutes * MINUTES),
    since: NOW,
  })
  expect(isWithdrawn(410, after(0))).toBe(true)
  expect([0, 14, 15].map((minutes) => isWithdrawn(404, after(minutes)))).toEqual([
    false,
    false,
    true,
  ])
  expect(waitUntil(secondLook(NOW))).toBe(15)
})

test('a feed has failed long after a day', () => expect(FAILING_LONG / MINUTES).toBe(24 * 60))

test('a server that asks for patience gets it', () => {
  const [soon, late] = [new Date(NOW.getTime() + 1), new Date(NOW.getTime() + 2)]
  expect([notBefore(soon, late), notBefore(late, soon), notBefore(soon, null)]).toEqual([
    late,
    late,
    soon,
  ])
})
