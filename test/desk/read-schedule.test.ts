import { fc } from '../support/properties.ts'
import { describe, expect, test } from 'vitest'
import { readPause } from '../../src/desk/read-pause.ts'
import { defaultSchedule, readSchedule } from '../../src/desk/read-schedule.ts'
import { EVERY_DAY, Schedule } from '../../src/desk/schedule.ts'
import { comesWords, momentWords, scheduleWords } from '../../src/desk/schedule-words.ts'

const base = defaultSchedule('Europe/London')

/** As the order is shown, and what the digest is about. */
function understood(words: string): string {
  const read = readSchedule(words, base)
  if (read.kind === 'problem') return read.what
  return [scheduleWords(read.schedule), read.rest].filter((part) => part !== '').join(' | ')
}

describe('a schedule as people write it', () => {
  test.each([
    ['', 'every day at 08:00, Europe/London'],
    ['08:00', 'every day at 08:00, Europe/London'],
    ['8am', 'every day at 08:00, Europe/London'],
    ['8.30', 'every day at 08:30, Europe/London'],
    ['8:30 p.m.', 'every day at 20:30, Europe/London'],
    ['0830', 'every day at 08:30, Europe/London'],
    ['8h30', 'every day at 08:30, Europe/London'],
    ['12am', 'every day at 00:00, Europe/London'],
    ['12 pm', 'every day at 12:00, Europe/London'],
    ['noon', 'every day at 12:00, Europe/London'],
    ['at 8 o’clock in the evening', 'every day at 20:00, Europe/London'],
    ['weekdays', 'weekdays at 08:00, Europe/London'],
    ['mon-fri 8am', 'weekdays at 08:00, Europe/London'],
    ['mon.–fri. 8 a.m.', 'weekdays at 08:00, Europe/London'],
    ['from monday to friday at 08:00 in Paris', 'weekdays at 08:00, Europe/Paris'],
    ['mondays at 9', 'Mondays at 09:00, Europe/London'],
    ['mon, wed and fri at 10', 'Mondays, Wednesdays and Fridays at 10:00, Europe/London'],
    ['mon/wed/fri', 'Mondays, Wednesdays and Fridays at 08:00, Europe/London'],
    ['sun-thu 07:00 Asia/Amman', 'Sunday to Thursday at 07:00, Asia/Amman'],
    ['daily except friday 6am', 'Saturday to Thursday at 06:00, Europe/London'],
    ['not sunday', 'Monday to Saturday at 08:00, Europe/London'],
    ['weekends 10:00', 'weekends at 10:00, Europe/London'],
    ['at 7 in Beirut', 'every day at 07:00, Asia/Beirut'],
    ['in damascus at 6 in the morning', 'every day at 06:00, Asia/Damascus'],
    ['08:00 london', 'every day at 08:00, Europe/London'],
    ['8am New York', 'every day at 08:00, America/New_York'],
    ['america/new_york 8', 'every day at 08:00, America/New_York'],
    ['washington, 7.15', 'every day at 07:15, America/New_York'],
    ['europe/kiev 8', 'every day at 08:00, Europe/Kyiv'],
    ['08:00 Asia/Calcutta', 'every day at 08:00, Asia/Kolkata'],
    ['UTC 12', 'every day at 12:00, UTC'],
    ['08:00 [Europe/London] [weekdays]', 'weekdays at 08:00, Europe/London'],
    [
      '8am Europe/Berlin weekdays about aleppo, quotes kerry',
      'weekdays at 08:00, Europe/Berlin | about aleppo, quotes kerry',
    ],
    ['quotes 4 people', 'every day at 08:00, Europe/London | quotes 4 people'],
  ])('%s', (words, expected) => expect(understood(words)).toBe(expected))

  test('what is left out stays as it was', () => {
    const kept = { ...base, time: '06:45', days: [1, 2] }
    const read = readSchedule('in Beirut', kept)
    expect(read).toMatchObject({
      schedule: { ...kept, zone: 'Asia/Beirut' },
      given: { time: false, zone: true, days: false },
    })
  })
})

