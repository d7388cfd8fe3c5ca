import { parseFeed } from 'feedsmith'
import type { AddressList, ListBytes } from './list/address-list.ts'
import { entriesOf, wholeAddress, type Written } from './list/entries.ts'
import { hasMoreThan, mended } from './list/mend.ts'
import { plainText } from './list/plain-text.ts'
import { unreadableList } from './list/unreadable-list.ts'

type Parsed = ReturnType<typeof parseFeed<string>>
type Links = readonly { readonly href?: string; readonly rel?: string; readonly type?: string }[]

/** More entries than any feed of news has; what stands behind them is left. */
const MOST = 5000

/** Reads the text of a feed: RSS, Atom, RDF or JSON Feed. Throws `feed_unreadable` where nothing can be made of it. */
export function readFeedText(
  text: string,
  { address, now }: Pick<ListBytes, 'address' | 'now'>,
): AddressList {
  const { title, base, items, next } = read(text, address)
  const root = wholeAddress(base, address) ?? address
  const older = wholeAddress(next, root)
  return {
    of: 'feed',
    title: plainText(title),
    entries: entriesOf(items, { address: root, now, most: MOST }),
    lists: [],
    next: older === address ? null : older,
  }
}

const NOTHING: Content = { title: undefined, items: [], next: undefined }

function read(text: string, address: string): Content {
  let cause: unknown
  if (!hasMoreThan(MOST, text)) {
    try {
      return contentOf(parsed(text))
    } catch (error) {
      cause = error
    }
  }
  const part = partly(text)
  if (part.items.length > 0) return part
  // nothing but a root: a feed in which there is nothing, yet
  if (cause instanceof Error && cause.name === 'ParseError') return NOTHING
  throw unreadableList(
    `"${address}" is a broken feed: nothing in it can be read.`,
    'Try again later; if it stays so, tell the site’s owners.',
    cause,
  )
}

/** The entries that can be read, without the feed's own title and links. */
const partly = (text: string): Content => ({
  ...NOTHING,
  items: mended(text, { most: MOST, read: contentIn }).flatMap(({ items }) => items),
})

const parsed = (text: string): Parsed => parseFeed(text, { maxItems: MOST })

const contentIn = (text: string): Content | null => {
  try {
    return contentOf(parsed(text))
  } catch {
    return null // whoever asks tries a smaller part
  }
}

interface Content {
  readonly title: string | undefined
  readonly base?: string | undefined
  readonly items: readonly Written[]
  readonly next: string | undefined
}

function contentOf(given: Parsed): Content {
  switch (given.format) {
    case 'rss': {
      const { feed } = given
      return {
        title: feed.title,
        base: feed.xml?.base,
        items: (feed.items ?? []).map((item) => ({
          addresses: [item.link, permalink(item.guid), pageIn(item.atom?.links)],
          base: item.xml?.base,
          title: item.title ?? textOf(item.atom?.title) ?? item.dc?.titles?.[0],
          published: [
            item.pubDate,
            item.atom?.published,
            ...(item.dc?.dates ?? []),
            ...(item.dcterms?.issued ?? []),
            ...(item.dcterms?.created ?? []),
          ],
          modified: [
            item.atom?.updated,
            ...(item.dcterms?.modified ?? []),
            item.prism?.modificationDate,
          ],
          id: item.guid?.value,
        })),
        next: olderIn(feed.atom?.links),
      }
    }
    case 'atom': {
      const { feed } = given
      return {
        title: textOf(feed.title),
        base: feed.xml?.base,
        items: (feed.entries ?? []).map((entry) => ({
          addresses: [pageIn(entry.links), entry.id],
          base: entry.xml?.base,
          title: textOf(entry.title),
          published: [
            entry.published,
            ...(entry.dc?.dates ?? []),
            ...(entry.dcterms?.issued ?? []),
          ],
          modified: [entry.updated, ...(entry.dcterms?.modified ?? [])],
          id: entry.id,
        })),
        next: olderIn(feed.links),
      }
    }
    case 'rdf': {
      const { feed } = given
      return {
        title: feed.title,
        items: (feed.items ?? []).map((item) => ({
          addresses: [item.link, item.rdf?.about],
          title: item.title ?? item.dc?.titles?.[0],
          published: [...(item.dc?.dates ?? []), ...(item.dcterms?.issued ?? [])],
          modified: item.dcterms?.modified ?? [],
          id: item.rdf?.about,
        })),
        next: olderIn(feed.atom?.links),
      }
    }
    case 'json': {
      const { feed } = given
      return {
        title: feed.title,
        items: (feed.items ?? []).map((item) => ({
          addresses: [item.url, item.id, item.external_url],
          title: item.title,
          published: [item.date_published],
          modified: [item.date_modified],
          id: item.id,
        })),
        next: feed.next_url,
      }
    }
    default:
      return given satisfies never
  }
}

const permalink = (
  guid: { readonly value?: string; readonly isPermaLink?: boolean } | undefined,
) =>
  guid?.isPermaLink === false || !/^\s*https?:\/\//iu.test(guid?.value ?? '')
    ? undefined
    : guid?.value

const textOf = (text: { readonly value?: string } | undefined): string | undefined => text?.value

/** The page among an entry's links: HTML where there is a choice. */
function pageIn(links: Links | undefined): string | undefined {
  const pages = (links ?? []).filter(({ rel }) => rel === undefined || rel === 'alternate')
  return (pages.find(({ type }) => type === undefined || type.includes('html')) ?? pages[0])?.href
}

/** What comes before in time: the next page of a paged feed, or the archive before it (RFC 5005). */
const olderIn = (links: Links | undefined): string | undefined =>
  ['next', 'prev-archive'].flatMap((rel) => (links ?? []).filter((link) => link.rel === rel))[0]
    ?.href
