import { fc } from '../support/properties.ts'
import { expect, test } from 'vitest'
import { slice } from '../../src/model/span.ts'
import { sentences } from '../../src/text/sentences.ts'

const cut = (text: string) => sentences(text).map((span) => slice(text, span))

test.each([
  [
    'Lt. Gen. Sergei Kuralenko spoke. Talks go on.',
    ['Lt. Gen. Sergei Kuralenko spoke.', 'Talks go on.'],
  ],
  [
    'Mr. Kerry met him at 5 p.m. on Feb. 27. He left.',
    ['Mr. Kerry met him at 5 p.m. on Feb. 27.', 'He left.'],
  ],
  ['He blamed the U.S. The army agreed.', ['He blamed the U.S.', 'The army agreed.']],
  ['The U.S. Air Force hit Raqqa.', ['The U.S. Air Force hit Raqqa.']],
  ['“It has to stop.” Kerry said so. Twice.', ['“It has to stop.”', 'Kerry said so.', 'Twice.']],
  ['“Will it stop?” he asked. No answer.', ['“Will it stop?” he asked.', 'No answer.']],
  ['At least 1.5 million fled. Many died.', ['At least 1.5 million fled.', 'Many died.']],
  [
    'George W. Bush spoke. John F. Kerry did not.',
    ['George W. Bush spoke.', 'John F. Kerry did not.'],
  ],
  [
    'Six were hurt in Homs city According to a source two died',
    ['Six were hurt in Homs city', 'According to a source two died'],
  ],
  [
    'Nine were hurt some critically The source added that houses burned.',
    ['Nine were hurt some critically', 'The source added that houses burned.'],
  ],
  ['Toll Rises According to Monitor', ['Toll Rises According to Monitor']],
  ['He met the head of The Hague court.', ['He met the head of The Hague court.']],
  ['Hundreds dead in Aleppo', ['Hundreds dead in Aleppo']],
  ['ماذا حدث؟ لا أحد يعرف.', ['ماذا حدث؟', 'لا أحد يعرف.']],
  ['  ', []],
])('%s', (text, expected) => {
  expect(cut(text)).toEqual(expected)
})

test('what is longer than any sentence is cut between words', () => {
  const pieces = cut('truce and ceasefire '.repeat(1000))
  expect(Math.max(...pieces.map((piece) => piece.length))).toBeLessThanOrEqual(3000)
  expect(new Set(pieces.join(' ').split(' '))).toEqual(new Set(['truce', 'and', 'ceasefire']))
  expect(cut('a'.repeat(10_000))).toHaveLength(1)
})

test('sentences cover all but white space, in order, and never begin or end with it', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('Mr. ', 'a', 'B', '. ', '? ', '“', '”', '\n', ' ', '3', '.'), {
        maxLength: 60,
      }),
      (parts) => {
        const text = parts.join('')
        const pieces = cut(text)
        expect(pieces.every((piece) => piece === piece.trim() && piece !== '')).toBe(true)
        expect(pieces.join('').replaceAll(/\s/g, '')).toBe(text.replaceAll(/\s/g, ''))
      },
    ),
  )
})
