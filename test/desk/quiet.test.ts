import { describe, expect, test } from 'vitest'
import { isQuiet, readQuiet } from '../../src/desk/quiet.ts'

describe('quiet hours', () => {
  test.each([
    ['22:00-07:00', '22:00-07:00'],
    ['from 22:00 to 7:30', '22:00-07:30'],
    ['10pm until 7am', '22:00-07:00'],
    ['22 – 6', '22:00-06:00'],
    ['12am to 6 am', '00:00-06:00'],
  ])('%s', (typed, read) => expect(readQuiet(typed)).toBe(read))

  test.each(['', 'at night', '25:00-07:00', '22:00', '22:00-22:00', '13pm to 7am', '22:75-07:00'])(
    'none: %s',
    (typed) => expect(readQuiet(typed)).toBeNull(),
  )

  // Seven in London is nine in Damascus.
  test.each([
    ['22:00-07:30', 'Europe/London', '2016-05-03T06:00:00Z', true],
    ['22:00-07:30', 'Asia/Damascus', '2016-05-03T06:00:00Z', false],
    ['22:00-07:30', 'Europe/London', '2016-05-03T06:30:00Z', false],
    ['22:00-07:30', 'Europe/London', '2016-05-03T21:00:00Z', true],
    ['12:00-14:00', 'Europe/London', '2016-05-03T11:30:00Z', true],
    ['12:00-14:00', 'Europe/London', '2016-05-03T13:00:00Z', false],
    [null, 'Europe/London', '2016-05-03T23:00:00Z', false],
  ])('%s in %s at %s: %s', (quiet, zone, at, is) =>
    expect(isQuiet(quiet, zone, new Date(at))).toBe(is),
  )
})
