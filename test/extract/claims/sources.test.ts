// Who says so: the one whose verb stands nearest to the figure, by the fullest name; a stretch of text is nobody.
import { describe, expect, test } from 'vitest'
import { claimsOf } from './read-claims.ts'

const QUIET = 'Fighting goes on'
const sourceOf = (...sentences: string[]) =>
  claimsOf(QUIET, ...sentences).findLast(({ low }) => low === 10)?.source ?? null

describe('who says so', () => {
  test.each<[string, string]>([
    [
      'In northern Syria a monitor said ten people died; the Syrian Observatory for Human Rights has sources there.',
      'Syrian Observatory for Human Rights',
    ],
    ['An activist who asked not to be named told Reuters that ten people were killed.', 'activist'],
    ['The Russian military was quoted as saying ten soldiers were killed.', 'Russian military'],
    [
      'The watchdog had earlier reported ten dead in Homs, the Syrian Network for Human Rights being meant.',
      'Syrian Network for Human Rights',
    ],
    [
      'Rockets hit Douma and killed ten people, said Rami Abdel Rahman, who heads a monitor.',
      'Rami Abdel Rahman',
    ],
    [
      '“A plane killed two men from Hezbollah and ten from the army,” said Rami Abdel Rahman.',
      'Rami Abdel Rahman',
    ],
    [
      'A source at Police Command said ten people were killed, and later that two were hurt; SANA reported.',
      'source at Police Command',
    ],
  ])('%s', (sentence, source) => {
    expect(sourceOf(sentence)).toContain(source)
  })

  test.each<[readonly string[], string]>([
    [['The rebels have left, SANA said.', 'Ten people were killed, state media reported.'], 'SANA'],
    [
      [
        '“We fled,” a doctor said.',
        'The Observatory reported a new attack on Homs.',
        'It said ten people were killed.',
      ],
      'Observatory',
    ],
    [
      [
        'A source at Homs Governorate told SANA of an attack.',
        'The shells according to the source killed ten people.',
      ],
      'source at Homs Governorate',
    ],
    [
      [
        'SANA’s correspondent went there.',
        'Rockets fell, SANA’s correspondent said.',
        'The correspondent said ten people were killed.',
      ],
      'SANA',
    ],
  ])('%s', (sentences, source) => {
    expect(sourceOf(...sentences)).toContain(source)
  })
})

describe('nobody', () => {
  test.each([
    'Despite the killing of ten people in the revolt in Syria many had hoped for peace.',
    'Planes are told apart according to type and flight patterns, and ten people were killed.',
    'The Council seeks clarity on reports suggesting that ten people were killed.',
    'The army, said to have fired first, killed ten people.',
  ])('%s', (sentence) => {
    expect(sourceOf(sentence)).toBeNull()
  })
})
