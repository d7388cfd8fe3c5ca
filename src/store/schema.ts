import type { Kysely } from 'kysely'
import type { Migration } from 'kysely/migration'
import { coverage, type CoverageTables } from './migrations/001-coverage.ts'
import { versions, type VersionTables } from './migrations/002-versions.ts'
import { queue, type QueueTables } from './migrations/003-queue.ts'
import { type DeskTables, desk } from './migrations/004-desk.ts'
import { cut, type CutTables } from './migrations/006-cut.ts'
import { rules, type RulesTables } from './migrations/005-rules.ts'
import { hosts, type HostTables } from './migrations/007-hosts.ts'
import { newer } from './problems.ts'

/** The tables as they are after all migrations; each migration's file has the types of what it makes and changes. */
export interface Tables
  extends Omit<CoverageTables, keyof VersionTables>,
    Omit<VersionTables, keyof RulesTables | keyof CutTables>,
    RulesTables,
    CutTables,
    QueueTables,
    HostTables,
    DeskTables {}

export type ArticleRow = Tables['articles']

/** In order; a migration that was ever released is never edited, only followed by another. */
const MIGRATIONS: Readonly<Record<string, Migration>> = {
  '001-coverage': coverage,
  '002-versions': versions,
  '003-queue': queue,
  '004-desk': desk,
  '005-rules': rules,
  '006-cut': cut,
  '007-hosts': hosts,
}

/**
 * Runs the migrations that are missing, all or none of them. `executed` are those that the database has had,
 * by name; one that this version does not know was made by a newer one, and nothing is touched.
 */
export async function bringUpToDate(target: {
  readonly db: Kysely<Tables>
  readonly executed: readonly string[]
  readonly location: string
}): Promise<void> {
  const { db, executed, location } = target
  if (executed.some((name) => !Object.hasOwn(MIGRATIONS, name))) throw newer(location)
  if (executed.length === Object.keys(MIGRATIONS).length) return
  // Loaded only here: a start on a database that is up to date does without.
  const { Migrator } = await import('kysely/migration')
  const migrator = new Migrator({ db, provider: { getMigrations: async () => MIGRATIONS } })
  const { error } = await migrator.migrateToLatest()
  if (error !== undefined) throw error
}
