import { fc } from '../support/properties.ts'
import { describe, expect, test } from 'vitest'
import { slice } from '../../src/model/span.ts'
import { terms, tokens } from '../../src/text/tokens.ts'

const words = (text: string) => tokens(text).map(({ word }) => word)

describe('words', () => {
  test.each([
    ['At least 253 civilians', ['least', '253', 'civilians']],
    ['more than 250,000 people', ['250000', 'people']],
    ['1.5 of 2,500,000', ['1.5', '2500000']],
    ['in 2016, 49 children', ['2016', '49', 'children']],
    ['95% of 12-year-olds, 2nd F16', ['95', '12', 'year', 'olds', '2nd', 'f16']],
    ["Assad’s forces and Assad's allies", ['assad', 'forces', 'assad', 'allies']],
    ['al-Fu’ah and the al-Nusra Front', ['fuah', 'nusra', 'front']],
    ['Khān Shaykhūn', ['khan', 'shaykhun']],
    ['the U.S. and the UN', ['us', 'un']],
    ['IS fighters; it is the WHO, who said it', ['is', 'fighters', 'who']],
    ['WHAT IS IT', []],
    ['‘regime of silence’', ['regime', 'silence']],
    ['rebel-held areas—and “calm”', ['rebel', 'held', 'areas', 'calm']],
    ['سقطت قذائف على حلب', ['سقطت', 'قذايف', 'حلب']],
    ['', []],
    ['?! … 🕊 \u202e', []],
  ])('of: %s', (text, expected) => {
    expect(words(text)).toEqual(expected)
  })

  test('are cut where nobody writes words so long', () => {
    expect(words('x'.repeat(5_000_000)).map((word) => word.length)).toEqual([64])
  })
})

test.each([
  ['bombed bombing bombings bombs', 'bomb'],
  ['killed killing killings kills', 'kill'],
  ['Hospitals hospital’s HOSPITAL', 'hospit'],
  ['250,000 250000', '250000'],
])('what is of one kind has one term: %s', (text, term) => {
  expect(new Set(terms(text))).toEqual(new Set([term]))
})

test.each([
  ['killed', 'injured'],
  ['250', '250,000'],
  ['news', 'new'],
  ['general', 'gene'],
])('what is not of one kind has two: %s, %s', (one, other) => {
  expect(terms(one)).not.toEqual(terms(other))
})

test('the span of each is where it stands, in order, for any text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      let end = 0
      for (const { span, word } of tokens(text)) {
        expect(span.start).toBeGreaterThanOrEqual(end)
        expect(slice(text, span)).not.toMatch(/\s/)
        expect(word).not.toBe('')
        end = span.end
      }
    }),
  )
})
