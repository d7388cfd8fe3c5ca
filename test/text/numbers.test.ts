import { fc } from '../support/properties.ts'
import { expect, test } from 'vitest'
import { quantities } from '../../src/text/numbers.ts'
import { words } from '../../src/text/words.ts'

function read(text: string) {
  const tokens = words(text)
  return quantities(tokens).map((quantity) => ({
    said: text.slice(tokens[quantity.first]?.start, tokens[quantity.last]?.end),
    hedge: quantity.hedge,
    low: quantity.low,
    high: quantity.high,
    ...(quantity.vague === null ? {} : { vague: quantity.vague }),
    ...(quantity.kind === 'count' ? {} : { kind: quantity.kind }),
  }))
}

test.each([
  ['At least 253 civilians', { said: 'At least 253', hedge: 'at_least', low: 253, high: null }],
  [
    'more than 250,000 people',
    { said: 'more than 250,000', hedge: 'more_than', low: 250_000, high: null },
  ],
  ['over 325 wounded', { said: 'over 325', hedge: 'more_than', low: 325, high: null }],
  [
    'no fewer than two dozen men',
    { said: 'no fewer than two dozen', hedge: 'at_least', low: 24, high: null },
  ],
  ['nearly 30 rebels', { said: 'nearly 30', hedge: 'nearly', low: null, high: 30 }],
  ['as many as 40 dead', { said: 'as many as 40', hedge: 'up_to', low: null, high: 40 }],
  [
    'an estimated 146 000 refugees',
    { said: 'an estimated 146 000', hedge: 'about', low: 146_000, high: 146_000 },
  ],
  ['70 to 80 fighters', { said: '70 to 80', hedge: 'between', low: 70, high: 80 }],
  ['between 50 and 60 people', { said: 'between 50 and 60', hedge: 'between', low: 50, high: 60 }],
  ['1.5 million people', { said: '1.5 million', hedge: 'exact', low: 1_500_000, high: 1_500_000 }],
  ['11m people', { said: '11m', hedge: 'exact', low: 11_000_000, high: 11_000_000 }],
  [
    'half a million Syrians',
    { said: 'half a million', hedge: 'exact', low: 500_000, high: 500_000 },
  ],
  ['Half a dozen children', { said: 'Half a dozen', hedge: 'exact', low: 6, high: 6 }],
  ['twenty-two soldiers', { said: 'twenty-two', hedge: 'exact', low: 22, high: 22 }],
  [
    'one hundred and five men',
    { said: 'one hundred and five', hedge: 'exact', low: 105, high: 105 },
  ],
  [
    'two hundred thousand',
    { said: 'two hundred thousand', hedge: 'exact', low: 200_000, high: 200_000 },
  ],
  ['50 or more people', { said: '50', hedge: 'at_least', low: 50, high: null }],
  [
    'hundreds of people',
    { said: 'hundreds', hedge: 'vague', low: null, high: null, vague: 'hundreds' },
  ],
  [
    'tens of thousands fled',
    {
      said: 'tens of thousands',
      hedge: 'vague',
      low: null,
      high: null,
      vague: 'tens of thousands',
    },
  ],
  [
    'several dozen men',
    { said: 'several dozen', hedge: 'vague', low: null, high: null, vague: 'several dozen' },
  ],
  [
    '95 percent of the staff',
    {
      said: '95 percent',
      hedge: 'vague',
      low: null,
      high: null,
      vague: '95 percent',
      kind: 'share',
    },
  ],
  [
    '95% of doctors',
    { said: '95%', hedge: 'vague', low: null, high: null, vague: '95%', kind: 'share' },
  ],
  [
    'Two-thirds of them',
    {
      said: 'Two-thirds',
      hedge: 'vague',
      low: null,
      high: null,
      vague: 'two-thirds',
      kind: 'share',
    },
  ],
  [
    'nearly half of the population',
    { said: 'nearly half', hedge: 'vague', low: null, high: null, vague: 'half', kind: 'share' },
  ],
  ['a nurse', { said: 'a', hedge: 'exact', low: 1, high: 1, kind: 'one' }],
] as const)('%s', (text, expected) => {
  expect(read(text)[0]).toEqual(expected)
})

test.each([
  'a 12-year-old',
  'the 59th day',
  'on April 29',
  '29 April 2016',
  'in 2011',
  'as many',
  'at 10 pm',
])('no count in: %s', (text) => {
  expect(read(text).filter((quantity) => !('kind' in quantity))).toEqual([])
})

test('quantities never overlap and lie inside the tokens', () => {
  const word = fc.constantFrom(
    'at',
    'least',
    'more',
    'than',
    '250',
    ',',
    'two',
    'hundred',
    'and',
    'to',
    'a',
    'dozen',
    'dozens',
    'of',
    'half',
    '%',
    'percent',
    'people',
  )
  fc.assert(
    fc.property(fc.array(word, { maxLength: 30 }), (parts) => {
      const tokens = words(parts.join(' '))
      let end = -1
      for (const quantity of quantities(tokens)) {
        expect(quantity.first).toBeGreaterThan(end)
        expect(quantity.last).toBeGreaterThanOrEqual(quantity.first)
        end = quantity.last
      }
      expect(end).toBeLessThan(tokens.length)
    }),
  )
})
