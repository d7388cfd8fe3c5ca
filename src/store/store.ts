import type { Article, Day, Moment } from '../model/article.ts'
import type { Change, ChangeDraft } from '../model/change.ts'
import type { Claim } from '../model/claim.ts'
import type { Extraction } from '../model/extraction.ts'
import type { Quote } from '../model/quote.ts'
import type { DeskStore } from './desk.ts'
import type { HostTurns } from './hosts.ts'
import type { Queue } from './queue.ts'

/** `kept`: new, or back after it was withdrawn; `changed`: something of it is another; `same`: nothing was written. */
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

/** An article as it read at one time, with what was found in it. */
export interface KeptVersion {
  /** From 1; another text or headline is another version, other findings or facts in the same text are not. */
  readonly version: number
  /** When this version came in. */
  readonly keptAt: Moment
  readonly article: Article
  readonly claims: readonly Claim[]
  readonly quotes: readonly Quote[]
}

/** The current version of an article. */
export interface KeptArticle extends KeptVersion {
  /** Of the write that last changed anything of it. */
  readonly number: number
  /** Of the write that first brought the article in, and when that was. */
  readonly firstNumber: number
  readonly firstKeptAt: Moment
}

/** What came after a number. */
export interface Since {
  /** The number to ask with the next time. */
  readonly number: number
  /** Kept, in the order of their numbers; each as it is now. */
  readonly kept: readonly KeptArticle[]
  /** Ids of what was withdrawn. */
  readonly gone: readonly string[]
}

export interface Withdrawn {
  readonly article: Article
  /** The version that was the current one until then. */
  readonly version: number
  readonly at: Moment
  readonly reason: string
}

export interface Keeping {
  readonly at: Date
  /**
   * A print of the rules by which the text was cut out of what its source gave. Where the former text was cut by other
   * ones, another text makes a version only where `compare` finds a change of the outlet's own.
   */
  readonly cut?: string
  /** What another text changed; it is called where one takes a former one's place, and kept with it. */
  readonly compare?: (
    before: KeptVersion,
    after: KeptVersion,
    how: { readonly sameCut: boolean },
  ) => readonly ChangeDraft[]
}

export interface Withdrawing {
  readonly at: Date
  /** For people to read: "the page is gone (404)". */
  readonly reason: string
}

/** What is kept. Every method may reject with an AppError `store_…`; a bug keeps its stack. */
export interface Store {
  /** Keeps an article with its findings, all or nothing. */
  keep(article: Article, extraction: Extraction, keeping: Keeping): Promise<Kept>
  /** Takes an article out of the coverage, which remembers it; false where it was not in it. */
  withdraw(id: string, withdrawing: Withdrawing): Promise<boolean>
  /** What was withdrawn and has not come back. */
  withdrawn(id: string): Promise<Withdrawn | null>
  article(id: string): Promise<Article | null>
  /** All articles, oldest first, those without a date last. */
  articles(): Promise<readonly Article[]>
  /** All claims in the order of articles() and of reading. */
  claims(): Promise<readonly Claim[]>
  quotes(): Promise<readonly Quote[]>
  /** How an article read, oldest version first; the last is the current one, or the one that was withdrawn. */
  versions(id: string): Promise<readonly KeptVersion[]>
  /** What later versions changed, in the order in which it came; all of it, or after a number, or of one article. */
  changes(of?: { readonly since?: number; readonly article?: string }): Promise<readonly Change[]>
  coverage(): Promise<Coverage>
  /**
   * Every write of coverage has the next number, without gaps and whichever process writes: this is the last one.
   * Nobody sees a number before what came with it.
   */
  number(): Promise<number>
  /** What came after a number; `most` bounds how many articles are told at once, the oldest numbers first. */
  since(number: number, most?: number): Promise<Since>
  /** Of this store alone: what was made of another (an index) is no good for it, whatever its number. */
  identity(): Promise<string>
  /** A print of the rules by which all that is kept was last read again; null before that was noted. */
  rules(): Promise<string | null>
  noteRules(print: string): Promise<void>
  /** Notes that somebody takes in articles of their own: from then on the store is theirs, be it empty or not. */
  begin(): Promise<void>
  /** Whether nobody has begun, and nothing was ever kept. */
  untouched(): Promise<boolean>
  /** Notes that something is being dealt with (a Slack event); false where anybody has noted it before. */
  claimOnce(key: string, at: Date): Promise<boolean>
  /** Whether a key has been claimed, without claiming it: which threads Dateline was called into. */
  claimed(key: string): Promise<boolean>
  /** Standing orders, what they sent, and what was shown where. */
  readonly desk: DeskStore
  /** What is to be fetched. */
  readonly queue: Queue
  /** Whose turn it is to ask a host. */
  readonly hosts: HostTurns
  close(): Promise<void>
}
