import type { Migration } from 'kysely/migration'
import type { ParagraphKind } from '../../model/article.ts'
import type { Actor, CountScope, Group, Harm, Qualifier, Weapon } from '../../model/claim.ts'

// Only what SQLite and PostgreSQL both have: text and integer. Days and moments are ISO 8601 text, which sorts
// as it reads; a span is two columns; a fact is three, its value, how it is known and from what.

const FACTS = ['outlet', 'published', 'byline', 'credit', 'url'] as const
type Fact = (typeof FACTS)[number]

type FactColumns = { readonly [Column in Fact | `${Fact}_from`]: string | null } & {
  readonly [Column in `${Fact}_how`]: 'stated' | 'inferred' | 'unknown'
}

type FirstArticleRow = FactColumns & {
  readonly id: string
  readonly location: string
  readonly headline: string
  /** Of the article and all that was found in it: equal where nothing has changed. */
  readonly fingerprint: string
}

export interface ParagraphRow {
  readonly article: string
  readonly number: number
  readonly kind: ParagraphKind
  readonly text: string
}

export interface ClaimRow {
  readonly article: string
  readonly position: number
  readonly paragraph: number
  readonly sentence_start: number
  readonly sentence_end: number
  readonly figure_start: number
  readonly figure_end: number
  readonly harm: Harm
  readonly qualifier: Qualifier
  readonly low: number | null
  readonly high: number | null
  readonly vague: string | null
  readonly people: Group
  readonly subset_of: number | null
  readonly place: string | null
  readonly when_said: string | null
  readonly from_day: string | null
  readonly to_day: string | null
  readonly weapon: Weapon | null
  readonly actor: Actor | null
  readonly source: string | null
  readonly cumulative: 0 | 1
  readonly count_scope: CountScope
}

export interface QuoteRow {
  readonly article: string
  readonly position: number
  readonly paragraph: number
  readonly words_start: number
  readonly words_end: number
  readonly sentence_start: number
  readonly sentence_end: number
  readonly speaker: string | null
  readonly written_start: number | null
  readonly written_end: number | null
  readonly cue_start: number | null
  readonly cue_end: number | null
}

export interface CoverageTables {
  readonly articles: FirstArticleRow
  readonly paragraphs: ParagraphRow
  readonly claims: ClaimRow
  readonly quotes: QuoteRow
  /** What is being dealt with, so that nothing is said twice. */
  readonly handled: { readonly key: string; readonly at: string }
  /** One row. */
  readonly revision: { readonly id: number; readonly value: string }
}

export const coverage: Migration = {
  async up(db) {
    let articles = db.schema
      .createTable('articles')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('location', 'text', (column) => column.notNull())
      .addColumn('headline', 'text', (column) => column.notNull())
      .addColumn('fingerprint', 'text', (column) => column.notNull())
    for (const fact of FACTS) {
      articles = articles
        .addColumn(fact, 'text')
        .addColumn(`${fact}_how`, 'text', (column) => column.notNull())
        .addColumn(`${fact}_from`, 'text')
    }
    await articles.execute()

    await db.schema
      .createTable('paragraphs')
      .addColumn('article', 'text', (column) => column.notNull())
      .addColumn('number', 'integer', (column) => column.notNull())
      .addColumn('kind', 'text', (column) => column.notNull())
      .addColumn('text', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('paragraphs_key', ['article', 'number'])
      .addForeignKeyConstraint('paragraphs_article', ['article'], 'articles', ['id'], (key) =>
        key.onDelete('cascade'),
      )
      .execute()

    await db.schema
      .createTable('claims')
      .addColumn('article', 'text', (column) => column.notNull())
      .addColumn('position', 'integer', (column) => column.notNull())
      .addColumn('paragraph', 'integer', (column) => column.notNull())
      .addColumn('sentence_start', 'integer', (column) => column.notNull())
      .addColumn('sentence_end', 'integer', (column) => column.notNull())
      .addColumn('figure_start', 'integer', (column) => column.notNull())
      .addColumn('figure_end', 'integer', (column) => column.notNull())
      .addColumn('harm', 'text', (column) => column.notNull())
      .addColumn('qualifier', 'text', (column) => column.notNull())
      .addColumn('low', 'integer')
      .addColumn('high', 'integer')
      .addColumn('vague', 'text')
      .addColumn('people', 'text', (column) => column.notNull())
      .addColumn('subset_of', 'integer')
      .addColumn('place', 'text')
      .addColumn('when_said', 'text')
      .addColumn('from_day', 'text')
      .addColumn('to_day', 'text')
      .addColumn('weapon', 'text')
      .addColumn('actor', 'text')
      .addColumn('source', 'text')
      .addColumn('cumulative', 'integer', (column) => column.notNull())
      .addColumn('count_scope', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('claims_key', ['article', 'position'])
      // A finding without its paragraph could not be cited.
      .addForeignKeyConstraint(
        'claims_paragraph',
        ['article', 'paragraph'],
        'paragraphs',
        ['article', 'number'],
        (key) => key.onDelete('cascade'),
      )
      .execute()

    await db.schema
      .createTable('quotes')
      .addColumn('article', 'text', (column) => column.notNull())
      .addColumn('position', 'integer', (column) => column.notNull())
      .addColumn('paragraph', 'integer', (column) => column.notNull())
      .addColumn('words_start', 'integer', (column) => column.notNull())
      .addColumn('words_end', 'integer', (column) => column.notNull())
      .addColumn('sentence_start', 'integer', (column) => column.notNull())
      .addColumn('sentence_end', 'integer', (column) => column.notNull())
      .addColumn('speaker', 'text')
      .addColumn('written_start', 'integer')
      .addColumn('written_end', 'integer')
      .addColumn('cue_start', 'integer')
      .addColumn('cue_end', 'integer')
      .addPrimaryKeyConstraint('quotes_key', ['article', 'position'])
      .addForeignKeyConstraint(
        'quotes_paragraph',
        ['article', 'paragraph'],
        'paragraphs',
        ['article', 'number'],
        (key) => key.onDelete('cascade'),
      )
      .execute()

    await db.schema
      .createTable('handled')
      .addColumn('key', 'text', (column) => column.primaryKey())
      .addColumn('at', 'text', (column) => column.notNull())
      .execute()
    await db.schema.createIndex('handled_at').on('handled').column('at').execute()

    await db.schema
      .createTable('revision')
      .addColumn('id', 'integer', (column) => column.primaryKey())
      .addColumn('value', 'text', (column) => column.notNull())
      .execute()
    await db.insertInto('revision').values({ id: 1, value: 'empty' }).execute()
  },
}
