import type { Article } from '../model/article.ts'
import type { Claim } from '../model/claim.ts'
import { valueOf } from '../model/known.ts'
import type { Quote } from '../model/quote.ts'
import type { Coverage, Store } from '../store/store.ts'

/** All that is kept, as it stood at one revision of the store. */
export interface Archive {
  readonly revision: string
  /** Oldest first. */
  readonly articles: readonly Article[]
  readonly articleOf: (id: string) => Article | null
  readonly claims: readonly Claim[]
  readonly quotes: readonly Quote[]
  readonly coverage: Coverage
}

/** Reads the store, and reads it again only when its revision has changed. */
export function archiveOf(store: Store): () => Promise<Archive> {
  let held: Archive | null = null
  return async () => {
    const revision = await store.revision()
    if (held?.revision === revision) return held
    const [articles, claims, quotes, coverage] = await Promise.all([
      store.articles(),
      store.claims(),
      store.quotes(),
      store.coverage(),
    ])
    const byId = new Map(articles.map((article) => [article.id, article]))
    held = {
      revision,
      articles,
      articleOf: (id) => byId.get(id) ?? null,
      claims,
      quotes,
      coverage,
    }
    return held
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
