import type { Article, Paragraph } from '../model/article.ts'
import type { Wording } from '../model/change.ts'
import type { Claim } from '../model/claim.ts'
import { columnSays, valueOf } from '../model/known.ts'
import type { Quote } from '../model/quote.ts'
import { type Span, slice } from '../model/span.ts'
import type { Citation } from './report.ts'

/** A place in an article: the sentence, and the words in it on which an answer rests. */
export interface Place {
  readonly paragraph: number
  readonly sentence: Span
  readonly exact: Span
}

/** The paragraph of that number, or null; numbers need not be positions. */
export const paragraphOf = (article: Article, number: number): Paragraph | null =>
  article.paragraphs.find((paragraph) => paragraph.number === number) ?? null

/** A citation of a place in an article; null where the article has no such paragraph. */
export function citePlace(article: Article, place: Place): Citation | null {
  const paragraph = paragraphOf(article, place.paragraph)
  if (!paragraph) return null
  // A quote may run on past its sentence: the text cited is what holds both.
  const whole = {
    start: Math.min(place.sentence.start, place.exact.start),
    end: Math.max(place.sentence.end, place.exact.end),
  }
  return {
    ...sourceOf(article),
    paragraph: paragraph.number,
    text: slice(paragraph.text, whole),
    exact: slice(paragraph.text, place.exact),
  }
}

/** A citation of the sentence that states a figure. */
export const citeClaim = (article: Article, claim: Claim): Citation | null =>
  citePlace(article, { paragraph: claim.paragraph, sentence: claim.sentence, exact: claim.figure })

/** A citation of the sentence or sentences that hold a quote. */
export const citeQuote = (article: Article, quote: Quote): Citation | null =>
  citePlace(article, { paragraph: quote.paragraph, sentence: quote.sentence, exact: quote.words })

/** A citation of a whole paragraph, resting on all of it or on a part. */
export function citeParagraph(article: Article, number: number, exact?: Span): Citation | null {
  const paragraph = paragraphOf(article, number)
  if (!paragraph) return null
  const sentence = { start: 0, end: paragraph.text.length }
  return citePlace(article, { paragraph: number, sentence, exact: exact ?? sentence })
}

/** A citation of what one version of an article said, in the words that are kept of it; `version`: a former one. */
export const citeWording = (article: Article, wording: Wording, version?: number): Citation => ({
  article: article.id,
  ...(version === undefined ? {} : { version }),
  outlet: valueOf(article.outlet),
  date: valueOf(article.published),
  dateHow: article.published.how,
  headline: article.headline,
  credit: valueOf(article.credit),
  paragraph: wording.paragraph,
  text: wording.sentence,
  exact: wording.exact,
})

/** What a citation says of its article. */
export function sourceOf(
  article: Article,
): Omit<Citation, 'version' | 'paragraph' | 'text' | 'exact'> {
  const dateInColumn = columnSays(article.published)
  return {
    article: article.id,
    outlet: valueOf(article.outlet),
    date: valueOf(article.published),
    dateHow: article.published.how,
    ...(dateInColumn === null ? {} : { dateInColumn }),
    headline: article.headline,
    credit: valueOf(article.credit),
  }
}
