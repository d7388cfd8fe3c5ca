import type { Article, Day } from '../../src/model/article.ts'
import { stated, unknown } from '../../src/model/known.ts'
import type { Lexicon } from '../../src/names/lexicon.ts'
import { buildLexicon } from '../../src/names/build-lexicon.ts'
import { readNames } from '../../src/sources/names-tables.ts'

/** The tables that ship with the project. */
export const lexicon: Lexicon = buildLexicon(await readNames('data/names'))

/** An article of a headline and paragraphs, published on Sunday 1 May 2016 unless said otherwise. */
export function anArticle({
  headline = 'Fighting goes on',
  body,
  day = '2016-05-01',
}: {
  headline?: string
  body: readonly string[]
  day?: Day | null
}): Article {
  return {
    id: 'an-article',
    location: 'test',
    headline,
    outlet: unknown,
    outletKind: unknown,
    published: day === null ? unknown : stated(day, 'test'),
    modified: unknown,
    byline: unknown,
    credit: unknown,
    url: unknown,
    language: 'en',
    paragraphs: [
      { number: 0, kind: 'headline', text: headline },
      ...body.map((text, index) => ({ number: index + 1, kind: 'body' as const, text })),
    ],
  }
}
