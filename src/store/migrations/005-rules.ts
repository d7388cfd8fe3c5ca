import type { Kysely } from 'kysely'
import type { Migration } from 'kysely/migration'
import type { VersionTables } from './002-versions.ts'

export interface RulesTables {
  /** By which rules all that is kept was last read; null before that was noted. */
  readonly revision: VersionTables['revision'] & { readonly rules: string | null }
}

export const rules: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema.alterTable('revision').addColumn('rules', 'text').execute()
  },
}
