import type { Article } from '../model/article.ts'
import type { Claim } from '../model/claim.ts'
import { valueOf } from '../model/known.ts'
import type { Quote } from '../model/quote.ts'
import { mostFirst } from '../store/coverage.ts'
import { tailOf } from '../store/tail.ts'
import type { Coverage, KeptArticle, Store } from '../store/store.ts'

/** All that is kept, as it stood at one time. */
export interface Archive {
  /** Oldest first. */
  readonly articles: readonly Article[]
  readonly articleOf: (id: string) => Article | null
  readonly claims: readonly Claim[]
  readonly quotes: readonly Quote[]
  readonly coverage: Coverage
}

/**
 * Follows the store, and reads of it only what has changed since the last time: an article that stays is the same
 * object from one archive to the next, so that what was worked out of it holds.
 */
export function archiveOf(store: Pick<Store, 'number' | 'since'>): () => Promise<Archive> {
  const kept = new Map<string, KeptArticle>()
  let held: Archive | null = null
  const tail = tailOf({
    store,
    from: 0,
    apply(since) {
      for (const id of since.gone) kept.delete(id)
      for (const each of since.kept) kept.set(each.article.id, each)
      held = null
    },
  })
  return async () => {
    await tail.follow()
    return (held ??= archiveFrom(kept))
  }
}

function archiveFrom(kept: ReadonlyMap<string, KeptArticle>): Archive {
  const all = kept.values().toArray().toSorted(oldestFirst)
  const byId = new Map(all.map(({ article }) => [article.id, article]))
  const articles = all.map(({ article }) => article)
  const claims = all.flatMap((each) => each.claims)
  const quotes = all.flatMap((each) => each.quotes)
  const coverage = { ...coverageOf(articles), claims: claims.length, quotes: quotes.length }
  return { articles, articleOf: (id) => byId.get(id) ?? null, claims, quotes, coverage }
}

/** As the store orders them: what has no day comes last. */
function oldestFirst({ article: a }: KeptArticle, { article: b }: KeptArticle): number {
  const [first, second] = [valueOf(a.published), valueOf(b.published)]
  if (first === second) return a.id < b.id ? -1 : 1
  if (first === null || second === null) return first === null ? 1 : -1
  return first < second ? -1 : 1
}

function coverageOf(articles: readonly Article[]): Omit<Coverage, 'claims' | 'quotes'> {
  const days = articles.flatMap(({ published }) => valueOf(published) ?? [])
  const outlets = Map.groupBy(articles, ({ outlet }) => valueOf(outlet))
  return {
    articles: articles.length,
    paragraphs: articles.reduce((sum, { paragraphs }) => sum + paragraphs.length, 0),
    outlets: [...outlets]
      .map(([outlet, some]) => ({ outlet, articles: some.length }))
      .toSorted(mostFirst),
    // in their order already
    from: days[0] ?? null,
    to: days.at(-1) ?? null,
  }
}

/** The outlets by name; those that are not named are left out. */
export const outletsOf = ({ articles }: Pick<Archive, 'articles'>): readonly string[] => [
  ...new Set(articles.flatMap(({ outlet }) => valueOf(outlet) ?? [])),
]

/** Who speaks and who reports, as the articles name them. */
export const voicesOf = ({
  claims,
  quotes,
}: Pick<Archive, 'claims' | 'quotes'>): readonly string[] => [
  ...new Set([
    ...quotes.flatMap(({ speaker }) => speaker ?? []),
    ...claims.flatMap(({ source }) => source ?? []),
  ]),
]
