import { fc } from '../support/properties.ts'
import { expect, test } from 'vitest'
import { fold } from '../../src/text/fold.ts'

test.each([
  ['Kerry', 'kerry'],
  ['al-Fu’ah', 'al-fuah'],
  ["al-Fu'ah", 'al-fuah'],
  ['al-Fūʿah', 'al-fuah'],
  ['`regime of silence´', 'regime of silence'],
  ['Syria’s', 'syrias'],
  ['“calm”', '"calm"'],
  ['« calme »', '" calme "'],
  ['ÉLYSÉE', 'elysee'],
  ['Łódź', 'lodz'],
  ['İdlib', 'idlib'],
  ['Deir\u00A0ez\u2011Zor', 'deir ez-zor'],
  ['Both sides – all of them — said', 'both sides - all of them - said'],
  ['  two \n\t lines ', 'two lines'],
  ['\u200FAl\u00ADep\u200Bpo', 'aleppo'],
  ['أَحْمَد', 'احمد'],
  ['', ''],
])('%j folds to %j', (text, folded) => {
  expect(fold(text)).toBe(folded)
})

test('what is folded stays as it is when it is folded again', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(fold(fold(text))).toBe(fold(text))
    }),
    { numRuns: 500 },
  )
})

test('case does not matter', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(fold(text.toUpperCase())).toBe(fold(text.toLowerCase()))
    }),
  )
})
