import type { Article } from '../../src/model/article.ts'
import type { Claim } from '../../src/model/claim.ts'
import { inferred, stated, unknown } from '../../src/model/known.ts'
import type { Quote } from '../../src/model/quote.ts'

/** An article that stands for any; what a test is about is given as overrides. */
export const anArticle = (overrides: Partial<Article> = {}): Article => ({
  id: 'homs',
  location: 'data/articles/homs.txt',
  headline: 'Shelling kills 12 in Homs',
  outlet: stated('Reuters', 'sidecar'),
  outletKind: unknown,
  published: inferred('2016-05-02', 'newest day in the text'),
  modified: unknown,
  byline: unknown,
  credit: unknown,
  url: unknown,
  language: 'en',
  paragraphs: [
    { number: 0, kind: 'headline', text: 'Shelling kills 12 in Homs' },
    {
      number: 1,
      kind: 'body',
      text: 'At least 12 people, 3 of them children, were killed, “we buried them,” he said.',
    },
  ],
  ...overrides,
})

export const aClaim = (overrides: Partial<Claim> = {}): Claim => ({
  article: 'homs',
  index: 0,
  paragraph: 1,
  sentence: { start: 0, end: 79 },
  figure: { start: 0, end: 18 },
  harm: 'killed',
  qualifier: 'at_least',
  low: 12,
  high: null,
  vague: null,
  group: 'people',
  subsetOf: null,
  place: 'Homs',
  when: null,
  from: null,
  to: null,
  weapon: 'shelling',
  actor: null,
  source: null,
  cumulative: false,
  countScope: 'event',
  ...overrides,
})

export const aQuote = (overrides: Partial<Quote> = {}): Quote => ({
  article: 'homs',
  index: 0,
  paragraph: 1,
  words: { start: 55, end: 70 },
  sentence: { start: 0, end: 79 },
  speaker: null,
  speakerAsWritten: { start: 72, end: 74 },
  cue: { start: 75, end: 79 },
  ...overrides,
})
