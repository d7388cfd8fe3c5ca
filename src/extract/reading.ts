import { lowered } from './lowered.ts'
import type { Article, Day, Paragraph } from '../model/article.ts'
import { valueOf } from '../model/known.ts'
import type { Span } from '../model/span.ts'
import type { Lexicon, Mention } from '../names/lexicon.ts'
import { sentences } from '../text/sentences.ts'
import { type Token, words } from '../text/words.ts'

/** A sentence with its tokens and the names in it; all places count from the start of its paragraph. */
export interface Sentence {
  /** Position among the article's sentences, from 0. */
  readonly index: number
  readonly paragraph: Paragraph
  readonly span: Span
  readonly text: string
  readonly tokens: readonly Token[]
  readonly mentions: readonly Mention[]
}

/** An article laid out for the finders: read once, never changed. */
export interface Reading {
  readonly article: Article
  /** Day of publication, which decides "on Sunday"; null where it is not known. */
  readonly day: Day | null
  readonly lexicon: Lexicon
  readonly sentences: readonly Sentence[]
}

/** Paragraph kinds that tell the story; a byline and a credit state nothing. */
const TELLING = new Set<Paragraph['kind']>([
  'headline',
  'standfirst',
  'body',
  'caption',
  'cross-heading',
])

export function layOut(article: Article, lexicon: Lexicon): Reading {
  const laid: Sentence[] = []
  for (const paragraph of article.paragraphs) {
    if (!TELLING.has(paragraph.kind)) continue
    const mentions = lexicon.mentions(paragraph.text)
    let next = 0
    for (const span of sentences(paragraph.text)) {
      const from = next
      while ((mentions[next]?.span.start ?? Infinity) < span.end) next += 1
      laid.push({
        index: laid.length,
        paragraph,
        span,
        text: paragraph.text.slice(span.start, span.end),
        tokens: words(paragraph.text, span, lowered),
        mentions: mentions.slice(from, next),
      })
    }
  }
  return { article, day: valueOf(article.published), lexicon, sentences: laid }
}
