import type { Migration } from 'kysely/migration'

/** A site that is asked for pages; there is a row once it has been asked. */
interface HostRow {
  readonly host: string
  /** When it may be asked next, ISO 8601 in UTC; while somebody asks it, when it may be asked if nothing more is heard of them. */
  readonly next: string
  /** Whose turn it is; null where it is nobody's. */
  readonly holder: string | null
}

export interface HostTables {
  readonly hosts: HostRow
}

export const hosts: Migration = {
  async up(db) {
    await db.schema
      .createTable('hosts')
      .addColumn('host', 'text', (column) => column.primaryKey())
      .addColumn('next', 'text', (column) => column.notNull())
      .addColumn('holder', 'text')
      .execute()
  },
}
