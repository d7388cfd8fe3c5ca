import type { Article } from '../../model/article.ts'
import { contains, type Span } from '../../model/span.ts'
import type { Lexicon } from '../../names/lexicon.ts'
import { readSpeech } from './read-speech.ts'

/** What somebody is said to have said, without a quote of three words or more: never to be shown as direct speech. */
export interface ReportedSpeech {
  readonly article: string
  readonly paragraph: number
  readonly sentence: Span
  readonly speaker: string
  /** A word or two of it that stand in quotation marks, without the marks; null where none do. */
  readonly word: Span | null
}

/** All reported speech of an article, in reading order. */
export function findReported(article: Article, lexicon: Lexicon): ReportedSpeech[] {
  return readSpeech(article, lexicon).reported.map(({ frame, sentence, speaker }) => ({
    article: article.id,
    paragraph: frame.paragraph,
    sentence,
    speaker,
    word: frame.terms.find(({ outer }) => contains(sentence, outer))?.words ?? null,
  }))
}
