import { describe, expect, test } from 'vitest'
import {
  dueBetween,
  EVERY_DAY,
  nextSlot,
  pausedFor,
  Schedule,
  WORKING_DAYS,
} from '../../src/desk/schedule.ts'
import { yearOfSlots } from './wall-walk.ts'

const at = (time: string, zone: string, days: readonly number[] = EVERY_DAY): Schedule => ({
  time,
  zone,
  days,
  pausedUntil: null,
})

function slots(schedule: Schedule, from: string, count: number): readonly string[] {
  const found: string[] = []
  let after = new Date(from)
  for (let left = count; left > 0; left -= 1) {
    const slot = nextSlot(schedule, after)
    if (slot === null) break
    found.push(slot.toISOString().slice(0, 16))
    after = slot
  }
  return found
}

const minuteBefore = (slot: string): string =>
  new Date(Date.parse(`${slot}Z`) - 60_000).toISOString()

/** A year in each, with what makes it hard. */
const YEARS = [
  { zone: 'Europe/London', year: 2026, times: ['08:00', '00:30', '01:30'] },
  { zone: 'America/New_York', year: 2026, times: ['08:00', '01:30', '02:30'] },
  // The clock jumps at midnight.
  { zone: 'Asia/Beirut', year: 2026, times: ['00:00', '00:30', '23:30'] },
  // In 2022 it stayed on summer time for good.
  { zone: 'Asia/Damascus', year: 2022, times: ['07:15', '00:15', '23:45'] },
  // Half an hour, and on the other side of the year.
  { zone: 'Australia/Lord_Howe', year: 2026, times: ['01:45', '02:15', '08:00'] },
  // Ramadan is an hour of winter in between.
  { zone: 'Africa/Casablanca', year: 2026, times: ['02:30', '03:00', '09:00'] },
  // Summer time took its end of the day away.
  { zone: 'America/Nuuk', year: 2025, times: ['23:30', '22:45', '00:00'] },
  // A whole day was left out.
  { zone: 'Pacific/Apia', year: 2011, times: ['08:00', '00:00', '23:45'] },
  { zone: 'Asia/Kathmandu', year: 2028, times: ['08:00'] },
] as const

describe('a year of schedules', () => {
  test.each(YEARS)('$zone, $year', ({ zone, year, times }) => {
    const days = [EVERY_DAY, WORKING_DAYS, [7], [6]]
    for (const time of times) {
      for (const of of days) {
        const expected = yearOfSlots({ zone, year, time, days: of })
        const schedule = at(time, zone, of)
        const found = slots(schedule, minuteBefore(expected[0] ?? ''), expected.length)
        expect(found, `${time} ${zone} ${of.join(',')}`).toEqual(expected)
      }
    }
  })
})

describe('nights on which the clock changes', () => {
  test.each([
    [
      '02:30 on the night it jumps is 03:30',
      at('02:30', 'Europe/Berlin'),
      '2026-03-28T12:00Z',
      ['2026-03-29T01:30', '2026-03-30T00:30'],
    ],
    [
      'the hour that comes twice is met once',
      at('02:30', 'Europe/Berlin'),
      '2026-10-24T12:00Z',
      ['2026-10-25T00:30', '2026-10-26T01:30'],
    ],
    [
      'also by whom looks between the two',
      at('02:30', 'Europe/Berlin'),
      '2026-10-25T00:45Z',
      ['2026-10-26T01:30'],
    ],
    [
      'also by whom looks in the very moment',
      at('02:30', 'Europe/Berlin'),
      '2026-10-25T00:30Z',
      ['2026-10-26T01:30'],
    ],
    [
      'Beirut has no midnight that night',
      at('00:00', 'Asia/Beirut'),
      '2026-03-28T12:00Z',
      ['2026-03-28T22:00', '2026-03-29T21:00'],
    ],
    [
      'Sunday 00:30 in Beirut stays on its Sunday',
      at('00:30', 'Asia/Beirut', [7]),
      '2026-03-27T12:00Z',
      ['2026-03-28T22:30', '2026-04-04T21:30'],
    ],
    [
      'Damascus kept its summer time in 2022',
      at('08:00', 'Asia/Damascus'),
      '2022-10-27T12:00Z',
      ['2022-10-28T05:00', '2022-10-29T05:00'],
    ],
    [
      'and Istanbul in 2016',
      at('08:00', 'Europe/Istanbul'),
      '2016-11-05T12:00Z',
      ['2016-11-06T05:00', '2016-11-07T05:00'],
    ],
    [
      'Samoa left out a Friday',
      at('08:00', 'Pacific/Apia', [5]),
      '2011-12-24T00:00Z',
      ['2012-01-05T18:00'],
    ],
    [
      '29 February is a day',
      at('08:00', 'Europe/London'),
      '2028-02-28T09:00Z',
      ['2028-02-29T08:00', '2028-03-01T08:00'],
    ],
  ])('%s', (_, schedule, from, expected) => {
    expect(slots(schedule, from, expected.length)).toEqual(expected)
  })
})

