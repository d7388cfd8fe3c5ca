import { describe, expect, test } from 'vitest'
import { type QuotesAnswer, quotes } from '../../src/answer/quotes.ts'
import { type Filters, NO_FILTERS } from '../../src/answer/question.ts'
import { speakerMeant } from '../../src/answer/speech/meant.ts'
import { tellQuotes } from '../../src/answer/telling/quotes.ts'
import type { Article } from '../../src/model/article.ts'
import { stated } from '../../src/model/known.ts'
import { seedArticles, seedLexicon } from '../support/gold.ts'
import { anArticle, lexicon as tables } from '../support/reading.ts'
import { pageOf, spokenOf } from '../support/spoken.ts'

const lexicon = await seedLexicon()
const five = spokenOf(
  (await seedArticles()).toSorted((a, b) => dayOf(a).localeCompare(dayOf(b))),
  lexicon,
)

function dayOf({ published }: Article): string {
  return published.how === 'unknown' ? '' : published.value
}

const ask = (filters: Partial<Filters>, spoken = five): QuotesAnswer =>
  quotes({ ...NO_FILTERS, ...filters }, spoken)

const saidIn = ({ said }: QuotesAnswer): readonly string[] =>
  said.map(({ day, wordings }) => {
    const beginnings = wordings.map(({ words }) => words.split(' ').slice(0, 4).join(' '))
    const where = wordings.flatMap(({ tellings }) =>
      tellings.map(({ quote }) => quote.article.slice(0, 3)),
    )
    return `${day ?? ''} ${beginnings.join(' / ')} [${where.join(' ')}]`
  })

describe('the five articles', () => {
  test('five of Kerry, newest first, one entry for a quote in two outlets', () => {
    expect(saidIn(ask({ speaker: 'John Kerry' }))).toEqual([
      '2016-05-02 Both sides – the [001]',
      '2016-05-02 We are working over [001]',
      '2016-05-02 The regime has clearly [001]',
      '2016-05-01 We are talking directly [000 003]',
      '2016-05-01 The UN Security Council [000]',
    ])
  })

  test('what only looks like a quote of Kerry stands apart', () => {
    const { asides } = ask({ speaker: 'John Kerry' })
    expect(
      asides.map((aside) => [
        aside.kind,
        aside.citations.map(({ article }) => article.slice(0, 3)),
      ]),
    ).toEqual([
      ['word', ['000', '003']],
      ['about', ['004']],
      ['about', ['004']],
      ['reported', ['001']],
      ['reported', ['001']],
    ])
  })

  test.each([
    [
      'two translations are one statement',
      'Sergei Kuralenko',
      ['2016-05-01 At present, there is / Currently active negotiations are [002 000 003]'],
    ],
    [
      'a missing article makes no other quote',
      'Sam Taylor',
      [
        '2016-05-01 Aleppo has been experiencing [000 003]',
        '2016-05-01 There are only 70 / There are only 70 [003 000]',
      ],
    ],
    [
      'a cross-heading belongs to its quote; like words of another day do not',
      'James Bays',
      [
        '2016-05-02 The process is very / Close to collapse [001 001]',
        '2016-05-02 Many diplomats will tell [001]',
        '2016-05-01 The opposition will tell [000]',
      ],
    ],
  ])('%s', (_, speaker, expected) => {
    expect(saidIn(ask({ speaker }))).toEqual(expected)
  })

  test.each([
    ['outlet', { speaker: 'John Kerry', outlet: 'Al Jazeera' }, 3],
    ['from', { speaker: 'John Kerry', from: '2016-05-02' }, 3],
    ['to', { speaker: 'John Kerry', to: '2016-05-01' }, 2],
    ['about', { speaker: 'John Kerry', about: 'truce' }, 1],
    ['about, nobody', { about: 'hospitals' }, 1],
    ['about nothing that is said', { speaker: 'John Kerry', about: 'oil fields' }, 0],
  ] as const)('filter: %s', (_, filters, count) => {
    expect(ask(filters).said).toHaveLength(count)
  })

  test.each([
    ['quotes kerry', { speaker: 'John Kerry' }],
    ['quotes assad', { speaker: 'Bashar al-Assad' }],
    ['quotes karry', { speaker: 'Karry' }],
    ['quotes hijab', { speaker: 'Riyad Hijab' }],
    ['quotes about hospitals', { about: 'hospitals' }],
    ['quotes kuralenko', { speaker: 'Sergei Kuralenko' }],
    ['quotes', {}],
  ])('%s, in words', async (asked, filters) => {
    const page = await pageOf(tellQuotes(ask(filters), { asked, page: 1 }), { asked, spoken: five })
    await expect(page).toMatchFileSnapshot(`../golden/${asked.replaceAll(' ', '-')}.txt`)
  })
})

const article = (id: string, day: string, body: string): Article => ({
  ...anArticle({ body: [body] }),
  id,
  published: stated(day, 'test'),
})

