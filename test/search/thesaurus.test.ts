import { describe, expect, test } from 'vitest'
import { synonymsAt } from '../../src/search/thesaurus.ts'
import { terms } from '../../src/text/tokens.ts'

/** Other words for the beginning of a text, as terms. */
const others = (text: string): readonly string[] =>
  synonymsAt(terms(text), 0).flatMap(({ phrases }) => phrases.map((phrase) => phrase.join(' ')))

describe('the thesaurus', () => {
  test.each([
    ['lorry', 'truck'],
    ['trucks', 'lorri'],
    ['kids', 'child'],
    ['wounded', 'injur'],
    ['slain', 'kill'],
    ['insurgents', 'rebel'],
    ['air raids on', 'air strike'],
    ['airstrike', 'air raid'],
    ['medical staff left', 'doctor'],
    ['cessation of hostilities', 'truce'],
  ])('has for %s also %s', (asked, other) => {
    expect(others(asked)).toContain(other)
  })

  test.each([
    ['killed', 'injur'],
    ['missing', 'kill'],
    ['children', 'women'],
    ['children', 'civilian'],
    ['rebels', 'soldier'],
    ['air force', 'air strike'],
    ['market', 'truck'],
  ])('keeps apart %s and %s', (asked, other) => {
    expect(others(asked)).not.toContain(other)
  })

  test('knows nothing of other words', () => {
    expect(others('zebra')).toEqual([])
    expect(synonymsAt([], 0)).toEqual([])
  })
})
