import { findNamedInFull } from '../../extract/quotes/find-named.ts'
import type { Article } from '../../model/article.ts'
import { type Span, slice } from '../../model/span.ts'
import type { Lexicon } from '../../names/lexicon.ts'
import { fold } from '../../text/fold.ts'
import { nameWords, type Voices } from './voices.ts'

/** Whether an article names them anywhere, and does not mean by the surname somebody whom it names in full. */
export function names(article: Article, asked: string, { lexicon, voices }: Known): boolean {
  const last = nameWords(asked).at(-1) ?? ''
  if (!article.paragraphs.some(({ text }) => namedIn(text, { asked, last, lexicon }).length > 0))
    return false
  const inFull = findNamedInFull(article, lexicon)
  const namesakes = inFull.filter((name) => nameWords(name).at(-1) === last)
  return namesakes.length === 0 || namesakes.some((name) => voices.same(name, asked))
}

export interface Known {
  readonly lexicon: Lexicon
  readonly voices: Voices
}

export interface Asked {
  readonly asked: string
  readonly last: string
  readonly lexicon: Lexicon
}

/** Where a text names them, in full or by the surname. */
export function namedIn(text: string, { asked, last, lexicon }: Asked): readonly Span[] {
  const mentions = lexicon.mentions(text)
  const own = mentions.filter(({ name }) => name.name === asked).map(({ span }) => span)
  const others = mentions.some(({ name }) => nameWords(name.name).at(-1) === last)
  if (own.length > 0 || others || last === '') return own
  return [...text.matchAll(/[\p{L}\p{N}]+/gu)]
    .map((match) => ({ start: match.index, end: match.index + match[0].length }))
    .filter((span) => fold(slice(text, span)) === last)
}
