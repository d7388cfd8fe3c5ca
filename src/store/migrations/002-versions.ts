import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'
import type { OutletKind } from '../../model/article.ts'
import type { ChangeKind } from '../../model/change.ts'
import type { CoverageTables } from './001-coverage.ts'

// An article is kept in versions. The current one is in the tables of 001, which is what is asked; former ones are
// a row each, for they are only shown. What is withdrawn has no current version.

type How = 'stated' | 'inferred' | 'unknown'

interface NewColumns {
  readonly outlet_kind: OutletKind | null
  readonly outlet_kind_how: How
  readonly outlet_kind_from: string | null
  readonly modified: string | null
  readonly modified_how: How
  readonly modified_from: string | null
  readonly language: string
  /** From 1. */
  readonly version: number
  /** Of the write that last changed anything of it; see `revision.number`. */
  readonly number: number
  readonly kept_at: string
  /** Of the write that brought the article in. */
  readonly first_number: number
  readonly first_kept_at: string
}

export interface VersionRow {
  readonly article: string
  readonly version: number
  readonly kept_at: string
  /** Article, claims and quotes as JSON. */
  readonly content: string
}

interface WithdrawalRow {
  readonly article: string
  /** The version that was withdrawn: it is among the former ones. */
  readonly version: number
  readonly number: number
  readonly at: string
  readonly reason: string
  readonly first_number: number
  readonly first_kept_at: string
}

export interface ChangeRow {
  readonly number: number
  /** Among the changes of one write, from 0. */
  readonly position: number
  readonly at: string
  readonly article: string
  readonly from_version: number
  readonly to_version: number
  readonly kind: ChangeKind
  readonly before_paragraph: number | null
  readonly before_sentence: string | null
  readonly before_exact: string | null
  readonly before_who: string | null
  readonly after_paragraph: number | null
  readonly after_sentence: string | null
  readonly after_exact: string | null
  readonly after_who: string | null
}

export interface VersionTables {
  readonly articles: CoverageTables['articles'] & NewColumns
  readonly versions: VersionRow
  readonly withdrawals: WithdrawalRow
  readonly changes: ChangeRow
  /** One row: whose store it is, and the number of the last write to its coverage. */
  readonly revision: CoverageTables['revision'] & { readonly number: number }
}

export const versions: Migration = {
  async up(db) {
    const to = (table: string) => db.schema.alterTable(table)
    for (const fact of ['outlet_kind', 'modified']) {
      await to('articles').addColumn(fact, 'text').execute()
      await to('articles')
        .addColumn(`${fact}_how`, 'text', (column) => column.notNull().defaultTo('unknown'))
        .execute()
      await to('articles').addColumn(`${fact}_from`, 'text').execute()
    }
    for (const [column, value] of [
      ['language', 'en'],
      ['kept_at', ''],
      ['first_kept_at', ''],
    ] as const)
      await to('articles')
        .addColumn(column, 'text', (made) => made.notNull().defaultTo(value))
        .execute()
    for (const [column, value] of [
      ['version', 1],
      ['number', 0],
      ['first_number', 0],
    ] as const)
      await to('articles')
        .addColumn(column, 'integer', (made) => made.notNull().defaultTo(value))
        .execute()
    await to('revision')
      .addColumn('number', 'integer', (column) => column.notNull().defaultTo(0))
      .execute()
    await numberWhatIsKept(db)
    await db.schema.createIndex('articles_number').on('articles').column('number').execute()

    await db.schema
      .createTable('versions')
      .addColumn('article', 'text', (column) => column.notNull())
      .addColumn('version', 'integer', (column) => column.notNull())
      .addColumn('kept_at', 'text', (column) => column.notNull())
      .addColumn('content', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('versions_key', ['article', 'version'])
      .execute()

    await db.schema
      .createTable('withdrawals')
      .addColumn('article', 'text', (column) => column.primaryKey())
      .addColumn('version', 'integer', (column) => column.notNull())
      .addColumn('number', 'integer', (column) => column.notNull())
      .addColumn('at', 'text', (column) => column.notNull())
      .addColumn('reason', 'text', (column) => column.notNull())
      .addColumn('first_number', 'integer', (column) => column.notNull())
      .addColumn('first_kept_at', 'text', (column) => column.notNull())
      .execute()
    await db.schema.createIndex('withdrawals_number').on('withdrawals').column('number').execute()

    await db.schema
      .createTable('changes')
      .addColumn('number', 'integer', (column) => column.notNull())
      .addColumn('position', 'integer', (column) => column.notNull())
      .addColumn('at', 'text', (column) => column.notNull())
      .addColumn('article', 'text', (column) => column.notNull())
      .addColumn('from_version', 'integer', (column) => column.notNull())
      .addColumn('to_version', 'integer', (column) => column.notNull())
      .addColumn('kind', 'text', (column) => column.notNull())
      .addColumn('before_paragraph', 'integer')
      .addColumn('before_sentence', 'text')
      .addColumn('before_exact', 'text')
      .addColumn('before_who', 'text')
      .addColumn('after_paragraph', 'integer')
      .addColumn('after_sentence', 'text')
      .addColumn('after_exact', 'text')
      .addColumn('after_who', 'text')
      .addPrimaryKeyConstraint('changes_key', ['number', 'position'])
      .execute()
    await db.schema.createIndex('changes_article').on('changes').column('article').execute()
  },
}

/** When it was kept was not noted before: the day it was published is as near as can be told. */
async function numberWhatIsKept(db: Kysely<unknown>): Promise<void> {
  await sql`
    update articles set
      number = ordered.place, first_number = ordered.place,
      kept_at = ordered.day || 'T00:00:00.000Z', first_kept_at = ordered.day || 'T00:00:00.000Z'
    from (
      select id, row_number() over (order by published is null, published, id) as place, coalesce(published, '1970-01-01') as day
      from articles
    ) as ordered
    where ordered.id = articles.id`.execute(db)
  await sql`update revision set number = (select count(*) from articles)`.execute(db)
}
