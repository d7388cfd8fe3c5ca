import type { Kysely } from 'kysely'
import type { Tables } from './schema.ts'
import type { Coverage } from './store.ts'

export async function readCoverage(db: Kysely<Tables>): Promise<Coverage> {
  const outlets = await db
    .selectFrom('articles')
    .select((select) => ['outlet', select.fn.countAll<number | string>().as('articles')])
    .groupBy('outlet')
    .execute()
  const days = await db
    .selectFrom('articles')
    .select((select) => [
      select.fn.min('published').as('first'),
      select.fn.max('published').as('last'),
    ])
    .executeTakeFirst()
  return {
    articles: await countOf(db, 'articles'),
    paragraphs: await countOf(db, 'paragraphs'),
    claims: await countOf(db, 'claims'),
    quotes: await countOf(db, 'quotes'),
    outlets: outlets
      .map(({ outlet, articles }) => ({ outlet, articles: Number(articles) }))
      .toSorted(mostFirst),
    from: days?.first ?? null,
    to: days?.last ?? null,
  }
}

type Share = Coverage['outlets'][number]

/** The order of a coverage's outlets. */
export const mostFirst = (a: Share, b: Share): number =>
  b.articles - a.articles || byName(a.outlet, b.outlet)

/** By code unit, so that two databases agree; what has no name comes last. */
function byName(a: string | null, b: string | null): number {
  if (a === b) return 0
  if (a === null) return 1
  if (b === null) return -1
  return a < b ? -1 : 1
}

async function countOf(
  db: Kysely<Tables>,
  table: 'articles' | 'paragraphs' | 'claims' | 'quotes',
): Promise<number> {
  const row = await db
    .selectFrom(table)
    .select((select) => select.fn.countAll<number | string>().as('rows'))
    .executeTakeFirstOrThrow()
  // PostgreSQL counts in 64 bits, which its driver hands over as text.
  return Number(row.rows)
}
