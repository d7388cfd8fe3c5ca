import type { Kysely } from 'kysely'
import { articleOf } from './articles.ts'
import { claimOf, quoteOf } from './findings.ts'
import type { Tables } from './schema.ts'
import type { KeptArticle } from './store.ts'

/** Which of the current articles: one, or those whose last write has one of these numbers. */
export type Which = { readonly id: string } | { readonly after: number; readonly upTo: number }

/** Articles as they are now, with what was found in them, in the order of their numbers. */
export async function readKept(db: Kysely<Tables>, which: Which): Promise<readonly KeptArticle[]> {
  const wanted =
    'id' in which
      ? db.selectFrom('articles').where('id', '=', which.id)
      : db
          .selectFrom('articles')
          .where('number', '>', which.after)
          .where('number', '<=', which.upTo)
  const rows = await wanted.selectAll().orderBy('number').execute()
  if (rows.length === 0) return []
  const ids = wanted.select('id')
  const paragraphs = await db
    .selectFrom('paragraphs')
    .selectAll()
    .where('article', 'in', ids)
    .orderBy('number')
    .execute()
  const claims = await db
    .selectFrom('claims')
    .selectAll()
    .where('article', 'in', ids)
    .orderBy('position')
    .execute()
  const quotes = await db
    .selectFrom('quotes')
    .selectAll()
    .where('article', 'in', ids)
    .orderBy('position')
    .execute()
  const [paragraphsOf, claimsOf, quotesOf] = [
    byArticle(paragraphs),
    byArticle(claims),
    byArticle(quotes),
  ]
  return rows.map((row) => ({
    article: articleOf(row, paragraphsOf(row.id)),
    claims: claimsOf(row.id).map(claimOf),
    quotes: quotesOf(row.id).map(quoteOf),
    version: row.version,
    keptAt: row.kept_at,
    number: row.number,
    firstNumber: row.first_number,
    firstKeptAt: row.first_kept_at,
  }))
}

function byArticle<T extends { readonly article: string }>(rows: readonly T[]) {
  const groups = Map.groupBy(rows, ({ article }) => article)
  return (id: string): readonly T[] => groups.get(id) ?? []
}
