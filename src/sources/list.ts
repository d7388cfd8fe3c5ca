import type { AddressList, ListBytes } from './list/address-list.ts'
import { readFeedText } from './feed.ts'
import { textOfList } from './list/text-of-list.ts'
import { instead, kindOf } from './list/what-it-is.ts'
import { readSitemapText } from './sitemap.ts'

/** What stands in the bytes, told by the bytes: what a server calls it is often wrong. Null for what is no list. */
export function listKind(given: ListBytes): 'feed' | 'sitemap' | null {
  const kind = kindOf(textOfList(given))
  return kind === 'feed' || kind === 'sitemap' ? kind : null
}

/** Reads a feed or a sitemap, whichever it is. Throws `feed_unreadable`, which says what it is instead. */
export function readList(given: ListBytes): AddressList {
  const text = textOfList(given)
  const kind = kindOf(text)
  if (kind === 'feed') return readFeedText(text, given)
  if (kind === 'sitemap') return readSitemapText(text, given)
  throw instead({ kind, text, address: given.address })
}
