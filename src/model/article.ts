import type { Known } from './known.ts'

/** A calendar day as ISO 8601 writes it, `2016-05-01`. It has no zone: it is the day that is printed. */
export type Day = string

/** A day or a moment as ISO 8601 writes it: `2016-05-01`, `2016-05-01T08:30:00.000Z`. */
export type Moment = string

/** As BCP 47 has it: `en`, `ar`. */
export type Language = string

/** The language that is read for claims and quotes; an article in another one is kept and found by search. */
export const READ_LANGUAGE: Language = 'en'

/** What kind of house publishes an article, where somebody has said so. */
export type OutletKind = 'agency' | 'state media' | 'opposition media' | 'independent'

/** An article as a source hands it over: nothing cleaned, nothing decided. */
export interface RawArticle {
  /** The file name's stem, or the id that the source gives. */
  readonly id: string
  /** Where it came from, for messages: a path, a path with a line number, an address. */
  readonly location: string
  /** The text as it was saved, line breaks included; where there are blocks, theirs, a blank line between two. */
  readonly text: string
  /** From a source that knows what each piece of a page is. */
  readonly blocks?: readonly RawBlock[]
  /** From a page: all its text, furniture included, to tell what its outlet took out from what a rule leaves out. */
  readonly whole?: string
  /** English where it is not said. */
  readonly language?: Language
  /** What a sidecar, a header or a column says about the article; the text itself is asked for the rest. */
  readonly facts: ArticleFacts
}

export interface RawBlock {
  readonly kind: ParagraphKind
  readonly text: string
}

export interface ArticleFacts {
  readonly headline?: Known<string>
  readonly outlet?: Known<string>
  readonly outletKind?: Known<OutletKind>
  readonly published?: Known<Day>
  readonly modified?: Known<Moment>
  readonly byline?: Known<string>
  readonly credit?: Known<string>
  readonly place?: Known<string>
  readonly url?: Known<string>
}

export type ParagraphKind =
  | 'headline'
  | 'standfirst'
  | 'byline'
  | 'body'
  | 'caption'
  | 'cross-heading'
  | 'credit'

export interface Paragraph {
  /** From 0, which is the headline where there is one; in the order of the page, furniture and doubles left out. */
  readonly number: number
  readonly kind: ParagraphKind
  /** As printed, but for white space: runs of it, no-break spaces included, are one space. */
  readonly text: string
}

/** An article as it is kept. */
export interface Article {
  readonly id: string
  readonly location: string
  readonly headline: string
  /** Who published it; who says things in it is another matter (see Claim.source, Quote.speaker). */
  readonly outlet: Known<string>
  readonly outletKind: Known<OutletKind>
  readonly published: Known<Day>
  /** When its outlet says that it last changed it. */
  readonly modified: Known<Moment>
  readonly byline: Known<string>
  /** The agency or outlet that the page credits with the text. */
  readonly credit: Known<string>
  readonly url: Known<string>
  readonly language: Language
  readonly paragraphs: readonly Paragraph[]
}
