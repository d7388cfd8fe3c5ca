import { readFileSync } from 'node:fs'
import { fc } from '../../support/properties.ts'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { findQuotes } from '../../../src/extract/quotes/find-quotes.ts'
import type { Article, Paragraph } from '../../../src/model/article.ts'
import { unknown } from '../../../src/model/known.ts'
import { contains, slice } from '../../../src/model/span.ts'
import { buildLexicon } from '../../../src/names/build-lexicon.ts'
import { readNames } from '../../../src/sources/names-tables.ts'
import { effortOf } from '../../support/effort.ts'
import { seedArticles } from '../../support/gold.ts'
import { NO_POLITICS, POLITICS } from './politics.ts'
import { FOUND, NOT_FOUND } from './reporting.ts'
import { NOBODY_IS_MEANT, WHO_IS_MEANT } from './who-is-meant.ts'

const lexicon = buildLexicon(await readNames('data/names'))

/** `# ` begins a headline, `## ` a cross-heading; all else is body. */
function articleOf(text: string): Article {
  const paragraphs: readonly Paragraph[] = text.split('\n\n').map((line, number) => {
    if (line.startsWith('## ')) return { number, kind: 'cross-heading', text: line.slice(3) }
    if (line.startsWith('# ')) return { number, kind: 'headline', text: line.slice(2) }
    return { number, kind: 'body', text: line }
  })
  return {
    id: 'a',
    location: 'a',
    headline: paragraphs[0]?.text ?? '',
    outlet: unknown,
    outletKind: unknown,
    published: unknown,
    modified: unknown,
    byline: unknown,
    credit: unknown,
    url: unknown,
    language: 'en',
    paragraphs,
  }
}

const plainName = (speaker: string | null): string | null =>
  speaker?.toLowerCase().replace(/^the /, '') ?? null

function told(text: string) {
  const article = articleOf(text)
  return findQuotes(article, lexicon).map((quote) => {
    const own = article.paragraphs[quote.paragraph]?.text ?? ''
    return [
      slice(own, quote.words),
      plainName(quote.speaker),
      quote.cue === null ? null : slice(own, quote.cue),
    ]
  })
}

describe('direct speech', () => {
  test.each([...FOUND, ...POLITICS, ...WHO_IS_MEANT])('$text', ({ text, quotes }) => {
    expect(told(text)).toEqual(
      quotes.map(([words, speaker, cue]) => [words, plainName(speaker), cue]),
    )
  })
})

describe('nobody is quoted', () => {
  test.each([...NOT_FOUND, ...NO_POLITICS, ...NOBODY_IS_MEANT])('%s', (text) => {
    expect(told(text)).toEqual([])
  })
})

const scrap = fc.oneof(
  fc.constantFrom(
    '“',
    '”',
    '"',
    "'",
    '‘',
    '’',
    '«',
    '»',
    ' said ',
    ' Kerry ',
    ', ',
    '. ',
    '\n\n',
    ' the group ',
  ),
  fc.string({ maxLength: 6 }),
)

test('every span lies in its paragraph, words inside the sentence, whatever the text', () => {
  fc.assert(
    fc.property(fc.array(scrap, { maxLength: 60 }), (scraps) => {
      const article = articleOf(scraps.join(''))
      for (const quote of findQuotes(article, lexicon)) {
        const own = article.paragraphs[quote.paragraph]?.text ?? ''
        expect(slice(own, quote.words)).toBe(slice(own, quote.words).trim())
        expect(quote.words.end).toBeLessThanOrEqual(own.length)
        expect(contains(quote.sentence, quote.words)).toBe(true)
      }
    }),
    { numRuns: 300 },
  )
})

// Quadratic ways took minutes for the megabyte; the limits leave room for a busy machine.
test.each([
  ['"', 1_000_000],
  ['“', 250_000],
  ['”', 250_000],
  ["'", 250_000],
  ['‘a', 250_000],
  ['"a ', 250_000],
  [' said "a b c" ', 500_000],
  ['“a ”b ', 250_000],
  ['Al Bo ', 250_000],
])(
  'much of %j takes linear time',
  async (piece, length) => {
    const article = articleOf(piece.repeat(length / piece.length))
    expect(await effortOf(() => findQuotes(article, lexicon))).toBeLessThan(20_000)
  },
  180_000,
)

test('the five articles give the quotes of the gold answers, word for word, with their speakers', async () => {
  const gold = new Map(
    readFileSync('test/gold/seeds.jsonl', 'utf8')
      .trim()
      .split('\n')
      .map((line) => goldLine(line)),
  )
  for (const article of await seedArticles()) {
    const found = findQuotes(article, lexicon).map(
      ({ paragraph, words, speaker }) =>
        `${plainName(speaker) ?? 'nobody'}: ${slice(article.paragraphs.find(({ number }) => number === paragraph)?.text ?? '', words)}`,
    )
    expect(found.toSorted()).toEqual(gold.get(article.id)?.toSorted())
  }
})

const Gold = z.object({
  article: z.string(),
  quotes: z.array(z.object({ quote: z.string(), speaker: z.string().nullable() })),
})

function goldLine(line: string): readonly [string, readonly string[]] {
  const { article, quotes } = Gold.parse(JSON.parse(line))
  return [
    article,
    quotes.map(
      ({ quote, speaker }) => `${plainName(speaker) ?? 'nobody'}: ${quote.replace(/\s+/gu, ' ')}`,
    ),
  ]
}
