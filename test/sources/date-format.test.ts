import { describe, expect, test } from 'vitest'
import { dayReader, formatProblem } from '../../src/sources/date-format.ts'

test.each([
  ['M/D/YYYY', '4/5/2017', '2017-04-05'],
  ['M/D/YYYY', '04/05/2017', '2017-04-05'],
  ['M/D/YYYY', '4/5/2017 0:00', '2017-04-05'],
  ['D/M/YYYY', '4/5/2017', '2017-05-04'],
  ['DD.MM.YYYY', '04.05.2017', '2017-05-04'],
  ['YYYYMMDD', '20170504', '2017-05-04'],
  ['M/D/YY', '4/5/17', '2017-04-05'],
  ['D MMM YYYY', '4 Sept 2013', '2013-09-04'],
  ['MMMM D, YYYY', 'august 24, 2013', '2013-08-24'],
  ['YYYY-MM-DD', '2013-08-24T10:00:00Z', '2013-08-24'],
])('%s reads %s', (format, text, day) => {
  expect(formatProblem(format)).toBeNull()
  expect(dayReader(format)(text)).toBe(day)
})

test.each([
  ['M/D/YYYY', '13/5/2017'],
  ['M/D/YYYY', '2/30/2017'],
  ['M/D/YYYY', '4/5/17'],
  ['DD.MM.YYYY', '4.5.2017'],
  ['M/D/YYYY', 'soon'],
  ['M.D.YYYY', '4/5/2017'],
])('%s is not the form of %s', (format, text) => {
  expect(dayReader(format)(text)).toBeNull()
})

describe('no format', () => {
  test.each(['', 'M/YYYY', 'M/D/M/YYYY', 'DD-MM-YYYY at', 'date'])('%j', (format) => {
    expect(formatProblem(format)).not.toBeNull()
  })
})
