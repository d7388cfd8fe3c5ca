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

interface Held {
  readonly archive: Archive
  /** Of the last write that it knows. */
  readonly number: number
}

/**
 * Reads the store once, and then only what came since: an article that stays is the same object from one archive to
 * the next, so that what was worked out of it holds.
 */
export function archiveOf(store: Store): () => Promise<Archive> {
  let held: Held | null = null
  return async () => {
    const revision = await store.revision()
    if (held?.archive.revision === revision) return held.archive
    held = held === null ? await readAll(store, revision) : await readOn(store, revision, held)
    return held.archive
  }
}

async function readAll(store: Store, revision: string): Promise<Held> {
  // What is written meanwhile is told again by the next since().
  const number = await store.number()
  const [articles, claims, quotes, coverage] = await Promise.all([
    store.articles(),
    store.claims(),
    store.quotes(),
    store.coverage(),
  ])
  return { number, archive: archived({ revision, articles, claims, quotes, coverage }) }
}

async function readOn(store: Store, revision: string, { archive, number }: Held): Promise<Held> {
  const [since, coverage] = await Promise.all([store.since(number), store.coverage()])
  const gone = new Set([...since.gone, ...since.kept.map(({ article }) => article.id)])
  const stays = (id: string): boolean => !gone.has(id)
  const articles = [
    ...archive.articles.filter(({ id }) => stays(id)),
    ...since.kept.map(({ article }) => article),
  ].toSorted(oldestFirst)
  const place = new Map(articles.map(({ id }, at) => [id, at]))
  const inOrder = <T extends { readonly article: string }>(all: readonly T[]): readonly T[] =>
    all.toSorted((a, b) => (place.get(a.article) ?? 0) - (place.get(b.article) ?? 0))
  return {
    number: since.number,
    archive: archived({
      revision,
      articles,
      claims: inOrder([
        ...archive.claims.filter(({ article }) => stays(article)),
        ...since.kept.flatMap(({ claims }) => claims),
      ]),
      quotes: inOrder([
        ...archive.quotes.filter(({ article }) => stays(article)),
        ...since.kept.flatMap(({ quotes }) => quotes),
      ]),
      coverage,
    }),
  }
}

/** As the store orders them: those without a day last. */
const oldestFirst = (a: Article, b: Article): number =>
  compare(valueOf(a.published) ?? '9999', valueOf(b.published) ?? '9999') || compare(a.id, b.id)

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

function archived(read: Omit<Archive, 'articleOf'>): Archive {
  const byId = new Map(read.articles.map((article) => [article.id, article]))
  return { ...read, articleOf: (id) => byId.get(id) ?? null }
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
