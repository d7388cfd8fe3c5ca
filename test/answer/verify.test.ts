import { fc } from '../support/properties.ts'
import { describe, expect, test } from 'vitest'
import { tellVerify } from '../../src/answer/telling/verify.ts'
import { NO_FILTERS, type Question } from '../../src/answer/question.ts'
import { piecesOf, verify as verifyOf, verifyQuote } from '../../src/answer/verify.ts'
import { seedArticles, seedLexicon } from '../support/gold.ts'
import { pageOf, spokenOf } from '../support/spoken.ts'

const lexicon = await seedLexicon()
const five = spokenOf(await seedArticles(), lexicon)
const verify = (words: string, speaker: string | null = null) =>
  verifyQuote({ words, speaker }, five)

describe('verdicts', () => {
  test.each([
    ['has to stop', null, 'exact', 'John Kerry', false],
    ['IT HAS   to stop', null, 'exact', 'John Kerry', false],
    ['“It has to stop.”', 'John Kerry', 'exact', 'John Kerry', false],
    ['It has to stop', 'Kerry', 'exact', 'John Kerry', false],
    ['It has to stop', 'James Bays', 'exact', 'John Kerry', true],
    ['The process is close to collapse', 'John Kerry', 'altered', 'James Bays', true],
    ['The process is close to collapse', null, 'altered', 'James Bays', false],
    ['It must stop', 'John Kerry', 'altered', 'John Kerry', false],
    ['Both sides have contributed to this chaos', null, 'altered', 'John Kerry', false],
    // The article has “any kind of … regional”: what is left out is part of the quote.
    [
      "We won't accept any kind of … regional ceasefires",
      null,
      'exact',
      'a statement from a number of groups including the hardline Islamist Jaysh al-Islam',
      false,
    ],
    ['It has ... to stop', null, 'altered', 'John Kerry', false],
    [
      "We won't accept any kind of regional ceasefires",
      null,
      'altered',
      'a statement from a number of groups including the hardline Islamist Jaysh al-Islam',
      false,
    ],
    [
      'explosive cylinders hit places controlled by the regime forces',
      null,
      'exact',
      'Syrian Observatory for Human Rights',
      false,
    ],
    ['Hospitals have also been bombed', null, 'text', undefined, false],
    ['the moon is made of cheese', null, 'absent', undefined, false],
    ['the', null, 'exact', undefined, false],
    ['', null, 'absent', undefined, false],
    ['!?…', null, 'absent', undefined, false],
  ] as const)('%s, by %s: %s', (words, speaker, verdict, whose, other) => {
    const answer = verify(words, speaker)
    expect(answer.verdict).toBe(verdict)
    if (whose === undefined) return
    expect(answer.matches[0]?.telling.speaker).toBe(whose)
    expect(answer.matches[0]?.otherSpeaker).toBe(other)
  })
})

const QUESTIONS = [
  ['de Mistura', 'Staffan de Mistura'],
  ['by de Mistura', 'Staffan de Mistura'],
  ['(Assad)', 'Bashar al-Assad'],
  ['- said by kerry', 'John Kerry'],
  ['did assad say', 'Bashar al-Assad'],
  ['james bays', 'James Bays'],
  ['Fatima al-Jasem', 'Fatima al-Jasem'],
  ['by a teacher', 'a teacher'],
  ['Aleppo', null],
  ['please', null],
  ['who said', null],
  ['', null],
] as const

test.each(QUESTIONS)('quote "…" %s: by %s', (subject, speaker) => {
  const question: Question = {
    text: '',
    verb: 'quote',
    subject,
    phrases: ['We are talking directly to the Russians'],
    filters: NO_FILTERS,
    page: 1,
    understood: [],
    problems: [],
  }
  const answer = verifyOf(question, five)
  expect([answer.verdict, answer.speaker]).toEqual(['exact', speaker])
  expect(answer.matches[0]?.otherSpeaker).toBe(speaker !== null && speaker !== 'John Kerry')
})

test.each([
  [
    'We accept no kind of regional truce',
    'We accept no kind of … regional truce',
    'We accept no kind of [+… +]regional truce',
  ],
  [
    'The process is close to collapse',
    'The process is very close to collapse if they fail.',
    'The process is [+very +]close to collapse',
  ],
  ['It must stop', 'We saw it. It has to stop.', 'It [-must-][+has to +]stop'],
  [
    'Both sides, they said, failed',
    'Both sides – the rebels and the army – failed',
    'Both sides – [-they said-][+the rebels and the army – +]failed',
  ],
  // What stands for the last or the first word typed is a difference, too.
  ['the road was opened', 'the road was closed.', 'the road was [-opened-][+closed+]'],
  [
    'the road was opened',
    'We knew that the road was closed again on Friday.',
    'the road was [-opened-][+closed+]',
  ],
  ['my army has left', 'Today the army has left', '[-my-][+the +]army has left'],
  ['the army has left today', 'the army has left', 'the army has left[-today-]'],
  ['no difference at all', 'There is No difference at all.', 'No difference at all'],
])('%s', (typed, printed, expected) => {
  const shown = piecesOf(typed, printed).map(({ text, change }) =>
    change === 'added' ? `[+${text}+]` : change === 'removed' ? `[-${text}-]` : text,
  )
  expect(shown.join('')).toBe(expected)
})

test('what is left without the words left out stands in the quote', () => {
  const words = fc.array(
    fc.constantFrom('the', 'army', 'has', 'left', '–', 'Aleppo,', 'now', '“we”'),
    { maxLength: 12 },
  )
  fc.assert(
    fc.property(words, words, (typed, printed) => {
      const kept = piecesOf(typed.join(' '), printed.join(' ')).filter(
        ({ change }) => change !== 'removed',
      )
      expect(printed.join(' ')).toContain(kept.map(({ text }) => text).join(''))
    }),
  )
})

test('the answers in words', async () => {
  const asked: readonly (readonly [string, string | null])[] = [
    ['has to stop', null],
    ['The process is close to collapse', 'John Kerry'],
    ['It must stop', 'John Kerry'],
    ['It has to stop', 'James Bays'],
    ['regime of calm', null],
    ['We won’t accept any kind of regional ceasefires', null],
    ['Hospitals have also been bombed', null],
    ['the moon is made of cheese', null],
  ]
  const pages = await Promise.all(
    asked.map(([words, speaker]) =>
      pageOf(tellVerify(verify(words, speaker)), {
        asked: `quote "${words}"${speaker === null ? '' : ` by ${speaker}`}`,
        spoken: five,
      }),
    ),
  )
  await expect(pages.join('\n')).toMatchFileSnapshot('../golden/quote-checks.txt')
})

test('all quotes are offered of who has a name, not of a description', () => {
  const asked = ['has to stop', 'We won’t accept any kind of regional ceasefires']
  expect(asked.map((words) => tellVerify(verify(words)).offers.map(({ ask }) => ask))).toEqual([
    ['quotes John Kerry'],
    [],
  ])
})
