import type { AppError } from '../../errors.ts'
import type { Article } from '../../model/article.ts'
import type { ChangeDraft } from '../../model/change.ts'
import type { Fetched } from '../../sources/net/fetched.ts'
import type { Kept } from '../../store/store.ts'

/** What came of a visit, for people: progress, a report, an answer to who asked for it. */
export type Visited =
  | KeptPage
  /** The server says that nothing is new. */
  | { readonly kind: 'unchanged' }
  /** A feed or sitemap: how many addresses it leads to, and how many of them were not known. */
  | { readonly kind: 'list'; readonly found: number; readonly fresh: number }
  /** Another address of a page that is kept under its own. */
  | { readonly kind: 'alias'; readonly of: string }
  /** It was kept, is not there any more, and is cited no longer. */
  | { readonly kind: 'withdrawn'; readonly article: string; readonly loss: Loss }
  /** It is not there; whether that is so is looked at `again`. */
  | { readonly kind: 'gone'; readonly loss: Loss; readonly again: Date | null }
  | FailedVisit
  /** Dateline itself fails over it; it is left alone until somebody asks for it. */
  | { readonly kind: 'set-aside'; readonly error: AppError }
  /** Dateline is being stopped; the next run begins it anew. */
  | { readonly kind: 'released' }

/** How a page is not there: its server says so, or leads to what is above it instead, as many outlets do. */
export type Loss = 404 | 410 | 'front-page' | 'section'

const LEADS_TO = {
  'front-page': 'the front page of its site',
  section: 'a section of its site',
} as const

/** What such a page does: `answers 404`, `leads to the front page of its site`. */
export const doesInstead = (loss: Loss): string =>
  typeof loss === 'number' ? `answers ${loss}` : `leads to ${LEADS_TO[loss]}`

interface KeptPage {
  readonly kind: Kept
  readonly article: Article
  readonly claims: number
  readonly quotes: number
  /** What a new version changed in figures and quotes. */
  readonly changes: readonly ChangeDraft[]
}

/** Something that the desk is told, once. */
export type Notice =
  | {
      readonly kind: 'feed-failing'
      readonly name: string
      readonly address: string
      readonly since: Date
      readonly reason: string
    }
  | { readonly kind: 'feed-recovered'; readonly name: string; readonly address: string }
  | { readonly kind: 'set-aside'; readonly address: string; readonly reason: string }

/** It could not be had or read. */
interface FailedVisit {
  readonly kind: 'failed'
  readonly error: AppError
  /** When it is tried next; null: not any more. */
  readonly again: Date | null
  /** Its host is left alone until then. */
  readonly rest: Date | null
}

export type FetchedPage = Extract<Fetched, { readonly kind: 'page' }>