test('quotes of one speaker that share a few words stay two', () => {
  const spoken = spokenOf(
    [
      article(
        'a',
        '2016-08-01',
        '“The strikes on the market killed eleven people,” Omar Haj said.',
      ),
      article(
        'b',
        '2016-08-02',
        '“The strikes on the hospital killed four doctors,” Omar Haj said.',
      ),
    ],
    tables,
  )
  expect(ask({ speaker: 'Omar Haj' }, spoken).said).toHaveLength(2)
})

test('the same words of two speakers are two statements', () => {
  const spoken = spokenOf(
    [
      article('a', '2016-08-01', '“There is no military solution,” Omar Haj said.'),
      article('b', '2016-08-01', '“There is no military solution,” Salma Nasr said.'),
    ],
    tables,
  )
  expect(ask({}, spoken).said).toHaveLength(2)
})

test('a long list is paged', () => {
  const many = Array.from({ length: 23 }, (_, at) =>
    article(
      `a${at}`,
      '2016-08-01',
      `“Village number ${'abcdefghijklmnopqrstuvw'.charAt(at)}${at} was emptied by convoy ${at * 7}x,” Omar Haj said.`,
    ),
  )
  const answer = ask({ speaker: 'Omar Haj' }, spokenOf(many, tables))
  const last = tellQuotes(answer, { asked: 'quotes omar haj page:3', page: 3 })
  expect(last.title).toBe('Quotes: Omar Haj, page 3 of 3')
  expect(last.sections[0]?.lines).toHaveLength(3)
  const first = tellQuotes(answer, { asked: 'quotes omar haj', page: 1 })
  expect(first.offers[0]).toEqual({ label: 'More', ask: 'quotes omar haj page:2' })
})

const twoSurnames = spokenOf(
  [
    article(
      'daraa',
      '2016-04-28',
      '“Our children count the planes,” said Nour al-Hariri. “We are tired,” Ms Hariri said.',
    ),
  ],
  lexicon,
)
const voices = ['Nour al-Hariri', 'John Kerry', 'Ali Haydar', 'Fatima al-Jasem']

test.each([
  ['hariri', 'Nour al-Hariri'],
  ['al-Hariri', 'Nour al-Hariri'],
  ['Nasr al-Hariri', 'Nasr al-Hariri'],
  ['kerry', 'John Kerry'],
  ['assad', 'Bashar al-Assad'],
  ['haydar', 'Ali Haidar'],
  ['fatima', 'Fatima al-Jasem'],
  ['nobody known', null],
])('%s means %s', (typed, meant) => {
  expect(speakerMeant(typed, { lexicon, voices })).toBe(meant)
})

test('who shares only the surname with somebody named in full is not named', () => {
  const answer = ask({ speaker: 'Nasr al-Hariri' }, twoSurnames)
  expect([answer.said.length, answer.named]).toEqual([0, 0])
  expect(ask({ speaker: 'Nour al-Hariri' }, twoSurnames).said).toHaveLength(2)
})

test.each([
  ['the words name him', '“Assad must go,” Kerry said.', true],
  [
    'he is whom they are said of',
    'Kerry called President Assad a “butcher of his own people”.',
    true,
  ],
  ['he is whom the talk is of', '“He has to go at once,” said Kerry of Assad.', true],
  [
    'only around the talk',
    '“We talk to them,” Kerry said, a week after Moscow shielded Assad.',
    false,
  ],
  ['only his forces', 'Kerry said Assad’s forces had made “a mockery of the truce”.', false],
  ['before the talk', 'After Assad spoke, Kerry said it was “a mockery of the truce”.', false],
])('about Assad or not: %s', (_, body, isAbout) => {
  const spoken = spokenOf([article('a', '2016-05-01', body)], lexicon)
  const { asides } = ask({ speaker: 'Bashar al-Assad' }, spoken)
  expect(asides.some(({ kind }) => kind === 'about')).toBe(isAbout)
})

test('single words quoted stand on one line, each once', async () => {
  const printed = anArticle({
    body: [
      'Mr Assad called them “terrorists”.',
      'Mr Assad spoke of a “graveyard”, Mr Assad said of the “terrorists.”',
    ],
  })
  const spoken = spokenOf([printed], tables)
  const answer = ask({ speaker: 'Bashar al-Assad' }, spoken)
  const told = tellQuotes(answer, { asked: 'quotes assad', page: 1 })
  const page = await pageOf(told, { asked: 'quotes assad', spoken })
  expect(page.match(/Single words quoted: .*/gu)).toEqual([
    expect.stringMatching(/^Single words quoted: “terrorists”, “graveyard” \[/u),
  ])
})

test('nothing on a subject: all quotes are a step away, and the passages on it', () => {
  const told = tellQuotes(ask({ speaker: 'John Kerry', about: 'football' }), {
    asked: 'quotes kerry about football',
    page: 1,
  })
  expect(told.offers.map((offer) => offer.ask)).toEqual([
    'quotes John Kerry',
    'search John Kerry football',
  ])
})
