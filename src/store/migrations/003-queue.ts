import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

// What is to be fetched, and when: pages, and the feeds and sitemaps that lead to them. Moments are ISO 8601 text in
// UTC with milliseconds, which sorts as it reads.

export interface VisitRow {
  /** In its canonical form, so that one page is one row whoever asks for it. */
  readonly address: string
  /** As it was given: what is asked. */
  readonly url: string
  readonly host: string
  readonly kind: 'page' | 'feed' | 'sitemap' | 'unknown'
  /** The address of the feed or sitemap that led here; null where somebody asked for it. */
  readonly feed: string | null
  /** As the feed has them: what the page says itself goes before. */
  readonly title: string | null
  readonly published: string | null
  readonly modified: string | null
  /** What is taken first: the smaller. */
  readonly rank: number
  /** When it is to be fetched next; null: not any more. */
  readonly due: string | null
  readonly state: 'waiting' | 'done' | 'alias' | 'failed' | 'gone' | 'set-aside'
  /** Who has taken it, and until when others leave it alone. */
  readonly holder: string | null
  readonly held_until: string | null
  /** How often it was taken since anybody last came to an end with it. */
  readonly tries: number
  /** How often in a row it could not be had, or was not there. */
  readonly failures: number
  readonly misses: number
  readonly failing_since: string | null
  /** 1 where somebody was told that it fails. */
  readonly told: number
  readonly reason: string | null
  /** What it was kept as. */
  readonly article: string | null
  readonly etag: string | null
  readonly last_modified: string | null
  readonly first_seen: string
  readonly visited: string | null
}

export interface QueueTables {
  readonly visits: VisitRow
}

export const queue: Migration = {
  async up(db) {
    await db.schema
      .createTable('visits')
      .addColumn('address', 'text', (column) => column.primaryKey())
      .addColumn('url', 'text', (column) => column.notNull())
      .addColumn('host', 'text', (column) => column.notNull())
      .addColumn('kind', 'text', (column) => column.notNull())
      .addColumn('feed', 'text')
      .addColumn('title', 'text')
      .addColumn('published', 'text')
      .addColumn('modified', 'text')
      .addColumn('rank', 'integer', (column) => column.notNull())
      .addColumn('due', 'text')
      .addColumn('state', 'text', (column) => column.notNull())
      .addColumn('holder', 'text')
      .addColumn('held_until', 'text')
      .addColumn('tries', 'integer', (column) => column.notNull())
      .addColumn('failures', 'integer', (column) => column.notNull())
      .addColumn('misses', 'integer', (column) => column.notNull())
      .addColumn('failing_since', 'text')
      .addColumn('told', 'integer', (column) => column.notNull())
      .addColumn('reason', 'text')
      .addColumn('article', 'text')
      .addColumn('etag', 'text')
      .addColumn('last_modified', 'text')
      .addColumn('first_seen', 'text', (column) => column.notNull())
      .addColumn('visited', 'text')
      .execute()
    // Only what is due at some time: what is settled must not be gone through for each visit that is taken.
    for (const [name, columns] of [
      ['visits_due', ['rank', 'due', 'address']],
      ['visits_host_due', ['host', 'rank', 'due', 'address']],
    ] as const)
      await db.schema
        .createIndex(name)
        .on('visits')
        .columns([...columns])
        .where(sql.ref('due'), 'is not', null)
        .execute()
    await db.schema.createIndex('visits_held').on('visits').column('held_until').execute()
    await db.schema.createIndex('visits_article').on('visits').column('article').execute()
  },
}
