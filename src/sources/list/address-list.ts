/** What was fetched where a list of addresses is looked for. */
export interface ListBytes {
  readonly bytes: Uint8Array
  /** As the server said it: `application/rss+xml; charset=utf-8`. */
  readonly contentType: string | null
  /** The address that answered: what is relative in the list is relative to it. */
  readonly address: string
  /** Dates after this moment are not believed. */
  readonly now: Date
}

/** A list of addresses: a feed, a sitemap, or an index of sitemaps. */
export interface AddressList {
  readonly of: 'feed' | 'sitemap'
  readonly title: string | null
  /** In the order of a feed; of a sitemap what changed last comes first. Each address once. */
  readonly entries: readonly ListEntry[]
  /** Lists in the list: the sitemaps of an index. */
  readonly lists: readonly ListEntry[]
  /** Where the older part of a feed stands; null where this is all. */
  readonly next: string | null
}

/** What a list says about one address. */
export interface ListEntry {
  /** Whole, and of http or https. */
  readonly address: string
  readonly title: string | null
  /** ISO 8601: a moment in UTC, or a day where no time was given. Null for what is no date, or cannot be true. */
  readonly published: string | null
  readonly modified: string | null
  /** What a feed calls the entry; it stays where an address changes. */
  readonly id: string | null
}
