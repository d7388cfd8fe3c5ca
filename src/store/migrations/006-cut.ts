import type { Kysely } from 'kysely'
import type { Migration } from 'kysely/migration'
import type { VersionTables } from './002-versions.ts'

export interface CutTables {
  /** By which rules the text was cut out of what its source gave; null before that was noted. */
  readonly articles: VersionTables['articles'] & { readonly cut: string | null }
}

export const cut: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema.alterTable('articles').addColumn('cut', 'text').execute()
  },
}