describe('what cannot be meant, with what to write instead', () => {
  test.each([
    ['25:00', 'There is no time of day “25:00”.', 'Write it as 08:00, 8am or 20:30.', ['08:00']],
    ['8:61', 'There is no time of day “8:61”.', 'Write it as 08:00, 8am or 20:30.', ['08:00']],
    ['13pm', 'There is no time of day “13pm”.', 'Write it as 08:00, 8am or 20:30.', ['08:00']],
    [
      '8am and 6pm London',
      'It goes out at one time of the day, and 08:00 and 18:00 were given.',
      'Give one of them.',
      ['08:00 London'],
    ],
    [
      '08:00 Europe/Lodnon',
      'There is no time zone “Europe/Lodnon”.',
      'Did you mean Europe/London or Europe/Lisbon?',
      ['08:00 Europe/London', '08:00 Europe/Lisbon'],
    ],
    [
      '8am Berln',
      'There is no time zone “Berln”.',
      'Did you mean Europe/Berlin?',
      ['8am Europe/Berlin'],
    ],
    [
      '8am EST',
      '“EST” does not say when the clocks change.',
      'Name a place whose clock counts, such as America/New_York.',
      ['8am America/New_York'],
    ],
    [
      '08:00 UTC+3',
      '“UTC+3” does not say when the clocks change.',
      'Name a place whose clock counts, such as Asia/Beirut.',
      [],
    ],
    [
      '08:00 Mars/Crater',
      'There is no time zone “Mars/Crater”.',
      'Name it as Europe/London, or give a large city near you.',
      [],
    ],
    [
      '08:00 whenever possible',
      '“whenever possible” was not understood.',
      'Write a time, days and a place whose clock counts: 08:00 weekdays Europe/London.',
      [],
    ],
    [
      'mondays except mondays',
      'No day of the week is left.',
      'Write weekdays, mon-fri, mondays or every day.',
      [],
    ],
  ])('%s', (words, what, hint, instead) => {
    expect(readSchedule(words, base)).toEqual({ kind: 'problem', what, hint, instead })
  })
})

describe('a pause', () => {
  // A Tuesday, 10:00 in London.
  const now = new Date('2026-05-05T09:00:00Z')
  test.each([
    ['3d', 'Sat 9 May 2026, 08:00 Europe/London'],
    ['for 3 days', 'Sat 9 May 2026, 08:00 Europe/London'],
    ['a week', 'Wed 13 May 2026, 08:00 Europe/London'],
    ['2w', 'Wed 20 May 2026, 08:00 Europe/London'],
    ['until monday', 'Mon 11 May 2026, 00:00 Europe/London'],
    ['until Tuesday', 'Tue 12 May 2026, 00:00 Europe/London'],
    ['until 1 June', 'Mon 1 June 2026, 00:00 Europe/London'],
    ['till the 1st of June', 'Mon 1 June 2026, 00:00 Europe/London'],
    ['until Feb 29 2028', '“until Feb 29 2028” is no pause of between a day and a year.'],
    ['until 2 May', 'Sun 2 May 2027, 00:00 Europe/London'],
    ['until 2026-06-01', 'Mon 1 June 2026, 00:00 Europe/London'],
    ['until 2025-06-01', 'The day 2025-06-01 is not to come.'],
    ['until 30 February', '“until 30 February” was not understood as a length of time.'],
    ['0d', '“0d” is no pause of between a day and a year.'],
    ['for ever', '“for ever” was not understood as a length of time.'],
    ['', 'It does not say for how long.'],
  ])('%s', (words, expected) => {
    const read = readPause(words, { ...base, days: EVERY_DAY }, now)
    expect(read.kind === 'pause' ? momentWords(read.until, base.zone) : read.what).toBe(expected)
  })
})

test('whatever is typed is read or told what is wrong with it', () => {
  const words = fc.oneof(
    fc.string({ maxLength: 60 }),
    fc
      .array(
        fc.constantFrom(
          '8',
          '8am',
          '25:00',
          ':',
          'mon',
          '-',
          'fri',
          '/',
          'Europe',
          'London',
          'not',
          'EST',
          'pm',
          'at',
          'in',
          'about',
          ',',
          '+3',
        ),
        { maxLength: 8 },
      )
      .map((parts) => parts.join(' ')),
  )
  fc.assert(
    fc.property(words, (typed) => {
      const read = readSchedule(typed, base)
      const isWhole =
        read.kind === 'problem'
          ? read.what !== '' && read.hint !== ''
          : Schedule.safeParse(read.schedule).success
      expect(isWhole).toBe(true)
      readPause(typed, base, new Date('2026-05-05T09:00:00Z'))
    }),
    { numRuns: 2000 },
  )
})

test.each([
  [[1, 2, 3, 4, 5], 'on weekdays at 08:00, Europe/London'],
  [[6, 7], 'at weekends at 08:00, Europe/London'],
  [[1, 2, 3, 4, 5, 6, 7], 'every day at 08:00, Europe/London'],
  [[1, 2, 3, 4], 'from Monday to Thursday at 08:00, Europe/London'],
  [[1, 3], 'on Mondays and Wednesdays at 08:00, Europe/London'],
])('within a sentence: it comes %j', (days, words) => {
  const schedule = { time: '08:00', zone: 'Europe/London', days, pausedUntil: null }
  expect(comesWords(schedule)).toBe(words)
})
