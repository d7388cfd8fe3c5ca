import type { AppError } from '../../errors.ts'
import { extract } from '../../extract/extract.ts'
import type { Article, OutletKind } from '../../model/article.ts'
import type { Extraction } from '../../model/extraction.ts'
import { inferred, type Known, stated, unknown, valueOf } from '../../model/known.ts'
import type { Lexicon } from '../../names/lexicon.ts'
import { articleIdOf, canonicalAddress } from '../../sources/address.ts'
import { readPage } from '../../sources/page.ts'
import { prepare } from '../prepare.ts'

/** What was fetched, and what is known of it before it is read. */
export interface Document {
  /** The address that answered. */
  readonly url: string
  readonly bytes: Uint8Array
  readonly contentType: string | null
  readonly told: Told
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
  return readArticle(document, lexicon)
}

function readArticle({ url, bytes, contentType, told }: Document, lexicon: Lexicon): Read {
  const raw = readPage({ bytes, contentType, address: url })
  const claimed = valueOf(raw.facts.url ?? unknown)
  const canonical = claimed ?? canonicalAddress(url) ?? url
  const article = withTold(prepare({ ...raw, id: articleIdOf(canonical) }), told)
  return { kind: 'article', article, extraction: extract(article, lexicon), canonical }
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
