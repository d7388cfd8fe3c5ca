import { openPostgres } from '../../src/store/postgres.ts'
import { openSqlite } from '../../src/store/sqlite.ts'
import type { Store } from '../../src/store/store.ts'

/** SQLite gives a file to whoever looks first when it is free: of several who write without a break, one may wait long. */
const PATIENCE_MS = 60_000

/** For processes of tests that are told where by an argument: a file, or the address of a PostgreSQL. */
export const openStoreAt = (place: string): Promise<Store> =>
  place.startsWith('postgres:')
    ? openPostgres(place, { patience: PATIENCE_MS })
    : openSqlite(place, { busyTimeout: PATIENCE_MS })
