import type { Span } from './span.ts'

/** Direct speech. What is one and what is none: docs/annotating.md. */
export interface Quote {
  readonly article: string
  /** Position among the article's quotes, from 0, in reading order. */
  readonly index: number
  readonly paragraph: number
  /** Place of the words between the marks, without the marks, in the paragraph's text. */
  readonly words: Span
  /** Place of the sentence or sentences that hold the quote, in the paragraph's text. */
  readonly sentence: Span
  /** The fullest name or description that the article gives for whoever says it; null where it does not tell. */
  readonly speaker: string | null
  /** What stands beside the quote (`he`, `Bays`), in the paragraph's text. */
  readonly speakerAsWritten: Span | null
  /** The verb of speech, in the paragraph's text. */
  readonly cue: Span | null
}
