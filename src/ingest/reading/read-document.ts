import type { AppError } from '../../errors.ts'
import { extract } from '../../extract/extract.ts'
import type { Article, OutletKind } from '../../model/article.ts'
import type { Extraction } from '../../model/extraction.ts'
import { inferred, type Known, stated, unknown, valueOf } from '../../model/known.ts'
import type { Lexicon } from '../../names/lexicon.ts'
import { articleIdOf, canonicalAddress, withoutPassword } from '../../sources/address.ts'
import { listKind, readList } from '../../sources/list.ts'
import type { ListEntry } from '../../sources/list/address-list.ts'
import { readPage } from '../../sources/page.ts'
import { sourceOf } from '../changes.ts'
import { prepare } from '../prepare.ts'

/** What was fetched, and what is known of it before it is read. */
export interface Document {
  /** The address that answered. */
  readonly url: string
  readonly bytes: Uint8Array
  readonly contentType: string | null
  readonly told: Told
  /** When it was fetched: no date after that is believed. */
  readonly at: Date
}

/** What the newsroom's list and the feed say about a page. */
interface Told {
  readonly outlet: string | null
  readonly outletKind: OutletKind | null
  readonly title: string | null
  readonly published: string | null
}

/** What stands in a document. */
export type Read =
  | {
      readonly kind: 'article'
      readonly article: Article
      readonly extraction: Extraction
      /** The address by which the article goes, in its canonical form. */
      readonly canonical: string
      /** All that stands on the page, in letters and figures alone; see outletsChanges(). */
      readonly source: string
    }
  | {
      /** A feed or a sitemap. */
      readonly kind: 'list'
      readonly of: 'feed' | 'sitemap'
      readonly pages: readonly Listed[]
      /** Lists in a list: the sitemaps of an index. */
      readonly lists: readonly Listed[]
      /** The older part of a feed that comes in parts. */
      readonly next: string | null
    }
  | { readonly kind: 'unreadable'; readonly error: AppError }

/** What a list says about one address. Moments are ISO 8601, in UTC. */
interface Listed {
  readonly address: string
  readonly url: string
  readonly title: string | null
  readonly published: string | null
  readonly modified: string | null
}

/** Reads a document for all that can be kept of it. Throws an AppError where it is of no use. */
export function readDocument(document: Document, lexicon: Lexicon): Read {
  const list = { ...document, address: document.url, now: document.at }
  return listKind(list) === null ? readArticle(document, lexicon) : readEntries(list)
}

function readEntries(list: Parameters<typeof readList>[0]): Read {
  const { of, entries, lists, next } = readList(list)
  return {
    kind: 'list',
    of,
    pages: entries.flatMap((entry) => listed(entry, canonicalAddress(entry.address))),
    lists: lists.flatMap((entry) => listed(entry, entry.address)),
    next,
  }
}

const listed = (entry: ListEntry, address: string | null): readonly Listed[] => {
  const { title, published, modified } = entry
  const url = withoutPassword(entry.address)
  return address === null ? [] : [{ address, url, title, published, modified: moment(modified) }]
}

/** A day is as good as its end: a page that changed on the day of its visit may have changed after it. */
const moment = (told: string | null): string | null =>
  told === null ? null : new Date(told.length === 10 ? `${told}T23:59:59.999Z` : told).toISOString()

function readArticle({ url, bytes, contentType, told }: Document, lexicon: Lexicon): Read {
  const raw = readPage({ bytes, contentType, address: url })
  const claimed = valueOf(raw.facts.url ?? unknown)
  const canonical = claimed ?? canonicalAddress(url) ?? url
  const article = withTold(prepare({ ...raw, id: articleIdOf(canonical) }), told)
  const extraction = extract(article, lexicon)
  return { kind: 'article', article, extraction, canonical, source: sourceOf(raw) }
}

const LIST = 'coverage.yml'
const FEED = 'feed'

/** Whose page it is the newsroom's list knows best; when it was published the page itself. */
const withTold = (article: Article, { outlet, outletKind, published }: Told): Article => ({
  ...article,
  outlet: outlet === null ? article.outlet : stated(outlet, LIST),
  outletKind: outletKind === null ? article.outletKind : stated(outletKind, LIST),
  published: or(
    article.published,
    published === null ? null : inferred(published.slice(0, 10), FEED),
  ),
})

const or = <T>(known: Known<T>, other: Known<T> | null): Known<T> =>
  known.how === 'unknown' && other !== null ? other : known
