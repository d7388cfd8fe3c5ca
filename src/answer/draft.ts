import { extract } from '../extract/extract.ts'
import type { Article, Day, Paragraph } from '../model/article.ts'
import type { Extraction } from '../model/extraction.ts'
import { inferred, unknown } from '../model/known.ts'
import type { Lexicon } from '../names/lexicon.ts'

/** A draft read as an article is read. */
export interface Draft extends Extraction {
  readonly article: Article
}

/** Reads a draft as an article of that day: "on Sunday" is counted from it. */
export function readDraft(text: string, day: Day | null, lexicon: Lexicon): Draft {
  const paragraphs = text
    .split(/\n+/)
    .map((line) => line.replace(/\s+/gu, ' ').trim())
    .filter((line) => line !== '')
    .map((line, index): Paragraph => ({ number: index + 1, kind: 'body', text: line }))
  const article: Article = {
    id: 'draft',
    location: 'draft',
    headline: '',
    outlet: unknown,
    outletKind: unknown,
    published: day === null ? unknown : inferred(day, 'the newest day of the coverage'),
    modified: unknown,
    byline: unknown,
    credit: unknown,
    url: unknown,
    language: 'en',
    paragraphs,
  }
  return { article, ...extract(article, lexicon) }
}
