import type { Article, Day } from '../model/article.ts'
import type { Claim } from '../model/claim.ts'
import type { Extraction } from '../model/extraction.ts'
import type { Quote } from '../model/quote.ts'

/** `kept`: new; `changed`: another text under a known id took its place; `same`: nothing was written. */
export type Kept = 'kept' | 'changed' | 'same'

export interface Coverage {
  readonly articles: number
  readonly paragraphs: number
  readonly claims: number
  readonly quotes: number
  /** Outlets by name with their number of articles, most first; null stands for "not named". */
  readonly outlets: readonly { readonly outlet: string | null; readonly articles: number }[]
  readonly from: Day | null
  readonly to: Day | null
}

/** What is kept. Every method may reject with an AppError `store_…`; a bug keeps its stack. */
export interface Store {
  /** Keeps an article with its findings, all or nothing. */
  keep(article: Article, extraction: Extraction): Promise<Kept>
  article(id: string): Promise<Article | null>
  /** All articles, oldest first, those without a date last. */
  articles(): Promise<readonly Article[]>
  /** All claims in the order of articles() and of reading. */
  claims(): Promise<readonly Claim[]>
  quotes(): Promise<readonly Quote[]>
  coverage(): Promise<Coverage>
  /** Changes whenever what is kept changes; a search snapshot is good only for the revision it was made of. */
  revision(): Promise<string>
  /** Notes that somebody takes in articles of their own: from then on the store is theirs, be it empty or not. */
  begin(): Promise<void>
  /** Whether nobody has begun, and nothing was ever kept. */
  untouched(): Promise<boolean>
  /** Notes that something is being dealt with (a Slack event); false where anybody has noted it before. */
  claimOnce(key: string, at: Date): Promise<boolean>
  /** Whether a key has been claimed, without claiming it: which threads Dateline was called into. */
  claimed(key: string): Promise<boolean>
  close(): Promise<void>
}
