import { fc } from '../../support/properties.ts'
import { describe, expect, test } from 'vitest'
import {
  addMonths,
  dayOf,
  daysBetween,
  weekdayBefore,
} from '../../../src/extract/dates/calendar.ts'
import { findDates } from '../../../src/extract/dates/find-dates.ts'
import { words } from '../../../src/text/words.ts'

/** Sunday, as the five articles that come with Dateline. */
const DAY = '2016-05-01'

function datesIn(text: string, day: string | null = DAY) {
  const tokens = words(text)
  return findDates(tokens, day).map(({ first, last, kind, from, to, ofSaying }) => ({
    when: text.slice(tokens[first]?.start, tokens[last]?.end),
    kind,
    from,
    to,
    ...(ofSaying ? { ofSaying } : {}),
  }))
}

describe('what is meant', () => {
  test.each([
    ['killed on Sunday', 'on Sunday', 'day', '2016-05-01', '2016-05-01'],
    ['killed on Saturday', 'on Saturday', 'day', '2016-04-30', '2016-04-30'],
    ['Monday’s raid', 'Monday’s', 'day', '2016-04-25', '2016-04-25'],
    ['killed late on Friday', 'late on Friday', 'day', '2016-04-29', '2016-04-29'],
    ['killed yesterday', 'yesterday', 'day', '2016-04-30', '2016-04-30'],
    ['killed overnight', 'overnight', 'day', '2016-04-30', '2016-05-01'],
    ['killed the previous day', 'the previous day', 'day', '2016-04-30', '2016-04-30'],
    ['killed on April 22', 'on April 22', 'day', '2016-04-22', '2016-04-22'],
    ['killed on 22 April 2013', 'on 22 April 2013', 'day', '2013-04-22', '2013-04-22'],
    ['killed on December 30', 'on December 30', 'day', '2015-12-30', '2015-12-30'],
    ['killed on the 3rd of March', 'on the 3rd of March', 'day', '2016-03-03', '2016-03-03'],
    ['killed in August 2013', 'in August 2013', 'month', '2013-08-01', '2013-08-31'],
    ['killed in August last year', 'in August last year', 'month', '2015-08-01', '2015-08-31'],
    ['killed earlier in the day', 'earlier in the day', 'day', DAY, DAY],
    ['killed since mid-February', 'since mid-February', 'since', null, DAY],
    ['killed in February', 'in February', 'month', '2016-02-01', '2016-02-29'],
    ['killed in 2015', 'in 2015', 'year', '2015-01-01', '2015-12-31'],
    ['killed since April 22', 'since April 22', 'since', '2016-04-22', DAY],
    ['killed since Friday', 'since Friday', 'since', '2016-04-29', DAY],
    [
      'killed since the war began in March 2011',
      'since the war began in March 2011',
      'since',
      '2011-03-01',
      DAY,
    ],
    ['the conflict that began in 2011', 'began in 2011', 'since', '2011-01-01', DAY],
    ['killed since the surge in fighting', 'since the surge in fighting', 'since', null, DAY],
    ['in the last 10 days', 'in the last 10 days', 'last', '2016-04-21', DAY],
    ['over the past two weeks', 'over the past two weeks', 'last', '2016-04-17', DAY],
    ['in the past 24 hours', 'in the past 24 hours', 'last', '2016-04-30', DAY],
    ['in nine days of bombing', 'in nine days', 'length', null, null],
    ['in recent days', 'in recent days', 'vague', null, null],
    ['the five-year conflict', 'the five-year', 'age', null, null],
    ['killed this week', 'this week', 'last', '2016-04-25', DAY],
    ['killed last week', 'last week', 'last', '2016-04-18', '2016-04-24'],
    ['killed at the weekend', 'at the weekend', 'last', '2016-04-30', '2016-05-01'],
    ['killed last month', 'last month', 'month', '2016-04-01', '2016-04-30'],
    ['As of Saturday, 250 had died', 'As of Saturday', 'as-of', '2016-04-30', '2016-04-30'],
  ])('%s', (text, when, kind, from, to) => {
    expect(datesIn(text)).toEqual([{ when, kind, from, to }])
  })
})

describe('no day of an event', () => {
  test.each([
    'talks are to go on next Tuesday',
    'the truce holds until Monday',
    'resolution 2254 of the council',
    'they may leave',
    'the sun set and they sat down',
    'a 12-year-old boy',
    'two days later',
  ])('%s', (text) => {
    expect(datesIn(text)).toEqual([])
  })

  test.each([
    'SANA said on Sunday that',
    'a monitor said Saturday',
    'the group reported late on Friday',
    'he told Al Jazeera on Sunday',
  ])('a day of saying: %s', (text) => {
    expect(datesIn(text)).toMatchObject([{ ofSaying: true }])
  })
})

test('without the article’s day nothing is worked out, and what is printed whole stays', () => {
  expect(datesIn('killed on Friday', null)).toMatchObject([{ from: null, to: null }])
  expect(datesIn('killed on 3 May', null)).toMatchObject([{ from: null, to: null }])
  expect(datesIn('killed on 3 May 2016', null)).toMatchObject([{ from: '2016-05-03' }])
})

test('the calendar knows its ends', () => {
  expect(dayOf(2016, 2, 29)).toBe('2016-02-29')
  expect(dayOf(2015, 2, 29)).toBeNull()
  expect(daysBetween('2016-02-28', '2016-03-01')).toBe(2)
  expect(addMonths('2016-01-01', -1)).toBe('2015-12-01')
})

test('a weekday is never ahead and never more than six days back', () => {
  fc.assert(
    fc.property(
      fc.date({ min: new Date('2011-01-01'), max: new Date('2030-01-01'), noInvalidDate: true }),
      fc.integer({ min: 0, max: 6 }),
      (date, weekday) => {
        const day = date.toISOString().slice(0, 10)
        const found = weekdayBefore(day, weekday)
        expect(new Date(`${found}T00:00:00Z`).getUTCDay()).toBe(weekday)
        const back = daysBetween(found, day)
        expect(back >= 0 && back <= 6).toBe(true)
      },
    ),
  )
})
