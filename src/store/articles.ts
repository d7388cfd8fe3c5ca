import type { Kysely, Transaction } from 'kysely'
import type { Article, Paragraph } from '../model/article.ts'
import { type Known, unknown } from '../model/known.ts'
import type { ParagraphRow } from './migrations/001-coverage.ts'
import type { ArticleRow, Tables } from './schema.ts'

/** Rows to one insert: far below the parameters that SQLite and PostgreSQL take in one statement. */
export const ROWS_AT_ONCE = 200

type Fact = 'outlet' | 'outlet_kind' | 'published' | 'modified' | 'byline' | 'credit' | 'url'

/** What an article says of itself; the rest of its row says how it is kept. */
export type ArticleColumns = Pick<
  ArticleRow,
  'id' | 'location' | 'headline' | 'language' | Fact | `${Fact}_how` | `${Fact}_from`
>

export const articleColumns = (article: Article): ArticleColumns => ({
  id: article.id,
  location: article.location,
  headline: article.headline,
  language: article.language,
  ...factColumns('outlet', article.outlet),
  ...factColumns('outlet_kind', article.outletKind),
  ...factColumns('published', article.published),
  ...factColumns('modified', article.modified),
  ...factColumns('byline', article.byline),
  ...factColumns('credit', article.credit),
  ...factColumns('url', article.url),
})

export const paragraphRows = (article: Article): readonly ParagraphRow[] =>
  article.paragraphs.map(({ number, kind, text }) => ({ article: article.id, number, kind, text }))

/** By what an article is known again, and by which rules its text was cut. */
export async function printsOf(
  db: Kysely<Tables>,
  id: string,
): Promise<Pick<ArticleRow, 'fingerprint' | 'cut'> | null> {
  const query = db.selectFrom('articles').select(['fingerprint', 'cut']).where('id', '=', id)
  return (await query.executeTakeFirst()) ?? null
}

export async function noteCut(
  db: Kysely<Tables>,
  { id, cut }: Pick<ArticleRow, 'id' | 'cut'>,
): Promise<void> {
  await db.updateTable('articles').set({ cut }).where('id', '=', id).execute()
}

export async function noteFingerprint(
  transaction: Transaction<Tables>,
  { id, fingerprint }: Pick<ArticleRow, 'id' | 'fingerprint'>,
): Promise<void> {
  await transaction.updateTable('articles').set({ fingerprint }).where('id', '=', id).execute()
}

/** Its paragraphs and findings go with it. */
export async function forgetArticle(db: Transaction<Tables>, id: string): Promise<void> {
  await db.deleteFrom('articles').where('id', '=', id).execute()
}

export async function insertArticle(
  db: Transaction<Tables>,
  article: ArticleRow,
  paragraphs: readonly ParagraphRow[],
): Promise<void> {
  await db.insertInto('articles').values(article).execute()
  for (let from = 0; from < paragraphs.length; from += ROWS_AT_ONCE) {
    const some = paragraphs.slice(from, from + ROWS_AT_ONCE)
    await db.insertInto('paragraphs').values(some).execute()
  }
}

export async function readArticle(db: Kysely<Tables>, id: string): Promise<Article | null> {
  const row = await db.selectFrom('articles').selectAll().where('id', '=', id).executeTakeFirst()
  if (row === undefined) return null
  const paragraphs = await db
    .selectFrom('paragraphs')
    .selectAll()
    .where('article', '=', id)
    .orderBy('number')
    .execute()
  return articleOf(row, paragraphs)
}

export async function readArticles(db: Kysely<Tables>): Promise<readonly Article[]> {
  const rows = await db
    .selectFrom('articles')
    .selectAll()
    .orderBy('published', (order) => order.asc().nullsLast())
    .orderBy('id')
    .execute()
  const paragraphs = await db
    .selectFrom('paragraphs')
    .selectAll()
    .orderBy('article')
    .orderBy('number')
    .execute()
  const byArticle = Map.groupBy(paragraphs, (paragraph) => paragraph.article)
  return rows.map((row) => articleOf(row, byArticle.get(row.id) ?? []))
}

export const articleOf = (row: ArticleRow, paragraphs: readonly ParagraphRow[]): Article => ({
  id: row.id,
  location: row.location,
  headline: row.headline,
  outlet: known(row.outlet, row.outlet_how, row.outlet_from),
  outletKind: known(row.outlet_kind, row.outlet_kind_how, row.outlet_kind_from),
  published: known(row.published, row.published_how, row.published_from),
  modified: known(row.modified, row.modified_how, row.modified_from),
  byline: known(row.byline, row.byline_how, row.byline_from),
  credit: known(row.credit, row.credit_how, row.credit_from),
  url: known(row.url, row.url_how, row.url_from),
  language: row.language,
  paragraphs: paragraphs.map(({ number, kind, text }): Paragraph => ({ number, kind, text })),
})

type Columns<F extends Fact> = Pick<ArticleRow, F | `${F}_how` | `${F}_from`>

function factColumns<F extends Fact>(fact: F, known: Known<NonNullable<ArticleRow[F]>>): Columns<F>
function factColumns(fact: Fact, known: Known<string>) {
  return {
    [fact]: known.how === 'unknown' ? null : known.value,
    [`${fact}_how`]: known.how,
    [`${fact}_from`]: known.how === 'unknown' ? null : known.from,
  }
}

const known = <T>(value: T | null, how: Known<T>['how'], from: string | null): Known<T> =>
  how === 'unknown' || value === null || from === null ? unknown : { how, value, from }
