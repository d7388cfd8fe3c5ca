import { fc } from '../support/properties.ts'
import { describe, expect, test } from 'vitest'
import { passages } from '../../src/ingest/passages.ts'
import { sentences } from '../../src/text/sentences.ts'

const counts = (text: string): number[] =>
  passages(text).map((passage) => sentences(passage).length)

const plain = (count: number): string =>
  Array.from({ length: count }, (_, at) => `Shell number ${at} hit the town.`).join(' ')

describe('passages have two to four sentences', () => {
  test.each([
    [1, [1]],
    [2, [2]],
    [3, [3]],
    [4, [2, 2]],
    [5, [3, 2]],
    [6, [3, 3]],
    [7, [3, 2, 2]],
    [10, [3, 3, 2, 2]],
  ])('%i sentences', (count, expected) => {
    expect(counts(plain(count))).toEqual(expected)
  })

  test('two long ones are enough', () => {
    const long = `The monitor said ${'that the shelling went on '.repeat(10)}all day.`
    expect(counts(`${long} ${long} ${long} ${long} ${long}`)).toEqual([2, 3])
  })

  test('a quote is kept whole', () => {
    const text = `${plain(2)} "We saw it. We ran away. It was dark," he said. ${plain(3)}`
    expect(passages(text)[1]).toContain('"We saw it. We ran away. It was dark," he said.')
  })

  test('whatever the text, its words stand in the passages in order', () => {
    const sentence = fc.stringMatching(/^["A-Za-z ,]{1,60}[.!?]["]?$/u)
    fc.assert(
      fc.property(fc.array(sentence, { maxLength: 20 }), (parts) => {
        const text = parts.join(' ')
        expect(passages(text).join('').replace(/\s/gu, '')).toBe(text.replace(/\s/gu, ''))
        expect(counts(text).every((count) => count <= 4)).toBe(true)
      }),
    )
  })
})