describe('what is due', () => {
  const schedule = at('08:00', 'Europe/London')

  test('nothing before the hour, and the hour itself once', () => {
    const yesterday = new Date('2026-05-04T07:00:00Z')
    expect(dueBetween(schedule, yesterday, new Date('2026-05-05T06:59:59Z'))).toBeNull()
    const due = dueBetween(schedule, yesterday, new Date('2026-05-05T07:00:00Z'))
    expect(due).toEqual({ slot: new Date('2026-05-05T07:00:00Z'), missed: [] })
    expect(
      dueBetween(schedule, new Date('2026-05-05T07:00:00Z'), new Date('2026-05-05T08:00:00Z')),
    ).toBeNull()
  })

  test('a machine asleep over the hour is late, not too late', () => {
    const due = dueBetween(
      schedule,
      new Date('2026-05-04T07:00:00Z'),
      new Date('2026-05-05T11:20:00Z'),
    )
    expect(due?.slot).toEqual(new Date('2026-05-05T07:00:00Z'))
  })

  test('a stop of three days is one message, and says which it stands for', () => {
    const due = dueBetween(
      schedule,
      new Date('2026-05-04T07:00:00Z'),
      new Date('2026-05-08T07:01:00Z'),
    )
    expect(due?.slot).toEqual(new Date('2026-05-08T07:00:00Z'))
    expect(due?.missed).toHaveLength(3)
  })

  test('a stop of years looks two months back', () => {
    const due = dueBetween(
      schedule,
      new Date('2016-05-04T07:00:00Z'),
      new Date('2026-05-08T07:01:00Z'),
    )
    expect(due?.slot).toEqual(new Date('2026-05-08T07:00:00Z'))
    expect(due?.missed.length).toBeLessThan(70)
  })

  test('nothing is due nor missed while it is paused', () => {
    const paused = { ...schedule, pausedUntil: '2026-05-07T00:00:00+01:00' }
    expect(nextSlot(paused, new Date('2026-05-04T07:00:00Z'))).toEqual(
      new Date('2026-05-07T07:00:00Z'),
    )
    const due = dueBetween(
      paused,
      new Date('2026-05-04T07:00:00Z'),
      new Date('2026-05-07T07:00:00Z'),
    )
    expect(due).toEqual({ slot: new Date('2026-05-07T07:00:00Z'), missed: [] })
  })

  test('a pause of three days leaves three messages out', () => {
    const early = pausedFor(schedule, 3, new Date('2026-05-04T06:00:00Z'))
    expect(
      nextSlot({ ...schedule, pausedUntil: early.toISOString() }, new Date('2026-05-04T06:00:00Z')),
    ).toEqual(new Date('2026-05-07T07:00:00Z'))
    const late = pausedFor(schedule, 3, new Date('2026-05-04T09:00:00Z'))
    expect(
      nextSlot({ ...schedule, pausedUntil: late.toISOString() }, new Date('2026-05-04T09:00:00Z')),
    ).toEqual(new Date('2026-05-08T07:00:00Z'))
  })
})

test('what is kept is checked when it is read', () => {
  const kept = at('08:00', 'Europe/London')
  expect(Schedule.parse(JSON.parse(JSON.stringify(kept)))).toEqual(kept)
  for (const wrong of [{ time: '24:00' }, { zone: 'Europe/Lodnon' }, { days: [] }, { days: [0] }]) {
    expect(Schedule.safeParse({ ...kept, ...wrong }).success).toBe(false)
  }
})
