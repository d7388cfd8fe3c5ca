import { fc } from '../support/properties.ts'
import { describe, expect, test } from 'vitest'
import { slice } from '../../src/model/span.ts'
import { dayIn, fullDates } from '../../src/text/full-dates.ts'

describe('dates in full', () => {
  test.each([
    ['on 1 May 2016 in Geneva', '1 May 2016', '2016-05-01'],
    ['Sunday 1st of May, 2016', 'Sunday 1st of May, 2016', '2016-05-01'],
    ['Syria April 29, 2016.', 'April 29, 2016', '2016-04-29'],
    ['Wed 05 Apr 2017 Syria', 'Wed 05 Apr 2017', '2017-04-05'],
    ['Thursday, Sept. 15, 2016', 'Thursday, Sept. 15, 2016', '2016-09-15'],
    ['at Apr 232017 An', 'Apr 232017', '2017-04-23'],
    ['24.08.2013 Syrian', '24.08.2013', '2013-08-24'],
    ['15-02-2016 Dozens', '15-02-2016', '2016-02-15'],
    ['4/16/2017', '4/16/2017', '2017-04-16'],
    ['16/4/2017', '16/4/2017', '2017-04-16'],
    ['2016-05-01T10:00:00Z', '2016-05-01', '2016-05-01'],
    ['29 February 2016', '29 February 2016', '2016-02-29'],
  ])('%s', (text, words, day) => {
    const found = fullDates(text).map((date) => [slice(text, date.span), date.day])
    expect(found).toEqual([[words, day]])
  })

  test.each([
    '31 February 2016',
    '29 February 2015',
    '4/5/2017',
    'May 1',
    'in May 2016',
    'in 2016',
    'resolution 2254',
    '12016-05-011',
    'phone 01-05-20161',
  ])('none in: %s', (text) => {
    expect(fullDates(text)).toEqual([])
  })

  test('stand in their order and apart', () => {
    const dates = fullDates('From 22 April 2016 to May 1, 2016, and 2016-05-03.')
    expect(dates.map(({ day }) => day)).toEqual(['2016-04-22', '2016-05-01', '2016-05-03'])
  })

  test('every day of the calendar is read back', () => {
    const days = fc.date({
      min: new Date('1900-01-01'),
      max: new Date('2099-12-31'),
      noInvalidDate: true,
    })
    fc.assert(
      fc.property(days, (date) => {
        const day = date.toISOString().slice(0, 10)
        const long = new Intl.DateTimeFormat('en-GB', { dateStyle: 'full', timeZone: 'UTC' })
        expect(dayIn(day)).toBe(day)
        expect(dayIn(long.format(date))).toBe(day)
      }),
    )
  })
})

describe('a day in a field', () => {
  test.each([
    ['2016-05-01', '2016-05-01'],
    [' 2016-05-01 23:59:59 ', '2016-05-01'],
    ['May 1, 2016', '2016-05-01'],
    ['2016-02-31', null],
    ['yesterday', null],
    ['', null],
    ['1 May 2016 or later', null],
  ])('%s', (text, day) => {
    expect(dayIn(text)).toBe(day)
  })
})
