import type { AppError } from '../../errors.ts'

/** What came of asking an address. */
export type Fetched =
  | {
      readonly kind: 'page'
      /** The address that answered, after all redirects. */
      readonly url: string
      readonly status: number
      /** Names in lower case; of a name that came more than once the values are joined. */
      readonly headers: Readonly<Record<string, string>>
      /** Unpacked. */
      readonly body: Uint8Array
      /** To be given again with the next visit. */
      readonly etag: string | null
      readonly lastModified: string | null
    }
  /** Nothing new since the visit whose `etag` or `lastModified` was given. */
  | { readonly kind: 'unchanged'; readonly url: string }
  /** No longer there, and the server says so: what is kept of it is to be marked as withdrawn. */
  | { readonly kind: 'gone'; readonly status: 404 | 410 }
  /** Not now. `after` is the earliest moment that makes sense; null leaves it to the caller's own backoff. */
  | { readonly kind: 'later'; readonly after: Date | null; readonly why: string }
  /** Not at all: asking again changes nothing until somebody has mended something. */
  | { readonly kind: 'refused'; readonly error: AppError }

export type Page = Extract<Fetched, { readonly kind: 'page' }>

export interface FetchOptions {
  /** What the last visit gave, so that what has not changed is not sent again. */
  readonly etag?: string | null
  readonly lastModified?: string | null
  /** What is looked for there; a page of an article where nothing is said. */
  readonly accept?: Accept
}

/** `any` where nobody knows yet what stands there. */
export type Accept = 'page' | 'feed' | 'sitemap' | 'any'

/** Asks addresses outside, politely and within limits. It never throws for what a server does. */
export interface Fetcher {
  get(address: string, options?: FetchOptions): Promise<Fetched>
  /** Ends what is under way (it comes back as `later`) and lets connections go. */
  close(): Promise<void>
}
